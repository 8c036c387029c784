/// Gathers what is pasted up to `ESC [ 201 ~`.
struct PastedText {
    /// Bytes; the rest of a longer paste is dropped.
    static let limit = 1 << 20
    private static let end = Array("\u{1B}[201~".utf8)

    private var bytes: [UInt8] = []
    /// How much of the end has come.
    private var matched = 0

    /// The text when the byte ends it.
    mutating func take(_ byte: UInt8) -> String? {
        if byte == Self.end[matched] {
            matched += 1
            return matched == Self.end.count ? text : nil
        }
        // An escape that did not begin the end is left out with what looked like it.
        matched = byte == Self.end[0] ? 1 : 0
        if matched == 0, bytes.count < Self.limit { bytes.append(byte) }
        return nil
    }

    /// Terminals send return for the end of a line. No other control character may act through a paste.
    private var text: String {
        let lines = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        var text = String.UnicodeScalarView()
        text.append(
            contentsOf: lines.unicodeScalars.filter {
                $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control
            })
        return String(text)
    }
}
