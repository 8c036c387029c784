import Testing

@testable import Posture

/// A sentence about one finding: an account, and whether the finding is made of it.
struct FindingRow: CustomTestStringConvertible, Sendable {
    let id: String
    let sentence: String
    let found: Bool
    let build: @Sendable (inout TestAccount) -> Void

    static func found(
        _ id: String, _ sentence: String, _ build: @escaping @Sendable (inout TestAccount) -> Void
    ) -> FindingRow { FindingRow(id: id, sentence: sentence, found: true, build: build) }

    static func quiet(
        _ id: String, _ sentence: String, _ build: @escaping @Sendable (inout TestAccount) -> Void
    ) -> FindingRow { FindingRow(id: id, sentence: sentence, found: false, build: build) }

    var testDescription: String { "\(found ? "" : "no ")\(id): \(sentence)" }

    func check(in empty: TestAccount = TestAccount()) {
        var account = empty
        build(&account)
        #expect(account.findings(id).isEmpty != found, "\(account.findings(id).map(\.message))")
    }
}
