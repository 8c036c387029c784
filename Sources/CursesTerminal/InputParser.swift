import Canvas

/// Makes events of the bytes that a terminal sends, however they are cut.
///
/// By hand rather than by ncurses' `get_wch`, which leaks a sequence that terminfo lacks as characters, loses a character
/// that is cut in two, and knows no paste. Every terminal with an entry that can move its cursor sends ECMA-48.
struct InputParser {
    private enum State {
        case ground
        case escape
        /// After `ESC [`: parameters and intermediates so far.
        case csi([UInt8])
        /// After `ESC [ [`: F1 to F5 of the Linux console.
        case linuxFunction
        /// After `ESC O`.
        case ss3([UInt8])
        /// After `ESC [ M`: button, column, row.
        case oldMouse([UInt8])
        /// A reply that nobody asked for: `ESC ]`, `ESC P` and their like, up to BEL or `ESC \`.
        case reply(Reply)
        case paste
    }

    private struct Reply {
        /// What followed escape, while nothing else has come: it may have been a key with alt.
        var opener: UInt8?
        var sawEscape = false
    }

    /// A sequence that is longer is no sequence.
    private static let longestSequence = 64

    private let mouse: Bool
    private var state = State.ground
    private var character = UTF8Assembly()
    private var pasted = PastedText()
    private var events: [TerminalEvent] = []

    /// - Parameter mouse: whether reports of a mouse were asked for.
    init(mouse: Bool = false) { self.mouse = mouse }

    /// Whether what has come so far is a key or the beginning of a sequence: only time can tell.
    var isUndecided: Bool {
        switch state {
        case .escape, .reply: true
        case .csi(let bytes), .ss3(let bytes): bytes.isEmpty
        default: false
        }
    }

    /// The events that are complete with these bytes.
    mutating func parse(_ bytes: some Sequence<UInt8>) -> [TerminalEvent] {
        for byte in bytes { take(byte) }
        defer { events = [] }
        return events
    }

    /// The events that are complete when nothing follows in time.
    mutating func settle() -> [TerminalEvent] {
        guard isUndecided else { return [] }
        switch state {
        case .escape: key(.escape)
        case .csi: key(.alt("["))
        case .ss3: key(.alt("O"))
        case .reply(let reply): if let opener = reply.opener { key(.alt(Character(Unicode.Scalar(opener)))) }
        default: break
        }
        state = .ground
        defer { events = [] }
        return events
    }

    private mutating func key(_ key: Key) { events.append(.key(key)) }

    private mutating func take(_ byte: UInt8) {
        switch state {
        case .paste: takePasted(byte)
        case .reply(let reply): takeReply(byte, reply)
        case .oldMouse(let bytes): takeOldMouse(bytes + [byte])
        case .ground: takePlain(byte, alt: false)
        case .escape: takeAfterEscape(byte)
        case .linuxFunction, .csi, .ss3:
            // A control character is never part of a sequence: it ends one that was cut short.
            guard byte >= 0x20, byte != 0x7F else {
                state = .ground
                return takePlain(byte, alt: false)
            }
            takeSequence(byte)
        }
    }

    // MARK: Characters

    private mutating func takePlain(_ byte: UInt8, alt: Bool) {
        state = .ground
        if byte >= 0x80 {
            guard let scalar = character.take(byte, alt: alt) else { return }
            // C1 controls are no characters.
            if scalar.value >= 0xA0 { typed(Character(scalar), alt: character.isAlt) }
            return
        }
        character.reset()
        switch byte {
        case 0x1B: state = .escape
        case 0x1A: events.append(.suspendRequested)
        case 0x20...0x7E: typed(Character(Unicode.Scalar(byte)), alt: alt)
        default: if let control = Key(control: byte) { key(control) }
        }
    }

    private mutating func typed(_ character: Character, alt: Bool) {
        key(alt ? .alt(character) : .character(character))
    }

