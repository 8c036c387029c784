import AWSCore
import Foundation

/// Questions that need a person at a terminal.
enum TerminalPrompt {
    /// Asks for the code of an MFA device; nil where nobody can answer.
    static var mfaCode: CredentialsEffects.AskMFACode? {
        guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return nil }
        return { serial in
            Output.error("Code of the MFA device \(serial): ")
            return readLine(strippingNewline: true)
        }
    }
}
