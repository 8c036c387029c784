import Report

extension Output {
    /// Writes a report that comes in chunks to stdout.
    ///
    /// - Throws: What failed first; the rest of the report is let go.
    static func report(_ write: (@escaping (String) -> Void) -> Void) throws {
        var failure: Failed?
        write { chunk in
            guard failure == nil else { return }
            failure = Output.failure { () throws(Failed) in try standard(chunk) }
        }
        if let failure { throw failure }
    }

    /// Writes a page of records to stdout, as text or Markdown.
    static func page(_ page: Page, asMarkdown: Bool) throws {
        try report { sink in Report.write(page, asMarkdown: asMarkdown, to: sink) }
    }
}
