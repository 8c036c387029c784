import AWSCore
import AWSModel
import AWSServices
import Posture

/// Finds out who asks, once, from the first region that answers.
struct CallerSurvey: Sendable {
    private struct Answer: Sendable {
        var region: Region
        var result: Result<CallerIdentity, AWSError>

        var isSilent: Bool {
            guard case .failure(let error) = result else { return false }
            switch error.cause {
            case .transport, .circuitOpen: return true
            default: return false
            }
        }
    }
    private enum Question { case who }

    let reader: Reader
    let askable: Askable
    private let answered = ReadOnce<Question, Answer>()

    init(reader: Reader, askable: Askable) {
        self.reader = reader
        self.askable = askable
    }

    func identity() async -> Reading<CallerIdentity> {
        let answer = await answer()
        return reader.reading(of: STS.GetCallerIdentity.self, answer.result, in: answer.region)
    }

    /// - Throws: `AWSError` when nothing can be asked with these credentials, anywhere.
    func check() async throws(AWSError) {
        guard case .failure(let error) = await answer().result else { return }
        switch error.cause {
        case .credentials, .credentialsRejected: throw error
        default: return
        }
    }

    private func answer() async -> Answer {
        await answered.fact(.who) {
            await askable.firstAnswer(isSilent: \.isSilent) { region in
                Answer(region: region, result: await reader.attempt(STS.GetCallerIdentity(), in: region))
            }
        }
    }
}
