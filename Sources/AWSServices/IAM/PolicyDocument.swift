import AWSCore

/// A policy document as IAM sends it: JSON, URL-encoded.
enum PolicyDocument {
    /// The document as JSON text.
    /// - Throws: `MalformedReply` when it is absent.
    static func decoded(_ name: String, of element: XMLElement) throws(MalformedReply) -> String {
        PercentEncoding.decode(try element.requiredText(name))
    }
}
