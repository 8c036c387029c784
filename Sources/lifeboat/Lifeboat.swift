import ArgumentParser
import Foundation

/// The root of the commands.
struct Lifeboat: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lifeboat",
        abstract: "Are we protected if an AWS region goes down?",
        discussion: """
            Reads S3 replication and AWS Backup from the account itself, compares them for every resource, and says \
            what would survive. It changes nothing, unless you walk through a restore and type the name.

            Exit codes of `check`: 0 yes, 1 no, 2 could not tell, 64 wrong usage, 70 a defect of ours.
            """,
        version: "lifeboat \(version)",
        subcommands: [
            InterfaceCommand.self, CheckCommand.self, ShowCommand.self, CalendarCommand.self, RestoreCommand.self,
            RunbookCommand.self,
            HistoryCommand.self, DiffCommand.self, DrillsCommand.self, DemoCommand.self, DoctorCommand.self,
            SimulateCommand.self,
        ],
        defaultSubcommand: InterfaceCommand.self)

    static let version = "0.1.0"

    /// Says in one sentence on stderr why a command ended, and ends with its exit code.
    static func end(running error: any Error) -> Never {
        let failure: Failure
        switch error {
        case let known as Failure: failure = known
        case is ExitCode, is CleanExit, is ValidationError: exit(withError: error)
        case let output as Output.Failed:
            failure = .couldNotTell("the report could not be written: \(output.reason)")
        // The library's own: help that was asked for, wrong usage.
        case _ where [.success, .validationFailure].contains(exitCode(for: error)): exit(withError: error)
        default: failure = Failure(code: .defect, sentence: "a defect of ours, please report it: \(error)")
        }
        Output.error("lifeboat: \(failure.sentence.printable)\n")
        Foundation.exit(failure.code.rawValue)
    }
}
