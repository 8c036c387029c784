import AWSModel
import Foundation
import Testing

@testable import Posture

/// What is missing to a resource of an account, once all was read.
func advice(
    of arn: String, _ edit: (inout TestAccount) -> Void, from account: TestAccount = TestAccount()
) throws -> [Advice] {
    var account = account
    edit(&account)
    return try Analyzer.dossier(of: arn, in: account.inventory, now: TestAccount.now).comparison.advice
}

extension [Advice] {
    /// The step of a call.
    func step(_ call: String) throws -> Advice { try #require(first { $0.call == call }, "\(map(\.call))") }
    var calls: [String] { compactMap(\.call) }
}

extension Advice {
    /// The document that an option of its command line names.
    func document(_ option: String) throws -> [String: Any] {
        let line = try #require(commandLine)
        let start = try #require(line.range(of: "--\(option) '"))
        let end = try #require(line[start.upperBound...].firstIndex(of: "'"))
        let object = try JSONSerialization.jsonObject(with: Data(line[start.upperBound..<end].utf8))
        return try #require(object as? [String: Any])
    }
}
