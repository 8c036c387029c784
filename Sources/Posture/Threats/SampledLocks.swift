import AWSModel
import Foundation

/// What sampled objects of a bucket say of their locks: a default lock holds only what was written after it (1.15).
struct SampledLocks: Sendable {
    private(set) var asked = 0
    /// Locked until somebody has noticed, or held.
    private(set) var locked = 0
    /// Any retention was told, even one that is over: then the caller may read them, and an object without has none. A
    /// legal hold has a permission of its own.
    private(set) var isTold = false

    /// - Returns: Nil where no object was asked.
    init?(of bucket: Bucket, bypassable: Bool, in account: AccountView) {
        guard let sample = account.inventory.objectSamples?[bucket.name]?.value,
            sample.contains(where: { $0.refusal == nil })
        else { return nil }
        for object in sample where object.refusal == nil {
            let object = object.metadata
            asked += 1
            if object.lockMode != nil { isTold = true }
            let holds =
                object.lockMode == .known(.compliance) || (object.lockMode == .known(.governance) && !bypassable)
            let noticed = account.now.addingTimeInterval(Double(VersionPaths.leastReach.components.seconds))
            let isWithin = object.lockedUntil.map { $0 >= noticed } ?? false
            if object.legalHold == true || (holds && isWithin) { locked += 1 }
        }
    }

    func judge(_ facts: inout PathFacts) {
        let share = "\(locked) of \(asked) sampled objects"
        if !isTold, locked < asked {
            facts.unread.append(
                "whether objects are locked is not told: none of \(asked) sampled shows a lock, or "
                    + "s3:GetObjectRetention is missing")
        } else if locked < asked {
            facts.partial.append(
                "\(share) are locked for \(VersionPaths.leastReach.words) more, the others lie open or soon will")
        } else {
            facts.notes.append("\(share) are locked")
        }
    }
}
