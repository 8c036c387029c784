import Foundation

/// The request that puts text into the clipboard of whoever sits at the terminal, over SSH too (OSC 52).
enum Clipboard {
    /// Bytes of text; terminals drop more than 100,000 bytes of base64 and head, some without a word.
    static let limit = 74_994

    /// Nil where the text is too long.
    static func request(_ text: String, isInTmux: Bool) -> String? {
        guard text.utf8.count <= limit else { return nil }
        let request = "\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{7}"
        guard isInTmux else { return request }
        // tmux obeys the plain one under `set-clipboard on`, hands the wrapped one on under `allow-passthrough on`, and
        // ignores the other.
        return request + "\u{1B}Ptmux;\u{1B}\(request)\u{1B}\\"
    }
}
