import AWSCore
import AWSModel
import Execution
import Foundation
import Recovery
import SimulatedAWS
import Testing

@Suite("The checks before a call")
struct PreflightTests {
    private let bench = RestoreBench()

    private func check(_ call: PlannedCall) async -> [String: PreflightCheck] {
        let aws = bench.aws
        let checks = await Preflight(client: bench.client(attempts: 1), now: { aws.now }).check(call)
        return Dictionary(checks.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    @Test("pass where everything is in order, and name the regions that they depend on")
    func inOrder() async throws {
        let transport = WatchedTransport(bench.aws)
        let aws = bench.aws
        let checks = await Preflight(client: bench.client(transport), now: { aws.now }).check(RestoreBench.bucketCall())
        #expect(
            checks.map(\.name) == [
                "recovery point can be restored", "vault is available", "nothing restores it already", "role exists",
                "role can be assumed", "role has the permissions", "bucket name is free",
            ])
        #expect(checks.allSatisfy { $0.result == .passed }, "\(checks)")
        // Roles are IAM's, and new buckets are made by way of the home region (7.1, 7.2).
        #expect(
            checks.map(\.dependsOn) == [
                ["us-west-2"], ["us-west-2"], ["us-west-2"], ["us-east-1"], ["us-east-1"], ["us-east-1"],
                ["us-east-1", "us-west-2"],
            ])
        #expect(transport.requests.allSatisfy { [.get, .head, .post].contains($0.method) })
        #expect(bench.jobs.isEmpty)
    }

    @Test("are unknown, never passed, where nothing can be read")
    func unread() async {
        bench.aws.faults.denials = [.init("*")]
        for call in [
            RestoreBench.bucketCall(),
            RestoreBench.restore(RestoreBench.tablePoint, "DynamoDB", ["targetTableName": "t"]),
            RestoreBench.restore(RestoreBench.volumePoint, "EBS", ["availabilityZone": "us-west-2a"]),
        ] + NativeCase.all.map(\.call) {
            let checks = await check(call)
            #expect(!checks.isEmpty)
            for check in checks.values {
                // A bucket that answers 403 exists: that much can be told.
                #expect(check.result == .unknown || check.result == .failed, "\(check)")
                #expect(check.result == .unknown || check.name == "bucket name is free", "\(check)")
            }
        }
    }

    @Test("that need the home region are unknown while it is dark, and the others pass")
    func homeDark() async {
        bench.aws.faults.darkRegions = [RestoreBench.home: .refused]
        let checks = await check(RestoreBench.bucketCall())
        #expect(checks["role exists"]?.result == .unknown)
        #expect(checks["recovery point can be restored"]?.result == .passed)
        #expect(checks["vault is available"]?.result == .passed)
        #expect(checks["bucket name is free"]?.dependsOn.contains(RestoreBench.home) == true)
    }

