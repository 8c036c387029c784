import AWSModel

/// The words in which databases and disks are laid out.
extension DemoCompany {
    /// - Parameter recoverable: point in time recovery is on.
    mutating func addTable(_ place: Place, gigabytes: Int64, recoverable: Bool = false, tier: String? = nil) {
        account.tables.add(place.name, in: place.region, account: account.id, at: account.now)
        let since = recoverable ? account.now : nil
        account.tables.update(place.name, in: place.region) { table in
            table.size = Self.bytes(gigabytes)
            table.itemCount = Int(gigabytes) * 1_000_000
            table.recoverableSince = since
            table.tags = Self.tags(tier)
        }
    }

    mutating func addInstance(
        _ place: Place, gigabytes: Int64, key alias: String? = nil, keepingDays days: Int, tier: String? = nil
    ) {
        account.databases.addInstance(place.name, in: place.region, account: account.id, at: account.now)
        let keyARN = alias.map { key($0, in: place.region) }
        account.databases.updateInstance(place.name, in: place.region) { instance in
            instance.size = Self.bytes(gigabytes)
            instance.allocatedStorage = Int(gigabytes) * 2
            instance.backupRetentionDays = days
            instance.keyARN = keyARN
            instance.tags = Self.tags(tier)
        }
    }

    /// - Parameter instances: how many serve it; the first one writes.
    mutating func addCluster(
        _ place: Place, gigabytes: Int64, key alias: String? = nil, instances: Int, tier: String? = nil
    ) {
        account.databases.addCluster(place.name, in: place.region, account: account.id, at: account.now)
        let keyARN = alias.map { key($0, in: place.region) }
        account.databases.updateCluster(place.name, in: place.region) { cluster in
            cluster.size = Self.bytes(gigabytes)
            cluster.backupRetentionDays = 7
            cluster.keyARN = keyARN
            cluster.tags = Self.tags(tier)
        }
        for number in 1..<(instances + 1) {
            let name = "\(place.name)-\(number)"
            account.databases.addInstance(name, in: place.region, account: account.id, at: account.now)
            account.databases.updateInstance(name, in: place.region) { instance in
                instance.engine = "aurora-postgresql"
                instance.instanceClass = "db.r6g.large"
                instance.allocatedStorage = 1
                instance.backupRetentionDays = 7
                instance.keyARN = keyARN
                instance.clusterIdentifier = place.name
                instance.tags = Self.tags(tier)
            }
        }
    }

    mutating func addFileSystem(_ place: Place, gigabytes: Int64, zone: String? = nil, tier: String? = nil) {
        account.fileSystems.add(Self.id(place), in: place.region, account: account.id, at: account.now)
        account.fileSystems.update(Self.id(place), in: place.region) { fileSystem in
            fileSystem.size = Self.bytes(gigabytes)
            fileSystem.zone = zone
            fileSystem.tags = Self.tags(tier, name: place.name)
        }
    }

    mutating func addVolume(
        _ place: Place, gigabytes: Int64, key alias: String? = nil, attachedTo instance: Place? = nil,
        tier: String? = nil, snapshots: String? = nil
    ) {
        account.volumes.addVolume(Self.id(place), in: place.region, account: account.id, at: account.now)
        let keyARN = alias.map { key($0, in: place.region) }
        account.volumes.updateVolume(Self.id(place), in: place.region) { volume in
            volume.size = Self.bytes(gigabytes)
            volume.gibibytes = Int(gigabytes)
            volume.keyARN = keyARN
            volume.instanceID = instance.map(Self.id)
            volume.tags = Self.tags(tier, name: place.name)
            volume.tags["snapshots"] = snapshots
        }
    }

    /// A resource of a type that only AWS Backup is asked about.
    mutating func addOther(_ type: String, _ place: Place, gigabytes: Int64) {
        account.addResource(
            SimulatedResource(
                arn: arn(place), type: type, name: place.name, tags: Self.tags(nil), size: Self.bytes(gigabytes)),
            in: place.region)
    }

    /// `vol-…` of `volume/vol-…`.
    static func id(_ place: Place) -> String { place.resource.split(separator: "/").last.map(String.init) ?? "" }

    private static func bytes(_ gigabytes: Int64) -> ByteCount { ByteCount(gigabytes * 1_000_000_000) }

    static func tags(_ tier: String?, name: String? = nil) -> [String: String] {
        var tags = ["environment": "production"]
        tags["tier"] = tier
        tags["Name"] = name
        return tags
    }
}
