import AWSModel
import Foundation
import Testing

@testable import Posture

private let account = "111122223333"
private let table = "arn:aws:dynamodb:us-east-1:\(account):table/orders"
private let cluster = "arn:aws:rds:us-east-1:\(account):cluster:main"

@Suite("Resources that AWS Backup knows of besides buckets")
struct OtherTypesTests {
    private func covered(
        _ arn: String, hoursOld: Double? = 10, type: String? = nil, from account: TestAccount = TestAccount()
    ) -> TestAccount {
        var account = account
        account.addVault()
        account.addPlan(selecting: [arn])
        if let hoursOld { account.addPoint(of: arn, hoursOld: hoursOld) }
        account.editBackup("us-east-1") {
            $0.protectedResources = read([ProtectedResource(resourceARN: arn, resourceType: type)])
        }
        return account
    }

    @Test(
        "a fresh copy protects a table, a volume and a database, where it is known that their keys work",
        arguments: [
            table, "arn:aws:ec2:us-east-1:111122223333:volume/vol-1", "arn:aws:rds:us-east-1:111122223333:db:main",
        ])
    func fresh(arn: String) {
        var account = TestAccount.withNative()
        account.addTable()
        account.addVolume()
        account.addDatabase("main")
        #expect(covered(arn, from: account).resource(arn)?.verdict == .protected)
        // What is under a key that does not work is copied no more.
        let unread = covered(arn).resource(arn)
        #expect(unread?.verdict == .unknown)
        #expect(unread?.reason.hasPrefix("whether its own key works is not known") == true)
    }

    @Test(
        "without a good copy they are unknown, never unprotected: their own protection is not read",
        arguments: [
            nil, 200.0,
        ])
    func unknown(hoursOld: Double?) {
        let resource = covered(table, hoursOld: hoursOld).resource(table)
        #expect(resource?.verdict == .unknown)
        #expect(resource?.reason.hasSuffix("DynamoDB's own protection is not read") == true)
    }

    @Test("the reason says what was found")
    func reason() {
        let reason = covered(table, hoursOld: 9 * 24).resource(table)?.reason
        #expect(reason?.hasPrefix("newest copy is 9 days old") == true)
    }

    @Test("fact 2.10: copy actions on an RDS Multi-AZ cluster are no path")
    func multiAZCluster() {
        let resource = covered(cluster, hoursOld: nil, type: "RDS").resource(cluster)
        #expect(resource?.type == .rdsCluster)
        #expect(resource?.paths == [])
        #expect(resource?.reason.contains("cannot copy RDS Multi-AZ clusters") == true)
    }

    @Test("fact 2.10: a table has no copies without advanced features")
    func withoutAdvancedFeatures() {
        var account = covered(table, hoursOld: nil)
        #expect(account.resource(table)?.paths.count == 1)
        account.editBackup("us-east-1") {
            $0.settings = read(BackupRegionSettings(optIn: ["DynamoDB": true], management: ["DynamoDB": false]))
        }
        #expect(account.resource(table)?.paths == [])
    }

    @Test("a type that only AWS Backup knows is not evaluated, and its copies are listed")
    func notEvaluated() {
        let instance = "arn:aws:ec2:us-east-1:111122223333:instance/i-1"
        let resource = covered(instance).resource(instance)
        #expect(resource?.verdict == .notEvaluated)
        #expect(resource?.type == .other("EC2"))
        #expect(resource?.paths.count == 1)
    }

    @Test("the question is not asked of another account's resource, whose copy a vault of this one holds")
    func foreign() {
        let arn = "arn:aws:ec2:ap-south-1:444455556666:volume/vol-1"
        var central = TestAccount()
        central.addVault()
        central.addPoint(of: arn)
        let assessment = Analyzer.assess(central.inventory, now: TestAccount.now)
        #expect(assessment.scenarios.isEmpty)
        #expect(central.resource(arn, lost: "ap-south-1") == nil)
        // Whose it is cannot be told without the caller.
        central.inventory.caller = denied()
        #expect(central.resource(arn, lost: "ap-south-1") != nil)
    }

    @Test("fact 2.10: an existing copy of a table that has no copies any more is renewed by nothing")
    func advancedFeaturesOff() {
        var account = covered(table)
        account.editBackup("us-east-1") {
            $0.settings = read(BackupRegionSettings(optIn: ["DynamoDB": true], management: ["DynamoDB": false]))
        }
        let resource = account.resource(table)
        #expect(resource?.verdict == .unknown)
        #expect(resource?.paths.map(\.healthy) == [false])
        #expect(resource?.reason.contains("nothing renews it") == true)
    }

    @Test("fact 2.10: an existing copy of an RDS Multi-AZ cluster is renewed by nothing")
    func copyOfMultiAZCluster() {
        let resource = covered(cluster, type: "RDS").resource(cluster)
        #expect(resource?.paths.map(\.healthy) == [false])
    }

    @Test("a cluster that only a plan names is of either kind: no copy of it is missing, and none is promised")
    func clusterOfEitherKind() {
        var account = TestAccount()
        account.addVault()
        account.addPlan(selecting: [cluster])
        let resource = account.resource(cluster)
        #expect(resource?.verdict == .unknown)
        #expect(resource?.reason.contains("Aurora cluster or an RDS Multi-AZ cluster") == true)
        #expect(account.findings("backup-copy-missing").isEmpty)
        #expect(covered(cluster, hoursOld: nil, type: "Aurora").findings("backup-copy-missing").count == 1)
    }

    @Test("fact 2.13: a resource whose last backup is long ago may no longer exist")
    func mayBeGone() {
        func account(days: Double, named: Bool = false) -> TestAccount {
            var account = TestAccount()
            let last = TestAccount.hoursAgo(days * 24)
            account.editBackup("us-east-1") {
                $0.protectedResources = read([ProtectedResource(resourceARN: table, lastBackupAt: last)])
            }
            if named { account.addPlan(copyTo: [], selecting: [table]) }
            return account
        }
        let words = "it may no longer exist"
        #expect(account(days: 91).resource(table)?.reason.hasSuffix("91 days ago, \(words)") == true)
        #expect(account(days: 90).resource(table)?.reason.contains(words) == false)
        #expect(account(days: 91, named: true).resource(table)?.reason.contains(words) == false)
    }

    @Test("a bucket that is in a vault and not in a whole listing is gone")
    func deletedBucket() {
        #expect(covered("arn:aws:s3:::gone").resource("arn:aws:s3:::gone") == nil)
    }

    @Test("a bucket that is in a vault is unknown when the listing failed")
    func unlistedBucket() {
        var account = covered("arn:aws:s3:::maybe")
        account.inventory.bucketListing = denied()
        #expect(account.resource("arn:aws:s3:::maybe")?.verdict == .unknown)
        #expect(account.resource("arn:aws:s3:::maybe", lost: "us-west-2")?.verdict == .unknown)
    }

    @Test("a resource that a selection names is known, though it never had a backup")
    func namedBySelection() {
        var account = TestAccount()
        account.addPlan(selecting: [table])
        #expect(account.resource(table)?.verdict == .unknown)
    }
}
