import AWSCore
import AWSModel
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
    @OptionGroup var rates: PricesOptions
    @OptionGroup var sampling: SamplingOptions

    @Option(help: "How it is written.")
    var output: Report.Format = .text

    @Option(help: ArgumentHelp("Answer from this snapshot instead of the account.", valueName: "file"))
    var snapshot: String?

    func validate() throws {
        guard snapshot != nil else { return }
        try connection.mustAskNobody()
        try sampling.mustAskNobody()
    }

    func run() async throws {
        let objectives = try targets.objectives()
        let prices = try rates.prices()
        let inventory = try await read()
        let dossier = try ResourceNames.dossier(
            of: resource, in: inventory, objectives: objectives, prices: prices, drills: inventory.provenDrills())
        try Output.report { Report.write(dossier, as: output, options: $0, to: $1) }
    }

    private func read() async throws -> Inventory {
        if let snapshot { return try SnapshotFile.load(snapshot) }
        return try await AccountReading.inventory(
            connection,
            besides: AskedBesides(
                costs: true, sampledObjects: sampling.count,
                only: { [resource] in Self.buckets(of: resource, in: $0) }))
    }

    /// The bucket that is meant and those that it replicates to; empty for anything else.
    private static func buckets(of resource: String, in inventory: Inventory) -> Set<String> {
        let bucket = inventory.buckets.first { bucket in
            bucket.name == resource || ARN.bucket(bucket.name, partition: inventory.partition).text == resource
        }
        guard let bucket else { return [] }
        return Set((bucket.replication.value?.rules ?? []).map(\.destination.bucketName) + [bucket.name])
    }
}
