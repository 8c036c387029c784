import AWSCore
import AWSModel
import Testing

@testable import Survey

@Suite("Asking what is not tied to a region")
struct AskableTests {
    private let askable = Askable(regions: ["eu-central-1", "us-east-1", "eu-west-1"])

    /// Nil is silence; the regions that were asked.
    private func ask(_ answers: [Region: String]) async -> (answer: String?, asked: Set<Region>) {
        let asked = Lock<Set<Region>>([])
        let answer: String? = await askable.firstAnswer(isSilent: { $0 == nil }) { region in
            asked.withLock { _ = $0.insert(region) }
            return answers[region]
        }
        return (answer, asked.withLock { $0 })
    }

    @Test("The home region alone is asked while it answers")
    func home() async {
        let (answer, asked) = await ask(["eu-central-1": "home", "us-east-1": "other"])
        #expect(answer == "home")
        #expect(asked == ["eu-central-1"])
    }

    @Test("Another answers for a silent home region")
    func silentHome() async {
        #expect(await ask(["eu-west-1": "other"]).answer == "other")
    }

    @Test("When all are silent, so is the answer")
    func allSilent() async {
        let (answer, asked) = await ask([:])
        #expect(answer == nil)
        #expect(asked == Set(askable.regions))
    }
}
