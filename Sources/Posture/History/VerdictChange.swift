import AWSModel

/// What became of one resource in one scenario.
package struct VerdictChange: Hashable, Sendable {
    package enum Course: String, Hashable, Sendable, CaseIterable {
        case worse
        /// It is there now, and was not before.
        case appeared
        /// It was judged before, and what decides was not read now.
        case untold = "no-longer-known"
        case better
        /// It was there before, and is not now.
        case gone

        var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    package let course: Course
    /// As it is now, or was where it is gone or was not read now.
    package let resource: ResourceRecord
    /// Nil where it was not there.
    package let before: Verdict?
    /// Nil where it is not there any more.
    package let after: Verdict?
    package let acceptedBefore: Bool
    package let acceptedAfter: Bool
    package let reasonBefore: String?
    package let reasonAfter: String?

    /// Nil where nothing changed that counts.
    init?(_ resource: ResourceRecord, before: ResourceState, after: ResourceState) {
        guard let course = Self.course(before, after) else { return nil }
        self.course = course
        self.resource = resource
        (self.before, acceptedBefore, reasonBefore) = (before.verdict, before.isAccepted, before.reason)
        (self.after, acceptedAfter, reasonAfter) = (after.verdict, after.isAccepted, after.reason)
    }

    private static func course(_ before: ResourceState, _ after: ResourceState) -> Course? {
        switch (before.weight, after.weight) {
        case (nil, nil): nil
        case (nil, _): after.verdict == .unaffected ? nil : .appeared
        case (_, nil): before.verdict == .unaffected ? nil : .gone
        case (let old?, let new?):
            if after.isUntold {
                before.isUntold ? nil : .untold
            } else if new > old {
                .worse
            } else if new < old {
                .better
            } else {
                nil
            }
        }
    }

    /// Whether the account is protected less than before: also where something came that is at risk.
    package var isWorse: Bool {
        switch course {
        case .worse: true
        case .appeared: !acceptedAfter && (after == .atRisk || after == .unprotected)
        case .untold, .better, .gone: false
        }
    }

    /// Whether it cannot be told if the account is protected less.
    package var isUntold: Bool {
        course == .untold || (course == .appeared && !acceptedAfter && after == .unknown)
    }
}

/// What a record says of one resource in one scenario.
enum ResourceState: Hashable, Sendable {
    case judged(ResourceRecord)
    /// The scenario does not touch it.
    case unaffected
    /// The listing that would show it was not read, and why.
    case unread(String)
    case absent

    var verdict: Verdict? {
        switch self {
        case .judged(let record): record.verdict
        case .unaffected: .unaffected
        case .unread: .unknown
        case .absent: nil
        }
    }

    var isAccepted: Bool { if case .judged(let record) = self { record.accepted } else { false } }

    var reason: String? {
        switch self {
        case .judged(let record): record.reason
        case .unread(let why): why
        case .unaffected, .absent: nil
        }
    }

    /// How bad it is for the answer; nil where it is not there.
    var weight: Int? {
        guard !isAccepted else { return 0 }
        return switch verdict {
        case nil: nil
        case .protected, .unaffected: 0
        case .unknown, .notEvaluated: 1
        case .atRisk: 2
        case .unprotected: 3
        }
    }

    var isUntold: Bool { !isAccepted && (verdict == .unknown || verdict == .notEvaluated) }
}
