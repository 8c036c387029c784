import Foundation
import AWSCore
import AWSModel

/// Answers who the caller is, and hands out keys for roles.
enum STSService {
    static let namespace = "https://sts.amazonaws.com/doc/2011-06-15/"

    static func respond(to request: SimulatedRequest, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let input = FormParameters(request)
        switch input.action {
        case "GetCallerIdentity":
            return QueryReply.reply(
                input.action,
                [
                    .leaf("Arn", "arn:\(request.partition):iam::\(account.id):user/operator"),
                    .leaf("UserId", "AIDALIFEBOATDEMO0001"), .leaf("Account", account.id.digits),
                ], namespace: namespace)
        case "AssumeRole", "AssumeRoleWithWebIdentity": return try assumeRole(input, in: &account)
        default:
            throw ServiceError(
                400, "InvalidAction", "Could not find operation \(input.action) for version \(input["Version"] ?? "")")
        }
    }

    private static func assumeRole(_ input: FormParameters, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        guard let role = input["RoleArn"].flatMap(ARN.init), role.resource.hasPrefix("role/") else {
            throw ServiceError(400, "ValidationError", "\(input["RoleArn"] ?? "") is invalid")
        }
        let session = input["RoleSessionName"] ?? "session"
        let seconds = input["DurationSeconds"].flatMap { Double($0) } ?? 3600
        let id = account.roles.role(arn: role.text)?.id ?? account.ids.uniqueID("AROA")
        let name = role.resource.dropFirst("role/".count).split(separator: "/").last.map(String.init) ?? ""
        // Any session signs with the account's own secret, so that signatures can be checked.
        return QueryReply.reply(
            input.action,
            [
                .node(
                    "Credentials",
                    [
                        .leaf("AccessKeyId", account.credentials.accessKeyID),
                        .leaf("SecretAccessKey", account.credentials.secretAccessKey),
                        .leaf("SessionToken", "simulated-session-\(account.ids.uuid())"),
                        .leaf("Expiration", WireTime.isoSeconds(account.now.addingTimeInterval(seconds))),
                    ]),
                .node(
                    "AssumedRoleUser",
                    [
                        .leaf("AssumedRoleId", "\(id):\(session)"),
                        .leaf(
                            "Arn",
                            "arn:\(role.partition):sts::\(role.account ?? account.id):assumed-role/\(name)/\(session)"),
                    ]),
            ], namespace: namespace)
    }
}
