import AWSModel

/// What a service's own replication or copies leave of a resource when its region is lost (section 3).
enum NativePaths {
    /// Nothing for a resource that no service's own reading tells of.
    ///
    /// - Parameter objective: what is asked, perhaps of a replica that its paths bring back too.
    static func find(
        _ resource: AccountResource, home: Region, in account: AccountView, objective: Objective
    ) -> SurvivingPaths {
        guard let place = resource.native else { return SurvivingPaths() }
        var search = NativeSearch(resource: resource, home: home, account: account, objective: objective)
        switch place.kind {
        case .database: search.examineDatabase(place)
        case .cluster: search.examineCluster(place)
        case .table: search.examineTable(place)
        case .volume: search.examineVolume(place)
        case .fileSystem: search.examineFileSystem(place)
        }
        return search.found
    }
}

/// The search for one resource; each type's part stands in a file of its own.
struct NativeSearch {
    let resource: AccountResource
    let home: Region
    let account: AccountView
    let objective: Objective
    var found = SurvivingPaths()

    init(resource: AccountResource, home: Region, account: AccountView, objective: Objective) {
        self.objective = objective
        self.resource = resource
        self.home = home
        self.account = account
    }

    var native: NativeIndex { account.native }

    /// Takes a path; facts that it needs and were not read decide unless a fault was read beside them.
    mutating func append(_ path: RecoveryPath, _ facts: PathFacts) {
        var path = path
        path.scope = facts.scope
        path.healthy = facts.isHealthy
        path.reasons = facts.reasons
        found.paths.append(path)
        guard facts.faults.isEmpty, facts.partial.isEmpty else { return }
        found.unread += facts.unread.map { UnreadFact($0, ceiling: .protected) }
    }

    mutating func deadEnd(_ text: String) { found.deadEnds.append(text) }
    mutating func unread(_ text: String) { found.unread.append(UnreadFact(text, ceiling: .protected)) }

    /// The key that a replica or copy is encrypted with must be there to read it, and no key leaves its region.
    func judgeKey(_ name: String?, in region: Region, of what: String, _ facts: inout PathFacts) {
        guard let name, !name.isEmpty else { return }
        if let other = ARN(name)?.region, other != region {
            facts.faults.append("key of \(what) is in \(other)")
            return
        }
        switch account.state(ofKey: name, in: region) {
        case .usable: break
        case .broken(let fault): facts.faults.append("key of \(what) \(fault)")
        case .unread(let gap): facts.unread.append("key of \(what) unread: \(gap)")
        }
    }

    /// Whether a region that a path leads to is known not to be enabled.
    func judgeRegion(_ region: Region, _ facts: inout PathFacts) {
        if account.isSwitchedOff(region) { facts.faults.append("region \(region) is not enabled") }
    }

    /// How far a replica is behind, as it was measured; nil where it was not.
    func measuredLag(of replica: String, called name: String, _ facts: inout PathFacts) -> Estimate? {
        guard let reading = native.lag(of: replica, from: home) else { return nil }
        if let gap = reading.gap { facts.unread.append("how far \(name) lags was not read: \(gap)") }
        guard let seconds = reading.value else { return nil }
        guard seconds >= 0, seconds < 1e11 else {
            facts.unread.append("how far \(name) lags cannot be told, so it may have stopped")
            return nil
        }
        let lag = Duration.seconds(Int64(seconds.rounded(.up)))
        judgeLag(lag, of: name, &facts)
        return Estimate(duration: lag, basis: .measured)
    }

    /// Beyond this a replication that should be minutes behind is taken to be stuck.
    static let behind = Duration.hours(4)

    func judgeLag(_ lag: Duration, of what: String, _ facts: inout PathFacts) {
        if lag > Self.behind { facts.faults.append("\(what) is \(lag.words) behind") }
    }
}
