import AWSModel
import Foundation

/// Northlight and its account, as it grows from its founding to the moment of the demo.
struct DemoCompany {
    let now: Date
    var account: SimulatedAccount

    static let home: Region = "us-east-1"
    static let recovery: Region = "us-west-2"
    static let europe: Region = "eu-central-1"
    static let sydney: Region = "ap-southeast-2"
    /// A studio that gets films from Northlight, and keeps its own account closed to it.
    static let studio: AccountID = "210987654321"

    init(now: Date) {
        self.now = now
        account = SimulatedAccount(at: now.addingTimeInterval(-Self.ageInDays * 86_400))
    }

    /// How long the company has had its account, and since when its backup plans run; days.
    private static let ageInDays = 420.0
    static let plansSince = 45.0

    func ago(_ days: Double) -> Date { now.addingTimeInterval(-days * 86_400) }

    /// Buckets, databases, disks and roles, as they were first laid out.
    mutating func found() {
        addKeysAndRoles()
        addBuckets()
        addDatabasesAndDisks()
        addServices()
    }
}

/// How the account names what is in it.
extension DemoCompany {
    func arn(_ service: String, _ region: Region, _ resource: String) -> String {
        ARN(
            partition: account.partition, service: service, region: region, account: account.id, resource: resource
        ).text
    }

    func bucket(_ name: String) -> String { ARN.bucket(name, partition: account.partition).text }
    func vault(_ name: String, in region: Region) -> String { arn("backup", region, "backup-vault:\(name)") }
    func role(_ name: String) -> String { account.roles.roles[name]?.arn.text ?? "" }
    func key(_ alias: String, in region: Region) -> String {
        account.keys.find("alias/" + alias, in: region)?.metadata.arn.text ?? ""
    }
}
