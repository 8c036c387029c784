package import AWSCore
package import AWSModel

extension IAM {
    /// A managed policy and which of its versions is in force.
    package struct GetPolicy: QueryRead {
        package static let service = IAM.service
        package static let name = "GetPolicy"
        package static let call = "iam:GetPolicy"

        package let policyARN: ARN

        package init(policyARN: ARN) { self.policyARN = policyARN }

        package var parameters: KeyValuePairs<String, String?> { ["PolicyArn": policyARN.text] }

        package static func read(_ result: XMLElement) throws(MalformedReply) -> ManagedPolicy {
            let policy = try result.required("Policy")
            return ManagedPolicy(
                name: try policy.requiredText("PolicyName"), arn: try policy.requiredARN("Arn"),
                defaultVersionID: try policy.requiredText("DefaultVersionId"))
        }
    }
}
