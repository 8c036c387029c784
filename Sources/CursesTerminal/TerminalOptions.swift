package import Canvas

/// How a terminal is to be used.
package struct TerminalOptions: Sendable {
    /// Without effect on colour where the terminal has none: `Theme.mono` is used then.
    package var theme: Theme
    /// Draws in ASCII alone; so it does by itself where the locale is not one of UTF-8.
    package var ascii: Bool
    /// Tells clicks and the wheel, which takes the selection of text by mouse away from the terminal.
    package var mouse: Bool

    package init(theme: Theme, ascii: Bool = false, mouse: Bool = false) {
        self.theme = theme
        self.ascii = ascii
        self.mouse = mouse
    }
}
