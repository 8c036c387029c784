package import AWSCore

/// A change of databases: RDS has no token for it, so it is never repeated.
package protocol RDSWrite: QueryWrite where Output == String {
    /// The element of the reply that holds what was changed, and in it the name of the ARN.
    static var changed: (element: String, arn: String) { get }
}

extension RDSWrite {
    package static var service: Service { RDS.service }
    package static var isRepeatable: Bool { false }

    /// The ARN of what was changed.
    package static func read(_ result: XMLElement) throws(MalformedReply) -> String {
        try result.required(changed.element).requiredText(changed.arn)
    }
}
