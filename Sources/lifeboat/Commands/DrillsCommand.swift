import ArgumentParser

/// `lifeboat drills`: what was tested, and what is due.
struct DrillsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drills",
        abstract: "What was tested, when, how long it took, what is due; the record for an auditor.",
        discussion: """
            Each resource of the latest recorded snapshot is due 90 days after its last drill that was real, ended \
            well, passed a check and failed none; what was never drilled is due now.

            `--output markdown` and `--output json` are the whole record, for an auditor. A drill is never changed or \
            deleted: a correction is another one that names it.
            """,
        subcommands: [DrillsListCommand.self, DrillsRecordCommand.self], defaultSubcommand: DrillsListCommand.self)
}
