import AWSModel
import Foundation
import Ledger
import Posture
import Report

/// The recorded answers as a page.
enum HistoryPage {
    static func page(_ snapshots: [PostureSnapshot]) -> Page {
        guard !snapshots.isEmpty else {
            return Page(title: "Nothing was recorded yet: lifeboat check --record does.")
        }
        let rows = snapshots.map { snapshot in
            [
                "\(snapshot.id ?? 0)", Moment.text(snapshot.takenAt), snapshot.account?.digits ?? "not known",
                snapshot.answer.uppercased(), answers(snapshot),
            ]
        }
        return Page(
            title: "The recorded answers, the newest first.",
            blocks: [.table(columns: ["id", "moment", "account", "answer", "outages and other threats"], rows: rows)])
    }

    /// "us-east-1 no (3 unprotected, 1 at risk), corruption yes"
    private static func answers(_ snapshot: PostureSnapshot) -> String {
        let parts = snapshot.answers.map { answer in
            let bad = ["unprotected", "at-risk", "unknown"].compactMap { verdict in
                answer.counts[verdict].map { "\($0) \(verdict.replacing("-", with: " "))" }
            }
            let counts = bad.isEmpty ? "" : " (\(bad.joined(separator: ", ")))"
            return "\(subject(answer.threat, answer.region)) \(answer.answer)\(counts)"
        }
        return parts.joined(separator: "; ") + (snapshot.complete ? "" : "; not everything was read")
    }

    static func page(_ resource: String, _ moments: [ResourceMoment]) -> Page {
        let rows = moments.map { moment in
            let accepted = moment.verdict.accepted ? " (accepted)" : ""
            let assurance = moment.verdict.assurance.map { ", \($0)" } ?? ""
            return [
                "\(moment.snapshot)", Moment.text(moment.takenAt), subject(moment.threat, moment.region),
                "\(moment.verdict.verdict.replacing("-", with: " "))\(accepted)\(assurance): \(moment.verdict.reason)",
            ]
        }
        return Page(
            title: "What was recorded of \(resource), the newest first.",
            blocks: [.table(columns: ["id", "moment", "threat", "verdict and reason"], rows: rows)])
    }

    /// An outage goes by its region.
    private static func subject(_ threat: String, _ region: Region?) -> String { region?.name ?? threat }
}
