extension Inventory {
    /// The unread fact without which no answer is whole, in one sentence; nil when the account itself was read.
    package var decisiveGap: String? {
        if let gap = caller.gap, !bucketListing.isRead, regions.allSatisfy({ $0.status != .answered }) {
            return "the account gave no answer: \(caller.call) in \(caller.region): \(gap)"
        }
        if let gap = bucketListing.gap {
            return "the buckets could not be listed: \(bucketListing.call) in \(bucketListing.region): \(gap)"
        }
        if let gap = caller.gap {
            return "whose account this is could not be read: \(caller.call) in \(caller.region): \(gap)"
        }
        return nil
    }
}
