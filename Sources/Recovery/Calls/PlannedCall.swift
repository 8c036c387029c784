package import AWSModel

/// One call that changes an account, as it will be sent: what the review shows, the journal keeps, `Execution` sends.
package struct PlannedCall: Hashable, Sendable, Codable {
    /// Makes the call happen once, however often it is sent: chosen when the review is made, written to the journal first.
    package var token: String
    /// Whose endpoint is asked.
    package var region: Region
    /// The ARN of what is to be recovered.
    package var resource: String
    package var action: RecoveryAction

    package init(token: String, region: Region, resource: String, action: RecoveryAction) {
        self.token = token
        self.region = region
        self.resource = resource
        self.action = action
    }
}
