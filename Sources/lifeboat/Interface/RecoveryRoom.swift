import AWSCore
import AWSModel
import Console
import Execution
import Foundation
import Ledger
import Posture
import Recovery
import SimulatedAWS

/// Does for the interface's walkthroughs what takes time: reads, keeps, calls, records; one after the other.
actor RecoveryRoom {
    private let source: AccountSource
    private let objectives: Objectives
    private let prices: PriceList
    private let inbox: Inbox
    private let question: CodeQuestion
    private var ledger: Ledger?
    /// Of a simulated account, whose record nobody keeps.
    private var demoFolder: PrivateFolder?
    private var profile: String?
    private var client: AWSClient?
    private var sessions: [String: RecoverySession] = [:]
    private var shown: [String: RecoveryProgress] = [:]
    /// Looks again at one in which another process acts.
    private var looking: Task<Void, Never>?
    /// Those whose last state could not be written.
    private var unkept: Set<String> = []

    init(
        _ source: AccountSource, _ objectives: Objectives, _ prices: PriceList, question: CodeQuestion, inbox: Inbox
    ) {
        self.source = source
        self.objectives = objectives
        self.prices = prices
        self.question = question
        self.inbox = inbox
    }

    /// Whose account is asked from now on.
    func use(profile: String?) {
        guard profile != self.profile else { return }
        self.profile = profile
        client = nil
    }

    // MARK: Records

    /// Tells what the ledger holds of an account, and whether it can be written to.
    func listKept() {
        if case .snapshot = source {
            return inbox.post(.records(RestoreRecords(refusal: "a snapshot is not an account that could be changed")))
        }
        do {
            let ledger = try opened()
            let walks = try ledger.walkthroughs().compactMap { saved in
                (try? Walkthrough(saved)).map { KeptWalk(id: saved.id, walkthrough: $0, updatedAt: saved.updatedAt) }
            }
            let drills = try ledger.drills().standing.reversed().map(DrillLine.init)
            inbox.post(
                .records(
                    RestoreRecords(
                        walks: walks, drills: drills, nextIDs: (0..<16).map { _ in UUID().uuidString.lowercased() })))
        } catch {
            inbox.post(.records(RestoreRecords(refusal: Self.sentence(error))))
        }
    }

    /// - Throws: Why nothing can be started: nothing is, without a journal.
    private func opened() throws -> Ledger {
        if let ledger { return ledger }
        var path = LedgerAccess.path
        // What is done to a simulated account is none of the real record's business.
        if case .simulated = source {
            let folder = try demoFolder ?? PrivateFolder("lifeboat-demo")
            demoFolder = folder
            path = folder.path + "/ledger.sqlite"
        }
        let opened = try Ledger.open(at: path)
        ledger = opened
        return opened
    }

    // MARK: Walkthroughs

    func read(_ need: Need, id: String, _ walkthrough: Walkthrough, _ inventory: Inventory) async {
        let session: RecoverySession
        do { session = try self.session(id, walkthrough, inventory) } catch {
            // Whoever opened one that is held is told so.
            guard !(error is HeldElsewhere) else { return }
            return inbox.post(.fact(.failure(ReadFailure(.notHad, Self.sentence(error))), for: need, id: id))
        }
        do {
            if case .progress = need {
                let progress = await session.nextProgress(after: shown[id])
                shown[id] = progress
                return inbox.post(.fact(.progress(progress), for: need, id: id))
            }
            inbox.post(.fact(try await desk(inventory).fact(for: need, of: walkthrough), for: need, id: id))
        } catch {
            inbox.post(.fact(.failure(ReadFailure(.other, Self.sentence(error))), for: need, id: id))
        }
    }

    /// Goes on with one that was kept: asks what became of its calls, and sends nothing.
    func open(_ walkthrough: Walkthrough, id: String, inventory: Inventory) async {
        do {
            _ = try session(id, walkthrough, inventory)
            if walkthrough.isUnderWay { await recover(walkthrough.confirmedCalls, id: id, under: nil) }
        } catch is HeldElsewhere {
            await look(at: id, inventory)
        } catch {
            inbox.post(.walkFailed(id: id, Self.sentence(error)))
            listKept()
        }
    }

    /// Looks after a while at one in which another process acts; one at a time is looked at.
    func lookOn(_ id: String, inventory: Inventory) {
        looking?.cancel()
        let pause = polling.interval
        looking = Task {
            do { try await Task.sleep(for: pause) } catch { return }
            await look(at: id, inventory)
        }
    }

    private func look(at id: String, _ inventory: Inventory) async {
        do {
            let desk = try desk(inventory)
            let held = try await Onlooker(client: desk.client, ledger: try opened(), now: desk.now).look(at: id)
            if !Task.isCancelled { inbox.post(.walkHeld(id: id, held)) }
        } catch {
            inbox.post(.walkFailed(id: id, Self.sentence(error)))
        }
    }

    func keep(_ walkthrough: Walkthrough, id: String, inventory: Inventory) async {
        do {
            try await session(id, walkthrough, inventory).keep(walkthrough)
            unkept.remove(id)
        } catch {
            unkept.insert(id)
            inbox.post(.walkFailed(id: id, "it cannot be kept: \(Self.sentence(error))"))
        }
    }

    func recover(_ calls: [PlannedCall], id: String, under grant: WriteGrant?) async {
        guard let session = sessions[id] else { return }
        if grant == nil, await session.wantsGrant(for: calls) {
            return inbox.post(.walkWantsName(id: id, await session.unsent(of: calls)))
        }
        do {
            // What could not be kept before could not be gone on with after.
            guard grant == nil || !unkept.contains(id) else {
                throw Failure.couldNotTell("nothing was sent, for the walkthrough cannot be kept")
            }
            try await session.recover(calls, under: grant)
        } catch {
            inbox.post(.walkFailed(id: id, Self.sentence(error)))
            await session.giveUp(Self.sentence(error))
        }
    }

    /// Asks what became of calls, and sends none.
    func watch(_ calls: [PlannedCall], id: String) async {
        guard let session = sessions[id] else { return }
        // What is told again is news to whoever looks again.
        shown[id] = nil
        do { try await session.recover(calls, under: nil) } catch {
            await session.giveUp(Self.sentence(error))
        }
    }

    func record(_ walkthrough: Walkthrough, id: String) async {
        do {
            guard let session = sessions[id] else {
                throw Failure.couldNotTell("it is not open here; leave it and open it again")
            }
            try await session.record(walkthrough)
            sessions[id] = nil
            inbox.post(.walkRecorded(id: id))
        } catch {
            inbox.post(.walkFailed(id: id, "the record cannot be written: \(Self.sentence(error))"))
        }
        listKept()
    }

    /// What runs at AWS goes on; here nobody acts any more.
    func close() async {
        looking?.cancel()
        for session in sessions.values { await session.letGo() }
        sessions = [:]
        demoFolder?.remove()
        demoFolder = nil
    }

    private func session(_ id: String, _ walkthrough: Walkthrough, _ inventory: Inventory) throws -> RecoverySession {
        if let session = sessions[id] { return session }
        let session = try RecoverySession(
            id: id, walkthrough, desk: try desk(inventory), ledger: try opened(), polling: polling)
        sessions[id] = session
        return session
    }

    private var polling: PollingPolicy {
        if case .simulated = source { return PollingPolicy(interval: .seconds(1)) }
        return PollingPolicy(interval: .seconds(5))
    }

    private func desk(_ inventory: Inventory) throws -> RecoveryDesk {
        let now: @Sendable () -> Date
        if case .simulated(let aws, _) = source { now = { aws.now } } else { now = { Date() } }
        return RecoveryDesk(
            client: try connected(), now: now,
            briefing: Briefing(
                inventory, objectives: objectives, prices: prices, drills: drills(inventory), now: inventory.takenAt),
            inventory: inventory)
    }

    private func drills(_ inventory: Inventory) -> [DrillEvidence] {
        if case .real = source { return inventory.provenDrills(warns: false) }
        return []
    }

    private func connected() throws -> AWSClient {
        if let client { return client }
        let made: AWSClient
        switch source {
        case .simulated(let aws, let transport): made = SimulatedConnection(aws, over: transport).client
        case .snapshot: throw Failure.couldNotTell("a snapshot is not an account that could be asked")
        case .real(var options):
            if let profile { options.profile = profile }
            let question = question
            made = try options.connect(askMFACode: { await question.ask($0) }).client
        }
        client = made
        return made
    }

    private static func sentence(_ error: any Error) -> String {
        (error as? Failure)?.sentence ?? "\(error)"
    }
}

extension DrillLine {
    fileprivate init(_ recorded: RecordedDrill) {
        let drill = recorded.drill
        let time = drill.recoveryTime.map { ", took \($0 < 120 ? "\($0) s" : "\($0 / 60) min")" } ?? ""
        let words =
            switch (drill.kind, drill.outcome) {
            case (.rehearsal, _): "rehearsed: it proves nothing"
            case (.real, .succeeded):
                "\(drill.isDrill == true ? "drilled" : "recovered") by \(drill.mechanism)\(time)"
                    + (drill.proves ? "" : "; \(drill.provesNothing ?? "no check passed"), so it proves nothing")
            case (.real, .failed): "failed"
            case (.real, .abandoned): "abandoned"
            }
        self.init(
            id: recorded.id, at: drill.drilledAt, resource: drill.resource, type: drill.resourceType,
            region: drill.region.name, words: words, provesUntil: drill.provesUntil,
            evidence: drill.evidence + drill.jobs)
    }
}
