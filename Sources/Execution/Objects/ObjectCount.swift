import AWSCore

/// How far a change of many objects has come.
package struct ObjectCount: Hashable, Sendable {
    /// Objects that needed nothing.
    package var untouched = 0
    package var done = 0
    package var failed = 0
    /// Of those that failed, as many as may have been changed all the same.
    package var unanswered = 0
    /// Of the objects that failed first, at most ten: key and reason.
    package var failures: [String] = []

    package init() {}

    mutating func add(_ failure: WriteFailure, of key: String) {
        failed += 1
        if case .unanswered = failure { unanswered += 1 }
        if failures.count < 10 { failures.append("\(key): \(failure)") }
    }
}
