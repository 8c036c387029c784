import AWSCore
import AWSModel

/// The faults that are on, with what was counted since they were switched on.
struct FaultState: Sendable {
    var faults = SimulatedFaults() {
        didSet {
            answered = [:]
            attempts = [:]
        }
    }
    private var answered: [Region: Int] = [:]
    private var attempts: [UInt64: Attempts] = [:]

    private struct Attempts: Sendable {
        var made: UInt64 = 0
        var failedInARow = 0
    }

    /// What befalls a request; nil lets it through.
    enum Fault: Hashable, Sendable {
        case darkness(SimulatedFaults.Darkness)
        case reset
        case throttled
        case serverError
        case truncated
        case lostReply
        case expiredToken
        case proxyPage(status: Int)
    }

    func isDark(_ region: Region) -> Bool { darkness(region) != nil }

    private func darkness(_ region: Region) -> SimulatedFaults.Darkness? {
        if let darkness = faults.darkRegions[region] { return darkness }
        guard let limit = faults.darkAfterCalls[region] else { return nil }
        return answered[region, default: 0] >= limit ? .silent : nil
    }

    mutating func fault(for request: SimulatedRequest) -> Fault? {
        if let darkness = darkness(request.region) { return .darkness(darkness) }
        if faults.darkAfterCalls[request.region] != nil { answered[request.region, default: 0] += 1 }
        if let status = faults.proxyPageStatus { return .proxyPage(status: status) }
        if faults.expiredToken { return .expiredToken }
        return faults.hasChances ? chance(for: request) : nil
    }

    private mutating func chance(for request: SimulatedRequest) -> Fault? {
        let identity = RequestIdentity.hash(request)
        var record = attempts[identity, default: Attempts()]
        record.made += 1
        var generator = SeededGenerator(seed: faults.seed ^ identity &+ record.made &* 0x9E37_79B9_7F4A_7C15)
        let drawn = generator.unit()
        let bounds: [(Double, Fault)] = [
            (faults.resets, .reset), (faults.throttling, .throttled), (faults.serverErrors, .serverError),
            (faults.truncation, .truncated), (faults.lostReplies, .lostReply),
        ]
        var sum = 0.0
        var fault: Fault?
        for (chance, candidate) in bounds where fault == nil {
            sum += chance
            if drawn < sum { fault = candidate }
        }
        if let most = faults.mostInARow, record.failedInARow >= most { fault = nil }
        record.failedInARow = fault == nil ? 0 : record.failedInARow + 1
        attempts[identity] = record
        return fault
    }
}

extension SimulatedFaults {
    fileprivate var hasChances: Bool {
        throttling > 0 || resets > 0 || serverErrors > 0 || truncation > 0 || lostReplies > 0
    }
}

/// What makes two requests the same call: where it goes and what it asks, not when it was signed.
private enum RequestIdentity {
    static func hash(_ request: SimulatedRequest) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func mix(_ text: some Sequence<UInt8>) {
            for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        mix(request.method.rawValue.utf8)
        mix(request.region.name.utf8)
        mix(request.path.utf8)
        for item in request.query where !item.name.hasPrefix("X-Amz-") {
            mix(item.name.utf8)
            mix((item.value ?? "").utf8)
        }
        mix((request.headers["x-amz-target"] ?? "").utf8)
        mix(request.body)
        return hash
    }
}

/// SplitMix64: small, seeded, the same everywhere.
struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// 0 up to, not with, 1.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1.0p-53 }
}
