import AWSModel
import Foundation
import Ledger
import Posture

/// One side of a difference, as it is named on the command line.
enum PostureMoment: Hashable, Sendable {
    case latest
    /// The one before the latest.
    case previous
    /// The ledger's number.
    case snapshot(Int64)
    /// The last snapshot that was taken no later.
    case asOf(Date)
    /// What `check --save-snapshot` wrote.
    case file(String)

    init(_ text: String) {
        if text == "latest" {
            self = .latest
        } else if text == "previous" {
            self = .previous
        } else if let number = Int64(text), number >= 0 {
            self = .snapshot(number)
        } else if let moment = Self.moment(text) {
            self = .asOf(moment)
        } else {
            self = .file(text)
        }
    }

    /// "2026-11-20" is the end of that day, UTC; "2026-11-20T12:00:00Z" that second.
    private static func moment(_ text: String) -> Date? {
        if let moment = try? Date(text, strategy: .iso8601) { return moment }
        guard text.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil else { return nil }
        return (try? Date(text + "T23:59:59Z", strategy: .iso8601))?.addingTimeInterval(0.999)
    }

    /// - Parameter account: whose snapshots are meant; nil for the one of the latest.
    /// - Throws: `Failure` where there is none.
    func record(account: AccountID?, objectives: Objectives) throws -> PostureRecord {
        if case .file(let path) = self {
            guard FileManager.default.fileExists(atPath: path) else {
                throw Failure.usage(
                    "\"\(path)\" is neither a file nor a snapshot: say a number, latest, previous or a date like "
                        + "2026-11-20")
            }
            let inventory = try SnapshotFile.load(path)
            return PostureRecord(of: inventory, objectives: objectives, drills: inventory.provenDrills())
        }
        let ledger = try LedgerAccess.toRead()
        let all = try LedgerAccess.using { () throws(LedgerError) in try ledger.snapshots(of: account) }
        let mine = all.filter { $0.account == (account ?? all.first?.account) }
        let found: PostureSnapshot? =
            switch self {
            case .latest: mine.first
            case .previous: mine.dropFirst().first
            case .snapshot(let number): all.first { $0.id == number }
            case .asOf(let moment): mine.first { $0.takenAt <= moment }
            case .file: nil
            }
        guard let id = found?.id,
            let snapshot = try LedgerAccess.using({ () throws(LedgerError) in try ledger.snapshot(id) })
        else {
            throw Failure.usage("the ledger \(ledger.path) holds no such snapshot: see lifeboat history")
        }
        return try PostureRecord(snapshot)
    }
}
