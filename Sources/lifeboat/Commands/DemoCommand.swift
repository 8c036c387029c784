import ArgumentParser
import Foundation
import Posture
import Report
import SimulatedAWS
import Survey

/// `lifeboat demo`: the same on a simulated account.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Answer the question for a simulated account: no credentials, no network.",
        discussion: "Ends with 0 whatever the answer is.")

    @OptionGroup var answer: AnswerOptions

    func run() async throws {
        let aws = DemoAccount.make(now: Date())
        let connection = SimulatedConnection(aws)
        let inventory = try await AccountSurvey(
            client: connection.client, homeRegion: connection.homeRegion, now: { aws.now }
        ).inventory()
        if answer.output == .text {
            try Output.standard(
                "This is a simulated account: it was made up, and shows everything that can be wrong.\n\n")
        }
        _ = try answer.report(inventory, at: inventory.takenAt)
    }
}
