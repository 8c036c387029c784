import AWSModel
import Foundation

extension AccountView {
    /// The resources of a kind that their own service told of, with where they stand.
    func natives(_ kind: NativePlace.Kind) -> [(AccountResource, NativePlace)] {
        resources.compactMap { resource in
            guard let place = resource.native, place.kind == kind, resource.isJudged else { return nil }
            return (resource, place)
        }
    }

    /// When a resource was made whose ARN is its name, so that an earlier one may have had it too; nil where the ARN is of
    /// this one alone, or that is not told.
    func creation(of resource: AccountResource) -> Date? {
        guard let place = resource.native else { return nil }
        return switch place.kind {
        case .database: native.database(place)?.createdAt
        case .cluster: native.cluster(place)?.createdAt
        case .table: native.table(place)?.table.value?.createdAt
        case .volume, .fileSystem: nil
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
