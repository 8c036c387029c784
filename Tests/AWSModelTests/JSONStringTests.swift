import AWSModel
import Foundation
import Testing

@Suite("A JSON string")
struct JSONStringTests {
    @Test(
        "is quoted so that a terminal can show it",
        arguments: [
            ("plain", "\"plain\""), ("", "\"\""), ("a\"b\\c", #""a\"b\\c""#),
            ("line\nend\ttab\r", #""line\nend\ttab\r""#),
            ("\u{1B}[2J", #""\u001b[2J""#), ("über 日本", "\"über 日本\""), ("a\u{2028}b", #""a\u2028b""#),
            ("\u{202E}txt", #""\u202etxt""#), ("\u{E0041}", #""\udb40\udc41""#),
        ])
    func quoting(text: String, quoted: String) {
        #expect(text.jsonQuoted == quoted)
    }

    @Test("of any scalars is read back as it was")
    func anyScalars() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            let length = Int.random(in: 0...12, using: &random)
            var text = ""
            while text.unicodeScalars.count < length {
                let limit: UInt32 = Bool.random(using: &random) ? 0x100 : 0x10FFFF
                guard let scalar = Unicode.Scalar(UInt32.random(in: 0...limit, using: &random)) else { continue }
                text.unicodeScalars.append(scalar)
            }
            let read = try JSONSerialization.jsonObject(with: Data(text.jsonQuoted.utf8), options: .fragmentsAllowed)
            #expect((read as? String).map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
        }
    }
}
