import AWSModel

/// What it costs a month to keep the replicas of a bucket in one destination (8.1, 8.2).
struct ReplicationCost {
    let used: UsedBytes
    let home: Region
    let target: Region
    /// Why the rules do not take the whole bucket at once; nil where they do.
    var doubt: String?
    /// Why the class of an object need not be its replica's; nil where it is.
    var classDoubt: String?
    /// What is in the replica, where that was read and it is all of this bucket.
    var replica: StoredBytes?
    /// Why the replica may be larger than the bucket; nil where nothing speaks for it.
    var sizeDoubt: String?
    /// Nil keeps the class that each object was written with.
    var storageClass: String?
    var hasReplicationTime = false
    /// Rules whose metrics are on.
    var measuredRules = 0

    /// Latency, bytes pending, operations pending and operations failed (1.19).
    private static let metricsOfRule: Int64 = 4

    func monthly(_ prices: PriceList) -> MonthlyCost {
        var tally = CostTally(prices)
        addStorage(to: &tally)
        tally.add(.requests, scoped(used.puts), of: .puts(storageClass ?? "STANDARD"), in: target)
        let changed = scoped(used.uploaded)
        tally.addTransfer(changed, from: home, to: target)
        if hasReplicationTime { tally.add(.replicationTime, changed, of: .replicationTime, in: home) }
        if measuredRules > 0 {
            tally.add(.metrics, .known(Int64(measuredRules) * Self.metricsOfRule), of: .metric, in: target)
        }
        return tally.cost
    }

    /// What one rule takes of a bucket is told by no metric.
    private func scoped(_ quantity: CostTally.Quantity) -> CostTally.Quantity { doubt.map { .unknown($0) } ?? quantity }

    private func addStorage(to tally: inout CostTally) {
        if let replica { return add(replica, to: &tally) }
        if let doubt { return tally.unknown(.storage, doubt) }
        switch used.stored {
        case .failure(let unknown): tally.unknown(.storage, unknown.why)
        case .success(let stored):
            if let sizeDoubt { tally.unknown(.storage, sizeDoubt) }
            let whose = ", as large as the bucket"
            if let storageClass {
                tally.add(.storage, .known(stored.live), of: .storage(storageClass), in: target, whose)
            } else if stored.byClass.isEmpty {
                tally.add(.storage, .known(0), of: .storage("STANDARD"), in: target, whose)
            } else {
                for (name, bytes) in stored.byClass {
                    if let classDoubt, name != "STANDARD" {
                        tally.unknown(
                            .storage, "in which class the replicas of \(name) are kept is not known: \(classDoubt)")
                    } else {
                        tally.add(.storage, .known(bytes), of: .storage(name), in: target, whose)
                    }
                }
            }
            if stored.archived > 0 {
                tally.unknown(.storage, "whether what is archived was replicated before is not known")
            }
        }
    }
}

extension ReplicationCost {
    /// As it is in the replica, class by class.
    private func add(_ replica: StoredBytes, to tally: inout CostTally) {
        let whose = ", the size of the replica"
        if replica.byClass.isEmpty, replica.archived == 0 {
            tally.add(.storage, .known(0), of: .storage("STANDARD"), in: target, whose)
        }
        for (name, bytes) in replica.byClass {
            tally.add(.storage, .known(bytes), of: .storage(name), in: target, whose)
        }
        if replica.archived > 0 { tally.unknown(.storage, "what the replica's archives cost is not worked out") }
    }

    /// The replicas that the rules for one destination make.
    init(_ rules: DestinationRules, of usage: BucketUsage?, from home: Region, to target: Region) {
        self.init(used: UsedBytes(usage), home: home, target: target)
        let classes = Set(rules.inForce.map(\.destination.storageClass))
        let bounds = Set(rules.inForce.map { $0.destination.replicationTimeMinutes != nil })
        if rules.whole == nil {
            doubt = "what its rules select is a part of the bucket, of unknown size"
        } else if classes.count > 1 || bounds.count > 1 {
            doubt = "its rules differ, and which takes how much is not known"
        }
        storageClass = classes.count == 1 ? classes.first.flatMap { $0 } : nil
        hasReplicationTime = bounds.contains(true)
        measuredRules = rules.inForce.count(where: \.destination.metricsEnabled)
    }
}
