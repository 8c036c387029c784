/// Yes, no, or what keeps it from being known.
enum Certainty: Hashable {
    case yes, no
    case unknown(String)

    init(_ holds: Bool) { self = holds ? .yes : .no }

    static func any(_ cases: [Certainty]) -> Certainty {
        if cases.contains(.yes) { return .yes }
        return cases.first { $0 != .no } ?? .no
    }
    static func all(_ cases: [Certainty]) -> Certainty {
        if cases.contains(.no) { return .no }
        return cases.first { $0 != .yes } ?? .yes
    }
    static prefix func ! (value: Certainty) -> Certainty {
        switch value {
        case .yes: .no
        case .no: .yes
        case .unknown: value
        }
    }
}
