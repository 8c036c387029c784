extension String {
    /// As a JSON string, quotes included. What a terminal would obey or hide is written as `\u…`, and so are the line
    /// separators that some readers break lines at.
    package var jsonQuoted: String {
        if utf8.allSatisfy({ (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
            return "\"\(self)\""
        }
        return "\"" + unicodeScalars.map(Self.jsonEscaped).joined() + "\""
    }

    private static func jsonEscaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        case _ where scalar.movesOrHidesText: scalar.utf16.map(jsonEscaped).joined()
        default: String(scalar)
        }
    }

    private static func jsonEscaped(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}

extension Unicode.Scalar {
    /// Controls, line separators, the invisible characters that turn the direction of text, tags, and what is private.
    package var movesOrHidesText: Bool {
        if (0xE0000...0xE0FFF).contains(value) { return true }
        return switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
