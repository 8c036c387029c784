import ArgumentParser
import Foundation
import Posture
import Report
import SimulatedAWS
import Survey

/// `lifeboat demo`: the same on a simulated account.
struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Open the interface on a simulated account: no credentials, no network.",
        discussion: """
            Without a terminal, with --report, or with an option of the report (--lost, --threat, --min-assurance, \
            --output, --costs, --sample-objects, --all) it prints the report and ends with 0 whatever the answer is. \
            The interface shows costs and samples objects by itself.
            """
    )

    @OptionGroup var answer: AnswerOptions
    @OptionGroup var look: InterfaceOptions
    @OptionGroup var targets: ObjectivesOptions
    @OptionGroup var rates: PricesOptions

    @Flag(help: "Print the report instead of opening the interface.")
    var report = false

    func run() throws {
        let objectives = try targets.objectives(config: look.config)
        let prices = try rates.prices(config: look.config)
        let aws = DemoAccount.make(now: Date())
        guard Interface.hasTerminal, !report, answer.isDefault else { return try print(aws, objectives, prices) }
        // What is started here ends while somebody looks on.
        aws.configure { account in
            account.backup.pace.startDelay = 3
            account.backup.pace.minimumRun = 20
            account.backup.pace.restoreBytesPerSecond = 50_000_000_000
        }
        aws.follow { Date() }
        try Interface.open(
            .simulated(aws), nil, look, objectives, prices, besides: AskedBesides(costs: true, sampledObjects: 8))
    }

    private func print(_ aws: SimulatedAWS, _ objectives: Objectives, _ prices: PriceList) throws {
        let connection = SimulatedConnection(aws)
        let survey = AccountSurvey(client: connection.client, homeRegion: connection.homeRegion, now: { aws.now })
        let besides = answer.besides
        let inventory = try Waiting.result(of: {
            var inventory = try await survey.inventory()
            await besides.read(survey, into: &inventory)
            return inventory
        })
        if answer.output == .text {
            try Output.standard(
                "This is a simulated account: it was made up, and shows everything that can be wrong.\n\n")
        }
        _ = try answer.report(inventory, objectives: objectives, prices: prices, at: inventory.takenAt)
    }
}
