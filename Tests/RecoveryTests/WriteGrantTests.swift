import AWSModel
import Testing

@Suite("The leave to change an account")
struct WriteGrantTests {
    @Test("Is made of the name as typed, and of nothing near it", arguments: ["Media", "media ", " media", "", "medi"])
    func typed(_ text: String) { #expect(WriteGrant(typed: text, name: "media", tokens: ["a"]) == nil) }

    @Test("Covers the calls that were confirmed, and no others")
    func covers() throws {
        let grant = try #require(WriteGrant(typed: "media", name: "media", tokens: ["a", "b"]))
        #expect(grant.covers("a") && grant.covers("b") && !grant.covers("c"))
        #expect(WriteGrant(typed: "", name: "", tokens: ["a"]) == nil)
    }
}
