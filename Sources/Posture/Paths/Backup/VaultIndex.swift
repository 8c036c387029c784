package import AWSModel

/// Which vaults hold recovery points of which resources, and which vaults could not be looked into.
package struct VaultIndex: Sendable {
    /// A vault of the account, by where it stands in the inventory.
    package final class Place: Sendable {
        /// Where it stands among the places.
        let number: Int
        package let region: Region
        package let vault: BackupVault
        /// Why its contents are not known; nil when they are.
        package let gap: String?
        /// Evidence of the listing of its contents.
        package let contents: Reading<[VaultedResource]>
        /// Evidence of the list that the vault was in.
        package let listing: Evidence

        init(
            number: Int, region: Region, vault: BackupVault, contents: Reading<[VaultedResource]>, listing: Evidence
        ) {
            self.number = number
            self.region = region
            self.vault = vault
            // The vault's own count of recovery points is approximate: a 0 hides nothing away.
            gap = contents.gap
            self.contents = contents
            self.listing = listing
        }
    }
    /// The newest recovery point of a resource in one vault.
    package final class Copy: Sendable {
        package let place: Int
        package let newest: Reading<RecoveryPoint>

        init(place: Int, newest: Reading<RecoveryPoint>) {
            self.place = place
            self.newest = newest
        }
    }

    package private(set) var places: [Place] = []
    private var byARN: [String: Int] = [:]
    private var byName: [String: Int] = [:]
    private var listed: Set<Region> = []
    private var copies: [String: [Copy]] = [:]
    /// Regions whose list of vaults is unread, with the cause.
    private var unlisted: [Region: String] = [:]
    /// The same, sorted by region.
    package private(set) var unlistedRegions: [(region: Region, gap: String)] = []
    /// Vaults whose contents are unread.
    package private(set) var unread: [Int] = []

    init(_ inventory: Inventory) {
        for backup in inventory.backup {
            if let gap = backup.vaults.gap { unlisted[backup.region] = gap } else { listed.insert(backup.region) }
            let listing = Evidence(backup.vaults, "")
            for contents in backup.vaults.value ?? [] { add(contents, region: backup.region, listing) }
        }
        let known = Set(inventory.backup.map(\.region))
        for region in inventory.regions where region.status != .notEnabled && !known.contains(region.name) {
            unlisted[region.name] = region.status == .answered ? "not read" : region.status.rawValue
        }
        unlistedRegions = unlisted.sorted { $0.key < $1.key }.map { (region: $0.key, gap: $0.value) }
    }

    private mutating func add(_ contents: VaultContents, region: Region, _ listing: Evidence) {
        let place = places.count
        places.append(
            Place(
                number: place, region: region, vault: contents.vault, contents: contents.resources, listing: listing))
        byARN[contents.vault.arn.text] = place
        byName["\(region)/\(contents.vault.name)"] = place
        if places[place].gap != nil { unread.append(place) }
        for resource in contents.resources.value ?? [] {
            copies[resource.resourceARN, default: []].append(Copy(place: place, newest: resource.newest))
        }
    }

    /// What is known of the vault that a copy goes to.
    enum Presence: Hashable, Sendable {
        /// Its contents were read.
        case looked
        case otherAccount(AccountID)
        /// Whether it is of this account is not known.
        case ownerUnread
        /// The region's vaults were listed and it is not among them.
        case missing
        case unread(String)
        /// The region was not among those considered.
        case regionUnread
    }

    func presence(of target: PlannedRule.CopyTarget, caller: AccountID?) -> Presence {
        if let place = byARN[target.vaultARN] { return places[place].gap.map { .unread($0) } ?? .looked }
        if let owner = target.account {
            guard let caller else { return .ownerUnread }
            if owner != caller { return .otherAccount(owner) }
        }
        if let gap = unlisted[target.region] { return .unread(gap) }
        return listed.contains(target.region) ? .missing : .regionUnread
    }

    /// Whether a region's vaults were listed and none has the name.
    func isMissing(_ name: String, in region: Region) -> Bool {
        listed.contains(region) && byName["\(region)/\(name)"] == nil
    }

    package func copies(of arn: String) -> [Copy] { copies[arn] ?? [] }
    func place(ofVault arn: String) -> Place? { byARN[arn].map { places[$0] } }
    /// A rule names the vault of its own region by its name alone.
    func place(ofVaultNamed name: String, in region: Region) -> Place? {
        byName["\(region)/\(name)"].map { places[$0] }
    }
}
