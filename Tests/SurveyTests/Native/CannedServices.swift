import AWSCore
import AWSModel
import Foundation
import Posture
import SimulatedAWS

@testable import Survey

/// A region with a little of everything, as its services answer; each answer can be replaced by another.
struct CannedServices: Sendable {
    /// By `rds:DescribeDBInstances`; where there are several, one for each time of asking, the last for ever.
    var answers: [String: [HTTPResponse]] = Self.whole
    let asked = Lock<[String]>([])

    /// What is read of us-east-1, and the keys that were looked up.
    func survey() async -> (region: NativeRegion, keys: KeySurvey) {
        let tampered = TamperedAWS(base: SimulatedAWS(at: Date(timeIntervalSince1970: 1_795_000_000))) { request in
            let call = Self.call(request)
            let before = asked.withLock { asked in
                defer { asked.append(call) }
                return asked.count { $0 == call }
            }
            guard let answers = answers[call], let last = answers.last else { return nil }
            return before < answers.count ? answers[before] : last
        }
        let reader = tampered.reader
        let mentions = Mentions(reader)
        return (
            await NativeSurvey(reader: reader, region: "us-east-1", mentions: mentions).contents(), mentions.keys
        )
    }

    /// Every call that was sent, sorted.
    var calls: [String] { asked.withLock { $0.sorted() } }

    /// `efs:backup-policy/fs-1`, `dynamodb:DescribeTable/orders`, `dlm:policies?defaultPolicyType=ALL`
    private static func call(_ request: HTTPRequest) -> String {
        let service = request.origin.host.prefix { $0 != "." }
        let body = String(decoding: request.body, as: UTF8.self)
        if let target = request.headers["X-Amz-Target"]?.split(separator: ".").last {
            let name = body.split(separator: "\"").last { $0 != "}" && $0.allSatisfy { $0 != "{" } } ?? ""
            return "\(service):\(target)" + (body == "{}" ? "" : "/\(name.split(separator: "/").last ?? "")")
        }
        if let action = body.split(separator: "&").first(where: { $0.hasPrefix("Action=") }) {
            return "\(service):\(action.dropFirst("Action=".count))"
        }
        return "\(service):\(request.path)" + (request.query.isEmpty ? "" : "?" + QueryItem.encoded(request.query))
    }

    static func rds(_ action: String, _ rows: String, next: String = "") -> HTTPResponse {
        .reply(
            """
            <\(action)Response><\(action)Result>\(rows)<Marker>\(next)</Marker></\(action)Result></\(action)Response>
            """)
    }

    static func ec2(_ action: String, _ rows: String, next: String = "") -> HTTPResponse {
        .reply("<\(action)Response>\(rows)<nextToken>\(next)</nextToken></\(action)Response>")
    }

    static let key = "arn:aws:kms:us-east-1:123456789012:key/own"
    private static let accountARN = "arn:aws:rds:us-west-2:123456789012"

