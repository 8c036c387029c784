package import AWSCore
package import AWSModel

extension STS {
    /// Who the credentials belong to; no policy can deny it.
    package struct GetCallerIdentity: QueryRead {
        package static let service = STS.service
        package static let name = "GetCallerIdentity"
        package static let permission: String? = nil
        package static let call = "sts:GetCallerIdentity"

        package init() {}

        package var parameters: KeyValuePairs<String, String?> { [:] }

        package static func read(_ result: XMLElement) throws(MalformedReply) -> CallerIdentity {
            CallerIdentity(
                account: AccountID(try result.requiredText("Account")), arn: try result.requiredText("Arn"),
                userID: try result.requiredText("UserId"))
        }
    }
}
