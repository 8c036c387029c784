import AWSCore
import AWSModel
import Console
import Foundation
import Posture
import SimulatedAWS
import Survey

/// Does what takes time, beside the interface, and posts what came of it.
final class EffectRunner: EffectRunning, @unchecked Sendable {
    private let source: AccountSource
    private let objectives: Objectives
    private let prices: PriceList
    private let besides: AskedBesides
    private let inbox: Inbox
    /// One after the other, so that what was asked last is shown last.
    private let arranging = DispatchQueue(label: "lifeboat.arranging", qos: .userInitiated)
    private let picturing = DispatchQueue(label: "lifeboat.picturing", qos: .userInitiated)
    private let files = DispatchQueue(label: "lifeboat.files")
    private let question: CodeQuestion
    private let room: RecoveryRoom
    /// What is asked of the room, in its order.
    private let asked: AsyncStream<@Sendable () async -> Void>.Continuation
    /// Touched on the main thread alone.
    private var survey: SurveyRun?

    init(_ source: AccountSource, _ objectives: Objectives, _ prices: PriceList, besides: AskedBesides, inbox: Inbox) {
        self.source = source
        self.objectives = objectives
        self.prices = prices
        self.besides = besides
        self.inbox = inbox
        question = CodeQuestion(inbox)
        room = RecoveryRoom(source, objectives, prices, question: question, inbox: inbox)
        let (work, asked) = AsyncStream.makeStream(of: (@Sendable () async -> Void).self)
        self.asked = asked
        Task.detached { for await step in work { await step() } }
    }

    func run(_ effect: Effect) {
        let inbox = inbox
        switch effect {
        case .survey(let profile, let regions):
            survey?.cancel()
            question.answer(nil)
            asked.yield { [room] in await room.use(profile: profile) }
            survey = SurveyRun(
                source, profile: profile, regions: regions, besides: besides, question: question, inbox: inbox)
        case .answerCode(let code): question.answer(code)
        case .picture(let inventory, let isFinal):
            picturing.async {
                let moment = self.moment(of: inventory)
                if isFinal { Memory.giveBack() }
                let picture = Picture(
                    of: inventory, objectives: self.objectives, prices: self.prices,
                    drills: self.drills(of: inventory), now: moment)
                inbox.post(.pictured(picture, isFinal: isFinal))
                if isFinal { Memory.giveBack() }
            }
        case .judge(let threat, let inventory):
            picturing.async {
                let assessment = Analyzer.assess(
                    inventory, scenarios: [], threats: [threat], objectives: self.objectives,
                    drills: self.drills(of: inventory), now: self.moment(of: inventory))
                if let scenario = assessment.scenarios.first { inbox.post(.judged(scenario)) }
            }
        case .judgeResource(let arn, let inventory, let findings):
            picturing.async {
                let dossier = try? Analyzer.dossier(
                    of: arn, in: inventory, objectives: self.objectives, prices: self.prices,
                    drills: self.drills(of: inventory), findings: findings, now: self.moment(of: inventory))
                inbox.post(.judgedResource(arn: arn, dossier))
            }
        case .arrange(let task): arranging.async { inbox.post(.arranged(task.run())) }
        case .listProfiles: files.async { inbox.post(.profiles(ProfileNames.all())) }
        case .saveSnapshot(let inventory, let path):
            write(to: path) {
                try SnapshotFile.checkPlace(path); try SnapshotFile.save(inventory, to: path)
            }
        case .saveText(let text, let path):
            write(to: path) { try DiskFiles().replace(path, with: [UInt8](text.utf8)) }
        case .listKept, .readFact, .openWalk, .lookOn, .keepWalk, .recover, .watch, .recordWalk: recover(effect)
        case .copy, .redraw, .suspend, .end: break
        }
    }

    /// Facts are read side by side; what is kept and what is called has its order.
    private func recover(_ effect: Effect) {
        let room = room
        switch effect {
        case .listKept: asked.yield { await room.listKept() }
        case .readFact(let need, let id, let walkthrough, let inventory):
            asked.yield { Task { await room.read(need, id: id, walkthrough, inventory) } }
        case .openWalk(let id, let walkthrough, let inventory):
            asked.yield { await room.open(walkthrough, id: id, inventory: inventory) }
        case .lookOn(let id, let inventory): asked.yield { await room.lookOn(id, inventory: inventory) }
        case .keepWalk(let id, let walkthrough, let inventory):
            asked.yield { await room.keep(walkthrough, id: id, inventory: inventory) }
        case .recover(let id, let calls, let grant): asked.yield { await room.recover(calls, id: id, under: grant) }
        case .watch(let id, let calls): asked.yield { await room.watch(calls, id: id) }
        case .recordWalk(let id, let walkthrough): asked.yield { await room.record(walkthrough, id: id) }
        default: break
        }
    }

    func stop() {
        let room = room
        // What was asked of the room before, first of all to keep what was entered, is done first; a network that is
        // gone holds nobody.
        let isDone = DispatchSemaphore(value: 0)
        asked.yield { isDone.signal() }
        _ = isDone.wait(timeout: .now() + 3)
        try? Waiting.result(of: { await room.close() })
        survey?.cancel()
        question.answer(nil)
    }

    /// Read anew each time, for a drill may have ended meanwhile; a demo has none. The screen is in use, so nothing is
    /// said of a ledger that cannot be read: that was said before it.
    private func drills(of inventory: Inventory) -> [DrillEvidence] {
        if case .simulated = source { return [] }
        return inventory.provenDrills(warns: false)
    }

    /// A snapshot is judged as of the moment it was taken.
    private func moment(of inventory: Inventory) -> Date {
        if case .snapshot = source { return inventory.takenAt }
        if case .simulated(let aws, _) = source { return aws.now }
        return Date()
    }

    private func write(to path: String, _ work: @escaping @Sendable () throws -> Void) {
        let inbox = inbox
        files.async {
            let whole = URL(fileURLWithPath: path).path
            // What is there may be somebody's only copy of something.
            guard !FileManager.default.fileExists(atPath: whole) else {
                return inbox.post(.saveFailed("\(whole) is there already and was left alone: choose another name"))
            }
            do {
                try work()
                inbox.post(.saved(path: whole))
            } catch let failure as Failure {
                inbox.post(.saveFailed(failure.sentence))
            } catch {
                inbox.post(.saveFailed("\(path) cannot be written"))
            }
        }
    }
}
