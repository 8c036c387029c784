import AWSCore
import Testing

@Suite("XML replies")
struct XMLDocumentTests {
    private static func parse(_ text: String) throws(MalformedReply) -> XMLElement {
        try XMLDocument.parse(Array(text.utf8))
    }

    @Test("fact_1_2: an empty element is not an absent one")
    func keepsEmptyElements() throws {
        let rule = try Self.parse("<Rule><Filter/><Prefix></Prefix></Rule>")
        #expect(rule["Filter"] == XMLElement(name: "Filter"))
        #expect(rule.text("Prefix") == "")
        #expect(rule.text("Priority") == nil)
    }

    @Test("Text keeps its entities, white space and characters")
    func keepsText() throws {
        let text = try Self.parse("<?xml version=\"1.0\"?><K xmlns=\"http://x/\"> a &amp;&#x20AC; 漢\n</K>").text
        #expect(text == " a &€ 漢\n")
    }

    @Test("Repeated elements keep their order")
    func keepsOrder() throws {
        #expect(try Self.parse("<A><B>1</B><C/><B>2</B></A>").all("B").map(\.text) == ["1", "2"])
    }

    @Test(
        "What is not one whole document is refused",
        arguments: [
            "", "<A>", "<A></B>", "{}", "<A/><B/>", "<!DOCTYPE html><html></html>", "<A>\u{1}</A>",
            "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>", String(repeating: "<A>", count: 200_000),
        ])
    func refuses(text: String) {
        #expect(throws: MalformedReply.self) { try Self.parse(text) }
    }

    @Test("Bytes that are no UTF-8 are refused")
    func refusesOtherEncodings() {
        #expect(throws: MalformedReply.self) { try XMLDocument.parse(Array("<A>".utf8) + [0xFF] + Array("</A>".utf8)) }
    }
}
