import AWSModel
import Canvas
import Console
import CursesTerminal
import Foundation
import Ledger
import Posture

/// Opens the terminal interface and stays in it until the operator leaves.
enum Interface {
    /// Whether there is a terminal to open it on.
    static var hasTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    /// - Throws: `Failure` where the terminal cannot show it; then nothing was drawn.
    static func open(
        _ source: AccountSource, _ connection: ConnectionOptions?, _ options: InterfaceOptions,
        _ objectives: Objectives, _ prices: PriceList, besides: AskedBesides
    ) throws {
        let inbox = Inbox()
        // Said while stderr can still be read.
        _ = ProvenDrills.evidence(of: nil)
        let (settings, keymap) = try options.settings()
        let terminal: CursesTerminal
        do throws(TerminalError) {
            terminal = try CursesTerminal(
                TerminalOptions(theme: options.chosenTheme(settings), ascii: options.ascii, mouse: options.mouse))
        } catch {
            throw Failure.usage(error.description)
        }
        defer { terminal.restore() }
        let waker = terminal.waker
        inbox.wakes { _ in waker.wake() }
        let account = AccountState(
            profile: connection?.profile, source: source.name, regions: connection?.region.map { Region($0) } ?? [],
            operatorName: LeaseHolder.current.operatorName)
        let model = Model(size: terminal.size, now: Date(), account: account, keymap: keymap)
        var loop = InterfaceLoop(
            terminal, model, EffectRunner(source, objectives, prices, besides: besides, inbox: inbox), inbox: inbox)
        loop.run()
    }
}
