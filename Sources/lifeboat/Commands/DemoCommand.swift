import ArgumentParser

/// `lifeboat demo`: the same on a simulated account.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "The same on a simulated account: no credentials, no network.")

    func run() async throws {}
}
