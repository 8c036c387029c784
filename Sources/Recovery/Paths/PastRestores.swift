import AWSModel
import Foundation
import Posture

/// What restores like one took before (2.17).
package struct PastRestores: Hashable, Sendable, Codable {
    package var count: Int
    /// Whole seconds.
    package var shortest: Int64
    package var median: Int64
    package var longest: Int64
    /// AWS Backup's name of the type, "DynamoDB".
    package var type: String

    /// "7 min (the middle of 12 past restores of S3 of about this size there: 6 min to 8 min)"
    var words: String {
        let (least, most) = (Duration.seconds(shortest).words, Duration.seconds(longest).words)
        let span = least == most ? "all about that" : "\(least) to \(most)"
        let (middle, from) = (Duration.seconds(median).words, "of \(type) of about this size there")
        return count == 1
            ? "\(middle) (one past restore \(from))"
            : "\(middle) (the middle of \(count) past restores \(from): \(span))"
    }
}

extension PastRestores {
    /// Of restores that ended well in a region, those of a type and of half to twice a size.
    ///
    /// - Returns: Nil where there are none, or the size is not known.
    init?(_ inventory: Inventory, of type: String, size: ByteCount?, in region: Region) {
        guard let bytes = size?.bytes, bytes > 0 else { return nil }
        let listed =
            inventory.backup.filter { $0.region == region }.flatMap { $0.restores.value ?? [] }
            + (inventory.history?.jobs ?? []).filter { $0.region == region }.flatMap { $0.restores.value ?? [] }
        var seen: Set<String> = []
        let seconds = listed.compactMap { job -> Int64? in
            guard job.status == .known(.completed), job.resourceType == type, seen.insert(job.id).inserted,
                let other = job.size?.bytes, other >= bytes / 2, other / 2 <= bytes,
                let start = job.createdAt, let end = job.completedAt, end > start
            else { return nil }
            return Duration(from: start, to: end).components.seconds
        }.sorted()
        guard let shortest = seconds.first, let longest = seconds.last else { return nil }
        self.init(
            count: seconds.count, shortest: shortest, median: seconds[seconds.count / 2], longest: longest, type: type)
    }
}

extension RecoveryWay {
    /// How long it usually takes, and how that is known; nil where nothing is.
    package var usually: String? {
        pastRestores?.words ?? recoveryTime.map(\.words)
    }
}
