/// Who credentials belong to.
package struct CallerIdentity: Hashable, Sendable, Codable {
    package var account: AccountID
    /// A user, an assumed role with its session, or the root.
    package var arn: String
    package var userID: String

    package init(account: AccountID, arn: String, userID: String) {
        self.account = account
        self.arn = arn
        self.userID = userID
    }
}
