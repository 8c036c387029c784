import Canvas
import Posture

extension Acceptance {
    /// A glyph, a word and a colour, in place of the verdict's own.
    static let glyph: Character = "~"
    static let word = "accepted"
    static let role = Role.neutral

    /// "accepted until its review on 2027-04-01: rebuilt from the source"
    var sentence: String { "\(Self.word) until its review on \(review.iso): \(reason)" }
    /// The same after its glyph.
    var line: [Span] { [Span("\(Self.glyph) ", Self.role), Span(sentence)] }
}

extension ResourceAssessment {
    /// What a list shows in the verdict's place.
    var standing: (text: String, role: Role) {
        accepted == nil
            ? ("\(verdict.glyph) \(verdict.words)", verdict.role)
            : ("\(Acceptance.glyph) \(Acceptance.word)", Acceptance.role)
    }

    /// Whether the operator has something to do about it.
    var isFault: Bool { accepted == nil && verdict.isFault }

    /// The worst first; what is accepted comes before what is well.
    var severity: Double { accepted == nil ? Double(verdict.severity) : Double(Verdict.protected.severity) - 0.5 }
}
