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
        case .text(let text): Self.quoted(text)
        case .number(let number): "\(number)"
        case .truth(let truth): "\(truth)"
        case .list(let items): "[" + items.map(\.line).joined(separator: ",") + "]"
        case .object(let members):
            "{"
                + members.compactMap { name, value in value.map { "\(Self.quoted(name)):\($0.line)" } }
                .joined(separator: ",") + "}"
        }
    }

    /// `{"Status":"Enabled"}`
    static func status(_ status: String) -> JSONText { .object([("Status", .text(status))]) }
    static func texts(_ texts: [String]) -> JSONText { .list(texts.map { .text($0) }) }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            case "\u{0}"..<"\u{20}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
