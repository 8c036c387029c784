import Execution
import Foundation
import Recovery

/// Where the operator insists: nothing is written, so nothing is resumed.
struct UnwrittenJournal: Journal {
    func intend(_ call: PlannedCall, at moment: Date) {}
    func conclude(token: String, _ outcome: CallOutcome, at moment: Date) {}
    func end(token: String, _ end: CallEnd, at moment: Date) {}
}
