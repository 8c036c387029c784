import AWSModel
import Foundation
import Ledger

/// The recorded answers for a program: `lifeboat.history/1`; keys are added, never renamed, and left out
/// where nothing is known.
struct HistoryJSON: Encodable {
    private struct Answer: Encodable {
        let threat: String
        let region: String?
        let answer: String
        let onPaper: Bool
        let accepted: Int
        let counts: [String: Int]
    }

    private struct Snapshot: Encodable {
        let id: Int64?
        let takenAt: Date
        let account: String?
        let answer: String
        let complete: Bool
        let scenarios: [Answer]
    }

    private struct Verdict: Encodable {
        let snapshot: Int64
        let takenAt: Date
        let threat: String
        let lostRegion: String?
        let arn: String
        let type: String
        let name: String
        let verdict: String
        let assurance: String?
        let accepted: Bool
        let reason: String
    }

    private let schema = "lifeboat.history/1"
    private var snapshots: [Snapshot]?
    private var verdicts: [Verdict]?

    init(_ snapshots: [PostureSnapshot]) {
        self.snapshots = snapshots.map { snapshot in
            Snapshot(
                id: snapshot.id, takenAt: snapshot.takenAt, account: snapshot.account?.digits, answer: snapshot.answer,
                complete: snapshot.complete,
                scenarios: snapshot.answers.map {
                    Answer(
                        threat: $0.threat, region: $0.region?.name, answer: $0.answer, onPaper: $0.onPaper,
                        accepted: $0.accepted, counts: $0.counts)
                })
        }
    }

    init(of moments: [ResourceMoment]) {
        verdicts = moments.map { moment in
            let said = moment.verdict
            return Verdict(
                snapshot: moment.snapshot, takenAt: moment.takenAt, threat: moment.threat,
                lostRegion: moment.region?.name, arn: said.arn, type: said.type, name: said.name,
                verdict: said.verdict, assurance: said.assurance, accepted: said.accepted, reason: said.reason)
        }
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
}
