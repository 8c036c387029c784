import Canvas
import Posture

/// The comparison in lines: two columns beside each other where there is room, else one below the other.
struct ComparisonTable {
    let lines: [[Span]]

    init(_ comparison: Comparison, columns: Int) {
        let isWide = columns >= 100
        var lines: [[Span]] = []
        if isWide {
            let width = (columns - 19) / 2
            lines.append([
                Span("".padded(to: 18), .header), Span("S3 replication".padded(to: width), .header),
                Span("AWS Backup", .header),
            ])
            for row in comparison.rows {
                lines += Self.beside(row, width: width)
            }
        } else {
            for row in comparison.rows {
                lines.append([Span(row.aspect, .label), Span("  "), Self.cover(row)])
                lines.append([Span("  replication  ", .faint), Span(row.replication)])
                lines.append([Span("  AWS Backup   ", .faint), Span(row.backup)])
                lines.append([Span("  \(row.nuance)", .faint)])
            }
        }
        self.lines = lines
    }

    /// A row in three columns, then its cover and nuance.
    private static func beside(_ row: Comparison.Row, width: Int) -> [[Span]] {
        let left = ScrollingText([[Span(row.replication)]], offset: 0).lines(width: width - 2)
        let right = ScrollingText([[Span(row.backup)]], offset: 0).lines(width: width - 2)
        var lines: [[Span]] = []
        for index in 0..<max(left.count, right.count) {
            let name = index == 0 ? row.aspect : ""
            lines.append(
                [Span(name.padded(to: 18), .label)] + padded(index < left.count ? left[index] : [], to: width)
                    + (index < right.count ? right[index] : []))
        }
        lines.append([Span("".padded(to: 18)), cover(row), Span("  \(row.nuance)", .faint)])
        return lines
    }

    private static func padded(_ spans: [Span], to width: Int) -> [Span] {
        let used = spans.reduce(0) { $0 + $1.text.columns }
        return spans + [Span(String(repeating: " ", count: max(width - used, 1)))]
    }

    private static func cover(_ row: Comparison.Row) -> Span {
        switch row.cover {
        case .both: Span("✓ both", .good)
        case .replication: Span("✓ replication", .good)
        case .backup: Span("✓ AWS Backup", .good)
        case .neither: Span("✗ neither", .bad)
        case .unknown: Span("? unknown", .unknown)
        }
    }
}
