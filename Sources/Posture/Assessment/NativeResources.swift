import AWSModel

/// The resources that the services' own listings tell of, and what those listings prove of others.
struct NativeResources: Sendable {
    private let inventory: Inventory
    private let caller: AccountID?
    private let regions: [Region: Int]

    init(_ inventory: Inventory) {
        self.inventory = inventory
        caller = inventory.caller.value?.account
        regions = Dictionary(
            (inventory.native ?? []).enumerated().map { ($1.region, $0) }, uniquingKeysWith: { a, _ in a })
    }

    /// Why a service's own listing does not tell of a resource, which only AWS Backup knows of.
    enum Absence: Hashable, Sendable {
        /// The listing is whole: it does not exist any more, though AWS Backup keeps its name (2.13).
        case gone
        case unread(String?)
    }

    func absence(of type: ResourceType, in region: Region?) -> Absence {
        guard inventory.native != nil else { return .unread(nil) }
        // Some ARNs cannot be made without the account.
        guard caller != nil else { return .unread("whose account this is was not read") }
        guard let region, let number = regions[region], let native = inventory.native?[number] else {
            return .unread("not read")
        }
        let gap: String?
        switch type {
        case .rdsInstance: gap = native.databases.gap
        case .rdsCluster, .auroraCluster: gap = native.clusters.gap
        case .dynamoDBTable: gap = native.tables.gap
        case .ebsVolume: gap = native.volumes.gap
        case .efsFileSystem: gap = native.fileSystems.gap
        case .s3Bucket, .other: return .unread(nil)
        }
        return gap.map { .unread($0) } ?? .gone
    }

    var all: [AccountResource] {
        (inventory.native ?? []).enumerated().flatMap { number, native in
            databases(native, number) + clusters(native, number) + tables(native, number) + volumes(native, number)
                + fileSystems(native, number)
        }
    }

    /// A cluster's instances hold nothing of their own.
    private func databases(_ native: NativeRegion, _ number: Int) -> [AccountResource] {
        (native.databases.value ?? []).enumerated().compactMap { index, database in
            guard database.cluster == nil else { return nil }
            return resource(
                database.arn.text, Self.backupType(engine: database.engine, otherwise: "RDS"), database.identifier,
                native, NativePlace(kind: .database, region: number, index: index))
        }
    }

    private func clusters(_ native: NativeRegion, _ number: Int) -> [AccountResource] {
        (native.clusters.value ?? []).enumerated().map { index, cluster in
            let isAurora = cluster.engine.hasPrefix("aurora")
            return resource(
                cluster.arn.text, Self.backupType(engine: cluster.engine, otherwise: isAurora ? "Aurora" : "RDS"),
                cluster.identifier, native, NativePlace(kind: .cluster, region: number, index: index))
        }
    }

    /// The listings of RDS also tell of Neptune and DocumentDB.
    private static func backupType(engine: String, otherwise type: String) -> String {
        switch engine {
        case "neptune": "Neptune"
        case "docdb": "DocumentDB"
        default: type
        }
    }

    private func tables(_ native: NativeRegion, _ number: Int) -> [AccountResource] {
        (native.tables.value ?? []).enumerated().compactMap { index, contents in
            // A table that was deleted between the listing and its description is no more.
            guard !contents.table.isAbsent else { return nil }
            let arn =
                contents.table.value?.arn.text ?? self.arn("dynamodb", native.region, "table/\(contents.name)")
            return resource(
                arn, "DynamoDB", contents.name, native, NativePlace(kind: .table, region: number, index: index))
        }
    }

    private func volumes(_ native: NativeRegion, _ number: Int) -> [AccountResource] {
        (native.volumes.value ?? []).enumerated().map { index, volume in
            let name = volume.tags.first { $0.key == "Name" && !$0.value.isEmpty }?.value
            return resource(
                arn("ec2", native.region, "volume/\(volume.id)"), "EBS", name ?? volume.id, native,
                NativePlace(kind: .volume, region: number, index: index))
        }
    }

    private func fileSystems(_ native: NativeRegion, _ number: Int) -> [AccountResource] {
        (native.fileSystems.value ?? []).enumerated().map { index, contents in
            let fileSystem = contents.fileSystem
            return resource(
                fileSystem.arn.text, "EFS", fileSystem.name.flatMap { $0.isEmpty ? nil : $0 } ?? fileSystem.id, native,
                NativePlace(kind: .fileSystem, region: number, index: index))
        }
    }

    private func arn(_ service: String, _ region: Region, _ resource: String) -> String {
        ARN(partition: inventory.partition, service: service, region: region, account: caller, resource: resource).text
    }

    private func resource(
        _ arn: String, _ backupType: String, _ name: String, _ native: NativeRegion, _ place: NativePlace
    ) -> AccountResource {
        let type = ResourceClassification(arn: arn, backupType: backupType).type
        var evaluation = AccountResource.Evaluation(type)
        if case .backupOnly(let service, _) = evaluation {
            evaluation =
                caller == nil ? .backupOnly(service: service, gap: "whose account this is was not read") : .full
        }
        // AWS Backup makes it for a test and deletes it again (2.6).
        if name.hasPrefix("awsbackup-restore-test") { evaluation = .none("a restore test made it") }
        var resource = AccountResource(
            arn: arn, type: type, backupType: backupType, name: name, region: native.region, evaluation: evaluation)
        resource.native = place
        return resource
    }

    /// The listings that were not read, one for all of a region that failed alike.
    func blindSpots(in region: Region) -> [BlindSpot] {
        guard inventory.native != nil else { return [] }
        guard let native = regions[region].flatMap({ inventory.native?[$0] }) else {
            return [BlindSpot(region: region, what: "databases, volumes and file systems", cause: "not read")]
        }
        let listings = [
            ("RDS instances", native.databases.gap), ("clusters of RDS and Aurora", native.clusters.gap),
            ("DynamoDB tables", native.tables.gap), ("EBS volumes", native.volumes.gap),
            ("EFS file systems", native.fileSystems.gap),
        ]
        let unread = listings.compactMap { what, gap in gap.map { (what, $0) } }
        guard let (_, first) = unread.first else { return [] }
        if unread.count == listings.count, unread.allSatisfy({ $0.1 == first }) {
            return [BlindSpot(region: region, what: "databases, volumes and file systems", cause: first)]
        }
        return unread.map { BlindSpot(region: region, what: $0, cause: $1) }
    }
}
