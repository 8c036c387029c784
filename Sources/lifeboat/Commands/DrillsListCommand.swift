import AWSModel
import ArgumentParser
import Foundation
import Ledger
import Report

/// `lifeboat drills list`: the drills and what is due.
struct DrillsListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the drills and what is due.",
        discussion: "Exit codes: 0 it was shown, with --due: nothing is due; 1 something is due; 2 there is no ledger.")

    @Argument(help: ArgumentHelp("Show this resource only.", valueName: "arn"))
    var resource: String?

    @Flag(help: "Show what is due now and nothing else; end with 1 if anything is.")
    var due = false

    @Option(help: ArgumentHelp("Show this account only.", valueName: "account"))
    var account: String?

    @Option(help: "How it is written.")
    var output: Report.Format = .text

    func run() throws {
        let ledger = try LedgerAccess.toRead()
        let now = Date()
        let drills = try LedgerAccess.using { () throws(LedgerError) in try ledger.drills(of: resource) }
            .filter { account == nil || $0.drill.account?.digits == account }
        var schedule = DrillSchedule.due(drills, resources: try resources(ledger), now: now)
        if due { schedule = schedule.filter { $0.isDue(at: now) } }
        switch output {
        case .json: try Output.standard(try DrillExport(due ? [] : drills, due: schedule, now: now).json())
        case .text, .markdown:
            let pages = DrillPage(now: now, isWhole: output == .markdown)
            try Output.page(due ? pages.due(schedule) : pages.page(drills, schedule), asMarkdown: output == .markdown)
        }
        if due, !schedule.isEmpty { throw ExitCode(Failure.Code.no.rawValue) }
    }

    /// What is judged in the latest snapshot of each account.
    private func resources(_ ledger: Ledger) throws -> [DrillSchedule.Resource] {
        let snapshots = try LedgerAccess.using { () throws(LedgerError) in
            try ledger.snapshots(of: account.map { AccountID($0) })
        }
        var accounts: Set<AccountID?> = []
        let latest = snapshots.filter { accounts.insert($0.account).inserted }.compactMap(\.id)
        return try latest.flatMap { id in
            let snapshot = try LedgerAccess.using { () throws(LedgerError) in try ledger.snapshot(id) }
            let judged = (snapshot?.answers ?? []).flatMap(\.verdicts).filter { $0.verdict != "not-evaluated" }
            return Set(judged.map { DrillSchedule.Resource(arn: $0.arn, type: $0.type) })
                .filter { resource == nil || $0.arn == resource }
        }
    }
}
