import AWSCore
import AWSModel
import Foundation
import Posture
import SimulatedAWS
import Testing

@testable import Survey

@Suite("The newest recovery point of each resource in a vault")
struct VaultSurveyTests {
    private static let now = 1_795_000_000

    /// A recovery point of so many hours ago that is deleted so many hours from now; nil is never.
    private static func point(_ name: String, hoursOld: Int, deletedIn hours: Int?) -> String {
        let end = hours.map { ",\"CalculatedLifecycle\":{\"DeleteAt\":\(now + $0 * 3600)}" } ?? ""
        return "{\"RecoveryPointArn\":\"arn:aws:backup:us-east-1:111122223333:recovery-point:\(name)\","
            + "\"BackupVaultName\":\"v\",\"Status\":\"COMPLETED\",\"CreationDate\":\(now - hoursOld * 3600)\(end)}"
    }

    /// What is read of one resource in a vault that names its last recovery point and holds these.
    private func newest(last: String, held: [String]) async -> String? {
        let resource = "arn:aws:ec2:us-east-1:111122223333:volume/vol-1"
        let tampered = TamperedAWS(base: SimulatedAWS(at: Date(timeIntervalSince1970: Double(Self.now)))) { request in
            switch request.path {
            case "/backup-vaults/":
                .reply(
                    "{\"BackupVaultList\":[{\"BackupVaultName\":\"v\",\"BackupVaultArn\":"
                        + "\"arn:aws:backup:us-east-1:111122223333:backup-vault:v\"}]}")
            case "/backup-vaults/v/resources/":
                .reply(
                    "{\"Results\":[{\"ResourceArn\":\"\(resource)\",\"LastRecoveryPointArn\":"
                        + "\"arn:aws:backup:us-east-1:111122223333:recovery-point:last\"}]}")
            case "/backup-vaults/v/recovery-points/": .reply("{\"RecoveryPoints\":[\(held.joined(separator: ","))]}")
            case let path where path.hasPrefix("/backup-vaults/v/recovery-points/"): .reply(last)
            default: nil
            }
        }
        let survey = VaultSurvey(reader: tampered.reader, region: "us-east-1", mentions: Mentions(tampered.reader))
        let vaults = await survey.vaults()
        let found = vaults.value?.first?.resources.value?.first { $0.resourceARN == resource }
        return found?.newest.value?.arn.text.split(separator: ":").last.map(String.init)
    }

    @Test("the last one is taken while it is kept, and one that is due to be deleted hides none that is older")
    func dueForDeletion() async {
        let kept = Self.point("last", hoursOld: 1, deletedIn: 5)
        let due = Self.point("last", hoursOld: 26, deletedIn: -2)
        let older = Self.point("older", hoursOld: 26, deletedIn: nil)
        let oldest = Self.point("oldest", hoursOld: 50, deletedIn: nil)
        #expect(await newest(last: kept, held: [kept, older]) == "last")
        #expect(await newest(last: due, held: [due, oldest, older]) == "older")
        #expect(await newest(last: due, held: [due]) == "last")
    }
}
