/// SplitMix64: the same seed throws the same everywhere.
struct Dice: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// True so often of a hundred.
    mutating func chance(_ percent: Int) -> Bool { Int(next() % 100) < percent }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// One of a list that is not empty; those that stand twice come twice as often.
    mutating func pick<Choice>(_ first: Choice, _ others: Choice...) -> Choice { pick([first] + others) ?? first }

    mutating func pick<Choice>(_ choices: [Choice]) -> Choice? { choices.randomElement(using: &self) }
}
