import Canvas

// What terminals of the families xterm, VT, Linux console, rxvt, tmux and screen send. Modifiers of arrows and their like
// are dropped; a function key with them is another key, or none.

extension Key {
    /// The key that a control character stands for; nil for none.
    init?(control byte: UInt8) {
        switch byte {
        // Ctrl-j too: some terminals send it for return, and for nothing else.
        case 0x0D, 0x0A: self = .enter
        case 0x09: self = .tab
        // Ctrl-h too: it is what the backspace of many terminals sends.
        case 0x7F, 0x08: self = .backspace
        case 0x1B: self = .escape
        case 0x00: self = .control(" ")
        case 0x01...0x1A: self = .control(Character(Unicode.Scalar(byte + 0x60)))
        case 0x1C...0x1F: self = .control(Character(Unicode.Scalar(byte + 0x40)))
        default: return nil
        }
    }

    /// After `ESC O`, with or without parameters.
    init?(ss3 final: UInt8, _ parameters: KeyParameters) {
        let modifiers = parameters.modifiers
        switch final {
        case UInt8(ascii: "P")...UInt8(ascii: "S"):
            guard let key = Self.function(Int(final) - 0x4F, modifiers) else { return nil }
            self = key
        case UInt8(ascii: "M"): self = .enter
        case UInt8(ascii: "X"): self = .character("=")
        // The numeric keypad in its application mode.
        case UInt8(ascii: "j")...UInt8(ascii: "y"): self = .character(Character(Unicode.Scalar(final - 0x40)))
        // rxvt's arrows with ctrl.
        case UInt8(ascii: "a")...UInt8(ascii: "d"): self.init(letter: final - 0x20)
        default: self.init(letter: final)
        }
    }

    /// After `ESC [`.
    init?(csi final: UInt8, _ parameters: KeyParameters) {
        guard !parameters.isForeign else { return nil }
        switch final {
        case UInt8(ascii: "~"):
            self.init(number: parameters.numbers.first ?? 0, parameters.numbers.count > 1 ? parameters.modifiers : 0)
        // rxvt's way to say shift, ctrl, and both.
        case UInt8(ascii: "$"): self.init(number: parameters.numbers.first ?? 0, 1)
        case UInt8(ascii: "^"): self.init(number: parameters.numbers.first ?? 0, 4)
        case UInt8(ascii: "@"): self.init(number: parameters.numbers.first ?? 0, 5)
        case UInt8(ascii: "P")...UInt8(ascii: "S"):
            // `R` with other numbers is where a cursor stands.
            guard parameters.numbers.isEmpty || parameters.numbers.first == 1,
                let key = Self.function(Int(final) - 0x4F, parameters.modifiers)
            else { return nil }
            self = key
        case UInt8(ascii: "Z"): self = .backTab
        // rxvt's arrows with shift.
        case UInt8(ascii: "a")...UInt8(ascii: "d"): self.init(letter: final - 0x20)
        // `I` and `O` tell of the focus, `E` is the middle of the keypad.
        default: self.init(letter: final)
        }
    }

    private init?(letter: UInt8) {
        switch letter {
        case UInt8(ascii: "A"): self = .up
        case UInt8(ascii: "B"): self = .down
        case UInt8(ascii: "C"): self = .right
        case UInt8(ascii: "D"): self = .left
        case UInt8(ascii: "H"): self = .home
        case UInt8(ascii: "F"): self = .end
        default: return nil
        }
    }

    /// The keys that VT220 numbers: 16 and 22 and their like were never given out.
    private init?(number: Int, _ modifiers: Int) {
        switch number {
        case 1, 7: self = .home
        case 2: self = .insert
        case 3: self = .delete
        case 4, 8: self = .end
        case 5: self = .pageUp
        case 6: self = .pageDown
        default:
            let numbers: [Int: Int] = [
                11: 1, 12: 2, 13: 3, 14: 4, 15: 5, 17: 6, 18: 7, 19: 8, 20: 9, 21: 10, 23: 11, 24: 12, 25: 13, 26: 14,
                28: 15, 29: 16, 31: 17, 32: 18, 33: 19, 34: 20,
            ]
            guard let function = numbers[number], let key = Self.function(function, modifiers) else { return nil }
            self = key
        }
    }

    /// Counted as terminfo does: twelve more with shift, twenty-four more with ctrl.
    private static func function(_ number: Int, _ modifiers: Int) -> Key? {
        switch modifiers {
        case 0: .function(number)
        case 1: .function(number + 12)
        case 4: .function(number + 24)
        default: nil
        }
    }
}
