package import AWSCore
package import AWSModel

extension DLM {
    /// The policies of a region without their documents, all in one reply: custom ones, or the default ones (3.6).
    package struct GetLifecyclePolicies: RESTJSONRead {
        /// What a default policy takes.
        package enum DefaultPolicyType: String, Hashable, Sendable {
            case volume = "VOLUME", instance = "INSTANCE", all = "ALL"
        }

        package static let service = DLM.service
        package static let name = "GetLifecyclePolicies"
        package static let call = "dlm:GetLifecyclePolicies"

        /// Nil asks for custom policies; default ones are left out then.
        package let defaultPolicyType: DefaultPolicyType?

        package init(defaultPolicyType: DefaultPolicyType? = nil) { self.defaultPolicyType = defaultPolicyType }

        package var path: String { "/policies" }
        package var query: [QueryItem] { QueryItem.given(["defaultPolicyType": defaultPolicyType?.rawValue]) }

        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> [SnapshotPolicySummary] {
            try json(Reply.self, response).policies
        }

        private struct Reply: Decodable {
            let policies: [SnapshotPolicySummary]

            private enum CodingKeys: String, CodingKey { case policies = "Policies" }
        }
    }
}
