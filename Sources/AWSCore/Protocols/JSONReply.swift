import Foundation

/// Reads JSON replies: times are seconds since 1970 as a number (2.13).
package enum JSONReply {
    /// - Throws: `MalformedReply` naming the member that is missing or of the wrong kind.
    package static func decode<Value: Decodable>(_ type: Value.Type, from body: [UInt8]) throws(MalformedReply) -> Value
    {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .secondsSince1970
        do {
            return try decoder.decode(type, from: Data(body.isEmpty ? Array("{}".utf8) : body))
        } catch let error as DecodingError {
            throw MalformedReply(describe(error))
        } catch {
            throw MalformedReply("not JSON")
        }
    }

    private static func describe(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, let context): "member \(path(context.codingPath + [key])) is missing"
        case .typeMismatch(_, let context): "member \(path(context.codingPath)) is of another kind than documented"
        case .valueNotFound(_, let context): "member \(path(context.codingPath)) is null"
        case .dataCorrupted(let context):
            context.codingPath.isEmpty ? "not JSON" : "member \(path(context.codingPath)): \(context.debugDescription)"
        @unknown default: "not JSON"
        }
    }
    private static func path(_ keys: [any CodingKey]) -> String {
        keys.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
    }
}
