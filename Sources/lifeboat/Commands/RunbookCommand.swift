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
            """)

    @Argument(help: ArgumentHelp("One resource alone.", valueName: "arn or name"))
    var resource: String?

    @Option(help: ArgumentHelp("The region that is lost; every one that holds a resource.", valueName: "region"))
    var lost: [String] = []

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
        let inventory: Inventory
        if let snapshot {
            inventory = try SnapshotFile.load(snapshot)
        } else {
            inventory = try await AccountReading.inventory(connection)
        }
        let drills = inventory.provenDrills()
        let runbooks = try regions(in: inventory).map { region in
            Runbook(
                inventory, losing: region, only: resource.map { [$0] }, objectives: objectives, prices: prices,
                drills: drills, now: inventory.takenAt)
        }
        for runbook in runbooks {
            if let outputDir {
                try write(runbook, under: URL(filePath: outputDir, directoryHint: .isDirectory))
            } else {
                try Output.standard(runbook.markdown)
            }
        }
    }

    /// Those that are asked for, else those that hold what is to be written of.
    private func regions(in inventory: Inventory) throws -> [Region] {
        let held = AccountView(inventory, now: inventory.takenAt).resources.filter { known in
            resource.map { $0 == known.arn || $0 == known.name } ?? true
        }
        if let resource, held.isEmpty {
            if let gap = inventory.decisiveGap { throw Failure.couldNotTell(gap) }
            throw Failure.usage("there is no resource \(resource) among what was read")
        }
        if !lost.isEmpty { return lost.map { Region($0) } }
        return Set(held.compactMap(\.region)).sorted()
    }

    private func write(_ runbook: Runbook, under root: URL) throws {
        // A region comes from an option or from AWS: it must not lead out of the folder.
        guard runbook.lost.name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) else {
            throw Failure.usage("\(runbook.lost) is no region")
        }
        let folder = root.appending(path: runbook.lost.name, directoryHint: .isDirectory)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try runbook.index.write(to: folder.appending(path: "README.md"), atomically: true, encoding: .utf8)
            for page in runbook.pages {
                try page.markdown.write(to: folder.appending(path: page.file), atomically: true, encoding: .utf8)
            }
        } catch {
            throw Failure.couldNotTell(
                "the runbook could not be written to \(folder.path): \(error.localizedDescription)")
        }
    }
}
