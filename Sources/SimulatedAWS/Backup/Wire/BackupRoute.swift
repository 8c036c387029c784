import AWSCore

/// One operation of AWS Backup: its method, its URI as the service model has it, what answers it.
struct BackupRoute: Sendable {
    typealias Handler = @Sendable (inout SimulatedBackup, BackupCall) throws -> BackupReply

    let operation: String
    let method: HTTPRequest.Method
    let template: [String]
    let handler: Handler

    init(_ operation: String, _ method: HTTPRequest.Method, _ uri: String, _ handler: @escaping Handler) {
        self.operation = operation
        self.method = method
        template = uri.split(separator: "/").map(String.init)
        self.handler = handler
    }

    /// The labels of the URI when the request is for this operation.
    func labels(_ request: SimulatedRequest) -> [String: String]? {
        guard request.method == method, request.segments.count == template.count else { return nil }
        var labels: [String: String] = [:]
        for (part, segment) in zip(template, request.segments) {
            if part.hasPrefix("{") {
                labels[String(part.dropFirst().dropLast())] = segment
            } else if part != segment {
                return nil
            }
        }
        return labels
    }
}
