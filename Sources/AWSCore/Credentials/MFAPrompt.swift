import Dispatch
import Glibc

/// Asks for the code of an MFA device on the terminal, without showing what is typed.
package enum MFAPrompt {
    /// Nil when there is no terminal; not for use while the screen is drawn on.
    package static func onTerminal() -> CredentialsEffects.AskMFACode? {
        guard isatty(STDERR_FILENO) == 1, let terminal = open() else { return nil }
        close(terminal)
        return { serial in
            await withCheckedContinuation { continuation in
                // Whoever types takes their time, and the few threads of the task pool must not wait.
                DispatchQueue.global().async { continuation.resume(returning: ask(serial)) }
            }
        }
    }

    private static func open() -> Int32? {
        let terminal = Glibc.open("/dev/tty", O_RDWR | O_CLOEXEC)
        return terminal >= 0 ? terminal : nil
    }

    private static func ask(_ serial: String) -> String? {
        guard let terminal = open() else { return nil }
        defer { close(terminal) }
        var shown = termios()
        guard tcgetattr(terminal, &shown) == 0 else { return nil }
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(terminal, TCSAFLUSH, &hidden)
        defer { tcsetattr(terminal, TCSAFLUSH, &shown) }
        say("Code of the MFA device \(serial): ", on: terminal)
        defer { say("\n", on: terminal) }

        var buffer = [UInt8](repeating: 0, count: 128)
        let count = read(terminal, &buffer, buffer.count)
        guard count > 0 else { return nil }
        let code = buffer[..<count].filter { (33...126).contains($0) }
        return code.isEmpty ? nil : String(decoding: code, as: UTF8.self)
    }

    private static func say(_ text: String, on terminal: Int32) {
        let bytes = Array(text.utf8)
        _ = write(terminal, bytes, bytes.count)
    }
}
