import Posture
import Testing

@Suite("Counts in words")
struct CountedTests {
    @Test("one is one, and what has a plural of its own has it")
    func counted() {
        #expect([0, 1, 2].map { $0.counted("rule") } == ["0 rules", "1 rule", "2 rules"])
        #expect([1, 2].map { $0.counted("copy", "copies") } == ["1 copy", "2 copies"])
    }
}
