import Foundation

/// The input of a JSON protocol: members are read by name, absent ones are nil.
struct JSONInput {
    private let members: [String: Any]

    init(_ body: [UInt8]) throws(ServiceError) {
        if body.isEmpty {
            members = [:]
            return
        }
        guard let parsed = try? JSONSerialization.jsonObject(with: Data(body)), let object = parsed as? [String: Any]
        else {
            throw ServiceError(400, "SerializationException", "The request body is not a JSON object")
        }
        members = object
    }

    private init(members: [String: Any]) { self.members = members }

    func string(_ name: String) -> String? { members[name] as? String }
    func bool(_ name: String) -> Bool? { members[name] as? Bool }
    func integer(_ name: String) -> Int? { (members[name] as? NSNumber)?.intValue }
    func number(_ name: String) -> Double? { (members[name] as? NSNumber)?.doubleValue }

    /// A time, as seconds since 1970 or in ISO 8601.
    func date(_ name: String) -> Date? {
        if let number = members[name] as? NSNumber { return Date(timeIntervalSince1970: number.doubleValue) }
        return string(name).flatMap(WireTime.parse)
    }

    func object(_ name: String) -> JSONInput? { (members[name] as? [String: Any]).map(JSONInput.init(members:)) }

    func strings(_ name: String) -> [String] { members[name] as? [String] ?? [] }

    /// A map of strings, as rest-json has tags.
    func map(_ name: String) -> [String: String] { members[name] as? [String: String] ?? [:] }

    /// A member as it came, to be told again as it was put.
    func document(_ name: String) -> JSONText? { members[name].map { JSONText($0) } }

    func objects(_ name: String) -> [JSONInput] {
        (members[name] as? [[String: Any]])?.map(JSONInput.init(members:)) ?? []
    }
}
