import ArgumentParser

/// `lifeboat simulate`: the simulated account on a loopback port.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Serve the simulated account on a loopback port, for the AWS CLI and SDKs.")

    @Option(help: "The port; 0 takes a free one and prints it.")
    var port = 0

    func run() async throws {}
}
