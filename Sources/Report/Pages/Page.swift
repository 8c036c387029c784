/// A page of records, as text for a terminal or as Markdown: what it holds, not how it looks.
package struct Page: Hashable, Sendable {
    package enum Block: Hashable, Sendable {
        case heading(String)
        case line(String)
        /// The last column is broken into lines where there is no room for it.
        case table(columns: [String], rows: [[String]])
        case list([String])
    }

    package var title: String
    package var blocks: [Block]

    package init(title: String, blocks: [Block] = []) {
        self.title = title
        self.blocks = blocks
    }
}

extension Report {
    /// Writes a page to a sink, in chunks; nothing in it is trusted.
    package static func write(_ page: Page, asMarkdown: Bool, columns: Int = 80, to sink: @escaping (String) -> Void) {
        let stream = ReportStream(to: sink)
        if asMarkdown { PageMarkdown(stream).write(page) } else { PageText(stream, columns: columns).write(page) }
        stream.flush()
    }
}
