import AWSModel

/// The faults as the server's `/_lifeboat/faults` takes them; a member that is absent is off.
extension SimulatedFaults: Codable {
    private enum CodingKeys: String, CodingKey {
        case seed, darkRegions, darkAfterCalls, throttling, resets, serverErrors, truncation, mostInARow, denials,
            allowed
        case lostReplies, throttledCalls, failingRestores, rewrittenMetadata
        case latencySeconds, expiredToken, proxyPageStatus
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init()
        func read<Value: Decodable>(_ key: CodingKeys, into value: inout Value) throws {
            if let found = try values.decodeIfPresent(Value.self, forKey: key) { value = found }
        }
        try read(.seed, into: &seed)
        var dark: [String: Darkness] = [:]
        try read(.darkRegions, into: &dark)
        darkRegions = Dictionary(uniqueKeysWithValues: dark.map { (Region($0.key), $0.value) })
        var counts: [String: Int] = [:]
        try read(.darkAfterCalls, into: &counts)
        darkAfterCalls = Dictionary(uniqueKeysWithValues: counts.map { (Region($0.key), $0.value) })
        try read(.throttling, into: &throttling)
        try read(.resets, into: &resets)
        try read(.serverErrors, into: &serverErrors)
        try read(.truncation, into: &truncation)
        try read(.lostReplies, into: &lostReplies)
        try read(.throttledCalls, into: &throttledCalls)
        try read(.failingRestores, into: &failingRestores)
        try read(.rewrittenMetadata, into: &rewrittenMetadata)
        mostInARow = try values.decodeIfPresent(Int.self, forKey: .mostInARow)
        try read(.denials, into: &denials)
        allowed = try values.decodeIfPresent(Set<String>.self, forKey: .allowed)
        var seconds = 0.0
        try read(.latencySeconds, into: &seconds)
        latency = .nanoseconds(Int64((seconds * 1e9).rounded()))
        try read(.expiredToken, into: &expiredToken)
        proxyPageStatus = try values.decodeIfPresent(Int.self, forKey: .proxyPageStatus)
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(seed, forKey: .seed)
        try values.encode(
            Dictionary(uniqueKeysWithValues: darkRegions.map { ($0.key.name, $0.value) }), forKey: .darkRegions)
        try values.encode(
            Dictionary(uniqueKeysWithValues: darkAfterCalls.map { ($0.key.name, $0.value) }), forKey: .darkAfterCalls)
        try values.encode(throttling, forKey: .throttling)
        try values.encode(resets, forKey: .resets)
        try values.encode(serverErrors, forKey: .serverErrors)
        try values.encode(truncation, forKey: .truncation)
        try values.encode(lostReplies, forKey: .lostReplies)
        try values.encode(throttledCalls, forKey: .throttledCalls)
        try values.encode(failingRestores, forKey: .failingRestores)
        try values.encode(rewrittenMetadata, forKey: .rewrittenMetadata)
        try values.encodeIfPresent(mostInARow, forKey: .mostInARow)
        try values.encode(denials, forKey: .denials)
        try values.encodeIfPresent(allowed, forKey: .allowed)
        try values.encode(latency.seconds, forKey: .latencySeconds)
        try values.encode(expiredToken, forKey: .expiredToken)
        try values.encodeIfPresent(proxyPageStatus, forKey: .proxyPageStatus)
    }
}
