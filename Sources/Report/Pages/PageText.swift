/// A page for a person at a terminal.
struct PageText {
    private let page: TextPage

    init(_ stream: ReportStream, columns: Int) { page = TextPage(stream, columns: columns) }

    func write(_ content: Page) {
        page.line(content.title)
        for block in content.blocks {
            switch block {
            case .heading(let text): page.heading(text)
            case .line(let text): page.line(text)
            case .list(let items): for item in items { page.line(item, lead: "- ", indent: 2) }
            case .table(let columns, let rows): write(columns, rows)
            }
        }
    }

    private func write(_ columns: [String], _ rows: [[String]]) {
        let lines = ([columns.map { $0.uppercased() }] + rows).map { $0.map(SafeText.escaped) }
        let widths = columns.indices.dropLast().map { column in
            lines.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        for line in lines {
            guard let last = line.last else { continue }
            let lead = zip(line, widths).map { cell, width in
                cell + String(repeating: " ", count: max(0, width - cell.count) + 2)
            }.joined()
            guard !last.isEmpty else {
                page.line("", lead: String(lead.reversed().drop { $0 == " " }.reversed()))
                continue
            }
            page.line(last, lead: lead, indent: lead.count)
        }
    }
}
