package import AWSCore
package import AWSModel

extension IAM {
    /// One version of a managed policy with its document.
    package struct GetPolicyVersion: QueryRead {
        package static let service = IAM.service
        package static let name = "GetPolicyVersion"
        package static let call = "iam:GetPolicyVersion"

        package let policyARN: ARN
        /// `v3`
        package let versionID: String

        package init(policyARN: ARN, versionID: String) {
            self.policyARN = policyARN
            self.versionID = versionID
        }

        package var parameters: KeyValuePairs<String, String?> {
            ["PolicyArn": policyARN.text, "VersionId": versionID]
        }

        package static func read(_ result: XMLElement) throws(MalformedReply) -> PolicyVersion {
            let version = try result.required("PolicyVersion")
            return PolicyVersion(
                id: try version.requiredText("VersionId"), isDefault: try version.boolean("IsDefaultVersion") ?? false,
                document: try PolicyDocument.decoded("Document", of: version))
        }
    }
}