    static let whole: [String: [HTTPResponse]] = [
        "rds:DescribeDBInstances": [
            rds(
                "DescribeDBInstances",
                """
                <DBInstances><DBInstance><DBInstanceIdentifier>shop</DBInstanceIdentifier><Engine>mysql</Engine>
                <DBInstanceArn>arn:aws:rds:us-east-1:123456789012:db:shop</DBInstanceArn>
                <ReadReplicaSourceDBInstanceIdentifier>\(accountARN):db:shop</ReadReplicaSourceDBInstanceIdentifier>
                <KmsKeyId>\(key)</KmsKeyId></DBInstance></DBInstances>
                """)
        ],
        "rds:DescribeDBClusters": [rds("DescribeDBClusters", "<DBClusters/>")],
        "rds:DescribeGlobalClusters": [rds("DescribeGlobalClusters", "<GlobalClusters/>")],
        "rds:DescribeDBInstanceAutomatedBackups": [
            rds(
                "DescribeDBInstanceAutomatedBackups",
                """
                <DBInstanceAutomatedBackups><DBInstanceAutomatedBackup><Region>us-west-2</Region>
                <DBInstanceArn>\(accountARN):db:crm</DBInstanceArn><KmsKeyId>\(key)-2</KmsKeyId>
                </DBInstanceAutomatedBackup></DBInstanceAutomatedBackups>
                """)
        ],
        "rds:DescribeDBSnapshots": [
            rds(
                "DescribeDBSnapshots",
                """
                <DBSnapshots><DBSnapshot><DBSnapshotIdentifier>by-hand</DBSnapshotIdentifier>
                <DBSnapshotArn>arn:aws:rds:us-east-1:123456789012:snapshot:by-hand</DBSnapshotArn>
                <DBInstanceIdentifier>crm</DBInstanceIdentifier><SnapshotType>manual</SnapshotType>
                <KmsKeyId>\(key)-3</KmsKeyId></DBSnapshot></DBSnapshots>
                """)
        ],
        "rds:DescribeDBClusterSnapshots": [
            rds(
                "DescribeDBClusterSnapshots",
                """
                <DBClusterSnapshots><DBClusterSnapshot>
                <DBClusterSnapshotIdentifier>by-hand</DBClusterSnapshotIdentifier>
                <DBClusterSnapshotArn>arn:aws:rds:us-east-1:123456789012:cluster-snapshot:by-hand</DBClusterSnapshotArn>
                <DBClusterIdentifier>catalogue</DBClusterIdentifier></DBClusterSnapshot></DBClusterSnapshots>
                """)
        ],
        "dynamodb:ListBackups/USER": [
            .reply("{\"BackupSummaries\": [{\"BackupArn\": \"arn:b\", \"TableName\": \"orders\"}]}")
        ],
        "dynamodb:ListGlobalTables": [
            .reply(
                """
                {"GlobalTables": [{"GlobalTableName": "orders", "ReplicationGroup": [{"RegionName": "us-west-2"}]}]}
                """)
        ],
        "ec2:DescribeVolumes": [
            ec2("DescribeVolumes", "<volumeSet><item><volumeId>vol-1</volumeId></item></volumeSet>", next: "more"),
            ec2("DescribeVolumes", "<volumeSet><item><volumeId>vol-2</volumeId></item></volumeSet>"),
        ],
        "ec2:DescribeSnapshots": [
            ec2(
                "DescribeSnapshots",
                "<snapshotSet><item><snapshotId>snap-1</snapshotId><volumeId>vol-1</volumeId></item></snapshotSet>")
        ],
        "dynamodb:ListTables": [.reply("{\"TableNames\": [\"orders\", \"carts\"]}")],
        "dynamodb:DescribeTable/orders": [
            table("orders", ", \"Replicas\": [{\"RegionName\": \"us-west-2\", \"KMSMasterKeyId\": \"far\"}]")
        ],
        "dynamodb:DescribeTable/carts": [table("carts")],
        "dynamodb:DescribeContinuousBackups/orders": [recovery("ENABLED")],
        "dynamodb:DescribeContinuousBackups/carts": [recovery("DISABLED")],
        "dynamodb:ListTagsOfResource/orders": [.reply("{\"Tags\": [{\"Key\": \"dr\", \"Value\": \"yes\"}]}")],
        "dynamodb:ListTagsOfResource/carts": [.reply("{\"Tags\": []}")],
        "elasticfilesystem:/2015-02-01/file-systems": [
            .reply("{\"FileSystems\": [\(fileSystem("fs-1")), \(fileSystem("fs-2"))]}")
        ],
        "elasticfilesystem:/2015-02-01/file-systems/fs-1/backup-policy": [
            .reply("{\"BackupPolicy\": {\"Status\": \"ENABLED\"}}")
        ],
        "elasticfilesystem:/2015-02-01/file-systems/fs-2/backup-policy": [.error("PolicyNotFound", status: 404)],
        "elasticfilesystem:/2015-02-01/file-systems/replication-configurations": [
            .error("ReplicationNotFound", status: 404)
        ],
        "dlm:/policies": [.reply("{\"Policies\": [{\"PolicyId\": \"policy-2\"}, {\"PolicyId\": \"policy-1\"}]}")],
        "dlm:/policies?defaultPolicyType=ALL": [
            .reply(
                "{\"Policies\": [{\"PolicyId\": \"policy-3\", \"DefaultPolicy\": true}, {\"PolicyId\": \"policy-1\"}]}")
        ],
        "dlm:/policies/policy-1": [.reply("{\"Policy\": {\"PolicyId\": \"policy-1\"}}")],
        "dlm:/policies/policy-2": [.reply("{\"Policy\": {\"PolicyId\": \"policy-2\"}}")],
        "dlm:/policies/policy-3": [.reply("{\"Policy\": {\"PolicyId\": \"policy-3\", \"DefaultPolicy\": true}}")],
    ]

    private static func table(_ name: String, _ rest: String = "") -> HTTPResponse {
        .reply(
            """
            {"Table": {"TableName": "\(name)", "TableArn": "arn:aws:dynamodb:us-east-1:123456789012:table/\(name)"\(rest)}}
            """)
    }

    private static func recovery(_ status: String) -> HTTPResponse {
        .reply(
            """
            {"ContinuousBackupsDescription": {"ContinuousBackupsStatus": "ENABLED",
            "PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "\(status)"}}}
            """)
    }

    private static func fileSystem(_ id: String) -> String {
        """
        {"FileSystemId": "\(id)", "FileSystemArn": "arn:aws:elasticfilesystem:us-east-1:123456789012:file-system/\(id)"}
        """
    }
}
