package import Posture

/// An assessment as an operator, a program or a ticket reads it.
package enum Report {
    package enum Format: String, Hashable, Sendable, CaseIterable { case text, json, markdown }

    /// Writes a report to a sink, in chunks of some tens of kilobytes that end wherever they end.
    package static func write(
        _ assessment: Assessment, as format: Format, options: ReportOptions = ReportOptions(),
        to sink: @escaping (String) -> Void
    ) {
        let stream = ReportStream(to: sink)
        switch format {
        case .text: TextReport(assessment, options, stream).write()
        case .json: JSONReport(assessment, options).write(to: stream)
        case .markdown: MarkdownReport(assessment, options, stream).write()
        }
        stream.flush()
    }
}
