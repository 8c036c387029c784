import AWSCore
import Testing

@testable import Survey

@Suite("Facts that are read once")
struct ReadOnceTests {
    @Test("Who asks while the first one reads gets the same reading")
    func shared() async {
        let facts = ReadOnce<String, Int>()
        let reads = Lock(0)
        let answers = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<100 {
                group.addTask {
                    await facts.fact("destination") {
                        await Task.yield()
                        return reads.withLock { reads in
                            reads += 1
                            return reads
                        }
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers == Array(repeating: 1, count: 100))
        #expect(facts.known == ["destination": 1])
    }

    @Test("Who only sees to it that a fact is read does not wait for another's reading")
    func begin() async {
        let facts = ReadOnce<String, Int>()
        await facts.begin("one") {
            await facts.begin("one") { 2 }
            return 1
        }
        #expect(facts.known == ["one": 1])
    }

    @Test("What is under way is not known")
    func underWay() async {
        let facts = ReadOnce<String, Int>()
        _ = await facts.fact("one") {
            #expect(facts.known.isEmpty)
            return 1
        }
        #expect(facts.known == ["one": 1])
    }
}
