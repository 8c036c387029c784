import AWSCore
import AWSModel
import ArgumentParser
import Foundation
import Posture
import Recovery
import Survey

/// `lifeboat runbook`: the steps of a recovery, written down before the day.
struct RunbookCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runbook",
        abstract: "The steps of each recovery with exact commands, as Markdown to print or commit.",
        discussion: """
            Writes of every resource that the loss of a region hits, or of one. Words in CAPITALS are to be filled in. \
            It reads, and never changes anything.

            Exit codes: 0 it is whole, 2 not all that is lost could be read, 64 wrong usage, 70 a defect of ours.
            """)

    @Argument(help: ArgumentHelp("One resource alone.", valueName: "arn or name"))
    var resource: String?

    @OptionGroup var outage: LostOptions
    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var targets: ObjectivesOptions
    @OptionGroup var rates: PricesOptions

    @Option(help: ArgumentHelp("Write of this snapshot instead of the account.", valueName: "file"))
    var snapshot: String?

    @Option(help: ArgumentHelp("A file for each resource and an index, a folder for each region.", valueName: "dir"))
    var outputDir: String?

    func validate() throws {
        guard snapshot != nil else { return }
        if !connection.region.isEmpty || connection.profile != nil || connection.endpointURL != nil {
            throw ValidationError("--snapshot asks nobody: it takes no --region, --profile or --endpoint-url.")
        }
    }

    func run() async throws {
        let objectives = try targets.objectives()
        let prices = try rates.prices()
        let folder = try outputDir.map { try RunbookFolder($0) }
        let inventory: Inventory
        if let snapshot {
            inventory = try SnapshotFile.load(snapshot)
        } else {
            inventory = try await AccountReading.inventory(connection)
        }
        try outage.mustExist(in: inventory)
        let account = AccountView(inventory, now: inventory.takenAt)
        let drills = inventory.provenDrills()
        let runbooks = try regions(of: account).map { region in
            Runbook(
                inventory, losing: region, only: resource.map { [$0] }, objectives: objectives, prices: prices,
                drills: drills, now: inventory.takenAt)
        }
        for runbook in runbooks {
            if let folder { try folder.write(runbook) } else { try Output.standard(runbook.markdown) }
        }
        if let gap = gap(in: runbooks, of: account) { throw Failure.couldNotTell(gap) }
    }

    /// Those that are asked for, else those that hold what is to be written of.
    private func regions(of account: AccountView) throws -> [Region] {
        let held = account.resources.filter { known in
            resource.map { $0 == known.arn || $0 == known.name } ?? true
        }
        if let resource, held.isEmpty {
            if let gap = account.inventory.decisiveGap { throw Failure.couldNotTell(gap) }
            throw Failure.usage("there is no resource \(resource) among what was read")
        }
        return outage.lost.isEmpty ? Set(held.compactMap(\.region)).sorted() : outage.regions
    }

    /// Why what was written is not whole, so that nobody takes it for good who does not read it.
    private func gap(in runbooks: [Runbook], of account: AccountView) -> String? {
        if let gap = runbooks.lazy.compactMap(\.gap).first { return gap }
        guard resource == nil, outage.lost.isEmpty else { return nil }
        if let unread = account.blindSpots.words { return "not all that the account holds could be read: \(unread)" }
        return runbooks.isEmpty ? "the account holds nothing to write a runbook of" : nil
    }
}
