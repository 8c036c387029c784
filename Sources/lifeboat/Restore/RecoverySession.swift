import AWSCore
import AWSModel
import AWSServices
import Execution
import Foundation
import Ledger
import Recovery

/// One walkthrough in the hands of this process: keeps it, makes its calls, and tells how far they are.
actor RecoverySession {
    nonisolated let id: String
    /// Whether it is written down, and can be gone on with.
    nonisolated let isKept: Bool
    private let desk: RecoveryDesk
    /// Nil only where the operator insists on going without.
    private let ledger: Ledger?
    private let held: HeldLease?
    private let account: AccountID?
    private let operatorName: String
    private let polling: PollingPolicy
    private var run: Task<RecoveryProgress, Never>?
    /// Whether what runs may send; what only looks gives way to it.
    private var maySend = false
    private var isReplaced = false
    private var progress: RecoveryProgress?
    /// The tokens of the calls that run, or ran.
    private var running: [String] = []
    /// Those that were to be made, or looked at, last.
    private var watched: [PlannedCall] = []
    /// The tokens that were confirmed, once they were kept.
    private var confirmed: [String] = []
    /// How often what failed was tried again.
    private var tries: Int
    private var isLetGo = false
    /// What happened besides the calls.
    private var notices: [String] = []
    /// Asked whenever something is known anew.
    private var listeners: [CheckedContinuation<Void, Never>] = []

    /// - Throws: Where the walkthrough cannot be written down; `HeldElsewhere` where another process has it.
    init(
        id: String, _ walkthrough: Walkthrough, desk: RecoveryDesk, ledger: Ledger?, polling: PollingPolicy
    ) throws {
        self.id = id
        self.desk = desk
        self.ledger = ledger
        isKept = ledger != nil
        self.polling = polling
        account = walkthrough.account
        operatorName = walkthrough.operatorName
        confirmed = walkthrough.confirmed
        tries = walkthrough.tries
        held = try ledger.map { try Self.hold(id, walkthrough, in: $0, at: desk.now()) }
    }

    private static func hold(
        _ id: String, _ walkthrough: Walkthrough, in ledger: Ledger, at now: Date
    ) throws -> HeldLease {
        let claim: LeaseClaim
        if try ledger.walkthrough(id) == nil {
            claim = try ledger.begin(
                SavedWalkthrough(
                    id: id, scenario: walkthrough.scenarioName, account: walkthrough.account,
                    resource: walkthrough.draft?.resource.arn, operatorName: walkthrough.operatorName,
                    state: try walkthrough.json, startedAt: now))
        } else {
            claim = try ledger.claim(.walkthrough(id), at: now)
        }
        switch claim {
        case .taken(let lease):
            let held = HeldLease(lease, in: ledger)
            do { try demand(walkthrough, isLastOf: id, in: ledger) } catch {
                try held.release()
                throw error
            }
            return held
        case .held(let lease):
            throw HeldElsewhere(holder: lease.holder)
        }
    }

    /// What was read before the lease was taken may be behind what another process did meanwhile: it could confirm
    /// once more what was confirmed there.
    private static func demand(_ walkthrough: Walkthrough, isLastOf id: String, in ledger: Ledger) throws {
        guard let saved = try ledger.walkthrough(id) else { return }
        if let outcome = saved.outcome {
            throw Failure.couldNotTell("the walkthrough \(id) has ended (\(outcome)): lifeboat drills shows it")
        }
        guard try Walkthrough(saved) == walkthrough else {
            throw Failure.couldNotTell("the walkthrough \(id) has gone on elsewhere meanwhile: open it again")
        }
    }

    // MARK: Keeping

    /// - Throws: Where it cannot be written.
    func keep(_ walkthrough: Walkthrough) throws {
        // What was confirmed is not gone back on, whatever an older state says; what failed may be tried again.
        let isRetry = walkthrough.tries > tries && run == nil
        guard confirmed.isEmpty || walkthrough.confirmed == confirmed || isRetry else { throw Self.confirmedAlready }
        if isRetry {
            running = []
            watched = walkthrough.confirmedCalls
            progress = RecoveryProgress(.unknown, messages: ["? what failed is sent again once the name is typed"])
            progress?.unsent = ledger.map { _ in unsent(of: watched) }
        }
        confirmed = walkthrough.confirmed
        tries = walkthrough.tries
        guard let ledger, let held else { return }
        let now = desk.now()
        try ledger.save(
            id, state: try walkthrough.json, scenario: walkthrough.scenarioName,
            resource: walkthrough.draft?.resource.arn, under: try held.renew(at: now), at: now)
    }

    /// Writes the record and ends the walkthrough.
    /// - Returns: The record; nil where there is nothing to record yet.
    @discardableResult
    func record(_ walkthrough: Walkthrough) throws -> DrillRecord? {
        guard let record = walkthrough.record(at: desk.now()) else { return nil }
        guard let ledger, let held else { return record }
        let now = desk.now()
        // A process that died between these two has recorded it, and not ended it.
        if try !ledger.drills(of: record.resource).contains(where: { $0.drill.walkthrough == id }) {
            try held.renew(at: now)
            try ledger.record(Drill(record, walkthrough: id, jobs: try jobs()), at: now)
        }
        try ledger.end(
            id, outcome: record.outcome.rawValue, state: try walkthrough.json, under: try held.renew(at: now), at: now)
        return record
    }

    private func jobs() throws -> [String] {
        try ledger?.entries(of: id).compactMap(\.identifier) ?? []
    }

    /// Another process may go on with it, once nothing is sent or written here any more.
    func letGo() async {
        isLetGo = true
        for listener in listeners { listener.resume() }
        listeners = []
        run?.cancel()
        _ = await run?.value
        try? held?.release()
    }

    // MARK: Making the calls

    /// Whether something was confirmed of which the journal does not know that AWS took it: the name must be typed again.
    func wantsGrant(for calls: [PlannedCall]) -> Bool {
        run == nil && !unsent(of: calls).isEmpty
    }

    /// Whether these calls run here, or ran.
    func acts(on calls: [PlannedCall]) -> Bool { calls.map(\.token) == running }

    /// - Parameters:
    ///   - grant: nil asks what became of the calls, and sends none.
    ///   - answers: what somebody who knows says to a doubt, by token.
    /// - Throws: Where these are not the calls that run, or the credentials are another account's.
    func recover(
        _ calls: [PlannedCall], under grant: WriteGrant?, answers: [String: DoubtAnswer] = [:]
    ) async throws {
        guard !isLetGo else { throw Failure.couldNotTell("the walkthrough was left: open it again") }
        watched = calls
        if run != nil {
            guard calls.map(\.token) == running else { throw Self.confirmedAlready }
            guard grant != nil, !maySend else { return }
            maySend = true
            isReplaced = true
            run?.cancel()
            _ = await run?.value
            isReplaced = false
        }
        try await demandAccount(in: calls.first?.region)
        // Another may have begun, or this been left, while AWS was asked.
        guard run == nil, !isLetGo else { return }
        maySend = grant != nil
        let known: [String: JournaledCall]
        do { known = try journaled() } catch {
            return take(RecoveryProgress(.unknown, messages: ["? the journal cannot be read: \(error)"]))
        }
        progress = nil
        running = calls.map(\.token)
        let held = held
        let executor = Executor(client: desk.client, journal: journal, now: desk.now) { notice in
            guard case .notWritten(_, _, let why) = notice else { return }
            Task {
                await self.note("! the journal could not be told what AWS answered, and is right all the same: \(why)")
            }
        }
        let recovery = RecoveryRun(calls, with: executor, polling: polling) { pause in
            try await Task.sleep(for: pause)
            if let held, held.current == nil { throw CancellationError() }
        }
        let keeper = Task { await self.renew() }
        run = Task {
            let end = await recovery.run(under: grant, known: known, answers: answers) { progress in
                guard progress.state == .running else { return }
                Task { await self.take(progress) }
            }
            keeper.cancel()
            ended(end)
            return end
        }
    }

    /// Holds the right to act while a job takes its time; a ledger that is busy for once ends nothing.
    private func renew() async {
        while held?.current != nil {
            do { try await Task.sleep(for: .seconds(30)) } catch { return }
            _ = try? held?.renew(at: desk.now())
        }
    }

    /// Calls that name things by bare names would find others in another account.
    private func demandAccount(in region: Region?) async throws {
        guard let region else { return }
        guard let account else {
            throw Failure.couldNotTell(
                "nothing was sent: whose account the walkthrough is of was never read; start another once "
                    + "sts:GetCallerIdentity answers")
        }
        let caller: AccountID
        do throws(AWSError) { caller = try await desk.client.send(STS.GetCallerIdentity(), in: region).account } catch {
            throw Failure.couldNotTell("nothing was sent, for whose account this is cannot be told: \(error)")
        }
        guard caller == account else {
            throw Failure.couldNotTell(
                "nothing was sent: the walkthrough is of account \(account), and the credentials are of \(caller)")
        }
    }

    private static let confirmedAlready = Failure.couldNotTell(
        "this walkthrough was confirmed already, and its calls go on: open it again")

    private var journal: any Journal {
        ledger.map {
            LedgerJournal(ledger: $0, account: account, operatorName: operatorName, walkthrough: id, lease: held)
        } ?? UnwrittenJournal()
    }

    private func ended(_ end: RecoveryProgress) {
        run = nil
        // What gave way to what may send has nothing to tell.
        guard !isReplaced else { return }
        var left = end
        if end.doubt != nil, let last = left.messages.indices.last, ledger != nil {
            left.messages[last] += " (lifeboat restore --resume \(id) asks)"
        }
        guard end.state == .running else { return take(left) }
        left.state = .unknown
        left.messages.append("? watching it was given up here; what AWS has started goes on")
        take(left)
    }

    /// What waits for progress learns why there is none.
    func giveUp(_ why: String) {
        guard run == nil else { return }
        take(RecoveryProgress(.unknown, messages: ["? \(why)"]))
    }

    /// Tells what happened besides, with all progress from now on.
    private func note(_ notice: String) {
        guard !notices.contains(notice) else { return }
        notices.append(notice)
        if let progress { take(progress) }
    }

    private func take(_ progress: RecoveryProgress) {
        // Notices overtake each other; the end stays the end.
        guard progress.state != .running || run != nil else { return }
        var progress = progress
        if progress.state == .unknown, ledger != nil { progress.unsent = unsent(of: watched) }
        progress.messages += notices.filter { !progress.messages.contains($0) }
        self.progress = progress
        for listener in listeners { listener.resume() }
        listeners = []
    }

    /// What is known anew of the recovery, once something is.
    func nextProgress(after last: RecoveryProgress?) async -> RecoveryProgress {
        while true {
            if let progress, progress != last { return progress }
            if isLetGo { return progress ?? RecoveryProgress(.running) }
            await withCheckedContinuation { listeners.append($0) }
        }
    }

    /// What the journal holds of this walkthrough, by token.
    func journaled() throws -> [String: JournaledCall] {
        guard let ledger else { return [:] }
        return Dictionary(
            try ledger.entries(of: id).map { ($0.intent.token, JournaledCall($0)) }, uniquingKeysWith: { $1 })
    }
}
