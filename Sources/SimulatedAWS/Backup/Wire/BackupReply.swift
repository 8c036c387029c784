import AWSCore

/// A reply of AWS Backup: a JSON object, or no body at all.
struct BackupReply: Sendable {
    var status = 200
    var body: BackupJSON?

    static let empty = BackupReply(body: nil)
    static let noContent = BackupReply(status: 204, body: nil)

    static func members(status: Int = 200, _ pairs: KeyValuePairs<String, BackupJSON?>) -> BackupReply {
        BackupReply(status: status, body: .members(pairs))
    }

    var response: HTTPResponse {
        HTTPResponse(status: status, headers: ["Content-Type": "application/json"], body: body?.bytes ?? [])
    }
}
