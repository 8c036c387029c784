import CNcurses
package import Canvas
import Glibc

/// A terminal taken over for screens; for one thread, the main one, and one at a time.
///
/// Every way out gives the terminal back as it was: `restore`, `exit`, `suspend` for a while, and a crash.
package final class CursesTerminal {
    let line: TerminalLine
    let palette: Palette
    let isASCII: Bool
    let hasMouse: Bool
    /// What DEC private modes the terminal was given besides those of ncurses, and how to take them back.
    let modes: (on: String, off: String)

    package let waker = TerminalWaker()
    /// Rung by signals.
    let bell = lifeboat_bell_create()
    var parser: InputParser
    var clicks = ClickCounter()
    /// Whether the terminal shows our screen: false while suspended, and after `restore`.
    var isShown = true
    var isRestored = false
    var isHungUp = false
    /// What `events` owes since a call of something else.
    var owed: [TerminalEvent] = []

    private(set) var frame: Frame?
    private var cells = RowCells()

    /// Takes over the terminal that is both standard input and standard output.
    package convenience init(_ options: TerminalOptions) throws(TerminalError) {
        try self.init(options, on: try .standard)
    }

    init(_ options: TerminalOptions, on line: TerminalLine) throws(TerminalError) {
        self.line = line
        let entry = try line.entry
        let charset = Charset.adopt()
        let isTerminal = lifeboat_rescue_remember(line.input)
        isASCII = options.ascii || charset == .ascii
        hasMouse = options.mouse
        parser = InputParser(mouse: options.mouse)
        // 2004: pastes are bracketed. 1000 and 1006: presses of buttons, as decimal numbers.
        modes =
            options.mouse
            ? ("\u{1B}[?2004h\u{1B}[?1000h\u{1B}[?1006h", "\u{1B}[?1006l\u{1B}[?1000l\u{1B}[?2004l")
            : ("\u{1B}[?2004h", "\u{1B}[?2004l")
        // Before ncurses, which would install its own where there are none.
        lifeboat_signals_catch(bell)
        guard lifeboat_screen_open(entry, line.input, line.output) else {
            lifeboat_signals_release()
            throw .cannotOpen(term: line.term)
        }
        palette = Palette(options.theme)
        if isTerminal {
            lifeboat_rescue_prepare(line.output, modes.off)
            lifeboat_rescue_arm(true)
        }
        lifeboat_rescue_catch_crashes()
        line.write(modes.on)
        adoptSize()
    }

    deinit {
        restore()
        if bell >= 0 { close(bell) }
    }

    package var size: Size {
        var columns: Int32 = 0
        var rows: Int32 = 0
        lifeboat_screen_size(&columns, &rows)
        return Size(columns: Int(columns), rows: Int(rows))
    }

    /// Asks the terminal rather than LINES and COLUMNS, which a shell may have left behind.
    /// - Returns: whether it has another size than was known.
    @discardableResult
    func adoptSize() -> Bool {
        guard let now = line.size, Size(columns: Int(now.columns), rows: Int(now.rows)) != size else { return false }
        lifeboat_screen_resize(now.columns, now.rows)
        frame = nil
        return true
    }

    // MARK: Drawing

    /// Shows a frame: writes what differs from the last one, and nothing when nothing does. A frame of another size than the
    /// terminal's is cut off, or filled up with blanks.
    package func draw(_ frame: Frame) {
        guard isShown, frame != self.frame else { return }
        let size = size
        let drawn = isASCII ? frame.inASCII : frame
        let before = self.frame.flatMap { $0.size == frame.size ? $0 : nil }
        if before == nil { lifeboat_screen_erase() }
        for row in 0..<min(frame.size.rows, size.rows) where before.map({ $0.row(row) != frame.row(row) }) ?? true {
            cells.put(drawn.row(row), at: row, limit: size.columns, palette: palette)
        }
        self.frame = frame
        update()
    }

    private func update() {
        let cursor = frame?.cursor.flatMap { Area(size).contains($0) ? $0 : nil }
        lifeboat_screen_update(Int32(cursor?.column ?? -1), Int32(cursor?.row ?? -1))
    }

    /// Writes the whole screen, whatever the terminal is believed to show.
    package func redrawAll() { if isShown { lifeboat_screen_repaint() } }

    /// Puts text into the clipboard of whoever sits at the terminal, as far as that terminal allows it: it never answers.
    /// - Returns: false, with nothing written, for more than 74,994 bytes and on terminals that have no clipboard.
    package func copy(_ text: String) -> Bool {
        let hasNone = line.term.hasPrefix("linux") || line.term.hasPrefix("vt")
        guard isShown, !hasNone, let request = Clipboard.request(text, isInTmux: line.isInTmux) else { return false }
        return line.write(request)
    }
}
