package import AWSCore
package import AWSModel

extension IAM {
    /// A role and who may assume it.
    package struct GetRole: QueryRead {
        package static let service = IAM.service
        package static let name = "GetRole"
        package static let call = "iam:GetRole"

        /// The role's name, without its path.
        package let roleName: String

        package init(name: String) { roleName = name }

        package var parameters: KeyValuePairs<String, String?> { ["RoleName": roleName] }

        package static func read(_ result: XMLElement) throws(MalformedReply) -> Role {
            let role = try result.required("Role")
            return Role(
                name: try role.requiredText("RoleName"), arn: try role.requiredARN("Arn"),
                trustPolicy: try PolicyDocument.decoded("AssumeRolePolicyDocument", of: role))
        }
    }
}
