import Canvas
import CursesTerminal
import Foundation

@testable import lifeboat

/// Presses keys, each burst of them when all that the one before set going has answered; then ends the program.
final class ScriptedTerminal: InterfaceTerminal {
    let size = Size(columns: 60, rows: 16)
    private let quiet: Quiet
    /// Empty at the end.
    private let next: () -> [TerminalEvent]
    private(set) var pressed = 0
    private(set) var last: Frame?
    /// Frames that said that the program may change the account.
    private(set) var armed = 0

    init(_ quiet: Quiet, next: @escaping () -> [TerminalEvent]) {
        self.quiet = quiet
        self.next = next
    }

    func events(timeout: Duration?) -> [TerminalEvent] {
        if quiet.waitForMail() { return [.woken] }
        let events = next()
        pressed += events.count
        return events.isEmpty ? [.terminate] : events
    }

    func draw(_ frame: Frame) {
        last = frame
        if String(frame.row(0).map(\.glyph)).contains("ARMED") { armed += 1 }
    }
    func redrawAll() {}
    func suspend() {}
    func copy(_ text: String) -> Bool { true }
}
