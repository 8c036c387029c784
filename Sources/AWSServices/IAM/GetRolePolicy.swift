package import AWSCore
package import AWSModel

extension IAM {
    /// An inline policy of a role with its document.
    package struct GetRolePolicy: QueryRead {
        package static let service = IAM.service
        package static let name = "GetRolePolicy"
        package static let call = "iam:GetRolePolicy"

        package let roleName: String
        package let policyName: String

        package init(roleName: String, policyName: String) {
            self.roleName = roleName
            self.policyName = policyName
        }

        package var parameters: KeyValuePairs<String, String?> { ["RoleName": roleName, "PolicyName": policyName] }

        package static func read(_ result: XMLElement) throws(MalformedReply) -> RolePolicy {
            RolePolicy(
                name: try result.requiredText("PolicyName"),
                document: try PolicyDocument.decoded("PolicyDocument", of: result))
        }
    }
}
