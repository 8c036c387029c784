/// What a report shows and how.
package struct ReportOptions: Hashable, Sendable {
    /// Lists what the threat does not touch, every protected resource, and every name of a long list.
    package var all: Bool
    /// ANSI colours and a glyph before each verdict; text only.
    package var colour: Bool
    /// Where the text breaks its lines.
    package var columns: Int

    package init(all: Bool = false, colour: Bool = false, columns: Int = 80) {
        self.all = all
        self.colour = colour
        self.columns = columns
    }
}
