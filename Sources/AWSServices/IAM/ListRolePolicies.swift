package import AWSCore

extension IAM {
    /// The names of a role's inline policies.
    package struct ListRolePolicies: QueryRead, Listing {
        package static let service = IAM.service
        package static let name = "ListRolePolicies"
        package static let call = "iam:ListRolePolicies"

        package let roleName: String
        /// Names a page, 1…1000; nil is the service's own measure.
        package let maxItems: Int?
        package var nextToken: String?

        package init(roleName: String, maxItems: Int? = nil, nextToken: String? = nil) {
            self.roleName = roleName
            self.maxItems = maxItems
            self.nextToken = nextToken
        }

        package var parameters: KeyValuePairs<String, String?> {
            ["RoleName": roleName, "MaxItems": maxItems.map { String($0) }, "Marker": nextToken]
        }

        package typealias Item = String

        package static func read(_ result: XMLElement) throws(MalformedReply) -> Page<String> {
            Page(
                items: try result.required("PolicyNames").all("member").map(\.text),
                nextToken: try result.token("Marker", whenTrue: "IsTruncated"))
        }
    }
}
