package import AWSCore
package import AWSModel

extension IAM {
    /// The managed policies of a role, by name and ARN.
    package struct ListAttachedRolePolicies: QueryRead, Listing {
        package static let service = IAM.service
        package static let name = "ListAttachedRolePolicies"
        package static let call = "iam:ListAttachedRolePolicies"

        package let roleName: String
        /// Policies a page, 1…1000; nil is the service's own measure.
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

        package typealias Item = RolePolicy

        package static func read(_ result: XMLElement) throws(MalformedReply) -> Page<RolePolicy> {
            var policies: [RolePolicy] = []
            for member in try result.required("AttachedPolicies").all("member") {
                policies.append(
                    RolePolicy(name: try member.requiredText("PolicyName"), arn: try member.requiredARN("PolicyArn")))
            }
            return Page(items: policies, nextToken: try result.token("Marker", whenTrue: "IsTruncated"))
        }
    }
}