    struct Trouble: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var call = RestoreBench.bucketCall()
        var change: @Sendable (inout SimulatedAccount) -> Void = { _ in }
        var check: String
        var result: PreflightCheck.Result = .failed
        var says: String
    }

    private static let tableCall = RestoreBench.restore(
        RestoreBench.tablePoint, "DynamoDB", ["targetTableName": "carts-2"])

    private static func clusterCall(_ more: [String: String] = [:]) -> PlannedCall {
        RestoreBench.restore(
            RestoreBench.clusterPoint, "Aurora",
            ["dbClusterIdentifier": "ledger-2", "engine": "aurora-postgresql"].merging(more) { $1 })
    }

    static let troubles = [
        Trouble(
            testDescription: "no such role",
            call: RestoreBench.restore(
                RestoreBench.bucketPoint, "S3", ["DestinationBucketName": "b", "NewBucket": "true"],
                role: "arn:aws:iam::123456789012:role/no"), check: "role exists", says: "role/no"),
        Trouble(
            testDescription: "a role that trusts another service",
            change: { $0.createServiceRole("restorer", for: "ec2.amazonaws.com") }, check: "role can be assumed",
            says: "backup.amazonaws.com"),
        Trouble(
            testDescription: "the default role, which knows nothing of S3",
            change: {
                $0.createServiceRole(
                    "restorer", for: "backup.amazonaws.com",
                    attaching: ["arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores"])
            }, check: "role has the permissions", says: "s3:PutObject"),
        Trouble(
            testDescription: "a recovery point that is gone",
            call: RestoreBench.restore(
                "arn:aws:backup:us-west-2:123456789012:recovery-point:gone", "S3", ["DestinationBucketName": "b"]),
            check: "recovery point can be restored", says: "no such recovery point"),
        Trouble(
            testDescription: "an expired recovery point",
            change: { account in
                account.backup.add(
                    SimulatedRecoveryPoint(
                        arn: RestoreBench.bucketPoint, resourceARN: "arn:aws:s3:::media", resourceType: "S3",
                        status: .known(.expired), createdAt: account.now), toVault: "dr", in: RestoreBench.away)
            }, check: "recovery point can be restored", result: .warning, says: "EXPIRED"),
        Trouble(
            testDescription: "a recovery point in cold storage", call: tableCall,
            change: { account in
                account.backup.add(
                    SimulatedRecoveryPoint(
                        arn: RestoreBench.tablePoint,
                        resourceARN: "arn:aws:s3:::media", resourceType: "DynamoDB",
                        createdAt: account.now.addingTimeInterval(-86_400 * 10),
                        lifecycle: RecoveryPointLifecycle(moveToColdStorageAfterDays: 1, deleteAfterDays: 365)),
                    toVault: "dr", in: RestoreBench.away)
            }, check: "recovery point can be restored", result: .warning, says: "cold"),
        Trouble(
            testDescription: "a vault whose lock is in its grace time",
            change: { account in
                let vault = SimulatedVault(
                    name: "dr", region: RestoreBench.away, createdAt: account.now,
                    lock: SimulatedVaultLock(lockDate: account.now.addingTimeInterval(86_400)))
                let points = account.backup.vault("dr", in: RestoreBench.away)?.points ?? [:]
                account.backup.add(vault)
                for point in points.values { account.backup.add(point, toVault: "dr", in: RestoreBench.away) }
            }, check: "vault is available", result: .warning, says: "grace"),
        Trouble(
            testDescription: "a key of another region",
            call: RestoreBench.restore(
                RestoreBench.tablePoint, "DynamoDB",
                [
                    "targetTableName": "t",
                    "kmsMasterKeyArn": "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000",
                ]), check: "key can be used", says: "us-west-2"),
        Trouble(
            testDescription: "a bucket that is there already",
            change: { $0.createBucket("media-restored", in: "eu-west-1") }, check: "bucket name is free",
            says: "eu-west-1"),
        Trouble(
            testDescription: "a target without versioning",
            call: RestoreBench.restore(RestoreBench.bucketPoint, "S3", ["DestinationBucketName": "plain"]),
            change: { $0.createBucket("plain", in: "us-west-2") }, check: "versioning is enabled", says: "off"),
        Trouble(
            testDescription: "a target without EventBridge",
            call: RestoreBench.restore(RestoreBench.bucketPoint, "S3", ["DestinationBucketName": "plain"]),
            change: { $0.createBucket("plain", in: "us-west-2", versioning: .enabled) }, check: "EventBridge is on",
            result: .warning, says: "EventBridge"),
        Trouble(
            testDescription: "a target that holds objects",
            call: RestoreBench.restore(RestoreBench.bucketPoint, "S3", ["DestinationBucketName": "plain"]),
            change: { account in
                account.createBucket("plain", in: "us-west-2", versioning: .enabled)
                _ = try? account.write(ObjectDraft(key: "k", content: .bytes([1])), to: "plain")
            }, check: "bucket is empty", result: .warning, says: "plain"),
        Trouble(
            testDescription: "a target in another region",
            call: RestoreBench.restore(RestoreBench.bucketPoint, "S3", ["DestinationBucketName": "media"]),
            check: "bucket is there", says: "us-east-1"),
        Trouble(
            testDescription: "a table name that is taken", call: tableCall,
            change: { $0.tables.add("carts-2", in: RestoreBench.away, account: "123456789012", at: $0.now) },
            check: "table name is free", says: "carts-2"),
        Trouble(
            testDescription: "a cluster name that is taken", call: clusterCall(),
            change: { $0.databases.addCluster("ledger-2", in: RestoreBench.away, account: "123456789012", at: $0.now) },
            check: "cluster name is free", says: "ledger-2"),
        Trouble(
            testDescription: "a subnet group of another region",
            call: clusterCall(["DBSubnetGroupName": "home-subnets"]),
            check: "subnet group is there", says: "default"),
        Trouble(
            testDescription: "a security group of another region",
            call: clusterCall(["VpcSecurityGroupIds": "[\"sg-0123\"]"]), check: "security groups are there",
            says: "sg-0123"),
        Trouble(
            testDescription: "a quota that is used up", call: clusterCall(),
            change: { account in
                for index in 0..<40 {
                    account.databases.addCluster(
                        "c\(index)", in: RestoreBench.away, account: "123456789012", at: account.now)
                }
            }, check: "quota leaves room", says: "40 of 40"),
        Trouble(
            testDescription: "a zone of another region",
            call: RestoreBench.restore(RestoreBench.volumePoint, "EBS", ["availabilityZone": "us-east-1a"]),
            check: "zone is available", says: "us-west-2a"),
        Trouble(
            testDescription: "a class that is not offered",
            call: PlannedCall(
                token: "t", region: RestoreBench.away, resource: "arn",
                action: .createDBInstance(
                    identifier: "ledger-1", cluster: "ledger", engine: "aurora-postgresql",
                    instanceClass: "db.x9z.large")),
            check: "instance class is offered", says: "db.x9z.large for aurora-postgresql"),
        Trouble(
            testDescription: "a class that nobody knows",
            call: PlannedCall(
                token: "t", region: RestoreBench.away, resource: "arn",
                action: .createDBInstance(
                    identifier: "ledger-1", cluster: "ledger", engine: "aurora-postgresql", instanceClass: "large")),
            check: "instance class is offered", says: "Invalid DB Instance class: large"),
        Trouble(
            testDescription: "an access point that leads elsewhere",
            call: PlannedCall(
                token: "t", region: RestoreBench.away, resource: "arn",
                action: .submitRoutes(
                    accessPoint: "arn:aws:s3::123456789012:accesspoint/films.mrap", active: "media-dr",
                    passive: ["media"])),
            change: { $0.createAccessPoint("films", buckets: ["media", "other"]) },
            check: "access point leads to both buckets", says: "not to media-dr"),
        Trouble(
            testDescription: "routes in a region that answers for none",
            call: PlannedCall(
                token: "t", region: "eu-central-1", resource: "arn",
                action: .submitRoutes(accessPoint: "arn", active: "a", passive: [])),
            check: "region answers for routes", says: "eu-central-1"),
    ]

    @Test("find what is wrong, and say what to do about it", arguments: troubles)
    func findsTrouble(trouble: Trouble) async throws {
        bench.aws.configure(trouble.change)
        let found = try #require(await check(trouble.call)[trouble.check])
        #expect(found.result == trouble.result, "\(found)")
        #expect(found.detail.contains(trouble.says), "\(found.detail)")
        #expect(found.advice != nil)
        #expect(!found.dependsOn.isEmpty)
    }

    @Test("pass for the services' own means too", arguments: NativeCase.all)
    func native(native: NativeCase) async {
        bench.aws.configure(native.lay)
        for check in await check(native.call).values {
            // A failover loses something, and says so.
            let isFailover = native.testDescription.contains("fail a global")
            #expect(check.result == (isFailover ? .warning : .passed), "\(check)")
        }
    }
}
