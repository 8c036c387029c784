/// Puts a character together from bytes that come one by one; what is no UTF-8 is left out.
struct UTF8Assembly {
    private var bytes: [UInt8] = []
    private var missing = 0
    /// Whether escape stood before the first byte.
    private(set) var isAlt = false

    mutating func reset() {
        bytes.removeAll(keepingCapacity: true)
        missing = 0
    }

    /// The character that the byte, 0x80 or above, completes.
    mutating func take(_ byte: UInt8, alt: Bool) -> Unicode.Scalar? {
        if byte & 0xC0 == 0x80 {
            guard missing > 0 else { return nil }
            bytes.append(byte)
            missing -= 1
            guard missing == 0 else { return nil }
            defer { reset() }
            return String(validating: bytes, as: UTF8.self)?.unicodeScalars.first
        }
        reset()
        isAlt = alt
        switch byte {
        case 0xC2...0xDF: missing = 1
        case 0xE0...0xEF: missing = 2
        case 0xF0...0xF4: missing = 3
        default: return nil
        }
        bytes.append(byte)
        return nil
    }
}
