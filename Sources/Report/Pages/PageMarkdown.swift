/// A page for a ticket, a wiki or an auditor.
struct PageMarkdown {
    private let stream: ReportStream

    init(_ stream: ReportStream) { self.stream = stream }

    func write(_ page: Page) {
        stream.write("# \(Markdown.text(page.title))\n")
        for block in page.blocks {
            stream.write("\n")
            switch block {
            case .heading(let text): stream.write("## \(Markdown.text(text))\n")
            case .line(let text): stream.write("\(Markdown.text(text))\n")
            case .list(let items): for item in items { stream.write("- \(Markdown.text(item))\n") }
            case .table(let columns, let rows):
                row(columns)
                stream.write("|" + String(repeating: "---|", count: columns.count) + "\n")
                for cells in rows { row(cells) }
            }
        }
    }

    private func row(_ cells: [String]) {
        stream.write("| " + cells.map { Markdown.text($0) }.joined(separator: " | ") + " |\n")
    }
}
