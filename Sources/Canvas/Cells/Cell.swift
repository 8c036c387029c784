/// One place on the screen: a character and what it means.
package struct Cell: Hashable, Sendable {
    package var glyph: Character
    package var style: Style

    package init(_ glyph: Character, _ style: Style = .text) {
        self.glyph = glyph
        self.style = style
    }

    /// The glyph of the second column of a wide character: nothing is drawn there.
    package static let continuation: Character = "\0"

    package static let blank = Cell(" ")
    package var isContinuation: Bool { glyph == Self.continuation }
}
