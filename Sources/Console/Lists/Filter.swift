/// What is typed after `/`: words that must all be found in a row, `!word` that must not, `column:value` in that column.
package struct Filter: Hashable, Sendable {
    struct Term: Hashable, Sendable {
        var isInverted: Bool
        /// Nil is any column.
        var column: String?
        /// Lower case.
        var needle: String
    }

    package let text: String
    let terms: [Term]
    /// What stands before a colon like a column's name and is none, as it was typed.
    let unknownColumns: [String]

    package static let none = Filter("", columns: [])
    package var isEmpty: Bool { terms.isEmpty }

    /// - Parameter columns: the names that may stand before a colon; any other `a:b` is a word with a colon, as in an ARN.
    package init(_ text: String, columns: [String]) {
        self.text = text
        unknownColumns = text.split(separator: " ").compactMap { word in
            let body = word.first == "!" ? word.dropFirst() : word
            guard let colon = body.firstIndex(of: ":"), colon != body.startIndex else { return nil }
            let name = body[..<colon]
            let isWord = name.allSatisfy { $0.isLetter || $0 == "-" } && name.lowercased() != "arn"
            return isWord && !columns.contains(name.lowercased()) ? String(name) : nil
        }
        terms = text.lowercased().split(separator: " ").compactMap { word in
            let isInverted = word.first == "!"
            let body = isInverted ? word.dropFirst() : word
            guard !body.isEmpty else { return nil }
            if let colon = body.firstIndex(of: ":"), columns.contains(String(body[..<colon])) {
                let value = body[body.index(after: colon)...]
                // "region:" alone is still being typed.
                guard !value.isEmpty else { return nil }
                return Term(isInverted: isInverted, column: String(body[..<colon]), needle: String(value))
            }
            return Term(isInverted: isInverted, column: nil, needle: String(body))
        }
    }
}
