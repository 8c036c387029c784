import AWSModel
import Foundation
import Posture

extension PlannedCall {
    /// The `aws` command that does the same, for a POSIX shell.
    package var command: String {
        switch action {
        case .removeDeleteMarkers(let bucket, let prefix, let since):
            return deletingMarkers(bucket, prefix, since)
        case .restoreVersions(let bucket, let prefix, let moment): return restoringVersions(bucket, prefix, moment)
        default:
            return (["aws"] + arguments + ["--region", region.name]).map(Self.quoted).joined(separator: " ")
        }
    }

    /// A word as a POSIX shell reads it back.
    package static func quoted(_ word: String) -> String { word.shellQuoted }

    private var arguments: [String] {
        switch action {
        case .startRestoreJob(let point, let type, let role, let metadata):
            return ["backup", "start-restore-job", "--recovery-point-arn", point, "--resource-type", type]
                + ["--iam-role-arn", role, "--idempotency-token", token, "--metadata", Self.json(metadata)]
        case .createDBInstance(let identifier, let cluster, let engine, let size):
            return ["rds", "create-db-instance", "--db-instance-identifier", identifier]
                + ["--db-cluster-identifier", cluster, "--engine", engine, "--db-instance-class", size]
        case .promoteReadReplica(let instance):
            return ["rds", "promote-read-replica", "--db-instance-identifier", instance]
        case .failoverGlobalCluster(let identifier, let target):
            return ["rds", "failover-global-cluster", "--global-cluster-identifier", identifier]
                + ["--target-db-cluster-identifier", target, "--allow-data-loss"]
        case .switchoverGlobalCluster(let identifier, let target):
            return ["rds", "switchover-global-cluster", "--global-cluster-identifier", identifier]
                + ["--target-db-cluster-identifier", target]
        case .restoreDBInstanceToPointInTime(let source, let target, let time, let options):
            return ["rds", "restore-db-instance-to-point-in-time"]
                + [
                    source.hasPrefix("arn:")
                        ? "--source-db-instance-automated-backups-arn" : "--source-db-instance-identifier", source,
                    "--target-db-instance-identifier", target,
                ] + Self.moment("--restore-time", time) + Self.options(options)
        case .restoreDBClusterToPointInTime(let source, let target, let time, let options):
            return ["rds", "restore-db-cluster-to-point-in-time", "--source-db-cluster-identifier", source]
                + ["--db-cluster-identifier", target] + Self.moment("--restore-to-time", time) + Self.options(options)
        case .restoreTableToPointInTime(let source, let target, let time):
            return ["dynamodb", "restore-table-to-point-in-time", "--source-table-name", source]
                + ["--target-table-name", target] + Self.moment("--restore-date-time", time)
        case .createVolume(let snapshot, let zone, let options):
            return ["ec2", "create-volume", "--snapshot-id", snapshot, "--availability-zone", zone]
                + ["--client-token", token] + Self.options(options)
        case .deleteFileSystemReplication(let source, let localOnly):
            return ["efs", "delete-replication-configuration", "--source-file-system-id", source]
                + (localOnly ? ["--deletion-mode", "LOCAL_CONFIGURATION_ONLY"] : [])
        case .createReplicationJob(let bucket, let role, let reportBucket, let reportPrefix):
            return replicationJob(bucket, role, reportBucket, reportPrefix)
        case .submitRoutes(let point, let active, let passive):
            let routes = [Self.route(active, dial: 100)] + passive.map { Self.route($0, dial: 0) }
            return ["s3control", "submit-multi-region-access-point-routes", "--account-id", Self.account(of: point)]
                + ["--mrap", point, "--route-updates", "[\(routes.joined(separator: ","))]"]
        case .removeDeleteMarkers, .restoreVersions: return []
        }
    }

    // MARK: Parts

    private static func json(_ values: [String: String]) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(values)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    private static func moment(_ option: String, _ time: Date?) -> [String] {
        time.map { [option, $0.formatted(.iso8601)] } ?? ["--use-latest-restorable-time"]
    }

    /// Parameters by their API names, which the command line writes with hyphens; a flag has no value.
    private static func options(_ options: [String: String]) -> [String] {
        options.sorted { $0.key < $1.key }.flatMap { name, value -> [String] in
            let option = optionNames[name] ?? "--" + name.lowercased()
            switch value {
            case "true": return [option]
            case "false": return [option.replacing("--", with: "--no-", maxReplacements: 1)]
            default:
                return [option]
                    + (name == "VpcSecurityGroupIds" ? value.split(separator: ",").map(String.init) : [value])
            }
        }
    }
    private static let optionNames = [
        "DBInstanceClass": "--db-instance-class", "DBClusterInstanceClass": "--db-cluster-instance-class",
        "DBSubnetGroupName": "--db-subnet-group-name",
        "VpcSecurityGroupIds": "--vpc-security-group-ids", "MultiAZ": "--multi-az",
        "PubliclyAccessible": "--publicly-accessible", "VolumeType": "--volume-type", "Size": "--size",
        "Iops": "--iops", "Encrypted": "--encrypted", "KmsKeyId": "--kms-key-id",
    ]

    private static func route(_ bucket: String, dial: Int) -> String {
        "{\"Bucket\":\"\(bucket)\",\"TrafficDialPercentage\":\(dial)}"
    }
    private static func account(of arn: String) -> String { ARN(arn)?.account?.digits ?? "ACCOUNT" }

    private func replicationJob(
        _ bucket: String, _ role: String, _ reportBucket: String, _ reportPrefix: String
    ) -> [String] {
        let partition = ARN(resource)?.partition ?? "aws"
        let account = Self.account(of: role)
        let report = Self.json(["Prefix": reportPrefix]).dropFirst().dropLast()
        let destination = ARN.bucket(reportBucket, partition: partition).text
        return ["s3control", "create-job", "--account-id", account, "--no-confirmation-required"]
            + ["--operation", #"{"S3ReplicateObject":{}}"#, "--priority", "\(BatchJob.replicationPriority)"]
            + ["--role-arn", role, "--client-request-token", token, "--report"]
            + [
                #"{"Bucket":"\#(destination)","Format":"Report_CSV_20180820","Enabled":true,\#(report),"#
                    + #""ReportScope":"AllTasks"}"#, "--manifest-generator",
                #"{"S3JobManifestGenerator":{"ExpectedBucketOwner":"\#(account)","#
                    + #""SourceBucket":"\#(ARN.bucket(bucket, partition: partition))","EnableManifestOutput":false,"#
                    + #""Filter":{"EligibleForReplication":true,"ObjectReplicationStatuses":["NONE","FAILED"]}}}"#,
            ]
    }
}
