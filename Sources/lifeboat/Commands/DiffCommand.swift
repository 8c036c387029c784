import AWSModel
import ArgumentParser
import Foundation
import Posture
import Report

/// `lifeboat diff`: what became of the protection between two moments.
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "What got worse, better, appeared or went away between two moments.",
        discussion: """
            A moment is the number of a recorded snapshot (see `lifeboat history`), latest, previous, a date like \
            2026-11-20 (the last snapshot of that day or before), or a file written by `check --save-snapshot`.

            Exit codes: 0 nothing got worse, 1 something got worse, 2 could not tell, 64 wrong usage.
            """)

    @Argument(help: ArgumentHelp("The moment before.", valueName: "before"))
    var before = "previous"

    @Argument(help: ArgumentHelp("The moment after.", valueName: "after"))
    var after = "latest"

    @Option(
        help: ArgumentHelp("Compare this threat only; repeat it for more. Without it: all.", valueName: "threat"))
    var threat: [AskedThreat] = []

    @Option(help: ArgumentHelp("Whose snapshots are meant. Without it: those of the latest.", valueName: "account"))
    var account: String?

    @Option(help: "How it is written.")
    var output: Report.Format = .text

    @OptionGroup var targets: ObjectivesOptions

    func run() throws {
        let objectives = try targets.objectives()
        let owner = account.map { AccountID($0) }
        let old = try PostureMoment(before).record(account: owner, objectives: objectives)
        let new = try PostureMoment(after).record(account: owner, objectives: objectives)
        let threats = Threat.allCases.filter {
            threat.isEmpty || threat.contains(.all) || threat.contains(.one($0))
        }
        let difference: PostureDifference
        do throws(PostureDifference.DifferentAccounts) {
            difference = try PostureDifference(from: old, to: new, threats: Set(threats))
        } catch {
            let accounts = error.accounts.map(\.digits).joined(separator: " and ")
            throw Failure.usage("the two are of different accounts: \(accounts)")
        }
        try Output.report { Report.write(difference, as: output, to: $1) }
        switch difference.outcome {
        case .nothingWorse: return
        case .worse: throw ExitCode(Failure.Code.no.rawValue)
        case .unknown: throw ExitCode(Failure.Code.couldNotTell.rawValue)
        }
    }
}
