import AWSModel

/// What a threat leaves of one resource.
enum Exposure: Sendable {
    /// The threat does not touch it, and why.
    case none(String)
    case paths(SurvivingPaths)
}

/// The truth table of threats and mechanisms (5.1), asked of one resource.
extension AccountView {
    /// - Parameter threat: any but the loss of a region, which is asked region by region.
    func exposure(of resource: AccountResource, to threat: Threat) -> Exposure {
        if threat == .versionPurge, resource.type != .s3Bucket { return .none("it has no versions to purge") }
        if let source = native.source(of: resource) {
            return .none("it follows \(source.name), which is judged by itself")
        }
        var found = SurvivingPaths()
        if let why = native.unreadSource(of: resource) { found.unread.append(UnreadFact(why, ceiling: .protected)) }
        if threat == .keyLoss {
            switch key(of: resource) {
            case .none(let why): return .none(why)
            case .unread(let gap): found.unread.append(UnreadFact(gap, ceiling: .protected))
            case .customer: break
            }
        }
        guard let home = resource.region else {
            found.unread.append(
                UnreadFact("its region is not known: \(resource.regionGap ?? "not read")", ceiling: .protected))
            return .paths(found)
        }
        if let bucket = bucket(resource) {
            found.append(VersionPaths.find(bucket, home: home, threat: threat, in: self))
            found.append(ReplicationPaths.find(bucket, home: home, threat: threat, in: self))
        }
        found.append(NativeHistory.find(resource, home: home, threat: threat, in: self))
        // Keys are regional: what another region holds is under another key, whose state is judged there (note 6).
        if threat == .keyLoss {
            found.append(NativePaths.find(resource, home: home, in: self))
            found.append(NativeSearch.underOtherKeys(resource, home: home, in: self))
        }
        found.append(BackupPaths.find(resource, home: home, threat: threat, in: self))
        if let place = resource.native, let volume = native.volume(place) {
            var images = NativeSearch(resource: resource, home: home, account: self)
            images.examineInstances(of: volume, threat: threat)
            found.append(images.found)
        }
        if threat == .accidentalDeletion || threat == .corruption {
            found.paths = found.paths.map { Self.noticedInTime($0, &found.unread) }
        }
        return .paths(found)
    }

    /// What is gone before a mistake is noticed brings nothing back; where something unread may keep it longer, nobody
    /// knows.
    private static func noticedInTime(_ path: RecoveryPath, _ unread: inout [UnreadFact]) -> RecoveryPath {
        // What a bucket and its replicas keep is judged with them.
        guard path.suffices, path.mechanism != .s3Replication, path.mechanism != .s3Versioning,
            path.mechanism != .s3ObjectLock
        else { return path }
        let reason: String
        switch path.retention {
        case .lasting(let kept) where kept < .days(VersionPaths.noticeDays):
            reason = "it is kept for \(kept.words) only"
        case .atLeast(let kept) where kept < .days(VersionPaths.noticeDays):
            reason = "whether it is kept for more than \(kept.words) is not known"
            unread.append(UnreadFact(reason, ceiling: .protected))
        case .lasting, .atLeast, .forever, nil: return path
        }
        var path = path
        path.healthy = false
        path.reasons.insert(reason, at: 0)
        return path
    }
}
