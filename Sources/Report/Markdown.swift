/// Text from an account as Markdown that shows it and nothing else, also inside a table.
enum Markdown {
    static func text(_ text: String) -> String {
        var result = ""
        for character in SafeText.escaped(text) {
            if special.contains(character) { result.append("\\") }
            result.append(character)
        }
        return result
    }

    /// As code: backticks need a longer fence, and within a table pipes an escape.
    static func code(_ text: String, inTable: Bool = false) -> String {
        let text = SafeText.escaped(text)
        guard !text.isEmpty else { return "" }
        var fence = "`"
        while text.contains(fence) { fence += "`" }
        let space = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
        return fence + space + (inTable ? text.replacing("|", with: "\\|") : text) + space + fence
    }

    private static let special: Set<Character> = ["\\", "`", "*", "_", "<", ">", "[", "]", "|", "~", "&", "#", "$"]
}
