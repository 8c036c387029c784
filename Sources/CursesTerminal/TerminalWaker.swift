import CNcurses
import Glibc

/// Makes `CursesTerminal.events` return; any thread may.
package final class TerminalWaker: Sendable {
    /// -1 where the system has no descriptor left: nothing wakes then.
    let bell = lifeboat_bell_create()

    init() {}

    deinit { if bell >= 0 { close(bell) } }

    package func wake() { if bell >= 0 { lifeboat_bell_ring(bell) } }
}
