import AWSCore
import AWSModel
import ArgumentParser
import Foundation
import Ledger
import Posture
import Survey

/// `lifeboat check`: the question, once.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Answer the question once: a report, and an exit code for cron and CI.",
        discussion: "Exit codes: 0 yes, 1 no, 2 could not tell, 64 wrong usage, 70 a defect of ours.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var answer: AnswerOptions
    @OptionGroup var targets: ObjectivesOptions
    @OptionGroup var rates: PricesOptions

    @Option(help: ArgumentHelp("Answer from this snapshot instead of the account.", valueName: "file"))
    var snapshot: String?

    @Option(help: ArgumentHelp("Write what was read to this file.", valueName: "file"))
    var saveSnapshot: String?

    @Flag(help: "Add the answers to the ledger, for history, diff and what is due for a drill.")
    var record = false

    func validate() throws {
        guard snapshot != nil else { return }
        try answer.sampling.mustAskNobody()
        if saveSnapshot != nil || !connection.region.isEmpty || connection.profile != nil
            || connection.endpointURL != nil
        {
            throw ValidationError(
                "--snapshot asks nobody: it takes no --save-snapshot, --region, --profile or "
                    + "--endpoint-url.")
        }
    }

    func run() async throws {
        let objectives = try targets.objectives()
        let prices = try rates.prices()
        // Before the account is read, for that takes long and would be in vain.
        let ledger = try record ? LedgerAccess.toWrite() : nil
        if let snapshot {
            let inventory = try SnapshotFile.load(snapshot)
            let drills = inventory.provenDrills()
            try ledger.map { try add(inventory, objectives, drills, to: $0) }
            // A snapshot is judged as of the moment it was taken: what was fresh then is not stale for being looked at.
            return try Failure.end(
                answer.report(
                    inventory, objectives: objectives, prices: prices, drills: drills, at: inventory.takenAt))
        }
        if let saveSnapshot { try SnapshotFile.checkPlace(saveSnapshot) }
        let inventory = try await AccountReading.inventory(connection, besides: answer.besides)
        Memory.giveBack()
        let drills = inventory.provenDrills()
        let given = try answer.report(
            inventory, objectives: objectives, prices: prices, drills: drills, at: inventory.takenAt)
        if let saveSnapshot { try SnapshotFile.save(inventory, to: saveSnapshot) }
        try ledger.map { try add(inventory, objectives, drills, to: $0) }
        if given != .no, let gap = inventory.decisiveGap { throw Failure.couldNotTell(gap) }
        try Failure.end(given)
    }

    /// Every region and every threat, whatever was asked: records are compared with one another.
    private func add(
        _ inventory: Inventory, _ objectives: Objectives, _ drills: [DrillEvidence], to ledger: Ledger
    ) throws {
        let snapshot = PostureSnapshot(PostureRecord(of: inventory, objectives: objectives, drills: drills))
        try LedgerAccess.using { () throws(LedgerError) in _ = try ledger.save(snapshot, at: Date()) }
    }
}
