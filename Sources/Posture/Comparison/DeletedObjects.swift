import AWSModel

/// Whether a bucket's replicas, wherever they are, keep what is deleted in it (1.6).
struct DeletedObjects {
    /// "delete markers stay behind"
    let words: String
    /// Nil where that is not known.
    let areKept: Bool?

    init(of bucket: Bucket, in account: AccountView) {
        guard let rules = bucket.replication.value?.rules, !rules.isEmpty else {
            (words, areKept) = ("no rule", false)
            return
        }
        guard let home = bucket.region.value else {
            (words, areKept) = ("the bucket's region is not known", nil)
            return
        }
        let subject = ReplicationSubject(bucket, home: home, in: account)
        let found = ReplicationPaths.find(subject, threat: .accidentalDeletion, in: account)
        let sufficing = Set(found.paths.filter(\.suffices).map { ARN.last(of: $0.target) })
        let propagating = subject.destinations.filter { sufficing.contains($0.rules.destination) }.map { target in
            let each = target.rules.inForce.map { account.propagatesDeletes($0, target.rules) }
            return each.contains(true) ? true : (each.contains(nil) ? nil : false)
        }
        if propagating.contains(false) {
            (words, areKept) = ("delete markers stay behind", true)
        } else if propagating.contains(nil) {
            (words, areKept) = ("whether delete markers propagate is not known", nil)
        } else if !propagating.isEmpty {
            (words, areKept) = ("delete markers propagate to the replica", false)
        } else {
            let why = found.paths.lazy.compactMap(\.reasons.first).first ?? found.deadEnds.first
            let unread = found.unread.first { $0.ceiling == .protected }?.text
            words = "no replica that suffices\((why ?? unread).map { ": \($0)" } ?? "")"
            areKept = unread == nil ? false : nil
        }
    }
}
