/// Paragraphs of spans, wrapped at words to the width they are given, from some line on.
package struct ScrollingText: Widget {
    private let paragraphs: [[Span]]
    private let offset: Int

    /// - Parameter offset: wrapped lines that are scrolled out at the top.
    package init(_ paragraphs: [[Span]], offset: Int) {
        self.paragraphs = paragraphs
        self.offset = offset
    }

    package func lineCount(width: Int) -> Int { lines(width: width).count }

    package func draw(in area: Area, on frame: inout Frame) {
        guard !area.isEmpty else { return }
        let lines = lines(width: area.columns)
        let first = min(max(offset, 0), max(lines.count - 1, 0))
        for (row, line) in lines.dropFirst(first).prefix(area.rows).enumerated() {
            let place = Area(column: area.column, row: area.row + row, columns: area.columns, rows: 1)
            SpanLine(line).draw(in: place, on: &frame)
        }
    }

    /// Every paragraph in lines of at most `width` columns.
    package func lines(width: Int) -> [[Span]] {
        guard width > 0 else { return [] }
        return paragraphs.flatMap { WrappedParagraph($0, width: width).lines }
    }
}

/// One paragraph in lines; those after the first are indented as the first one is, or stand under what follows its label:
/// spans at its beginning, the last of which ends in two spaces.
struct WrappedParagraph {
    private(set) var lines: [[Span]] = []
    private var line: [Span] = []
    private var used = 0
    private let width: Int
    private let indent: Int

    init(_ spans: [Span], width: Int) {
        self.width = width
        guard spans.reduce(0, { $0 + $1.text.columns }) > width else {
            indent = 0
            lines = [spans]
            return
        }
        indent = Self.indent(of: spans, below: width / 2)
        for span in spans { add(span) }
        if !line.isEmpty { lines.append(line) }
    }

    /// - Parameter limit: columns that a label may take at most, so that there is room for what it labels.
    private static func indent(of spans: [Span], below limit: Int) -> Int {
        let leading = spans.first?.text.prefix { $0 == " " }.count ?? 0
        var indent = leading < limit ? leading : 0
        var end = 0
        for span in spans.dropLast() {
            end += span.text.columns
            guard end < limit else { break }
            if span.text.hasSuffix("  ") { indent = end }
        }
        return indent
    }

    private mutating func add(_ span: Span) {
        for word in Self.words(of: span.text) {
            var word = word
            let visible = word.hasSuffix(" ") ? word.columns - 1 : word.columns
            if used + visible > width, used > indent { breakLine() }
            // A word longer than a line is cut where the line ends.
            while word.columns > width - used, width > used, !(word.hasSuffix(" ") && word.columns - 1 <= width - used)
            {
                let head = Self.head(of: word, columns: width - used)
                guard !head.isEmpty else { break }
                put(head, span.role)
                word = String(word.dropFirst(head.count))
                breakLine()
            }
            put(word, span.role)
        }
    }

    private mutating func put(_ text: String, _ role: Role) {
        if let last = line.last, last.role == role {
            line[line.count - 1].text += text
        } else {
            line.append(Span(text, role))
        }
        used += text.columns
    }

    private mutating func breakLine() {
        // The space after the last word may stand beyond the width.
        if line.last?.text.last == " ", used > width { line[line.count - 1].text.removeLast() }
        lines.append(line)
        line = indent > 0 ? [Span(String(repeating: " ", count: indent))] : []
        used = indent
    }

    /// Words, each with the space that follows it.
    private static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for character in text {
            word.append(character)
            if character == " " {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    private static func head(of word: String, columns: Int) -> String {
        var head = ""
        var used = 0
        for character in word {
            let width = character.drawable.columns
            guard used + width <= columns else { break }
            head.append(character)
            used += width
        }
        return head
    }
}
