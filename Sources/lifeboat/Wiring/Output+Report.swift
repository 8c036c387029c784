import Foundation
import Report

extension Output {
    /// Writes a report to stdout as it is made, in colour where somebody sees it and wants it.
    ///
    /// - Throws: What failed first; the rest of the report is let go.
    static func report(all: Bool = false, _ write: (ReportOptions, @escaping (String) -> Void) -> Void) throws {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        let wantsColour = ProcessInfo.processInfo.environment["NO_COLOR"].map(\.isEmpty) ?? true
        var failure: Failed?
        write(ReportOptions(all: all, colour: isTerminal && wantsColour)) { chunk in
            guard failure == nil else { return }
            failure = self.failure { () throws(Failed) in try standard(chunk) }
        }
        if let failure { throw failure }
    }

    /// Writes a page of records to stdout, as text or Markdown.
    static func page(_ page: Page, asMarkdown: Bool) throws {
        try report { Report.write(page, asMarkdown: asMarkdown, to: $1) }
    }
}
