import AWSModel

extension NativeIndex {
    /// The name of what a resource is a mere replica of, where that was read: whatever befalls the replica, its data is
    /// the source's. Tables are no replicas of each other, for each can be written to.
    func source(of resource: AccountResource) -> String? {
        guard let place = resource.native else { return nil }
        switch place.kind {
        case .database:
            guard let replica = database(place), let source = replica.replicaSource else { return nil }
            let arn =
                ARN(source) == nil
                ? ARN(
                    partition: replica.arn.partition, service: "rds", region: replica.arn.region,
                    account: replica.arn.account, resource: "db:\(source)"
                ).text : source
            return database(arn: arn)?.identifier
        case .cluster:
            guard let global = globalCluster(ofMember: resource.arn),
                let writer = global.members.first(where: \.isWriter)?.clusterARN, writer.text != resource.arn
            else { return nil }
            return cluster(arn: writer.text)?.identifier
        case .fileSystem:
            guard let id = fileSystem(place)?.fileSystem.id,
                let source = replications(of: id).first(where: { $0.sourceID != id })
            else { return nil }
            let known = region(source.sourceRegion)?.fileSystems.value ?? []
            return known.contains { $0.fileSystem.id == source.sourceID } ? source.sourceID : nil
        case .table, .volume: return nil
        }
    }
}
