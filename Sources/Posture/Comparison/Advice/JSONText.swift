import AWSModel

/// A JSON document whose members stand in the order in which they are written.
enum JSONText {
    case text(String)
    case number(Int)
    case truth(Bool)
    case list([JSONText])
    case object([(name: String, value: JSONText?)])

    /// On one line; members without a value are left out.
    var line: String {
        switch self {
        case .text(let text): text.jsonQuoted
        case .number(let number): "\(number)"
        case .truth(let truth): "\(truth)"
        case .list(let items): "[" + items.map(\.line).joined(separator: ",") + "]"
        case .object(let members):
            "{"
                + members.compactMap { name, value in value.map { "\(name.jsonQuoted):\($0.line)" } }
                .joined(separator: ",") + "}"
        }
    }

    /// `{"Status":"Enabled"}`
    static func status(_ status: String) -> JSONText { .object([("Status", .text(status))]) }
    static func texts(_ texts: [String]) -> JSONText { .list(texts.map { .text($0) }) }
}
