import Foundation
import Testing

/// Compares a text with a committed file of `Fixtures`; one that is missing is recorded, and fails the test.
enum Golden {
    static func expect(_ text: String, equals name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let file = fixtures.appending(path: name)
        guard let recorded = try? String(contentsOf: file, encoding: .utf8) else {
            try text.write(to: file, atomically: true, encoding: .utf8)
            Issue.record(
                "\(name) was missing and has been recorded: look at it and commit it", sourceLocation: sourceLocation)
            return
        }
        #expect(text == recorded, sourceLocation: sourceLocation)
    }

    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
}
