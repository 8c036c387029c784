import CNcurses
import Glibc

extension CursesTerminal {
    /// Gives the terminal back as it was; again does nothing.
    package func restore() {
        guard !isRestored else { return }
        isRestored = true
        if isShown, !line.isInForeground {
            // The shell has the terminal: taking its modes would stop us, or break the shell's own.
            lifeboat_rescue_now(false)
        } else {
            leave()
        }
        lifeboat_rescue_release_crashes()
        lifeboat_signals_release()
        lifeboat_screen_close()
    }

    /// Stops the program as ctrl-z does any other, with the terminal as the shell wants it, and returns when it goes on: with
    /// the screen back, or without it where SIGTERM or SIGHUP waits for a program in the background.
    package func suspend() {
        guard isShown else { return }
        leave()
        stop()
        enter()
    }

    /// How often a program may be continued without getting the terminal back before it takes it unasked; a group that cannot
    /// be stopped would otherwise turn in circles.
    private static let mostStops = 100

    /// Stops until the shell gives the terminal back: `bg` and `kill` continue a program without it.
    private func stop() {
        for _ in 0..<Self.mostStops {
            guard lifeboat_signals_stop(), !line.isInForeground, !isEnding else { return }
        }
    }

    private var isEnding: Bool {
        // Not SIGCONT, which is what got us here.
        owed += events(of: lifeboat_signals_take() & ~(1 << UInt32(SIGCONT)))
        return owed.contains(.terminate) || owed.contains(.hangup)
    }

    /// After a stop that came without warning, by SIGSTOP: the shell has had the terminal meanwhile.
    func recover() {
        guard isShown else { return }
        if !line.isInForeground { stop() }
        guard line.isInForeground else { return }
        leave()
        enter()
    }

    private func leave() {
        guard isShown else { return }
        isShown = false
        // Disarmed last: a crash in between restores once more, which does no harm.
        line.write(modes.off)
        lifeboat_screen_leave()
        lifeboat_rescue_arm(false)
    }

    private func enter() {
        guard line.isInForeground || !owed.contains(.terminate) && !owed.contains(.hangup) else { return }
        isShown = true
        lifeboat_rescue_arm(true)
        lifeboat_screen_enter()
        line.write(modes.on)
        if adoptSize() { owed.append(.resized(size)) }
    }
}
