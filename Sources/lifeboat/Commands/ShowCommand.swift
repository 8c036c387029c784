import AWSCore
import ArgumentParser
import Foundation
import Posture
import Report
import Survey

/// `lifeboat show`: all that is known of one resource.
struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "One resource: its verdict against each threat, the ways back, the comparison, what is missing.",
        discussion: "Takes an ARN, or a name that one resource alone has.")

    @Argument(help: ArgumentHelp("The resource.", valueName: "arn or name"))
    var resource: String

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var targets: ObjectivesOptions

    @Option(help: "How it is written.")
    var output: Report.Format = .text

    @Option(help: ArgumentHelp("Answer from this snapshot instead of the account.", valueName: "file"))
    var snapshot: String?

    func validate() throws {
        guard snapshot != nil else { return }
        if !connection.region.isEmpty || connection.profile != nil || connection.endpointURL != nil {
            throw ValidationError("--snapshot asks nobody: it takes no --region, --profile or --endpoint-url.")
        }
    }

    func run() async throws {
        let objectives = try targets.objectives()
        let inventory = try await read()
        let dossier = try dossier(in: inventory, objectives)
        let isTerminal = isatty(STDOUT_FILENO) == 1
        let hasColour = isTerminal && ProcessInfo.processInfo.environment["NO_COLOR"].map { $0.isEmpty } ?? true
        var failure: Output.Failed?
        Report.write(dossier, as: output, options: ReportOptions(colour: hasColour)) { chunk in
            guard failure == nil else { return }
            failure = Output.failure { () throws(Output.Failed) in try Output.standard(chunk) }
        }
        if let failure { throw failure }
    }

    private func read() async throws -> Inventory {
        if let snapshot { return try SnapshotFile.load(snapshot) }
        return try await AccountReading.inventory(connection)
    }

    private func dossier(in inventory: Inventory, _ objectives: Objectives) throws -> ResourceDossier {
        do throws(Analyzer.NoDossier) {
            return try Analyzer.dossier(of: resource, in: inventory, objectives: objectives, now: inventory.takenAt)
        } catch {
            switch error {
            case .ambiguous(let arns):
                throw Failure.usage("several resources are called \(resource): \(arns.joined(separator: ", "))")
            case .unknown:
                if let gap = inventory.decisiveGap { throw Failure.couldNotTell(gap) }
                throw Failure.usage("there is no resource \(resource) among what was read")
            }
        }
    }
}
