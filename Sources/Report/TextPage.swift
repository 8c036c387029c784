/// Lines of text for a terminal or a pipe: cleaned, wrapped at spaces, indented.
struct TextPage {
    private let stream: ReportStream
    private let columns: Int

    init(_ stream: ReportStream, columns: Int) {
        self.stream = stream
        // Narrower than this, words would stand one to a line.
        self.columns = max(columns, 40)
    }

    func blank() { stream.write("\n") }

    /// A heading with a rule below it.
    func heading(_ text: String) {
        blank()
        line(text)
        line(String(repeating: "-", count: min(SafeText.escaped(text).count, columns)))
    }

    /// Text from anywhere, broken at spaces; what has no space in it is never broken, so that it can be copied whole.
    ///
    /// `lead` goes before the first line as it is, and is as wide as the indent of the lines that follow.
    func line(_ text: String, lead: String? = nil, indent: Int = 0) {
        line(words: SafeText.escaped(text).split(separator: " "), lead: lead, indent: indent)
    }

    /// Lines as they are, to be copied whole: never broken, whatever their width.
    func verbatim(_ text: String, indent: Int) {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            stream.write(String(repeating: " ", count: indent) + SafeText.escaped(String(line)) + "\n")
        }
    }

    /// A list with commas, broken between its items only.
    func line(items: [String], lead: String? = nil, indent: Int = 0) {
        let last = items.count - 1
        let words = items.enumerated().map { Substring(SafeText.escaped($1) + ($0 < last ? "," : "")) }
        line(words: words, lead: lead, indent: indent)
    }

    private func line(words: [Substring], lead: String?, indent: Int) {
        let margin = String(repeating: " ", count: indent)
        var current = lead ?? margin
        var width = indent
        for word in words {
            if width > indent && width + 1 + word.count > columns {
                stream.write(current + "\n")
                current = margin
                width = indent
            }
            if width > indent {
                current += " "
                width += 1
            }
            current += word
            width += word.count
        }
        stream.write(current + "\n")
    }
}
