import AWSCore

/// A bucket's lifecycle rules, kept as they were put.
enum LifecycleDocument {
    /// The document with an identifier for each rule, if each rule has a status and does something.
    static func accept(_ document: XMLElement) throws(ServiceError) -> XMLElement {
        let rules = document.all("Rule")
        guard !rules.isEmpty, rules.count == document.children.count else { throw S3Error.malformedXML }
        var accepted: [XMLElement] = []
        for (index, rule) in rules.enumerated() {
            guard rule.word("Status") == "Enabled" || rule.word("Status") == "Disabled",
                rule.children.contains(where: { actions.contains($0.name) })
            else { throw S3Error.malformedXML }
            let id = rule.word("ID").flatMap { $0.isEmpty ? nil : $0 }
            accepted.append(
                .node(
                    rule.name,
                    [.leaf("ID", id ?? "rule-\(index + 1)")] + rule.children.filter { $0.name != "ID" }))
        }
        return .node(document.name, accepted)
    }

    private static let actions: Set = [
        "Expiration", "NoncurrentVersionExpiration", "Transition", "NoncurrentVersionTransition",
        "AbortIncompleteMultipartUpload",
    ]
}
