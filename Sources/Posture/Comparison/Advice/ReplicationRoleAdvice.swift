import AWSModel
import Foundation

/// What a replication role lacks for the rules of a bucket, with the call that adds it (1.17).
struct ReplicationRoleAdvice {
    let arn: String
    let bucket: Bucket
    /// One for each destination of the bucket: a policy of a name replaces what had that name, so it holds all of them.
    private let uses: [ReplicationRoleUse]
    private let standings: [ReplicationRoleStanding]

    init(role arn: String, of bucket: Bucket, home: Region, in account: AccountView) {
        self.arn = arn
        self.bucket = bucket
        let rules = bucket.replication.value.map(DestinationRules.all) ?? []
        uses = rules.map { ReplicationRoleUse($0, of: bucket, home: home, in: account) }
        standings = uses.compactMap { account.standing(ofRole: arn, in: $0) }
    }

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
        guard let lack = standings.lazy.compactMap({ $0.fault ?? $0.doubt }).first else { return nil }
        if let role = reading.role.value, !role.trusts("s3.amazonaws.com") {
            guard let trust = Self.adding(Self.trust, to: role.trustPolicy) else { return nil }
            return Advice(
                "\(aim): let S3 assume role \(name)", call: "iam:UpdateAssumeRolePolicy",
                ["iam", "update-assume-role-policy", "--role-name", name, "--policy-document", trust],
                TerraformBlock(resource: "aws_iam_role", name).set("name", name).set("assume_role_policy", trust))
        }
        let policy = "replication-of-\(bucket.name)"
        let document = Self.document(statements)
        return Advice(
            "\(aim): let role \(name) replicate, for \(lack)", call: "iam:PutRolePolicy",
            [
                "iam", "put-role-policy", "--role-name", name, "--policy-name", policy, "--policy-document", document,
            ],
            TerraformBlock(resource: "aws_iam_role_policy", policy).set("name", policy).set("role", name)
                .set("policy", document))
    }

    private var statements: [JSONText] {
        guard let first = uses.first else { return [] }
        let reads = ["s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging"]
        let locks = first.isLocked ? ["s3:GetObjectRetention", "s3:GetObjectLegalHold"] : []
        let writes = ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"]
        let owner = uses.contains(where: \.changesOwner) ? ["s3:ObjectOwnerOverrideToBucketOwner"] : []
        return [
            Self.allow(["s3:GetReplicationConfiguration", "s3:ListBucket"], [first.source]),
            Self.allow(reads + locks, ["\(first.source)/*"]),
            Self.allow(writes + owner, uses.map { "\($0.destination)/*" }),
        ] + keyStatements
    }

    /// With Bucket Keys, replicas need a data key and its decryption too.
    private var keyStatements: [JSONText] {
        func keys(_ arns: [String?]) -> [String] {
            var seen: Set<String> = []
            return arns.map { $0 ?? "KEY_ARN" }.filter { seen.insert($0).inserted }
        }
        let (sources, replicas) = (keys(uses.flatMap(\.sourceKeys)), keys(uses.flatMap(\.replicaKeys)))
        return (sources.isEmpty ? [] : [Self.allow(["kms:Decrypt"], sources)])
            + (replicas.isEmpty ? [] : [Self.allow(["kms:Encrypt", "kms:GenerateDataKey", "kms:Decrypt"], replicas)])
    }

    private static func allow(_ actions: [String], _ resources: [String]) -> JSONText {
        .object([("Effect", .text("Allow")), ("Action", .texts(actions)), ("Resource", .texts(resources))])
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
