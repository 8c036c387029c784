import Testing

@testable import Posture

@Suite("Names of findings by resource")
struct FindingNamesTests {
    @Test("each resource is told its own, sorted, each once, whatever the order of the findings")
    func namesOfEach() {
        let told = [("b", "z"), ("c", "x"), ("b", "a"), ("a", "m"), ("b", "z"), ("not asked", "q"), ("d", "n")]
        for findings in [told, told.reversed()] {
            var names = FindingNames(findings.map { Self.finding($1, of: $0) })
            #expect(names.next(of: "a") == ["m"])
            #expect(names.next(of: "b") == ["a", "z"])
            #expect(names.next(of: "bb") == [])
            #expect(names.next(of: "d") == ["n"])
            #expect(names.next(of: "e") == [])
        }
    }

    private static func finding(_ id: String, of resource: String) -> Finding {
        Finding(id: id, severity: .low, resource: resource, message: "", evidence: [], fix: "")
    }
}
