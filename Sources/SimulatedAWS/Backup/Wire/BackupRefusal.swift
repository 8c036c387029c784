import AWSCore

/// An error reply of AWS Backup: the name of the exception in `x-amzn-errortype`, the rest in the body.
package struct BackupRefusal: Error, Hashable, Sendable {
    package let name: String
    package let message: String
    /// Members beyond `Code` and `Message`, as `AlreadyExistsException` has them.
    var members: [String: BackupJSON] = [:]
    var status = 400

    static func notFound(_ message: String) -> BackupRefusal {
        BackupRefusal(name: "ResourceNotFoundException", message: message)
    }
    static let accessDenied = BackupRefusal(
        name: "AccessDeniedException", message: "Insufficient privileges to perform this action.", status: 403)
    static func invalidParameter(_ message: String) -> BackupRefusal {
        BackupRefusal(name: "InvalidParameterValueException", message: message)
    }
    static func missingParameter(_ name: String) -> BackupRefusal {
        BackupRefusal(name: "MissingParameterValueException", message: "\(name) is required.")
    }
    static func invalidRequest(_ message: String) -> BackupRefusal {
        BackupRefusal(name: "InvalidRequestException", message: message)
    }
    static func limit(_ message: String) -> BackupRefusal {
        BackupRefusal(name: "LimitExceededException", message: message)
    }
    static func alreadyExists(_ message: String, arn: String, creatorRequestID: String?) -> BackupRefusal {
        let members: BackupJSON = .members([
            "Arn": .text(arn), "CreatorRequestId": .text(creatorRequestID),
        ])
        guard case .object(let extra) = members else { return invalidRequest(message) }
        return BackupRefusal(name: "AlreadyExistsException", message: message, members: extra)
    }
    static func unknownOperation(_ method: String, _ path: String) -> BackupRefusal {
        BackupRefusal(
            name: "UnknownOperationException", message: "The simulated AWS Backup has no operation \(method) \(path).",
            status: 404)
    }

    var response: HTTPResponse {
        var body = members
        body["Code"] = .text(name)
        body["Message"] = .text(message)
        return HTTPResponse(
            status: status, headers: ["Content-Type": "application/json", "x-amzn-errortype": name],
            body: BackupJSON.object(body).bytes)
    }
}
