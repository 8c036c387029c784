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
            blocks: [
                .table(columns: ["id", "moment", "account", "answer", "not protected, by threat"], rows: rows),
                .line("Counted is what is unprotected, at risk or unknown, accepted risks too."),
            ])
    }

    /// "us-east-1 24, corruption 9"; empty where everything is protected.
    private static func answers(_ snapshot: PostureSnapshot) -> String {
        let parts = snapshot.answers.compactMap { answer in
            let count = ["unprotected", "at-risk", "unknown"].compactMap { answer.counts[$0] }.reduce(0, +)
            return count > 0 ? "\(subject(answer.threat, answer.region)) \(count)" : nil
        }
        return parts.joined(separator: ", ") + (snapshot.complete ? "" : "; not everything was read")
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
