package import AWSCore
package import AWSModel

extension DLM {
    /// A policy with its document (3.6).
    package struct GetLifecyclePolicy: RESTJSONRead {
        package static let service = DLM.service
        package static let name = "GetLifecyclePolicy"
        package static let call = "dlm:GetLifecyclePolicy"

        package let policyID: String

        package init(policyID: String) { self.policyID = policyID }

        package var path: String { "/policies/\(PercentEncoding.encode(policyID))" }

        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> SnapshotPolicy {
            try json(Reply.self, response).policy
        }

        private struct Reply: Decodable {
            let policy: SnapshotPolicy

            private enum CodingKeys: String, CodingKey { case policy = "Policy" }
        }
    }
}
