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

    @Test("allows every write, and handing on the role of the restore")
    func writes() throws {
        let actions = try actions()
        for operation in OperationCatalogue.writes {
            #expect(operation.permission.map(actions.contains) == true, "\(operation)")
        }
        #expect(actions.contains("iam:PassRole"))
    }

    @Test("allows nothing wholesale")
    func narrow() throws {
        #expect(try actions().allSatisfy { !$0.contains("*") })
    }

    @Test("lists reads that only read")
    func reads() {
        #expect(OperationCatalogue.recoveryReads.allSatisfy { $0 is any ReadOperation.Type })
    }
}
