import ArgumentParser
import Foundation

/// The root of the commands.
struct Lifeboat: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lifeboat",
        abstract: "Are we protected if an AWS region goes down?",
        discussion: """
            Reads S3 replication and AWS Backup from the account itself, compares them for every resource, and says \
            what would survive. It never changes anything.

            Exit codes of `check`: 0 yes, 1 no, 2 could not tell, 64 wrong usage, 70 a defect of ours.
            """,
        version: "lifeboat \(version)",
        subcommands: [CheckCommand.self, DemoCommand.self, DoctorCommand.self, SimulateCommand.self])

    static let version = "0.1.0"

    /// Says an error in one sentence on stderr and ends with its exit code.
    static func end(_ error: any Error) -> Never {
        guard let failure = error as? Failure else { exit(withError: error) }
        Output.error("lifeboat: \(failure.sentence.printable)\n")
        Foundation.exit(failure.code.rawValue)
    }
}
