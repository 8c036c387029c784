package import Foundation

/// How far something that AWS does has come, as AWS said last.
package struct CallProgress: Hashable, Sendable, Codable {
    package enum State: String, Hashable, Sendable, Codable {
        /// Not begun, or not listed yet.
        case waiting
        case running
        case done
        case failed
    }

    package var state: State
    /// AWS's own word for the state, "RUNNING", "creating".
    package var word: String
    /// 0…100; nil where AWS tells none.
    package var percent: Double?
    package var message: String?
    /// The ARN or id of what was made, once AWS tells it.
    package var created: String?
    package var startedAt: Date?
    package var endedAt: Date?
    /// When AWS said so.
    package var asOf: Date
    /// Why AWS did not answer since; nil while it answers.
    package var silence: String?
    /// False where AWS answered, and lists no such thing.
    package var isListed: Bool

    package init(
        state: State, word: String, percent: Double? = nil, message: String? = nil, created: String? = nil,
        startedAt: Date? = nil, endedAt: Date? = nil, asOf: Date, silence: String? = nil, isListed: Bool = true
    ) {
        self.state = state
        self.word = word
        self.percent = percent
        self.message = message
        self.created = created
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.asOf = asOf
        self.silence = silence
        self.isListed = isListed
    }

    /// Nothing more will come.
    package var isOver: Bool { state == .done || state == .failed }

    /// Seconds since AWS said so.
    package func age(at now: Date) -> TimeInterval { max(0, now.timeIntervalSince(asOf)) }
}

extension CallProgress {
    /// "RUNNING, 40 %, for 12 min: message"; changes once a minute where nothing else does.
    func words(at now: Date) -> String {
        var words = word
        if let percent { words += ", \(Int(percent)) %" }
        let minutes = startedAt.map { Int(max(0, (endedAt ?? now).timeIntervalSince($0)) / 60) } ?? 0
        if minutes > 0 { words += ", for \(minutes) min" }
        if let message { words += ": \(message)" }
        if let silence { words += " (told \(Int(age(at: now))) s ago; no answer since: \(silence))" }
        return words
    }
}
