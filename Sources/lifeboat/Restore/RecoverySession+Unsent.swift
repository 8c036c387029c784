import Execution
import Recovery

extension RecoverySession {
    /// The calls of which the journal does not know that AWS took them.
    func unsent(of calls: [PlannedCall]) -> [UnsentCall] {
        let known: [String: JournaledCall]
        do { known = try journaled() } catch {
            return calls.map { UnsentCall($0, "whether it was sent is not known, for the journal cannot be read") }
        }
        return UnsentCall.among(calls, known: known)
    }
}
