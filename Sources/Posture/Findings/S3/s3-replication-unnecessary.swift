import AWSModel

/// Replicas that cost and give nothing: kept twice in one region, of data whose loss is accepted, passed on by a bucket
/// that is a replica itself, or never read on either side.
struct S3ReplicationUnnecessary: FindingRule {
    static let id = "s3-replication-unnecessary"
    static let severity = Finding.Severity.low

    func findings(in account: AccountView) -> [Finding] {
        account.replicated.flatMap { source -> [Finding] in
            if let accepted = accepted(source, account) { return [accepted] }
            let chained = chained(source, account)
            let twice = twice(source, account)
            let unread = twice.isEmpty && chained.isEmpty ? neverRead(source, account) : []
            return twice + chained + unread
        }
    }

    /// Two replicas of the whole in one region and one account.
    private func twice(_ source: ReplicatedBucket, _ account: AccountView) -> [Finding] {
        var first: [String: String] = [:]
        return source.distant(in: account).compactMap { destination in
            guard destination.rules.whole != nil, let owner = account.owner(of: destination.rules) else { return nil }
            let place = "\(destination.region) \(owner)"
            guard let other = first[place] else {
                first[place] = destination.bucket.name
                return nil
            }
            return finding(
                source.arn,
                "Bucket \(source.bucket.name) replicates whole to both \(other) and \(destination.bucket.name) in "
                    + "\(destination.region)\(cost(source, destination.rules, destination.region, account)).",
                [
                    source.evidence("destinations \(other) and \(destination.bucket.name)"),
                    Evidence(destination.bucket.region, "\(destination.bucket.name) is in \(destination.region)"),
                ],
                fix: "Keep one of the two, or move one to another region or account, where it survives more.")
        }
    }

    /// Replicas do not replicate on (1.8): what came from elsewhere stops here. It is of no use where the origin itself
    /// stands, or where the origin replicates to by itself.
    private func chained(_ source: ReplicatedBucket, _ account: AccountView) -> [Finding] {
        let origins = account.sources[source.bucket.name] ?? []
        guard !origins.isEmpty else { return [] }
        return source.distant(in: account).compactMap { destination in
            // Back to where it came from is replication both ways.
            guard !origins.contains(destination.bucket.name),
                let origin = origins.first(where: { origin in
                    account.bucket(named: origin)?.region.value == destination.region
                        || account.sources[destination.bucket.name]?.contains(origin) == true
                })
            else { return nil }
            return finding(
                source.arn,
                "Bucket \(source.bucket.name) holds the replicas of \(origin), which do not replicate on, and passes "
                    + "what is written to itself to \(destination.bucket.name) in \(destination.region), where "
                    + "the data of \(origin) is already\(cost(source, destination.rules, destination.region, account)).",
                [source.evidence("destination \(destination.bucket.name)")],
                fix: "Remove the rule, unless applications write to \(source.bucket.name) directly.")
        }
    }

    /// Data whose loss somebody accepted, as it can be rebuilt.
    private func accepted(_ source: ReplicatedBucket, _ account: AccountView) -> Finding? {
        guard let resource = account.resource(source.arn),
            let acceptance = account.objective(of: resource).acceptance, acceptance.holds(at: account.now),
            let destination = source.distant(in: account).first
        else { return nil }
        return finding(
            source.arn,
            "The loss of bucket \(source.bucket.name) is accepted until \(acceptance.review.iso), and yet it "
                + "replicates to \(destination.bucket.name) in \(destination.region)"
                + "\(cost(source, destination.rules, destination.region, account)).",
            [source.evidence("accepted: \(acceptance.reason)")],
            fix: "Remove the rule, or the acceptance.")
    }

    /// Request metrics of both sides, over a month, without a read.
    private func neverRead(_ source: ReplicatedBucket, _ account: AccountView) -> [Finding] {
        guard let usage = account.inventory.usage?[source.bucket.name], usage.requests.value?.isNeverRead == true else {
            return []
        }
        return source.distant(in: account).compactMap { destination in
            guard let replica = account.inventory.usage?[destination.bucket.name],
                replica.requests.value?.isNeverRead == true
            else { return nil }
            return finding(
                source.arn,
                "Nobody read bucket \(source.bucket.name) or its replica \(destination.bucket.name) in 30 days"
                    + "\(cost(source, destination.rules, destination.region, account)).",
                [
                    Evidence(usage.requests, "no GetRequests of \(source.bucket.name)"),
                    Evidence(replica.requests, "no GetRequests of \(destination.bucket.name)"),
                ],
                fix:
                    "Ask who needs it at once after an outage: for an archive a backup, or a cheaper storage class of "
                    + "the replica, may do.")
        }
    }

    /// "; the replica costs $1.20 a month"
    private func cost(
        _ source: ReplicatedBucket, _ rules: DestinationRules, _ target: Region, _ account: AccountView
    ) -> String {
        guard account.inventory.usage != nil else { return "; its cost was not worked out, for sizes were not read" }
        let cost = account.costs.replication(of: source.bucket, by: rules, to: target)
        return cost.isKnown ? "; the replica costs \(cost.words)" : "; what the replica costs is not known"
    }
}
