import AWSModel

/// What a resource's own region holds of it under another key, which is all that a lost key leaves there (note 6).
extension NativeSearch {
    static func underOtherKeys(_ resource: AccountResource, home: Region, in account: AccountView, objective: Objective)
        -> SurvivingPaths
    {
        guard let place = resource.native else { return SurvivingPaths() }
        var search = NativeSearch(resource: resource, home: home, account: account, objective: objective)
        switch place.kind {
        case .database, .cluster: search.examineSnapshotsBeside(place)
        case .volume: search.examineCopiesBeside(place)
        case .fileSystem: search.examineReplicasBeside(place)
        case .table: break
        }
        return search.found
    }

    /// What a key is to the resource's own, both of its region; no key at all is another.
    func keyRelation(_ name: String?) -> AccountView.KeyRelation {
        guard let name, !name.isEmpty else { return .other }
        switch account.key(of: resource) {
        case .none, .managed: return .other
        case .unread: return .unknown
        case .customer(let own):
            return account.isSame(own, of: home, name, of: home).map { $0 ? .same : .other } ?? .unknown
        }
    }
}
