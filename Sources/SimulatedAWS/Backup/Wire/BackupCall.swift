import AWSCore
import AWSModel
import Foundation

/// One call to AWS Backup: its region and time, the parameters of its URI and query, its JSON body.
struct BackupCall: Sendable {
    let region: Region
    let now: Date
    let world: any SimulatedWorld
    /// Labels of the URI by their name in the service model.
    let labels: [String: String]
    let query: [QueryItem]
    let body: BackupJSON

    func label(_ name: String) -> String { labels[name] ?? "" }

    /// A query parameter; an empty one is none.
    func parameter(_ name: String) -> String? {
        query.first { $0.name == name }.flatMap { $0.value }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// A time of the query: ISO 8601, or seconds since 1970.
    func time(_ name: String) throws(BackupRefusal) -> Date? {
        guard let text = parameter(name) else { return nil }
        if let seconds = Double(text) { return Date(timeIntervalSince1970: seconds) }
        let plain = Date.ISO8601FormatStyle()
        let fractional = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        guard let date = (try? plain.parse(text)) ?? (try? fractional.parse(text)) else {
            throw .invalidParameter("\(name) is not a timestamp: \(text)")
        }
        return date
    }

    /// A required member of the body.
    func text(_ member: String) throws(BackupRefusal) -> String {
        guard let value = body[member]?.asText, !value.isEmpty else { throw .missingParameter(member) }
        return value
    }

    /// A required document of the body, with what AWS's model reads from it.
    func document<Value: Decodable>(
        _ member: String, as type: Value.Type
    ) throws(BackupRefusal) -> (json: BackupJSON, value: Value) {
        guard let json = body[member] else { throw .missingParameter(member) }
        guard let value = json.read(type) else {
            throw .missingParameter("A member of \(member), or one of the right kind,")
        }
        return (json, value)
    }

    /// The creator's idempotency token, empty counting as none.
    var creatorRequestID: String? { body["CreatorRequestId"]?.asText.flatMap { $0.isEmpty ? nil : $0 } }
    var idempotencyToken: String? { body["IdempotencyToken"]?.asText.flatMap { $0.isEmpty ? nil : $0 } }

    func lifecycle(_ json: BackupJSON? = nil) -> RecoveryPointLifecycle? {
        (json ?? body)["Lifecycle"]?.read(RecoveryPointLifecycle.self)
    }
}
