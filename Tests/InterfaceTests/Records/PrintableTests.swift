import Testing

@testable import lifeboat

@Suite("Text from an account")
struct PrintableTests {
    @Test(
        "What steers a terminal, turns the direction of text or hides in it is not written",
        arguments: [
            ("a\u{1B}[2Jb", "a [2Jb"), ("a\r\nb", "a  b"), ("a\u{9B}31mb", "a 31mb"), ("a\u{202E}b", "a?b"),
            ("a\u{2066}b\u{2069}", "a?b?"), ("a\u{200B}b\u{200D}c\u{FEFF}d", "a?b?c?d"), ("a\u{AD}b", "a?b"),
            ("a\u{2028}b\u{2029}c", "a b c"), ("a\u{E000}b\u{F0000}c", "a?b?c"),
            ("a\u{E0001}\u{E0041}b", "a??b"), ("a\u{E0100}b", "a?b"), ("\u{0301}a", "a"),
        ])
    func unsafe(_ text: String, _ shown: String) { #expect(text.printable == shown) }

    @Test("Words of any script stay", arguments: ["orders-dr", "Größe", "नमस्ते", "日本語", "שלום", "한국어", "é"])
    func words(_ text: String) { #expect(text.printable == text) }

    @Test("Marks pile up no higher than four")
    func marks() {
        let text = "a" + String(repeating: "\u{0301}", count: 200) + "b"
        #expect(text.printable.unicodeScalars.count == 6)
    }
}
