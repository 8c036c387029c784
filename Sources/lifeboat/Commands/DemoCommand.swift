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
        discussion: "Without a terminal, or with --report, it prints the report and ends with 0 whatever the answer is."
    )

    @OptionGroup var answer: AnswerOptions
    @OptionGroup var look: InterfaceOptions
    @OptionGroup var targets: ObjectivesOptions

    @Flag(help: "Print the report instead of opening the interface.")
    var report = false

    func run() throws {
        let objectives = try targets.objectives(config: look.config)
        let aws = DemoAccount.make(now: Date())
        guard Interface.hasTerminal, !report, answer.isDefault else { return try print(aws, objectives) }
        try Interface.open(.simulated(aws), nil, look, objectives)
    }

    private func print(_ aws: SimulatedAWS, _ objectives: Objectives) throws {
        let connection = SimulatedConnection(aws)
        let survey = AccountSurvey(client: connection.client, homeRegion: connection.homeRegion, now: { aws.now })
        let inventory = try Waiting.result(of: { try await survey.inventory() })
        if answer.output == .text {
            try Output.standard(
                "This is a simulated account: it was made up, and shows everything that can be wrong.\n\n")
        }
        _ = try answer.report(inventory, objectives: objectives, at: inventory.takenAt)
    }
}
