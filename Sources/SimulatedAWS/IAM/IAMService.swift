import AWSCore
import AWSModel

/// Answers the calls of IAM that read and make roles and their policies.
enum IAMService {
    static let namespace = "https://iam.amazonaws.com/doc/2010-05-08/"

    static func respond(to request: SimulatedRequest, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let input = FormParameters(request)
        switch input.action {
        case "GetRole":
            return reply(input, [roleElement(try role(input, account))])
        case "ListRoles":
            let roles = account.roles.roles.values.sorted { $0.name < $1.name }
            return reply(
                input,
                [
                    .node("Roles", roles.map { .node("member", roleElement($0).children) }),
                    .leaf("IsTruncated", "false"),
                ])
        case "ListInstanceProfilesForRole":
            _ = try role(input, account)
            return reply(input, [.node("InstanceProfiles"), .leaf("IsTruncated", "false")])
        case "ListAttachedRolePolicies":
            let policies = try role(input, account).attachedPolicies.map { arn -> XMLElement in
                let name = arn.split(separator: "/").last.map(String.init) ?? arn
                return .node("member", [.leaf("PolicyName", name), .leaf("PolicyArn", arn)])
            }
            return reply(input, [.node("AttachedPolicies", policies), .leaf("IsTruncated", "false")])
        case "ListRolePolicies":
            let names = try role(input, account).inlinePolicies.keys.sorted()
            return reply(
                input, [.node("PolicyNames", names.map { .leaf("member", $0) }), .leaf("IsTruncated", "false")])
        case "GetRolePolicy":
            let role = try role(input, account)
            let name = input["PolicyName"] ?? ""
            guard let document = role.inlinePolicies[name] else {
                throw noSuchEntity("The role policy with name \(name) cannot be found.")
            }
            return reply(
                input,
                [
                    .leaf("RoleName", role.name), .leaf("PolicyName", name),
                    .leaf("PolicyDocument", PercentEncoding.encode(document)),
                ])
        case "GetPolicy": return reply(input, [policyElement(try policy(input, account), account)])
        case "ListPolicyVersions":
            let policy = try policy(input, account)
            return reply(
                input,
                [
                    .node(
                        "Versions",
                        [
                            .node(
                                "member",
                                [
                                    .leaf("VersionId", policy.versionID), .leaf("IsDefaultVersion", "true"),
                                    .leaf("CreateDate", WireTime.isoSeconds(policy.createdAt)),
                                ])
                        ]), .leaf("IsTruncated", "false"),
                ])
        case "GetPolicyVersion":
            let policy = try policy(input, account)
            guard input["VersionId"] == policy.versionID else {
                throw noSuchEntity("Policy version \(input["VersionId"] ?? "") does not exist or is not attachable.")
            }
            return reply(
                input,
                [
                    .node(
                        "PolicyVersion",
                        [
                            .leaf("Document", PercentEncoding.encode(policy.document)),
                            .leaf("VersionId", policy.versionID), .leaf("IsDefaultVersion", "true"),
                            .leaf("CreateDate", WireTime.isoSeconds(policy.createdAt)),
                        ])
                ])
        case "SimulatePrincipalPolicy": return try simulate(input, account)
        default: return try IAMChanges.respond(to: input, in: &account)
        }
    }

    /// Identity policies alone; a resource's own policy and conditions are not looked at.
    private static func simulate(_ input: FormParameters, _ account: SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let arn = input["PolicySourceArn"] ?? ""
        guard let role = account.roles.role(arn: arn) else {
            throw noSuchEntity("The entity \(arn) cannot be found.")
        }
        let documents = account.roles.documents(of: role)
        let resources = input.list("ResourceArns.member")
        let results = input.list("ActionNames.member").flatMap { action in
            (resources.isEmpty ? ["*"] : resources).map { resource -> XMLElement in
                let answers = documents.map { $0.answer(action, on: resource) }
                let decision =
                    answers.contains(.denied) ? "explicitDeny" : answers.contains(.allowed) ? "allowed" : "implicitDeny"
                return .node(
                    "member",
                    [
                        .leaf("EvalActionName", action), .leaf("EvalResourceName", resource),
                        .leaf("EvalDecision", decision), .node("MatchedStatements"), .node("MissingContextValues"),
                    ])
            }
        }
        return reply(input, [.node("EvaluationResults", results), .leaf("IsTruncated", "false")])
    }

    static func role(_ input: FormParameters, _ account: SimulatedAccount) throws(ServiceError) -> SimulatedRole {
        let name = input["RoleName"] ?? ""
        guard let role = account.roles.roles[name] else {
            throw noSuchEntity("The role with name \(name) cannot be found.")
        }
        return role
    }

    static func policy(_ input: FormParameters, _ account: SimulatedAccount) throws(ServiceError) -> ManagedPolicy {
        let arn = input["PolicyArn"] ?? ""
        guard let policy = account.roles.policies[arn] else {
            throw noSuchEntity("Policy \(arn) was not found.")
        }
        return policy
    }

    static func noSuchEntity(_ message: String) -> ServiceError { ServiceError(404, "NoSuchEntity", message) }

    static func reply(_ input: FormParameters, _ result: [XMLElement]?) -> HTTPResponse {
        QueryReply.reply(input.action, result, namespace: namespace)
    }

    static func roleElement(_ role: SimulatedRole) -> XMLElement {
        var children: [XMLElement] = [
            .leaf("Path", role.path), .leaf("RoleName", role.name), .leaf("RoleId", role.id),
            .leaf("Arn", role.arn.text), .leaf("CreateDate", WireTime.isoSeconds(role.createdAt)),
            .leaf("AssumeRolePolicyDocument", PercentEncoding.encode(role.trustPolicy)),
        ]
        if let description = role.description { children.append(.leaf("Description", description)) }
        children.append(.leaf("MaxSessionDuration", "3600"))
        return .node("Role", children)
    }

    static func policyElement(_ policy: ManagedPolicy, _ account: SimulatedAccount) -> XMLElement {
        let uses = account.roles.roles.values.count { $0.attachedPolicies.contains(policy.arn) }
        let path = policy.arn.split(separator: "/").dropFirst().dropLast().map { $0 + "/" }.joined()
        return .node(
            "Policy",
            [
                .leaf("PolicyName", policy.name), .leaf("PolicyId", policy.id), .leaf("Arn", policy.arn),
                .leaf("Path", "/" + path), .leaf("DefaultVersionId", policy.versionID),
                .leaf("AttachmentCount", "\(uses)"), .leaf("PermissionsBoundaryUsageCount", "0"),
                .leaf("IsAttachable", "true"), .leaf("CreateDate", WireTime.isoSeconds(policy.createdAt)),
                .leaf("UpdateDate", WireTime.isoSeconds(policy.createdAt)),
            ])
    }
}
