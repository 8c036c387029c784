import AWSCore
import AWSModel
import Execution
import Foundation
import Recovery
import SimulatedAWS

/// A simulated account that lost a region: buckets and a table whose recovery points lie in another one.
struct RestoreBench {
    static let home: Region = "us-east-1"
    static let away: Region = "us-west-2"
    static let start = Date(timeIntervalSince1970: 1_795_132_800)
    static let role = "arn:aws:iam::123456789012:role/restorer"
    static let bucketPoint = "arn:aws:backup:us-west-2:123456789012:recovery-point:media"
    static let tablePoint = "arn:aws:backup:us-west-2:123456789012:recovery-point:carts"
    static let clusterPoint = "arn:aws:rds:us-west-2:123456789012:cluster-snapshot:awsbackup:job-ledger"
    static let volumePoint = "arn:aws:ec2:us-west-2::snapshot/snap-0000000000000000a"

    let aws = SimulatedAWS(at: start)

    init() {
        aws.configure { account in
            account.createBucket("media", in: Self.home, versioning: .enabled)
            for index in 0..<25 {
                _ = try? account.write(
                    ObjectDraft(key: "films/\(index)", content: .bytes(Array("film \(index)".utf8))), to: "media")
            }
            account.createServiceRole(
                "restorer", for: "backup.amazonaws.com",
                attaching: [
                    "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores",
                    "arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Restore",
                ])
        }
        aws.advance(by: .seconds(3600))
        aws.configure { account in
            let now = account.now
            func add(_ arn: String, _ resource: String, _ type: String, _ name: String, _ size: Int64) {
                account.backup.add(
                    SimulatedRecoveryPoint(
                        arn: arn, resourceARN: resource, resourceType: type, resourceName: name, createdAt: now,
                        completedAt: now, size: ByteCount(size)), toVault: "dr", in: Self.away)
            }
            add(Self.bucketPoint, "arn:aws:s3:::media", "S3", "media", 150)
            add(
                Self.tablePoint, "arn:aws:dynamodb:us-east-1:123456789012:table/carts", "DynamoDB", "carts",
                5_000_000_000)
            add(
                Self.clusterPoint, "arn:aws:rds:us-east-1:123456789012:cluster:ledger", "Aurora", "ledger",
                1_000_000_000)
            add(
                Self.volumePoint, "arn:aws:ec2:us-east-1:123456789012:volume/vol-1", "EBS", "data", 3_000_000_000)
        }
        aws.advance(by: .seconds(600))
    }

    /// A client of the account, whose waits pass at once.
    func client(_ transport: (any Transport)? = nil, attempts: Int = 5) -> AWSClient {
        let aws = aws
        let uptime = Lock(Duration.zero)
        return AWSClient(
            transport: transport ?? aws,
            credentials: FixedCredentials(
                Credentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "S3CRET", source: "test")),
            endpoints: EndpointResolver(), retries: RetryPolicy(maximumAttempts: attempts),
            clock: ClientClock(
                now: { aws.now }, uptime: { uptime.withLock { $0 } },
                sleep: { wait in uptime.withLock { $0 += wait } }, random: { 0.5 }))
    }

    func executor(
        _ journal: any Journal, _ transport: (any Transport)? = nil, attempts: Int = 5,
        tell: @escaping @Sendable (ExecutionNotice) -> Void = { _ in }
    ) -> Executor {
        let aws = aws
        return Executor(client: client(transport, attempts: attempts), journal: journal, now: { aws.now }, tell: tell)
    }

    static func bucketCall(_ token: String = "token-1", into bucket: String = "media-restored") -> PlannedCall {
        restore(
            bucketPoint, "S3", ["DestinationBucketName": bucket, "NewBucket": "true", "EncryptionType": "SSE-S3"],
            of: "arn:aws:s3:::media", token: token)
    }

    static func restore(
        _ point: String, _ type: String, _ metadata: [String: String], of resource: String = "arn:aws:s3:::media",
        role: String = role, token: String = "token-1"
    ) -> PlannedCall {
        PlannedCall(
            token: token, region: away, resource: resource,
            action: .startRestoreJob(recoveryPoint: point, type: type, role: role, metadata: metadata))
    }

    static func grant(_ tokens: String...) throws -> WriteGrant {
        guard let grant = WriteGrant(typed: "media", name: "media", tokens: Set(tokens)) else {
            throw MemoryJournal.Refused(description: "no grant")
        }
        return grant
    }

    var jobs: [SimulatedRestoreJob] { aws.configure { $0.backup.restoreJobs(in: Self.away) } }

    /// Looks until it is over, the account's clock passing as the watch asks.
    func watch(_ watch: inout ProgressWatch, client: AWSClient? = nil, atMost looks: Int = 500) async
        -> [CallProgress]
    {
        let client = client ?? self.client()
        var seen: [CallProgress] = []
        for _ in 0..<looks {
            let look = await watch.look(client, now: { aws.now })
            seen.append(look.progress)
            guard let next = look.next else { break }
            aws.advance(by: next)
        }
        return seen
    }
}
