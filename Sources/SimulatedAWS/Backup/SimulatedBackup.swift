package import AWSCore
package import AWSModel
package import Foundation

/// AWS Backup of one account in all regions, in memory: answers its wire and moves its jobs along by the clock.
package struct SimulatedBackup: Sendable {
    package let account: AccountID
    package let partition: String
    package var paging = BackupPaging()
    package var pace = BackupPace()
    /// Whether the account may read and write the organization's settings.
    package var managesOrganization = true
    /// Messages with which every backup of a resource fails, by its ARN.
    package var failingBackups: [String: String] = [:]
    /// Messages with which every copy of a resource fails, by its ARN.
    package var failingCopies: [String: String] = [:]
    /// Stretches of time in which the schedules of a region start nothing.
    package var skippedRuns: [Region: Range<Date>] = [:]

    var regions: [Region: BackupRegionState] = [:]
    var copyJobs = JobLedger<SimulatedCopyJob>()
    var globalSettings = ["isCrossAccountBackupEnabled": "false"]
    var globalSettingsUpdatedAt: Date?
    var restored: [SimulatedRestoreJob] = []
    /// How far the clock has run; nil before the first call.
    var clock: Date?
    /// When a recovery point has to go next; early is harmless.
    var nextExpiry = Date.distantFuture
    private var idsMade: UInt64 = 0

    package init(account: AccountID, partition: String) {
        self.account = account
        self.partition = partition
    }

    /// The reply of AWS Backup; jobs and schedules are first brought up to `now`.
    package mutating func respond(
        to request: SimulatedRequest, at now: Date, world: any SimulatedWorld
    ) -> HTTPResponse {
        advance(to: now, world: world)
        for route in BackupRoute.all {
            guard let labels = route.labels(request) else { continue }
            guard let body = BackupJSON.parse(request.body) else {
                return BackupRefusal(name: "SerializationException", message: "The body is not JSON.").response
            }
            let call = BackupCall(
                region: request.region, now: now, world: world, labels: labels, query: request.query, body: body)
            do {
                return try route.handler(&self, call).response
            } catch let refusal as BackupRefusal {
                return refusal.response
            } catch {
                return BackupRefusal(name: "ServiceUnavailableException", message: "\(error)", status: 500).response
            }
        }
        return BackupRefusal.unknownOperation(request.method.rawValue, request.path).response
    }

    /// The name of the operation that a request asks for, "ListBackupVaults"; nil when there is none.
    package static func operation(of request: SimulatedRequest) -> String? {
        BackupRoute.all.first { $0.labels(request) != nil }?.operation
    }
}

extension SimulatedBackup {
    /// A new identifier in the form of a UUID; the same sequence in every run.
    mutating func newID() -> String {
        idsMade += 1
        let high = Self.scrambled(idsMade &* 2)
        let low = Self.scrambled(idsMade &* 2 &+ 1)
        func hex(_ value: UInt64, _ digits: Int) -> String {
            let text = String(value, radix: 16)
            return String(repeating: "0", count: max(0, digits - text.count)) + text
        }
        let text = hex(high, 16) + hex(low, 16)
        var groups: [Substring] = []
        var rest = text[...]
        for length in [8, 4, 4, 4, 12] {
            groups.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return groups.joined(separator: "-")
    }

    private static func scrambled(_ seed: UInt64) -> UInt64 {
        var value = seed &* 0x9E37_79B9_7F4A_7C15
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    func arn(_ region: Region, _ resource: String) -> String {
        ARN(partition: partition, service: "backup", region: region, account: account, resource: resource).text
    }

    func vaultARN(_ name: String, in region: Region) -> String { arn(region, "backup-vault:\(name)") }

    /// The key AWS Backup makes for a region, alias aws/backup.
    func defaultKeyARN(in region: Region) -> String {
        ARN(
            partition: partition, service: "kms", region: region, account: account,
            resource: "key/ba0c0000-0000-4000-8000-000000000001"
        ).text
    }

    func keyARN(of vault: SimulatedVault) -> String { vault.keyARN ?? defaultKeyARN(in: vault.region) }

    /// A vault of this account by its ARN.
    func vault(arn text: String) -> SimulatedVault? {
        vaultPlace(text).flatMap { regions[$0.region]?.vaults[$0.name] }
    }

    /// Name and region of a vault of this account, which need not exist.
    func vaultPlace(_ text: String) -> (name: String, region: Region)? {
        guard let arn = ARN(text), arn.account == account, let region = arn.region,
            arn.resource.hasPrefix("backup-vault:")
        else { return nil }
        return (String(arn.resource.dropFirst("backup-vault:".count)), region)
    }

    /// The vault that a call names; AWS denies access to one that is not there (aws-sdk-js#2625).
    func vault(_ call: BackupCall) throws(BackupRefusal) -> SimulatedVault {
        guard let vault = regions[call.region]?.vaults[call.label("vault")] else { throw .accessDenied }
        return vault
    }

    func state(_ region: Region) -> BackupRegionState { regions[region] ?? BackupRegionState() }
}
