/// What the operator is asked next, for a pane, a line-by-line command and a script alike.
package struct Question: Hashable, Sendable, Codable {
    package struct Choice: Hashable, Sendable, Codable {
        package var value: String
        package var title: String
        package var details: [String]

        package init(_ value: String, _ title: String, details: [String] = []) {
            self.value = value
            self.title = title
            self.details = details
        }
    }
    package enum Kind: Hashable, Sendable, Codable {
        /// One of these.
        case choice([Choice])
        /// Free text under a rule, with what is known to be there to choose from.
        case text(Rule, suggestions: [Choice])
        /// `yes` or `no`.
        case yesNo
        /// Nothing is asked: lines to read, and on. Any answer goes on.
        case info([String])
    }

    /// What a script calls it.
    package var name: String
    package var step: Step
    package var title: String
    package var meaning: String
    package var kind: Kind
    /// What was entered before, or else the default; nil where there is none.
    package var initial: String?
    /// What the operator should know of the default: why one was dropped.
    package var note: String?
    /// The questions whose change drops its answer.
    package var dependsOn: [String]

    package init(
        _ name: String, _ step: Step, _ title: String, _ meaning: String, _ kind: Kind, initial: String? = nil,
        note: String? = nil, dependsOn: [String] = []
    ) {
        self.name = name
        self.step = step
        self.title = title
        self.meaning = meaning
        self.kind = kind
        self.initial = initial
        self.note = note
        self.dependsOn = dependsOn
    }
}

/// Where the walkthrough stands, in order.
package enum Step: String, Hashable, Sendable, Codable, CaseIterable {
    case incident, resource, way, destination, parameters, preflight, review, confirm, progress, verify, record

    package var title: String {
        switch self {
        case .incident: "what happened"
        case .resource: "what to restore"
        case .way: "which recovery path"
        case .destination: "where to"
        case .parameters: "parameters"
        case .preflight: "preflight"
        case .review: "review"
        case .confirm: "confirm"
        case .progress: "progress"
        case .verify: "verify"
        case .record: "record"
        }
    }
}

/// Why an answer was not taken; nothing changed.
package struct AnswerError: Error, Hashable, Sendable, CustomStringConvertible {
    package let question: String
    package let description: String
}
