import AWSModel
import Foundation

/// What a replication role lacks, with the call that adds it (1.17).
struct ReplicationRoleAdvice {
    let arn: String
    /// ARNs of the buckets.
    let source: String
    let destination: String
    let isLocked: Bool

    private var name: String { arn.split(separator: "/").last.map(String.init) ?? arn }

    /// Nil where nothing is known to be amiss.
    func step(in account: AccountView, aim: String) -> Advice? {
        guard let reading = account.inventory.roles[arn] else { return nil }
        if reading.role.isAbsent {
            let trust = Self.document([Self.trust])
            return Advice(
                "\(aim): role \(name), which does not exist, and then a policy for it", call: "iam:CreateRole",
                ["iam", "create-role", "--role-name", name, "--assume-role-policy-document", trust],
                TerraformBlock(resource: "aws_iam_role", name).set("name", name).set("assume_role_policy", trust))
        }
        guard let fault = account.roleFault(of: arn) else { return nil }
        if let role = reading.role.value, !role.trusts("s3.amazonaws.com") {
            guard let trust = Self.adding(Self.trust, to: role.trustPolicy) else { return nil }
            return Advice(
                "\(aim): let S3 assume role \(name)", call: "iam:UpdateAssumeRolePolicy",
                ["iam", "update-assume-role-policy", "--role-name", name, "--policy-document", trust],
                TerraformBlock(resource: "aws_iam_role", name).set("name", name).set("assume_role_policy", trust))
        }
        let policy = "replication-to-\(ARN.last(of: destination))"
        let document = Self.document(statements)
        return Advice(
            "\(aim): let role \(name) replicate, for \(fault)", call: "iam:PutRolePolicy",
            [
                "iam", "put-role-policy", "--role-name", name, "--policy-name", policy, "--policy-document", document,
            ],
            TerraformBlock(resource: "aws_iam_role_policy", policy).set("name", policy).set("role", name)
                .set("policy", document))
    }

    /// Without what keys need besides.
    private var statements: [JSONText] {
        func allow(_ actions: [String], _ resource: String) -> JSONText {
            .object([("Effect", .text("Allow")), ("Action", .texts(actions)), ("Resource", .text(resource))])
        }
        let reads = ["s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging"]
        let locks = isLocked ? ["s3:GetObjectRetention", "s3:GetObjectLegalHold"] : []
        return [
            allow(["s3:GetReplicationConfiguration", "s3:ListBucket"], source),
            allow(reads + locks, "\(source)/*"),
            allow(["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"], "\(destination)/*"),
        ]
    }

    private static let trust = JSONText.object([
        ("Effect", .text("Allow")), ("Principal", .object([("Service", .text("s3.amazonaws.com"))])),
        ("Action", .text("sts:AssumeRole")),
    ])

    private static func document(_ statements: [JSONText]) -> String {
        JSONText.object([("Version", .text("2012-10-17")), ("Statement", .list(statements))]).line
    }

    /// A policy with one statement more; nil where it is not understood.
    private static func adding(_ statement: JSONText, to policy: String) -> String? {
        guard
            var document = try? JSONSerialization.jsonObject(with: Data(policy.utf8)) as? [String: Any],
            let added = try? JSONSerialization.jsonObject(with: Data(statement.line.utf8))
        else { return nil }
        let statements = (document["Statement"] as? [Any]) ?? document["Statement"].map { [$0] } ?? []
        document["Statement"] = statements + [added]
        let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
        return (try? JSONSerialization.data(withJSONObject: document, options: options))
            .map { String(decoding: $0, as: UTF8.self) }
    }
}
