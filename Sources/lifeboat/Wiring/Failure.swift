import ArgumentParser
import Posture

/// Why a command ends without having done its job, in one sentence.
struct Failure: Error {
    /// What scripts read (design, section 5).
    enum Code: Int32 {
        case no = 1
        case couldNotTell = 2
        case usage = 64
        case defect = 70
    }

    let code: Code
    let sentence: String

    static func couldNotTell(_ sentence: String) -> Failure { Failure(code: .couldNotTell, sentence: sentence) }
    static func usage(_ sentence: String) -> Failure { Failure(code: .usage, sentence: sentence) }

    /// Ends a command with the exit code of its answer.
    static func end(_ answer: Answer) throws {
        switch answer {
        case .yes: return
        case .no: throw ExitCode(Code.no.rawValue)
        case .unknown: throw ExitCode(Code.couldNotTell.rawValue)
        }
    }
}
