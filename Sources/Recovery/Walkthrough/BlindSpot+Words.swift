import Posture

extension BlindSpot {
    /// "what AWS Backup protects in us-east-1: denied (AccessDenied)"
    var words: String { "\(what)\(region.map { " in \($0)" } ?? ""): \(cause)" }
}

extension [BlindSpot] {
    /// The first four, and how many more there are; nil for none.
    package var words: String? {
        guard !isEmpty else { return nil }
        let more = count > 4 ? "; and \(count - 4) more" : ""
        return prefix(4).map(\.words).joined(separator: "; ") + more
    }
}
