/// The derived signing keys of a run: four digests each, so each is derived once a day, region and service.
final class SigningKeyCache: Sendable {
    private struct Scope: Hashable {
        let secret: String
        let day: String
        let region: String
        let service: String
    }

    /// More scopes than a run touches; past it the cache starts anew.
    private static let capacity = 1_000

    private let keys = Lock<[Scope: [UInt8]]>([:])

    func key(secret: String, day: String, region: String, service: String) -> [UInt8] {
        let scope = Scope(secret: secret, day: day, region: region, service: service)
        return keys.withLock { keys in
            if let key = keys[scope] { return key }
            var key = Array("AWS4\(secret)".utf8)
            for part in [day, region, service, "aws4_request"] { key = Digest.hmacSHA256(key: key, Array(part.utf8)) }
            if keys.count >= Self.capacity { keys.removeAll() }
            keys[scope] = key
            return key
        }
    }
}
