import AWSCore
import AWSModel
import Foundation

/// How far a change of many objects has come.
package struct ObjectCount: Hashable, Sendable {
    /// Objects that needed nothing.
    package var untouched = 0
    package var done = 0
    /// Objects that somebody wrote or deleted after the change was intended.
    package var leftAlone = 0
    /// Of those the first, at most twenty: their keys.
    package var keysLeftAlone: [String] = []
    package var failed = 0
    /// Of those that failed, as many as may have been changed all the same.
    package var unanswered = 0
    /// Of the objects that failed first, at most ten: key and reason.
    package var failures: [String] = []

    package init() {}

    mutating func leave(_ key: String) {
        leftAlone += 1
        if keysLeftAlone.count < 20 { keysLeftAlone.append(key) }
    }

    /// "11 objects; 2 left alone, for they were written or deleted after 2026-…: a, b"
    func words(intendedAt intent: Date?) -> String {
        let all = "\(done) objects"
        guard leftAlone > 0, let intent else { return all }
        let more = leftAlone - keysLeftAlone.count
        return "\(all); \(leftAlone) left alone, for they were written or deleted after \(WireDate.iso8601(intent)): "
            + keysLeftAlone.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }

    /// How many were done, of those words; nil where they are others.
    static func done(in words: String) -> Int? {
        let parts = words.split(separator: " ", maxSplits: 1)
        return parts.last?.hasPrefix("objects") == true ? parts.first.flatMap { Int($0) } : nil
    }

    mutating func add(_ failure: WriteFailure, of key: String) {
        failed += 1
        if case .unanswered = failure { unanswered += 1 }
        if failures.count < 10 { failures.append("\(key): \(failure)") }
    }
}
