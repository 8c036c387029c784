import Canvas
import Glibc

@testable import CursesTerminal

/// A terminal without a window: what is typed goes in at the master, what the program writes comes out there.
final class PseudoTerminal {
    private(set) var master: Int32 = -1
    private(set) var slave: Int32 = -1
    private var marks = 0

    init(_ size: Size = Size(columns: 80, rows: 24)) throws {
        var window = winsize(ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&master, &slave, nil, nil, &window) == 0 else { throw Failure.noPseudoTerminal }
    }

    deinit {
        unplug()
        close(slave)
    }

    enum Failure: Error { case noPseudoTerminal, nothingCame }

    func line(term: String = "xterm-256color", isInTmux: Bool = false) -> TerminalLine {
        TerminalLine(input: slave, output: slave, term: term, isInTmux: isInTmux)
    }

    /// The name by which another process opens it.
    var path: String { ttyname(slave).map { String(cString: $0) } ?? "" }

    /// As when the window is closed or the connection lost.
    func unplug() {
        if master >= 0 { close(master) }
        master = -1
    }

    func type(_ bytes: some Sequence<UInt8>) {
        let bytes = Array(bytes)
        _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
    }

    func type(_ text: String) { type(text.utf8) }

    func resize(_ size: Size) {
        var window = winsize(ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(slave, UInt(TIOCSWINSZ), &window)
    }

    /// What the program has written since the last call: all before a mark that is written now.
    func output() throws -> String {
        marks += 1
        let mark = Array("\u{1}mark \(marks)\u{1}".utf8)
        _ = mark.withUnsafeBytes { write(slave, $0.baseAddress, $0.count) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while bytes.suffix(mark.count) != mark[...] {
            var readable = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            guard poll(&readable, 1, 10_000) == 1 else { throw Failure.nothingCame }
            let count = read(master, &buffer, buffer.count)
            guard count > 0 else { throw Failure.nothingCame }
            bytes += buffer.prefix(count)
        }
        return String(decoding: bytes.dropLast(mark.count), as: UTF8.self)
    }

    /// What `stty` would tell.
    var modes: TerminalModes { TerminalModes(of: slave) }
}

/// The modes of a terminal, comparable.
struct TerminalModes: Equatable {
    let flags: [tcflag_t]
    let characters: [UInt8]

    init(of descriptor: Int32) {
        var modes = termios()
        tcgetattr(descriptor, &modes)
        flags = [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
        characters = withUnsafeBytes(of: modes.c_cc) { Array($0) }
    }
}
