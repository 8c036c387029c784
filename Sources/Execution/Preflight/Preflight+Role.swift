import AWSCore
import AWSModel
import AWSServices
import Foundation
import Recovery

extension Preflight {
    /// A role that a service shall assume: it exists, trusts the service, and may do what is needed.
    func roleChecks(
        _ arn: String, trusting service: String, _ needed: NeededPermissions, _ region: Region
    ) async -> [PreflightCheck] {
        let home = [Self.homeOfIAM(region)]
        let name = arn.split(separator: "/").last.map(String.init) ?? arn
        let exists = "role exists"
        let role: Role
        do throws(AWSError) {
            role = try await client.send(IAM.GetRole(name: name), in: region)
        } catch {
            guard error.code == "NoSuchEntity" else {
                return [await asked(exists, home) { () async throws(AWSError) in throw error }]
            }
            return [.failed(exists, arn, "Create the role, or choose another one.", home)]
        }
        var checks: [PreflightCheck] = [.passed(exists, role.arn.text, home)]
        checks.append(
            TrustPolicy(role.trustPolicy)?.lets(service) == true
                ? .passed("role can be assumed", "it trusts \(service)", home)
                : .failed(
                    "role can be assumed", "its trust policy does not name \(service)",
                    "Add \(service) to the trust policy of \(name).", home))
        guard !needed.groups.isEmpty else { return checks }
        checks.append(await permissions(arn, needed, home, region))
        return checks
    }

    private func permissions(
        _ arn: String, _ needed: NeededPermissions, _ home: [Region], _ region: Region
    ) async -> PreflightCheck {
        let title = "role has the permissions"
        return await asked(title, home) { () async throws(AWSError) in
            var lacking: [String] = []
            var isAnswered = true
            for group in needed.groups {
                let decisions = try await client.send(
                    IAM.SimulatePrincipalPolicy(roleARN: arn, actions: group.actions, resources: [group.resource]),
                    in: region)
                let denied = decisions.filter { $0.decision != .known(.allowed) }.map(\.action).sorted()
                lacking += denied.map { "\($0) on \(group.resource == "*" ? "everything" : group.resource)" }
                isAnswered = isAnswered && Set(group.actions).isSubset(of: decisions.map(\.action))
            }
            if !lacking.isEmpty {
                return .failed(title, "not allowed: " + lacking.joined(separator: ", "), needed.advice, home)
            }
            guard isAnswered else {
                return PreflightCheck(
                    name: title, result: .unknown, detail: "IAM did not answer for every action", dependsOn: home)
            }
            return .passed(title, needed.groups.flatMap(\.actions).joined(separator: ", "), home)
        }
    }

    /// IAM is served from one region of a partition (7.1).
    static func homeOfIAM(_ region: Region) -> Region { Partition.containing(region).globalRegion }

    /// Without which AWS Backup cannot restore a type (2.18).
    static func actionsToRestore(_ type: String) -> [String] {
        switch type {
        case "S3": ["s3:PutObject", "s3:GetBucketVersioning", "s3:ListBucketVersions"]
        case "EBS": ["ec2:CreateVolume", "ec2:DescribeVolumes"]
        case "RDS": ["rds:RestoreDBInstanceFromDBSnapshot", "rds:DescribeDBInstances"]
        case "Aurora", "DocumentDB", "Neptune": ["rds:RestoreDBClusterFromSnapshot"]
        case "DynamoDB": ["dynamodb:RestoreTableFromAwsBackup", "dynamodb:DescribeTable"]
        case "EFS": ["elasticfilesystem:Restore"]
        default: []
        }
    }
}

/// What a role has to be allowed, and what to do where it is not.
struct NeededPermissions {
    var groups: [(actions: [String], resource: String)]
    var advice: String

    static func toRestore(_ actions: [String]) -> NeededPermissions {
        NeededPermissions(
            groups: actions.isEmpty ? [] : [(actions, "*")],
            advice:
                "Attach the policy for restores of the type (for S3 AWSBackupServiceRolePolicyForS3Restore), or make "
                + "sure that its resources hold what is restored.")
    }
}

/// Who may assume a role.
package struct TrustPolicy {
    private let statements: [[String: Any]]

    /// Nil unless it is a JSON document with statements.
    package init?(_ text: String) {
        guard let document = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else {
            return nil
        }
        let list = document["Statement"] as? [[String: Any]] ?? (document["Statement"] as? [String: Any]).map { [$0] }
        guard let list else { return nil }
        statements = list
    }

    package func lets(_ service: String) -> Bool {
        statements.contains { statement in
            statement["Effect"] as? String == "Allow"
                && Self.words((statement["Principal"] as? [String: Any])?["Service"]).contains(service)
                && Self.words(statement["Action"]).contains { ["sts:AssumeRole", "sts:*", "*"].contains($0) }
        }
    }

    private static func words(_ value: Any?) -> [String] {
        (value as? [String]) ?? (value as? String).map { [$0] } ?? []
    }
}
