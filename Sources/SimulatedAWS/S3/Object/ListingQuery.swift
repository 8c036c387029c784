import AWSCore

/// What the three listings of a bucket have in common.
struct ListingQuery: Sendable {
    let prefix: String
    let delimiter: String?
    /// 0…1000
    let limit: Int
    let encodesURLs: Bool

    init(_ request: SimulatedRequest) throws(ServiceError) {
        prefix = request.queryValue("prefix") ?? ""
        delimiter = request.queryValue("delimiter").flatMap { $0.isEmpty ? nil : $0 }
        let wanted = request.queryValue("max-keys") ?? "1000"
        guard let limit = Int(wanted), limit >= 0 else {
            throw S3Error.invalidArgument(
                "Provided max-keys not an integer or within integer range", "max-keys", wanted)
        }
        self.limit = min(limit, 1000)
        encodesURLs = request.queryValue("encoding-type") == "url"
    }

    /// The key up to the first delimiter after the prefix; nil when there is none.
    func commonPrefix(of key: String) -> String? {
        guard let delimiter, key.hasPrefix(prefix) else { return nil }
        let rest = key.dropFirst(prefix.count)
        return rest.firstRange(of: delimiter).map { prefix + rest[..<$0.upperBound] }
    }

    func encode(_ text: String) -> String { encodesURLs ? PercentEncoding.encodePath(text) : text }
}
