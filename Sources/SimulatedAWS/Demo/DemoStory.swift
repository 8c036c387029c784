import AWSModel
import Foundation

/// Six weeks of Larkspur, told by the account's own clock: what is found in the account happened in it.
///
/// The main site is in us-east-1 and fails over to us-west-2; eu-central-1 serves Europe; ap-southeast-2 came with a
/// company that was bought and still works as it always did.
struct DemoStory {
    static let virginia: Region = "us-east-1"
    static let oregon: Region = "us-west-2"
    static let frankfurt: Region = "eu-central-1"
    static let sydney: Region = "ap-southeast-2"
    static let days = 44.0

    var account: SimulatedAccount
    let end: Date
    var keys: [String: ARN] = [:]
    var roles: [String: ARN] = [:]

    init(endingAt end: Date) {
        self.end = end
        account = SimulatedAccount(at: end.addingTimeInterval(-Self.days * 86_400))
    }

    mutating func tell() {
        makeKeysAndRoles()
        makeBuckets()
        writeOldObjects()
        makeResources()
        wait(untilDaysBeforeEnd: 43.5)
        replicateBuckets()
        openVaults()
        planBackups()
        wait(untilDaysBeforeEnd: 12)
        rehearseRestore()
        wait(untilDaysBeforeEnd: 9)
        breakBackups()
        wait(untilDaysBeforeEnd: 5)
        breakBuckets()
        wait(untilDaysBeforeEnd: 26 / 24)
        workForADay()
    }

    private mutating func wait(untilDaysBeforeEnd days: Double) {
        account.advance(to: end.addingTimeInterval(-days * 86_400))
    }

    func key(_ name: String) -> ARN? { keys[name] }

    func role(_ name: String) -> String { roles[name]?.text ?? "" }
}
