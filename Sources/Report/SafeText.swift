import AWSModel

/// Text from an account made fit for a terminal: what would move the cursor, reorder or hide text is written out.
enum SafeText {
    /// `\u{1B}` for an escape character; visible characters of any script stay.
    static func escaped(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
        var result = ""
        var marks = 0
        for scalar in text.unicodeScalars {
            marks = isMark(scalar) ? marks + 1 : 0
            if scalar.movesOrHidesText || marks > mostMarks {
                result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
                // What is written out takes no marks.
                marks = mostMarks
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// More on one letter reach into the lines around it.
    private static let mostMarks = 4

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: true
        default: false
        }
    }

    /// The same of several lines.
    static func lines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { escaped(String($0)) }
            .joined(separator: "\n")
    }
}
