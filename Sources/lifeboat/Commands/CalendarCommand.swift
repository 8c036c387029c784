import ArgumentParser
import Foundation
import Posture
import Report

/// `lifeboat calendar`: what the backup plans did run and will run.
struct CalendarCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "What the backup plans will run and did run, day by day, and where nothing came of it.",
        discussion: """
            Times are UTC, with the plan's own beside them where its zone is another. AWS Backup lists the jobs of the \
            last 30 days.

            Exit codes: 0 every plan made what it should have, 1 some day has a gap or some run went wrong, 2 could not \
            tell, or there is no plan.
            """)

    @OptionGroup var connection: ConnectionOptions

    @Option(help: ArgumentHelp("How many days ahead, at most 35.", valueName: "n"))
    var days = 7

    @Option(help: ArgumentHelp("How many days back, at most 35.", valueName: "n"))
    var back = 7

    @Option(help: "How it is written.")
    var output: Report.Format = .text

    @Option(help: ArgumentHelp("Answer from this snapshot instead of the account.", valueName: "file"))
    var snapshot: String?

    func validate() throws {
        for (name, value) in [("--days", days), ("--back", back)] where !(0...35).contains(value) {
            throw ValidationError("\(name) takes a number from 0 to 35.")
        }
        if snapshot != nil { try connection.mustAskNobody() }
    }

    func run() async throws {
        let inventory =
            if let snapshot { try SnapshotFile.load(snapshot) } else {
                try await AccountReading.inventory(connection, history: true)
            }
        let calendar = BackupCalendar(of: inventory, now: inventory.takenAt)
        let report = CalendarReport(calendar, back: back, ahead: days, now: inventory.takenAt)
        try Output.report { Report.write(report, as: output, options: $0, to: $1) }
        try Failure.end(report.answer)
    }
}