    private mutating func takeAfterEscape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "["): state = .csi([])
        case UInt8(ascii: "O"): state = .ss3([])
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
            state = .reply(Reply(opener: byte))
        case 0x20...0x7E, 0x80...:
            takePlain(byte, alt: true)
        default:
            // Escape and then that key, in one burst.
            key(.escape)
            takePlain(byte, alt: false)
        }
    }

    // MARK: Sequences

    private mutating func takeSequence(_ byte: UInt8) {
        switch state {
        case .linuxFunction:
            state = .ground
            if (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(byte) { key(.function(Int(byte) - 0x40)) }
        case .ss3(let parameters):
            if (0x30...0x3B).contains(byte), parameters.count < Self.longestSequence {
                state = .ss3(parameters + [byte])
            } else {
                state = .ground
                if let found = Key(ss3: byte, KeyParameters(parameters)) { key(found) }
            }
        case .csi(let bytes): takeCSI(byte, bytes)
        default: state = .ground
        }
    }

    private mutating func takeCSI(_ byte: UInt8, _ bytes: [UInt8]) {
        switch byte {
        case UInt8(ascii: "[") where bytes.isEmpty: state = .linuxFunction
        case UInt8(ascii: "M") where bytes.isEmpty && mouse: state = .oldMouse([])
        // rxvt ends keys with shift in `$`, which is an intermediate to all others.
        case UInt8(ascii: "$") where !bytes.isEmpty && bytes.allSatisfy { (0x30...0x39).contains($0) }:
            finishCSI(byte, bytes)
        case 0x20...0x3F where bytes.count < Self.longestSequence: state = .csi(bytes + [byte])
        case 0x40...0x7E: finishCSI(byte, bytes)
        default: state = .ground
        }
    }

    private mutating func finishCSI(_ final: UInt8, _ bytes: [UInt8]) {
        state = .ground
        let isMouse = mouse && bytes.first == UInt8(ascii: "<")
        let parameters = KeyParameters(isMouse ? Array(bytes.dropFirst()) : bytes)
        if isMouse {
            // Releases end in `m`.
            guard final == UInt8(ascii: "M"), parameters.numbers.count == 3 else { return }
            pointed(button: parameters.numbers[0], column: parameters.numbers[1], row: parameters.numbers[2])
        } else if final == UInt8(ascii: "~"), parameters.numbers == [200] {
            pasted = PastedText()
            state = .paste
        } else if let found = Key(csi: final, parameters) {
            key(found)
        }
    }

    // MARK: Mouse, replies, paste

    private mutating func takeOldMouse(_ bytes: [UInt8]) {
        guard bytes.count == 3 else { return state = .oldMouse(bytes) }
        state = .ground
        let numbers = bytes.map { Int($0) - 32 }
        pointed(button: numbers[0], column: numbers[1], row: numbers[2])
    }

    /// Rows that a notch of the wheel moves.
    private static let notch = 3

    /// Columns and rows from 1, as terminals count them. Shift, alt and ctrl are bits 4, 8 and 16 of the button, motion is 32.
    private mutating func pointed(button: Int, column: Int, row: Int) {
        guard column > 0, row > 0, button >= 0 else { return }
        switch button & ~(4 | 8 | 16) {
        case 0: events.append(.click(Point(column: column - 1, row: row - 1), count: 1))
        case 64: events.append(.scroll(by: -Self.notch))
        case 65: events.append(.scroll(by: Self.notch))
        default: break
        }
    }

    private mutating func takeReply(_ byte: UInt8, _ reply: Reply) {
        switch byte {
        case 0x07: state = .ground
        case UInt8(ascii: "\\") where reply.sawEscape: state = .ground
        case 0x1B: state = .reply(Reply(sawEscape: true))
        case ..<0x20, 0x7F: takePlain(byte, alt: false)
        default:
            if reply.sawEscape { takeAfterEscape(byte) } else { state = .reply(Reply()) }
        }
    }

    private mutating func takePasted(_ byte: UInt8) {
        guard let finished = pasted.take(byte) else { return }
        events.append(.text(finished))
        state = .ground
    }
}
