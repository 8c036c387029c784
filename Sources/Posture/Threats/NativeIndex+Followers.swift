import AWSModel

extension NativeIndex {
    /// What a resource is a mere replica of, where that was read: whatever befalls the replica, its data is the source's.
    /// Tables are no replicas of each other, for each can be written to.
    struct Source {
        /// As operators call it.
        let name: String
        let arn: String
    }

    func source(of resource: AccountResource) -> Source? {
        guard let place = resource.native else { return nil }
        switch place.kind {
        case .database:
            guard let replica = database(place), let source = replica.replicaSource else { return nil }
            return database(arn: Self.arn(of: source, beside: replica)).map {
                Source(name: $0.identifier, arn: $0.arn.text)
            }
        case .cluster:
            guard let global = globalCluster(ofMember: resource.arn),
                let writer = global.members.first(where: \.isWriter)?.clusterARN, writer.text != resource.arn
            else { return clusterSource(place) }
            return cluster(arn: writer.text).map { Source(name: $0.identifier, arn: writer.text) }
        case .fileSystem:
            guard let id = fileSystem(place)?.fileSystem.id,
                let source = replications(of: id).first(where: { $0.sourceID != id })
            else { return nil }
            let known = region(source.sourceRegion)?.fileSystems.value ?? []
            return known.first { $0.fileSystem.id == source.sourceID }.map {
                Source(name: source.sourceID, arn: $0.fileSystem.arn.text)
            }
        case .table, .volume: return nil
        }
    }

    /// Why it is not known what befalls a resource through another one that it follows; nil where it is, or follows none.
    func unreadSource(of resource: AccountResource) -> String? {
        guard source(of: resource) == nil, let place = resource.native, let home = resource.region else { return nil }
        switch place.kind {
        case .database:
            guard let replica = database(place), let source = replica.replicaSource else { return nil }
            return Self.unread(Self.arn(of: source, beside: replica))
        case .cluster:
            if let global = globalCluster(ofMember: resource.arn) {
                let writer = global.members.first(where: \.isWriter)?.clusterARN.text
                return writer == resource.arn ? nil : writer.map(Self.unread)
            }
            if let source = cluster(place)?.replicationSource { return Self.unread(source) }
            guard resource.type == .auroraCluster else { return nil }
            return region(home)?.globalClusters.gap.map { "global databases of \(home) unread: \($0)" }
        case .fileSystem:
            if let gap = region(home)?.fileSystemReplications.gap { return "file system replications unread: \(gap)" }
            let id = fileSystem(place)?.fileSystem.id
            return id.flatMap { id in replications(of: id).first { $0.sourceID != id } }.map {
                Self.unread($0.sourceID)
            }
        case .table, .volume: return nil
        }
    }

    private static func unread(_ source: String) -> String { "it follows \(source), which was not read" }

    /// What a cluster replicates outside of any global database, where it was read.
    private func clusterSource(_ place: NativePlace) -> Source? {
        guard let replica = cluster(place), let source = replica.replicationSource,
            !isSecondary(replica.arn.text, of: source)
        else { return nil }
        return cluster(arn: source).map { Source(name: $0.identifier, arn: $0.arn.text) }
            ?? database(arn: source).map { Source(name: $0.identifier, arn: $0.arn.text) }
    }

    /// Whether a cluster is of the global database that another one is of.
    func isSecondary(_ cluster: String, of other: String) -> Bool {
        globalCluster(ofMember: other)?.members.contains { $0.clusterARN.text == cluster } ?? false
    }

    /// Within a region a replica names its source by its identifier alone.
    static func arn(of source: String, beside replica: DBInstance) -> String {
        guard ARN(source) == nil else { return source }
        return ARN(
            partition: replica.arn.partition, service: "rds", region: replica.arn.region,
            account: replica.arn.account, resource: "db:\(source)"
        ).text
    }
}
