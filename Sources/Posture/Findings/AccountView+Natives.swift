import AWSModel

extension AccountView {
    /// The resources of a kind that their own service told of, with where they stand.
    func natives(_ kind: NativePlace.Kind) -> [(AccountResource, NativePlace)] {
        resources.compactMap { resource in
            guard let place = resource.native, place.kind == kind, resource.isJudged else { return nil }
            return (resource, place)
        }
    }
}

extension NativeIndex {
    /// The listing that told of a resource.
    func evidence(_ place: NativePlace) -> Evidence? {
        let region = regions[place.region]
        return switch place.kind {
        case .database: Evidence(region.databases, "")
        case .cluster: Evidence(region.clusters, "")
        case .table: Evidence(region.tables, "")
        case .volume: Evidence(region.volumes, "")
        case .fileSystem: Evidence(region.fileSystems, "")
        }
    }
}
