import AWSModel
import ArgumentParser
import Foundation
import Ledger
import Posture
import Report

/// `lifeboat history`: the answers over time, or what was said of one resource.
struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "The recorded answers over time, or the verdicts of one resource.",
        discussion: """
            `lifeboat check --record` adds to it. Kept are all snapshots of a week, the last of each day for 90 days, \
            the last of each month after.

            Exit codes: 0 it was shown, 2 there is no ledger or it cannot be read, 64 wrong usage.
            """)

    @Argument(help: ArgumentHelp("Show this resource only.", valueName: "arn or name"))
    var resource: String?

    @Option(help: ArgumentHelp("Show the snapshots of this account only.", valueName: "account"))
    var account: String?

    @Option(help: "How it is written.")
    var output: Report.Format = .text

    func run() throws {
        let ledger = try LedgerAccess.toRead()
        if let resource { return try show(resource, ledger) }
        let owner = account.map { AccountID($0) }
        let snapshots = try LedgerAccess.using { () throws(LedgerError) in try ledger.snapshots(of: owner) }
        switch output {
        case .json: try Output.standard(try HistoryJSON(snapshots).json())
        case .text, .markdown: try Output.page(HistoryPage.page(snapshots), asMarkdown: output == .markdown)
        }
    }

    private func show(_ resource: String, _ ledger: Ledger) throws {
        let moments = try LedgerAccess.using { () throws(LedgerError) in try ledger.history(of: resource) }
        guard !moments.isEmpty else {
            throw Failure.usage("no recorded snapshot says anything of \(resource)")
        }
        try ResourceNames.mustBeOne(Set(moments.map(\.verdict.arn)).sorted(), called: resource)
        switch output {
        case .json: try Output.standard(try HistoryJSON(of: moments).json())
        case .text, .markdown: try Output.page(HistoryPage.page(resource, moments), asMarkdown: output == .markdown)
        }
    }
}
