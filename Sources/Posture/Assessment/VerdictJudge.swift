import AWSModel

/// Derives one verdict from the paths that survive a scenario and from what was not read (design, section 3).
struct VerdictJudge: Sendable {
    let minimumAssurance: Assurance

    /// A resource in the outage of its home region, without its findings.
    func judge(
        _ resource: AccountResource, _ found: SurvivingPaths, objective: Objective
    ) -> ResourceAssessment {
        let ranked = rank(found.paths, objective)
        let paths = ranked.map(\.path)
        var assessment = ResourceAssessment(
            arn: resource.arn, type: resource.type, name: resource.name, region: resource.region, verdict: .unknown,
            assurance: paths.first?.assurance, recoveryPoint: paths.first?.recoveryPoint,
            recoveryTime: paths.first?.recoveryTime, paths: paths, findings: [], reason: "")
        (assessment.verdict, assessment.reason) = verdict(resource, found, ranked)
        if let days = resource.daysUnseen, [.atRisk, .unprotected, .unknown].contains(assessment.verdict) {
            assessment.reason += "; its last backup was \(days) days ago, it may no longer exist"
        }
        return assessment
    }

    private func verdict(
        _ resource: AccountResource, _ found: SurvivingPaths, _ ranked: [RankedPath]
    ) -> (Verdict, String) {
        if case .none(let why) = resource.evaluation { return (.notEvaluated, why) }
        if let best = ranked.first, best.suffices { return (.protected, Self.words(for: best.path)) }
        let weaknesses = ranked.first.map(\.weaknesses)
        if case .backupOnly(let service, let gap) = resource.evaluation {
            let backup = weaknesses?.first ?? found.unread.first?.text ?? Self.deadEnds(found)
            let cause = gap.map { ": \($0)" } ?? ""
            return (.unknown, "\(backup); \(service)'s own protection is not read\(cause)")
        }
        if let decisive = found.unread.first(where: { $0.ceiling == .protected }) { return (.unknown, decisive.text) }
        if let doubt = ranked.first(where: \.maySuffice)?.misses.first { return (.unknown, doubt.text) }
        if let weaknesses { return (.atRisk, weaknesses.first ?? "no path suffices") }
        if let unread = found.unread.first { return (.unknown, unread.text) }
        return (.unprotected, Self.deadEnds(found))
    }

    private static func deadEnds(_ found: SurvivingPaths) -> String {
        if found.deadEnds.count < 2 { return found.deadEnds.first ?? "" }
        var seen: [String] = []
        for text in found.deadEnds where !seen.contains(text) { seen.append(text) }
        return seen.joined(separator: " and ")
    }

    private static func words(for path: RecoveryPath) -> String {
        let how =
            switch path.mechanism {
            case .s3Replication, .efsReplication: "replicated to"
            case .backupCopy: "backup copy in"
            case .rdsAutomatedBackupReplication: "automated backups in"
            case .rdsReadReplica: "read replica in"
            case .auroraGlobalDatabase: "global database in"
            case .dynamoDBGlobalTable: "global table in"
            case .ebsSnapshotCopy, .rdsSnapshotCopy: "snapshot copy in"
            case .s3Versioning: "its versions in"
            case .s3ObjectLock: "locked versions in"
            case .backup: "backup in"
            case .vaultLock: "locked backup in"
            case .pitr: "point-in-time recovery in"
            case .ebsSnapshot, .rdsSnapshot: "snapshot in"
            case .dynamoDBBackup: "on-demand backup in"
            }
        let point = path.recoveryPoint.map { ", recovery point \($0.words)" } ?? ""
        return "\(how) \(path.region)\(point)"
    }
}

/// A path with what keeps it from sufficing.
private struct RankedPath {
    let path: RecoveryPath
    let misses: [Objective.Miss]
    let isTooWeak: Bool
    let minimum: Assurance

    var suffices: Bool { path.suffices && misses.isEmpty && !isTooWeak }
    /// Only an objective that it is not known to miss keeps it from sufficing.
    var maySuffice: Bool { path.suffices && !isTooWeak && !misses.isEmpty && !misses.contains(where: \.isCertain) }

    /// Why it does not suffice, the most telling first.
    var weaknesses: [String] {
        var reasons = path.suffices ? [] : path.reasons
        reasons += misses.map(\.text)
        if isTooWeak { reasons.append("rests on what is \(path.assurance.rawValue), \(minimum.rawValue) is asked for") }
        return reasons
    }
    /// Ascending: the better path first.
    var order: (Int, Int, Assurance, Int64) {
        (
            suffices ? 0 : (maySuffice ? 1 : (path.suffices ? 2 : (path.scope == .whole ? 3 : 4))),
            path.healthy ? 0 : 1, path.assurance, path.recoveryPoint?.seconds ?? Int64.max
        )
    }

    /// Whether it is the better one.
    func precedes(_ other: RankedPath) -> Bool {
        let (mine, its) = (order, other.order)
        if mine.0 != its.0 { return mine.0 < its.0 }
        if mine.1 != its.1 { return mine.1 < its.1 }
        if mine.2 != its.2 { return mine.2 > its.2 }
        if mine.3 != its.3 { return mine.3 < its.3 }
        let (time, itsTime) = (path.recoveryTime?.seconds ?? .max, other.path.recoveryTime?.seconds ?? .max)
        return time != itsTime ? time < itsTime : path.target < other.path.target
    }
}

extension VerdictJudge {
    /// Best first; what misses an objective says so among its reasons.
    private func rank(_ paths: [RecoveryPath], _ objective: Objective) -> [RankedPath] {
        let ranked = paths.map { path in
            var path = path
            let misses = objective.misses(of: path)
            path.reasons += misses.map(\.text)
            return RankedPath(
                path: path, misses: misses, isTooWeak: path.assurance < minimumAssurance, minimum: minimumAssurance)
        }
        return ranked.count < 2 ? ranked : ranked.sorted { $0.precedes($1) }
    }
}
