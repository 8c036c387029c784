import Canvas
import Console
import CursesTerminal
import Foundation

/// What the interface needs of a terminal.
protocol InterfaceTerminal: AnyObject {
    var size: Size { get }
    /// Waits for the first of them; empty where the time is over.
    func events(timeout: Duration?) -> [TerminalEvent]
    func draw(_ frame: Frame)
    func redrawAll()
    func suspend()
    /// - Returns: Whether the terminal takes so much.
    func copy(_ text: String) -> Bool
}

extension CursesTerminal: InterfaceTerminal {}

/// Does beside the interface what takes time.
protocol EffectRunning {
    func run(_ effect: Effect)
    func stop()
}

/// The interface on the main thread: waits, updates, draws; whatever takes time is done beside it.
struct InterfaceLoop {
    private let terminal: any InterfaceTerminal
    private let inbox: Inbox
    private let runner: any EffectRunning
    private var model: Model
    private var shown: Frame?

    init(_ terminal: any InterfaceTerminal, _ model: Model, _ runner: any EffectRunning, inbox: Inbox) {
        self.terminal = terminal
        self.model = model
        self.runner = runner
        self.inbox = inbox
    }

    /// Runs until the operator leaves or the terminal is gone.
    mutating func run() {
        draw()
        take(.resized(terminal.size))
        perform(model.start())
        while !model.isEnding {
            draw()
            let events = terminal.events(timeout: model.agesEvery)
            let messages = inbox.drain()
            if events.isEmpty, messages.isEmpty { take(.tick) }
            for event in events where !model.isEnding { obey(event) }
            for message in messages where !model.isEnding { take(message) }
        }
        runner.stop()
    }

    private mutating func obey(_ event: TerminalEvent) {
        switch event {
        case .key(let key): take(.key(key))
        case .text(let text): take(.pasted(text))
        case .resized(let size): take(.resized(size))
        case .click(let point, _): take(.clicked(point))
        case .scroll(let rows): take(.scrolled(rows: rows))
        case .suspendRequested: suspend()
        case .hangup, .terminate, .interrupt: model.isEnding = true
        case .resumed: terminal.redrawAll()
        case .woken: break
        }
    }

    private mutating func take(_ message: Message) { perform(update(&model, message, now: Date())) }

    private mutating func perform(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .redraw: terminal.redrawAll()
            case .suspend: suspend()
            case .end: model.isEnding = true
            case .copy(let lines):
                let isCopied = terminal.copy(lines.joined(separator: "\n"))
                take(
                    isCopied ? .copied(lines) : .copyFailed("that is too much for a terminal's clipboard"))
            case .arrange(let task) where task.contents.count < Self.arrangedAtOnce: take(.arranged(task.run()))
            default: runner.run(effect)
            }
        }
    }

    /// Rows of a list that are arranged within a key's own time; longer ones are arranged beside the interface.
    private static let arrangedAtOnce = 2_000

    private mutating func suspend() {
        terminal.suspend()
        take(.resized(terminal.size))
        shown = nil
    }

    private mutating func draw() {
        let frame = Screen.frame(of: model)
        guard frame != shown else { return }
        terminal.draw(frame)
        shown = frame
    }
}
