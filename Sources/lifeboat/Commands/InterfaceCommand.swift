import ArgumentParser
import Posture

/// `lifeboat` alone: the terminal interface on the current credentials.
struct InterfaceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "interface",
        abstract: "Open the terminal interface; `lifeboat` alone does the same.",
        discussion: "It draws before anything is read, and reads only. Press ? in it for its keys.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var look: InterfaceOptions
    @OptionGroup var targets: ObjectivesOptions
    @OptionGroup var rates: PricesOptions

    @Flag(
        help: ArgumentHelp(
            "Work out what each way back costs; reads sizes and request metrics of buckets from CloudWatch, which bills "
                + "each metric."))
    var costs = false

    @OptionGroup var sampling: SamplingOptions

    @Option(help: ArgumentHelp("Show this snapshot instead of the account.", valueName: "file"))
    var snapshot: String?

    func validate() throws {
        if snapshot != nil { try sampling.mustAskNobody() }
        guard snapshot != nil, connection.profile != nil || !connection.region.isEmpty || connection.endpointURL != nil
        else { return }
        throw ValidationError("--snapshot asks nobody: it takes no --region, --profile or --endpoint-url.")
    }

    func run() throws {
        guard Interface.hasTerminal else {
            throw Failure.usage("there is no terminal to open the interface on: use `lifeboat check`")
        }
        let objectives = try targets.objectives(config: look.config)
        let prices = try rates.prices(config: look.config)
        if let snapshot {
            let inventory = try SnapshotFile.load(snapshot)
            return try Interface.open(
                .snapshot(inventory, path: snapshot), connection, look, objectives, prices, besides: AskedBesides())
        }
        try Interface.open(
            .real(connection), connection, look, objectives, prices,
            besides: AskedBesides(costs: costs, sampledObjects: sampling.count))
    }
}
