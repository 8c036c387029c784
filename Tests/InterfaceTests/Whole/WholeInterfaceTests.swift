import AWSCore
import AWSModel
import Canvas
import Console
import CursesTerminal
import Foundation
import Posture
import SimulatedAWS
import Testing

@testable import lifeboat

/// The interface as it is wired, from its keys to the requests that leave it: only a terminal is missing.
@Suite("The whole interface", .serialized)
struct WholeInterfaceTests {
    /// Small, fast and the same everywhere.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state
        }
    }

    /// What happened in the interface, once it was left.
    private struct Visit: Sendable {
        var pressed = 0
        var armed = 0
        var screen = ""
        var overdue: [String] = []
    }

    /// Of this moment, for the loop goes by the real clock, and what is known for long is read again before it is sent.
    private static func account() -> SimulatedAWS { DemoAccount.make(now: Date()) }

    /// Runs the interface until its keys are used up, or it was left.
    private static func visit(
        _ aws: SimulatedAWS, over transport: RecordingTransport, keys: @escaping @Sendable () -> [TerminalEvent]
    ) async -> Visit {
        await withCheckedContinuation { left in
            DispatchQueue(label: "interface").async {
                let (inbox, quiet) = (Inbox(), Quiet())
                inbox.wakes { quiet.take($0) }
                let runner = WatchedRunner(
                    runner: EffectRunner(
                        .simulated(aws, over: transport), .none, .dated, besides: AskedBesides(), inbox: inbox),
                    quiet: quiet)
                var visit = Visit()
                let terminal = ScriptedTerminal(quiet, next: keys)
                let model = Model(
                    size: terminal.size, now: aws.now,
                    account: AccountState(
                        source: "the simulated account", regions: ["us-east-1", "us-west-2"]))
                var loop = InterfaceLoop(terminal, model, runner, inbox: inbox)
                loop.run()
                visit.pressed = terminal.pressed
                visit.screen = terminal.last.map(ScreenCapture.text(of:)) ?? ""
                visit.armed = terminal.armed
                visit.overdue = quiet.overdue
                left.resume(returning: visit)
            }
        }
    }

    /// Without those that leave the program: to come back takes a survey.
    private static let random: [Key] =
        [
            .enter, .enter, .enter, .enter, .escape, .tab, .backTab, .up, .down, .left, .right, .pageUp, .pageDown,
            .home, .end, .backspace, .delete, .control("u"), .control("w"),
        ]
        + "abcdefghijklmnopqrstuvwxzTNJKGZ0123456789:/?![] -.".map(Key.character)

    /// Places to press random keys from: as far as the name, and nearly the name.
    private static let places = [
        "6 n", "q n 2 enter r", "ctrl-c esc 5", "5 down enter r down enter", toName, toName,
        toName + " my-dr-buckeX enter",
        toName + " esc 6 g enter", "6 N enter enter",
    ]
    private static let toName =
        "2 / terraform-state enter r enter enter enter enter down enter ctrl-u my-dr-bucket enter enter enter enter "
        + "enter enter enter"

    private static func keys(_ names: String) -> [Key] {
        names.split(separator: " ").flatMap { name in
            Key(name: String(name)).map { [$0] } ?? name.map(Key.character)
        }
    }

    /// 10,000 in all, a hundred or so from each place, some of them faster than anything answers; the same for the same
    /// seed.
    private final class RandomKeys: @unchecked Sendable {
        private var dice: Dice
        private var left: Int
        private var ready: [Key] = []

        init(seed: UInt64, count: Int) {
            dice = Dice(state: seed)
            left = count
        }

        var isOver: Bool { left == 0 }

        func next() -> [TerminalEvent] {
            if ready.isEmpty {
                ready = WholeInterfaceTests.keys("esc esc esc esc ctrl-u esc esc")
                ready += WholeInterfaceTests.keys(WholeInterfaceTests.places.randomElement(using: &dice) ?? "6")
                for _ in 0..<200 { ready.append(WholeInterfaceTests.random.randomElement(using: &dice) ?? .enter) }
                ready.reverse()
            }
            let count = min(left, ready.count, ready.count > 200 ? 1 : .random(in: 1...20, using: &dice))
            left -= count
            return (0..<count).compactMap { _ in ready.popLast().map { .key($0) } }
        }
    }

    @Test("10,000 random keys let no request leave that changes anything")
    func random() async {
        let aws = Self.account()
        let transport = RecordingTransport(aws)
        let keys = RandomKeys(seed: 7, count: 10_000)
        var (pressed, armed) = (0, 0)
        // Whoever leaves the program comes back.
        while !keys.isOver {
            let visit = await Self.visit(aws, over: transport) { keys.next() }
            pressed += visit.pressed
            armed += visit.armed
            #expect(visit.overdue == [])
        }
        #expect(pressed == 10_000 && transport.requests.count > 1_000)
        // Or else nothing was tried where something could have left.
        #expect(armed > 20)
        #expect(transport.mutations.map(\.url) == [])
    }

    @Test("The name, typed, lets the call leave that was shown, and the watch sees it")
    func typed() async {
        let aws = Self.account()
        let transport = RecordingTransport(aws)
        let script = Script(Self.keys(Self.toName + " my-dr-bucket enter"))
        let visit = await Self.visit(aws, over: transport) {
            if let key = script.next() { return [.key(key)] }
            transport.waitForMutation()
            return []
        }
        #expect(transport.mutations.map(\.path) == ["/restore-jobs"], "\(visit.screen)")
    }

    private final class Script: @unchecked Sendable {
        private var left: [Key]

        init(_ keys: [Key]) { left = keys.reversed() }

        func next() -> Key? { left.popLast() }
    }
}
