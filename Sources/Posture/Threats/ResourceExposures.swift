import AWSModel

/// What a threat leaves of one resource.
enum Exposure: Sendable {
    /// The threat does not touch it, and why.
    case none(String)
    case paths(SurvivingPaths)
}

/// The truth table of threats and mechanisms (5.1), asked of one resource; what several threats ask is found once.
struct ResourceExposures {
    private let resource: AccountResource
    private let account: AccountView
    private let objective: Objective
    /// Nil where it is no bucket, or its region is not known.
    private let replication: ReplicationSubject?
    /// Nil where its region is not known.
    private let backups: BackupSubject?
    /// What of AWS Backup a mistake leaves: its recovery points know neither deletion, purge nor corruption.
    private var backupsAfterMistake: SurvivingPaths?

    init(_ resource: AccountResource, in account: AccountView, objective: Objective) {
        self.resource = resource
        self.account = account
        self.objective = objective
        replication = resource.region.flatMap { home in
            account.bucket(resource).map { ReplicationSubject($0, home: home, in: account) }
        }
        backups = resource.region.map { BackupSubject(resource, home: $0, in: account, objective: objective) }
    }

    // MARK: The loss of its region

    func outage() -> SurvivingPaths { outage(following: []) }

    /// - Parameter replicas: whose source it is asked of, so that what names itself is not followed for ever.
    private func outage(following replicas: Set<String>) -> SurvivingPaths {
        var found = SurvivingPaths()
        guard let backups, let home = resource.region else { return found }
        if let replication {
            found.append(ReplicationPaths.find(replication, threat: .regionOutage, in: account))
        }
        // What a replica beside it holds is its source's, and comes back with that too.
        if let known = account.native.source(of: resource), let source = account.resource(known.arn),
            source.region == home, !replicas.contains(source.arn)
        {
            // It is this resource that is asked about, so its objective counts, not its source's.
            let exposures = ResourceExposures(source, in: account, objective: objective)
            found.append(exposures.outage(following: replicas.union([resource.arn])))
        }
        found.append(NativePaths.find(resource, home: home, in: account, objective: objective))
        found.append(BackupPaths.find(backups, threat: .regionOutage, in: account))
        return found
    }

    // MARK: All else

    /// - Parameter threat: any but the loss of a region.
    mutating func exposure(to threat: Threat) -> Exposure {
        if threat == .versionPurge, resource.type != .s3Bucket { return .none("it has no versions to purge") }
        if let source = account.native.source(of: resource) {
            return .none("it follows \(source.name), which is judged by itself")
        }
        var found = SurvivingPaths()
        if let why = account.native.unreadSource(of: resource) {
            found.unread.append(UnreadFact(why, ceiling: .protected))
        }
        if threat == .keyLoss {
            switch account.key(of: resource) {
            case .none(let why), .managed(let why): return .none(why)
            case .unread(let gap): found.unread.append(UnreadFact(gap, ceiling: .protected))
            case .customer: break
            }
        }
        guard let backups else {
            found.unread.append(
                UnreadFact("its region is not known: \(resource.regionGap ?? "not read")", ceiling: .protected))
            return .paths(found)
        }
        let home = backups.home
        if let replication {
            found.append(VersionPaths.find(replication.bucket, home: home, threat: threat, in: account))
            found.append(ReplicationPaths.find(replication, threat: threat, in: account))
        }
        found.append(NativeHistory.find(resource, home: home, threat: threat, in: account, objective: objective))
        // Keys are regional: what another region holds is under another key, whose state is judged there (note 6).
        if threat == .keyLoss {
            var elsewhere = NativePaths.find(resource, home: home, in: account, objective: objective)
            // They speak of regions, and no region is lost.
            elsewhere.deadEnds = []
            found.append(elsewhere)
            found.append(NativeSearch.underOtherKeys(resource, home: home, in: account, objective: objective))
        }
        if threat == .accountLoss { found.append(replicasOfOthers(home)) }
        found.append(recoveryPoints(backups, after: threat))
        if let place = resource.native, let volume = account.native.volume(place) {
            var images = NativeSearch(resource: resource, home: home, account: account, objective: objective)
            images.examineInstances(of: volume, threat: threat)
            found.append(images.found)
        }
        if threat.isNoticedLate {
            for index in found.paths.indices { Self.weighNotice(at: index, in: &found) }
        }
        return .paths(found)
    }

    /// What follows it in another account stays when this one is lost (3.5, 3.7).
    private func replicasOfOthers(_ home: Region) -> SurvivingPaths {
        guard let place = resource.native, place.kind == .fileSystem || place.kind == .table else {
            return SurvivingPaths()
        }
        // Old global tables have one account.
        if let table = account.native.table(place)?.table.value, (table.replicas ?? []).isEmpty {
            return SurvivingPaths()
        }
        var found = NativePaths.find(resource, home: home, in: account, objective: objective)
        let own = found.paths.filter { $0.account == nil || $0.account == account.caller }
        // What is not known of this account's own speaks of none of the others.
        if !own.isEmpty, own.count == found.paths.count { found.unread = [] }
        found.paths.removeAll { $0.account == nil || $0.account == account.caller }
        found.deadEnds = []
        return found
    }

    private mutating func recoveryPoints(_ backups: BackupSubject, after threat: Threat) -> SurvivingPaths {
        switch threat {
        case .regionOutage, .maliciousAdmin, .accountLoss, .keyLoss:
            return BackupPaths.find(backups, threat: threat, in: account)
        case .accidentalDeletion, .versionPurge, .corruption:
            let found = backupsAfterMistake ?? BackupPaths.find(backups, threat: threat, in: account)
            backupsAfterMistake = found
            return found
        }
    }

    /// What is gone before it is noticed brings nothing back.
    private static func weighNotice(at index: Int, in found: inout SurvivingPaths) {
        let path = found.paths[index]
        // What a bucket and its replicas keep is judged with them.
        guard path.suffices, path.mechanism != .s3Replication, path.mechanism != .s3Versioning,
            path.mechanism != .s3ObjectLock
        else { return }
        let week = Duration.days(VersionPaths.noticeDays)
        let fault: String
        switch path.retention {
        case .lasting(.zero): fault = "it is deleted once it is copied"
        case .lasting(let kept) where kept < week: fault = "it is kept for \(kept.words) only"
        case .atLeast(let kept) where kept < week:
            fault = "it is kept for \(kept.words), and whether another plan or rule keeps it longer is not known"
            found.unread.append(UnreadFact(fault, ceiling: .protected))
        case .lasting, .atLeast, .forever, nil: return
        }
        found.paths[index].healthy = false
        found.paths[index].reasons.insert(fault, at: 0)
    }
}

extension Threat {
    /// Whether somebody has to find out that it happened.
    var isNoticedLate: Bool {
        switch self {
        case .accidentalDeletion, .versionPurge, .corruption, .maliciousAdmin: true
        case .regionOutage, .accountLoss, .keyLoss: false
        }
    }
}

extension AccountView {
    /// The ways back to a resource when its home region is lost; none where its region is not known.
    package func survivingPaths(of resource: AccountResource) -> SurvivingPaths {
        ResourceExposures(resource, in: self, objective: objective(of: resource)).outage()
    }
}
