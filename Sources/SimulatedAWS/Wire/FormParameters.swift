package import AWSCore

/// The parameters of the query and ec2 protocols, from the body or the query string.
struct FormParameters: Sendable {
    private let items: [QueryItem]

    init(_ request: SimulatedRequest) {
        items = request.query + QueryItem.decoded(String(decoding: request.body, as: UTF8.self))
    }

    var action: String { self["Action"] ?? "" }

    subscript(name: String) -> String? { items.first { $0.name == name }?.value }

    /// The members of a list: `RegionName.1`, or `Names.member.1` where the prefix is `Names.member`.
    func list(_ prefix: String) -> [String] {
        var values: [String] = []
        while let value = self["\(prefix).\(values.count + 1)"] { values.append(value) }
        return values
    }
}

extension QueryItem {
    /// Reads a query string or a form; `+` is a space.
    package static func decoded(_ text: String) -> [QueryItem] {
        text.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            func plain(_ part: Substring) -> String {
                PercentEncoding.decode(
                    part.contains("+") ? part.map { $0 == "+" ? "%20" : String($0) }.joined()[...] : part)
            }
            return QueryItem(plain(parts[0]), parts.count > 1 ? plain(parts[1]) : nil)
        }
    }
}
