import AWSCore
import AWSServices
import Foundation
import Testing

@Suite("The policy of a recovery")
struct RecoveryPolicyTests {
    private struct Document: Decodable {
        struct Statement: Decodable {
            let Effect: String
            let Action: [String]
        }
        let Statement: [Statement]
    }

    private func actions() throws -> [String] {
        let document = try JSONDecoder().decode(Document.self, from: Data(OperationCatalogue.recoveryPolicy.utf8))
        #expect(document.Statement.map(\.Effect) == ["Allow"])
        return document.Statement.flatMap(\.Action)
    }

    /// `Backup.StartRestoreJob` of every operation that the code of a recovery makes.
    private func sent() throws -> Set<String> {
        let sources = Botocore.directory.deletingLastPathComponent().appending(path: "../../Sources").standardized
        var names: Set<String> = []
        for folder in ["Execution", "lifeboat/Restore"] {
            let files = try #require(
                FileManager.default.enumerator(at: sources.appending(path: folder), includingPropertiesForKeys: nil))
            for case let file as URL in files where file.pathExtension == "swift" {
                let text = try String(contentsOf: file, encoding: .utf8)
                for found in text.matches(of: #/\b([A-Z][A-Za-z0-9]+\.[A-Z][A-Za-z0-9]+)\(/#) {
                    names.insert(String(found.output.1))
                }
            }
        }
        return names
    }

    private func written(_ operation: any AWSCore.Operation.Type) -> String {
        String(reflecting: operation).split(separator: ".").suffix(2).joined(separator: ".")
    }

    @Test("is for what a recovery sends, all of it and nothing more")
    func sentAndAllowed() throws {
        let sent = try sent()
        // Nobody can be denied to learn who they are.
        let made = OperationCatalogue.all.filter { $0.permission != nil }.map(written).filter(sent.contains)
        let allowed = OperationCatalogue.recoveryReads.map(written) + OperationCatalogue.writes.map { written($0) }
        #expect(made.count > 40)
        #expect(Set(made).subtracting(allowed).sorted() == [])
        #expect(Set(allowed).subtracting(made).sorted() == [])
    }

    @Test("allows handing on the role of the restore")
    func handsOn() throws { #expect(try actions().contains("iam:PassRole")) }

    @Test("allows nothing wholesale")
    func narrow() throws {
        #expect(try actions().allSatisfy { !$0.contains("*") })
    }

    @Test("lists reads that only read")
    func reads() {
        #expect(OperationCatalogue.recoveryReads.allSatisfy { $0 is any ReadOperation.Type })
    }
}
