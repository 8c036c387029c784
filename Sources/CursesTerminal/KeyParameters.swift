/// The numbers between `ESC [` and the final byte of a key.
struct KeyParameters {
    /// Empty where there are none, and where there is more than digits and semicolons.
    let numbers: [Int]
    /// Whether there is something else: the sequence is then no key.
    let isForeign: Bool

    init(_ bytes: [UInt8]) {
        isForeign = !bytes.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ";") }
        guard !isForeign, !bytes.isEmpty else {
            numbers = []
            return
        }
        numbers = bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
            .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    }

    /// 0 none, 1 shift, 2 alt, 4 ctrl and their sums, 8 and above meta; terminals send one more.
    var modifiers: Int { max((numbers.count > 1 ? numbers[1] : numbers.first ?? 1) - 1, 0) }
}
