import CNcurses
import Glibc

extension CursesTerminal {
    /// How long a terminal may take from escape to what follows it.
    private static let escapeDelay: Int32 = 25
    /// Bytes taken in one call at most: what types faster than that waits for a paint.
    private static let mostInput = 1 << 16

    /// Waits for something to happen and returns all that has: keys first, then signals.
    /// - Parameter timeout: nil waits for ever.
    /// - Returns: nothing after the timeout.
    package func events(timeout: Duration?) -> [TerminalEvent] {
        guard !isRestored else { return [] }
        let deadline = timeout.map { ContinuousClock.now + $0 }
        while true {
            var events = owed
            owed = []
            let ready = wait(events.isEmpty ? Self.milliseconds(until: deadline) : 0)
            if ready.input { events += readInput() }
            // Looked at always: `suspend` may have rung the bell without leaving a signal, and the other way round.
            lifeboat_bell_silence(bell)
            events += self.events(of: lifeboat_signals_take())
            if ready.waker {
                lifeboat_bell_silence(waker.bell)
                events.append(.woken)
            }
            events += owed
            owed = []
            if !events.isEmpty { return events }
            if let deadline, deadline <= .now { return [] }
        }
    }

    private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
        guard let deadline else { return -1 }
        let left = ContinuousClock.now.duration(to: deadline)
        guard left > .zero else { return 0 }
        // Rounded up, or the last millisecond would be waited for in circles.
        return Int32(clamping: Int64((left / .milliseconds(1)).rounded(.up)))
    }

    private func wait(_ milliseconds: Int32) -> (input: Bool, waker: Bool) {
        // The end of input is told once; poll would tell it for ever. Descriptors below 0 are left out.
        var watched = [
            pollfd(fd: isHungUp ? -1 : line.input, events: Int16(POLLIN), revents: 0),
            pollfd(fd: waker.bell, events: Int16(POLLIN), revents: 0),
            pollfd(fd: bell, events: Int16(POLLIN), revents: 0),
        ]
        // Interrupted by a signal it returns -1: that signal is then found.
        guard poll(&watched, 3, milliseconds) > 0 else { return (false, false) }
        return (watched[0].revents != 0, watched[1].revents != 0)
    }

    // MARK: Input

    private func readInput() -> [TerminalEvent] {
        var events: [TerminalEvent] = []
        var taken = 0
        var buffer = [UInt8](repeating: 0, count: 4_096)
        var pause: Int32 = 0
        repeat {
            let count = read(line.input, &buffer, buffer.count)
            if count < 0, errno == EINTR || errno == EAGAIN { break }
            guard count > 0 else {
                events += hangup()
                break
            }
            taken += count
            events += parser.parse(buffer.prefix(count))
            pause = parser.isUndecided ? Self.escapeDelay : 0
        } while taken < Self.mostInput && hasInput(within: pause)
        if taken < Self.mostInput { events += parser.settle() }
        return events.map { clicks.count($0) }
    }

    private func hasInput(within milliseconds: Int32) -> Bool {
        var input = pollfd(fd: line.input, events: Int16(POLLIN), revents: 0)
        return poll(&input, 1, milliseconds) > 0
    }

    private func hangup() -> [TerminalEvent] {
        guard !isHungUp else { return [] }
        isHungUp = true
        return [.hangup]
    }

    // MARK: Signals

    /// What signals tell, after what has to be done about them.
    func events(of signals: UInt32) -> [TerminalEvent] {
        guard signals != 0 else { return [] }
        func came(_ number: Int32) -> Bool { signals & (1 << UInt32(number)) != 0 }
        var events: [TerminalEvent] = []
        if came(SIGHUP) { events += hangup() }
        if came(SIGTERM) { events.append(.terminate) }
        if came(SIGINT) { events.append(.interrupt) }
        if came(SIGCONT), isShown {
            recover()
            events.append(.resumed)
        }
        if came(SIGTSTP) { events.append(.suspendRequested) }
        if came(SIGWINCH), adoptSize() { events.append(.resized(size)) }
        return events
    }
}
