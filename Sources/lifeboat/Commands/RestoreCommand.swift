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
            connection. Without an ID, --resume takes what was confirmed before what was not, of this account; --list \
            shows all that are kept, and --discard ID throws one away of which nothing was called.

            Exit codes: 0 it was done, or rehearsed; 1 it did not end well; 2 it could not be done or was left before \
            its end; 64 wrong usage.
            """)

    @Argument(
        help: ArgumentHelp(
            "What is to be restored; asked for where it is missing. With --resume: the id to go on with.",
            valueName: "arn or name"))
    var resource: String?

    @Flag(help: "Stop before anything is written; the rehearsal is recorded.")
    var rehearse = false

    @Flag(help: "Go on with a walkthrough that was left.")
    var resume = false

    @Option(help: ArgumentHelp("Go on with this one, as --resume ID does.", valueName: "id", visibility: .hidden))
    var walkthrough: String?

    @Flag(help: "List the walkthroughs that are kept, and do nothing.")
    var list = false

    @Option(help: ArgumentHelp("Throw a walkthrough away of which nothing was called.", valueName: "id"))
    var discard: String?

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
        if list || discard != nil {
            guard !resume, !rehearse, !noJournal, resource == nil, walkthrough == nil, plan == nil,
                !list || discard == nil
            else { throw ValidationError("--list and --discard stand alone.") }
        }
        if resume || walkthrough != nil, walkthrough != nil && resource != nil || rehearse {
            throw ValidationError("What is resumed knows its resource and whether it is a rehearsal.")
        }
        guard poll > 0, poll <= 3600 else { throw ValidationError("--poll takes seconds.") }
    }

    func run() async throws {
        if list { return try listKept() }
        if let discard { return try throwAway(discard) }
        let recoveryPlan = try plan.map { try PlanFile.load($0) }
        if recoveryPlan == nil, typedName != nil {
            throw Failure.usage("--yes-i-typed needs --plan FILE: who answers by hand types by hand")
        }
        // Before anything is read: nothing starts without a journal unless the operator insists.
        let ledger = noJournal ? nil : try LedgerAccess.toWrite()
        let named = named
        if let ledger, let named { _ = try saved(named, in: ledger) }
        if let ledger, resume, named == nil, try KeptWalkthroughs(in: ledger, at: Date()).all.isEmpty {
            throw Failure.usage("there is no walkthrough to go on with in \(ledger.path)")
        }
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
        let saved = try ledger.flatMap { ledger in
            if let named { return try LedgerAccess.using { () throws(LedgerError) in try ledger.walkthrough(named) } }
            return resume ? try last(in: ledger, of: inventory.caller.value?.account) : nil
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
        Interruption.announce(
            ledger == nil
                ? "left before its end; what AWS has started goes on, and without a journal nothing is resumed"
                : "left before its end; go on with: lifeboat restore --resume \(id)"
        ) { await session.letGo() }
        var driver = RestoreDriver(
            walk, session: session, desk: desk, plan: recoveryPlan, typedName: typedName)
        let end: RestoreDriver.End
        do { end = try await driver.run() } catch {
            await Interruption.giveWay()
            await session.letGo()
            throw error
        }
        await Interruption.giveWay()
        await session.letGo()
        try tell(end, session.id, ledger)
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
            let resume = ledger == nil ? "" : " lifeboat restore --resume \(id) goes on from here."
            throw Failure.couldNotTell("left before its end.\(resume)")
        }
    }
}
