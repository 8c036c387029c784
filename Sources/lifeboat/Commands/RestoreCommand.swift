import AWSCore
import AWSModel
import ArgumentParser
import Console
import Execution
import Foundation
import Ledger
import Posture
import Recovery

/// `lifeboat restore`: the walkthrough of a recovery, line by line.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Walk through a recovery, line by line, on any terminal.",
        discussion: """
            Asks what happened, what to restore, by which path, where to and how; checks all that can be checked; shows \
            the exact calls; and makes them once the name of what is made was typed. Answer with a number or a value; \
            < goes back and keeps what was entered; q! leaves, and --resume goes on from there, also after a lost \
            connection.

            Exit codes: 0 it was done, or rehearsed; 1 it did not end well; 2 it could not be done or was left before \
            its end; 64 wrong usage.
            """)

    @Argument(help: ArgumentHelp("What is to be restored; asked for where it is missing.", valueName: "arn or name"))
    var resource: String?

    @Flag(help: "Stop before anything is written; the rehearsal is recorded.")
    var rehearse = false

    @Flag(help: "Go on with the walkthrough that was left last.")
    var resume = false

    @Option(help: ArgumentHelp("Go on with this one.", valueName: "id"))
    var walkthrough: String?

    @Option(
        help: ArgumentHelp(
            "Take the answers from this file: YAML or JSON, the name of each question with its answer.",
            valueName: "file"))
    var plan: String?

    @Option(
        name: .customLong("yes-i-typed"),
        help: ArgumentHelp("Confirm with this name, for a script.", valueName: "name"))
    var typedName: String?

    @Flag(help: "Go without a journal where none can be written: nothing can be resumed then.")
    var noJournal = false

    @Option(help: ArgumentHelp("Know the account from this snapshot; calls still go to it.", valueName: "file"))
    var snapshot: String?

    @Option(help: ArgumentHelp("Seconds between two looks at a job.", valueName: "n", visibility: .hidden))
    var poll = 5.0

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var targets: ObjectivesOptions
    @OptionGroup var rates: PricesOptions

    func validate() throws {
        if noJournal, resume || walkthrough != nil { throw ValidationError("Without a journal nothing is resumed.") }
        if resume || walkthrough != nil, resource != nil || rehearse {
            throw ValidationError("What is resumed knows its resource and whether it is a rehearsal.")
        }
        guard poll > 0, poll <= 3600 else { throw ValidationError("--poll takes seconds.") }
    }

    func run() async throws {
        let recoveryPlan = try plan.map { try PlanFile.load($0) }
        if recoveryPlan == nil, typedName != nil {
            throw Failure.usage("--yes-i-typed needs --plan FILE: who answers by hand types by hand")
        }
        // Before anything is read: nothing starts without a journal unless the operator insists.
        let ledger = noJournal ? nil : try LedgerAccess.toWrite()
        let asked = try ledger.flatMap(saved)
        let connected = try connection.connect()
        let inventory: Inventory =
            if let snapshot { try SnapshotFile.load(snapshot) } else {
                try await AccountReading.inventory(connection)
            }
        let desk = RecoveryDesk(
            client: connected.client, now: { Date() },
            briefing: Briefing(
                inventory, objectives: try targets.objectives(), prices: try rates.prices(),
                drills: inventory.provenDrills(), now: inventory.takenAt),
            inventory: inventory)
        // It may have gone on elsewhere while the account was read.
        let saved = try asked.flatMap { asked in
            try LedgerAccess.using { () throws(LedgerError) in try ledger?.walkthrough(asked.id) }
        }
        if let saved, let account = saved.account, let caller = inventory.caller.value?.account, account != caller {
            throw Failure.usage(
                "the walkthrough \(saved.id) is of account \(account), and these credentials of \(caller)")
        }
        let walk = try saved.map { try Walkthrough($0) } ?? begun(inventory)
        let id = saved?.id ?? UUID().uuidString.lowercased()
        let session: RecoverySession
        do { session = try self.session(id, walk, desk, ledger) } catch let held as HeldElsewhere {
            throw await tell(of: held, in: id, desk, ledger)
        }
        var driver = RestoreDriver(
            walk, session: session, desk: desk, plan: recoveryPlan, typedName: typedName)
        let end: RestoreDriver.End
        do { end = try await driver.run() } catch {
            await session.letGo()
            throw error
        }
        await session.letGo()
        try tell(end, session.id, ledger)
    }

    private func saved(in ledger: Ledger) throws -> SavedWalkthrough? {
        if let walkthrough {
            guard let saved = try LedgerAccess.using({ () throws(LedgerError) in try ledger.walkthrough(walkthrough) })
            else { throw Failure.usage("there is no walkthrough \(walkthrough) in \(ledger.path)") }
            if let outcome = saved.outcome {
                throw Failure.couldNotTell(
                    "the walkthrough \(walkthrough) has ended (\(outcome)): lifeboat drills shows it")
            }
            return saved
        }
        guard resume else { return nil }
        guard let last = try LedgerAccess.using({ () throws(LedgerError) in try ledger.walkthroughs() }).first else {
            throw Failure.usage("there is no walkthrough to go on with in \(ledger.path)")
        }
        return last
    }

    private func begun(_ inventory: Inventory) throws -> Walkthrough {
        var presets: [String: String] = [:]
        if let resource {
            let dossier = try ResourceNames.dossier(of: resource, in: inventory)
            presets["resource"] = dossier.resource.arn
            presets["lost"] = dossier.resource.region?.name
        }
        return Walkthrough(
            account: inventory.caller.value?.account, operatorName: LeaseHolder.current.operatorName,
            startedAt: Date(), knownAt: inventory.takenAt, isRehearsal: rehearse, presets: presets)
    }

    private func session(
        _ id: String, _ walk: Walkthrough, _ desk: RecoveryDesk, _ ledger: Ledger?
    ) throws -> RecoverySession {
        do {
            return try RecoverySession(
                id: id, walk, desk: desk, ledger: ledger,
                polling: PollingPolicy(interval: .milliseconds(Int64(poll * 1000))))
        } catch let error as LedgerError {
            throw Failure.couldNotTell(error.description)
        }
    }

    /// Says what is known of a walkthrough that another process acts in.
    ///
    /// - Returns: Why nothing is done here.
    private func tell(of held: HeldElsewhere, in id: String, _ desk: RecoveryDesk, _ ledger: Ledger?) async -> Failure {
        if let ledger, let seen = try? await Onlooker(client: desk.client, ledger: ledger, now: desk.now).look(at: id) {
            try? Output.standard(([seen.standing] + seen.lines).map { $0.printable + "\n" }.joined())
        }
        return .couldNotTell(
            "\(held.words) acts in this walkthrough: what it started goes on, and nothing was sent from here; start "
                + "nothing else for it")
    }

    private func tell(_ end: RestoreDriver.End, _ id: String, _ ledger: Ledger?) throws {
        switch end {
        case .succeeded:
            try Output.standard(
                ledger == nil
                    ? "\nDone. Nothing was recorded, for there is no journal: lifeboat drills record FILE adds it.\n"
                    : "\nDone, and recorded: lifeboat drills shows it.\n")
        case .rehearsed:
            try Output.standard(
                ledger == nil
                    ? "\nRehearsed; nothing was started, and nothing was recorded.\n"
                    : "\nRehearsed, and recorded; nothing was started.\n")
        case .failed:
            try Output.standard("\nIt did not end well.\n")
            throw ExitCode(Failure.Code.no.rawValue)
        case .left:
            let resume = ledger == nil ? "" : " lifeboat restore --walkthrough \(id) goes on from here."
            throw Failure.couldNotTell("left before its end.\(resume)")
        }
    }
}
