import AWSCore

/// Who signed a request, for which region and service: the credential scope of SigV4, from the header or the query.
struct CredentialScope: Hashable, Sendable {
    let accessKeyID: String
    /// `20261120`
    let date: String
    let region: String
    let service: String

    /// Nil for a request that is not signed with SigV4.
    init?(of request: HTTPRequest) {
        if let header = request.headers["Authorization"] {
            guard let start = header.firstRange(of: "Credential=") else { return nil }
            self.init(header[start.upperBound...].prefix { $0 != "," && $0 != " " })
        } else if let item = request.query.first(where: { $0.name == "X-Amz-Credential" })?.value {
            self.init(item[...])
        } else {
            return nil
        }
    }

    private init?(_ credential: Substring) {
        // The access key comes first and may hold anything but a slash.
        let parts = credential.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5 else { return nil }
        accessKeyID = parts[0]
        date = parts[1]
        region = parts[2]
        service = parts[3]
    }
}
