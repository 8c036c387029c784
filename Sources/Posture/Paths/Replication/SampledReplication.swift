import AWSModel
import Foundation

/// What sampled objects of a bucket say of their replication to one destination (1.18).
///
/// Whether an object is in the destination is asked there. Where that was not answered its own status must do, and that
/// is of all destinations at once: COMPLETED may be of one that the rules no longer name, FAILED of any of several.
struct SampledReplication: Sendable {
    /// How many of the objects that the rules take were asked.
    private(set) var asked = 0
    /// How many more did not answer.
    private var refused = 0
    /// The keys of those that are not replicated: they failed, or no rule ever took them.
    private(set) var missing: [String] = []
    /// One that was written within a day is in the destination.
    private(set) var hasArrivedLately = false
    private var arrived = 0
    private var completed = 0
    private var failed = 0
    /// Failed or late to one destination or several, and this one did not say whether it has them.
    private var failedSomewhere = 0
    private var lateSomewhere = 0
    /// Never taken by any rule: no rule matched when they were written, or they are older than the rules.
    private var untaken = 0
    /// Said to be replicated, and not there.
    private var elsewhere = 0
    /// Replicas of other buckets, which do not go on from here (1.8).
    private var replicas = 0
    /// For longer than a replication that works would take.
    private var pendingLong = 0
    private var notUnderstood: String?
    private let isOnlyDestination: Bool
    /// Whether the bucket's replicas come from this destination alone; nil where nothing replicates to it.
    private let isReverse: Bool?

    /// - Returns: Nil where no object was asked, or none that the rules take.
    init?(_ rules: DestinationRules, of bucket: Bucket, in account: AccountView) {
        guard let reading = account.inventory.objectSamples?[bucket.name], let sample = reading.value else {
            return nil
        }
        let configured = bucket.replication.value?.rules ?? []
        isOnlyDestination = configured.allSatisfy { !$0.isEnabled || $0.destination.bucketName == rules.destination }
        isReverse = account.sources[bucket.name].map { $0 == [rules.destination] }
        for object in sample where rules.take(object) {
            guard object.refusal == nil else {
                refused += 1
                continue
            }
            add(object, to: rules.destination, asked: reading.at, now: account.now)
        }
        guard asked > 0 else { return nil }
    }

    private mutating func add(_ sampled: SampledObject, to destination: String, asked moment: Date, now: Date) {
        asked += 1
        let object = sampled.metadata
        let age = object.lastModified.map { Duration(from: $0, to: now) }
        let hasArrived = sampled.arrivals[destination]
        if hasArrived == true {
            arrived += 1
            if let age, age <= Self.recent { hasArrivedLately = true }
            return
        }
        let isCertain = hasArrived == false || isOnlyDestination
        switch object.replicationStatus {
        case .known(.completed), .known(.complete):
            completed += 1
            if hasArrived == false { elsewhere += 1 }
        case .known(.failed):
            if isCertain { failed += 1 } else { failedSomewhere += 1 }
            missing.append(sampled.key)
        // What came from the destination is there.
        case .known(.replica) where hasArrived == nil && isReverse == true: arrived += 1
        case .known(.replica): replicas += 1
        case .known(.pending):
            // It said so when it was asked, and what became of it since is not known.
            let waited = object.lastModified.map { Duration(from: $0, to: moment) }
            guard waited.map({ $0 > Self.patience }) ?? true else { break }
            if isCertain { pendingLong += 1 } else { lateSomewhere += 1 }
        case .other(let text): notUnderstood = notUnderstood ?? text
        case nil:
            untaken += 1
            missing.append(sampled.key)
        }
    }

    /// As with metrics: replication was seen at work within a day.
    private static let recent = Duration.hours(24)
    /// Most objects take minutes, large ones hours (1.11).
    private static let patience = Duration.hours(4)

    /// Nothing speaks against a path.
    var isClean: Bool {
        missing.isEmpty && elsewhere + replicas + pendingLong + lateSomewhere == 0 && notUnderstood == nil
    }

    /// Takes what was found into the facts of the path.
    func judge(_ facts: inout PathFacts) {
        if refused > 0 { facts.notes.append("\(refused) of \(asked + refused) sampled objects could not be asked") }
        if untaken > 0 {
            facts.partial.append(
                "\(share(untaken)) did not replicate: older than the rules, or written when none took them")
        }
        if elsewhere > 0 { facts.partial.append("\(share(elsewhere)) replicated once and are not there") }
        if replicas > 0 { facts.partial.append("\(share(replicas)) came as replicas, which do not go on from here") }
        if let notUnderstood { facts.unread.append("a sampled object's replication is in state \(notUnderstood)") }
        facts.partial += Self.stuck(failed: failed, late: pendingLong, share)
        facts.unread += Self.stuck(failed: failedSomewhere, late: lateSomewhere, share)
            .map { "\($0), to which destination is not told" }
        guard isClean, arrived + completed > 0 else { return }
        facts.notes.append(
            completed == 0 ? "\(share(arrived)) are there" : "\(share(arrived + completed)) say that they replicated")
    }

    private static func stuck(failed: Int, late: Int, _ share: (Int) -> String) -> [String] {
        var words: [String] = []
        if failed > 0 { words.append("\(share(failed)) failed to replicate") }
        if late > 0 { words.append("\(share(late)) wait to be replicated for more than \(patience.words)") }
        return words
    }

    /// "2 of 8 sampled objects"
    private func share(_ count: Int) -> String { "\(count) of \(asked) sampled objects" }
}

extension DestinationRules {
    /// Whether some rule in force takes an object, as far as its key tells; of a rule with tags nobody knows.
    fileprivate func take(_ object: SampledObject) -> Bool {
        whole != nil || inForce.contains { $0.selectedTags.isEmpty && object.key.hasPrefix($0.selectedPrefix) }
    }
}
