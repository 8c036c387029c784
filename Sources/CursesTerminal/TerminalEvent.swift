package import Canvas

/// What a terminal, the system or another thread tells the program.
package enum TerminalEvent: Hashable, Sendable {
    case key(Key)
    /// What was pasted: lines end with `\n`, other control characters than tabs are left out; at most 1 MiB.
    case text(String)
    /// The new size; a storm of them is told once, with the last.
    case resized(Size)
    /// `TerminalWaker.wake` was called, once or more often.
    case woken
    /// The terminal is gone: SIGHUP, or the end of input. Told once.
    case hangup
    /// SIGTERM
    case terminate
    /// SIGINT; ctrl-c is a key.
    case interrupt
    /// ctrl-z or SIGTSTP: call `CursesTerminal.suspend`.
    case suspendRequested
    /// The program goes on after a stop that nobody asked it for (SIGSTOP); the screen is whole again.
    case resumed
    /// A press of the first button; 2 where it follows the one before at the same place within 400 ms, and so on.
    case click(Point, count: Int)
    /// Rows down; negative up.
    case scroll(by: Int)
}
