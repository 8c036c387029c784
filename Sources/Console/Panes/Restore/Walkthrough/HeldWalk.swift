package import Recovery

/// A walkthrough in which another process acts: it is looked at, and nothing else.
package struct HeldWalk: Hashable, Sendable {
    /// As it was kept last.
    package var walkthrough: Walkthrough
    /// "ann@bastion (process 12 of bastion)"; nil where nobody acts in it any more.
    package var holder: String?
    /// How it has ended; nil while it has not.
    package var outcome: String?
    /// What the journal says of each call, a line each.
    package var calls: [String]
    /// What AWS says of those that it took; empty where it was not asked.
    package var progress: [String]

    package init(
        walkthrough: Walkthrough, holder: String?, outcome: String? = nil, calls: [String] = [], progress: [String] = []
    ) {
        self.walkthrough = walkthrough
        self.holder = holder
        self.outcome = outcome
        self.calls = calls
        self.progress = progress
    }

    /// Whether it can be taken over: nobody acts in it, and it has not ended.
    package var isFree: Bool { holder == nil && outcome == nil }

    /// Who acts, and what that means for whoever looks on.
    package var standing: String {
        if let outcome { return "This walkthrough has ended: \(outcome)." }
        guard let holder else { return "Nobody acts in this walkthrough any more." }
        return "\(holder) acts in this walkthrough. What was started goes on; start nothing else for it."
    }

    /// What is known of its calls, to read.
    package var lines: [String] {
        (calls.isEmpty ? ["No call of it was sent yet."] : calls) + progress
    }
}
