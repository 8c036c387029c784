import Foundation

extension SimulatedAccount {
    /// The next midnight in UTC.
    var nextLifecycleRun: Date {
        let day = 86_400.0
        return Date(timeIntervalSince1970: (now.timeIntervalSince1970 / day).rounded(.down) * day + day)
    }

    /// Expires what is due now.
    mutating func runLifecycles() {
        for name in buckets.values.filter({ $0.documents[.lifecycle] != nil }).map(\.name).sorted() {
            expireObjects(in: name)
        }
    }

    private mutating func expireObjects(in name: String) {
        guard let bucket = buckets[name], let document = bucket.documents[.lifecycle] else { return }
        let rules = LifecycleRules(document).rules
        for key in bucket.objects.keys {
            let versions = bucket.objects.versions(of: key)
            guard let newest = versions.first else { continue }
            if rules.contains(where: {
                !newest.isDeleteMarker && $0.selects(newest, key: key) && $0.expires(newest, at: now)
            }) {
                // A marker of the lifecycle's is never replicated (1.6).
                deleteObject(key, in: name, byLifecycle: true)
            }
            expireNoncurrent(versions, of: key, in: name, rules)
            let left = buckets[name]?.objects.versions(of: key) ?? []
            if left.count == 1, let marker = left.first, marker.isDeleteMarker,
                rules.contains(where: { $0.removesLoneMarkers && key.utf8.starts(with: $0.prefix.utf8) })
            {
                buckets[name]?.objects.remove(marker.versionID, of: key, at: now)
            }
        }
    }

    /// A version counts its days from when a newer one took its place.
    private mutating func expireNoncurrent(
        _ versions: [ObjectVersion], of key: String, in name: String, _ rules: [LifecycleRules.Rule]
    ) {
        for (index, version) in versions.enumerated().dropFirst() {
            let superseded = versions[index - 1].lastModified
            let isDue = rules.contains { rule in
                guard let days = rule.expireNoncurrentAfterDays, index > rule.keepNewestNoncurrent else { return false }
                return rule.selects(version, key: key) && LifecycleRules.due(superseded, afterDays: days) <= now
            }
            let isLocked = version.legalHold || version.retention.map { $0.until > now } == true
            if isDue, !isLocked { buckets[name]?.objects.remove(version.versionID, of: key, at: now) }
        }
    }
}
