/// A member of `Resources` or `NotResources`: an ARN, or an ARN with wildcards (2.5).
struct ResourcePattern: Hashable {
    let text: String
    /// Partition, service, region, account and resource after the literal `arn`; fewer where the pattern ends early.
    private let segments: [Substring]

    init(_ text: String) {
        self.text = text
        segments = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    }

    /// Whether it takes a resource; unknown where that rests on a wildcard which AWS Backup does not support.
    func matches(_ arn: String) -> Certainty {
        guard text.contains("*") else { return Certainty(text == arn) }
        guard Wildcard.matches(text, arn) else { return .no }
        guard isSupported else {
            return .unknown("the pattern \(text) uses a wildcard that AWS Backup does not support")
        }
        // A wildcard for a whole segment stays within it.
        let parts = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        for (segment, part) in zip(segments, parts) where !Wildcard.matches(String(segment), String(part)) {
            return .no
        }
        return Certainty(segments.count == 6 || segments.last == "*")
    }

    /// Whether it takes resources of types that the account has not opted in to (2.6).
    func overridesOptIn(of type: String) -> Bool {
        guard text.contains("*") else { return true }
        // `*` and `arn:aws:rds:*` name no type; a bucket's ARN has no other part than its name.
        guard segments.count == 6, let resource = segments.last else { return false }
        if resource == "*" && segments[2] != "s3" { return false }
        return !["Aurora", "DocumentDB", "Neptune"].contains(type)
    }

    /// `*` for a whole segment, or at the end of the resource part.
    private var isSupported: Bool {
        for (index, segment) in segments.enumerated() where segment.contains("*") && segment != "*" {
            guard index == 5, segment.firstIndex(of: "*") == segment.index(before: segment.endIndex) else {
                return false
            }
        }
        return true
    }
}
