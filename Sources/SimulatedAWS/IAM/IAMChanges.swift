import AWSCore
import AWSModel

/// The calls of IAM that change roles and policies.
enum IAMChanges {
    static func respond(to input: FormParameters, in account: inout SimulatedAccount) throws(ServiceError)
        -> HTTPResponse
    {
        switch input.action {
        case "CreateRole":
            let name = input["RoleName"] ?? ""
            guard account.roles.roles[name] == nil else {
                throw ServiceError(409, "EntityAlreadyExists", "Role with name \(name) already exists.")
            }
            let trust = input["AssumeRolePolicyDocument"] ?? ""
            guard PolicyDocument(trust) != nil else { throw malformed }
            let role = account.createRole(
                name, path: input["Path"] ?? "/", trust: trust, description: input["Description"])
            return IAMService.reply(input, [IAMService.roleElement(role)])
        case "DeleteRole":
            let role = try IAMService.role(input, account)
            guard role.inlinePolicies.isEmpty, role.attachedPolicies.isEmpty else {
                throw ServiceError(
                    409, "DeleteConflict", "Cannot delete entity, must remove policies from role first.")
            }
            account.roles.roles[role.name] = nil
        case "UpdateAssumeRolePolicy":
            let role = try IAMService.role(input, account)
            account.roles.roles[role.name]?.trustPolicy = input["PolicyDocument"] ?? ""
        case "PutRolePolicy":
            let role = try IAMService.role(input, account)
            guard let document = input["PolicyDocument"], PolicyDocument(document) != nil else { throw malformed }
            account.roles.roles[role.name]?.inlinePolicies[input["PolicyName"] ?? ""] = document
        case "DeleteRolePolicy":
            let role = try IAMService.role(input, account)
            account.roles.roles[role.name]?.inlinePolicies[input["PolicyName"] ?? ""] = nil
        case "AttachRolePolicy":
            let role = try IAMService.role(input, account)
            let policy = try IAMService.policy(input, account)
            if !role.attachedPolicies.contains(policy.arn) {
                account.roles.roles[role.name]?.attachedPolicies.append(policy.arn)
            }
        case "DetachRolePolicy":
            let role = try IAMService.role(input, account)
            account.roles.roles[role.name]?.attachedPolicies.removeAll { $0 == input["PolicyArn"] }
        case "CreatePolicy": return try createPolicy(input, in: &account)
        case "DeletePolicy":
            let policy = try IAMService.policy(input, account)
            account.roles.policies[policy.arn] = nil
        default:
            throw ServiceError(
                400, "InvalidAction", "Could not find operation \(input.action) for version \(input["Version"] ?? "")")
        }
        return IAMService.reply(input, nil)
    }

    private static func createPolicy(_ input: FormParameters, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let name = input["PolicyName"] ?? ""
        let arn = "arn:\(account.partition):iam::\(account.id):policy\(input["Path"] ?? "/")\(name)"
        guard account.roles.policies[arn] == nil else {
            throw ServiceError(409, "EntityAlreadyExists", "A policy called \(name) already exists.")
        }
        guard let document = input["PolicyDocument"], PolicyDocument(document) != nil else { throw malformed }
        let policy = ManagedPolicy(
            name: name, arn: arn, id: account.ids.uniqueID("ANPA"), versionID: "v1", createdAt: account.now,
            document: document)
        account.roles.policies[arn] = policy
        return IAMService.reply(input, [IAMService.policyElement(policy, account)])
    }

    private static let malformed = ServiceError(
        400, "MalformedPolicyDocument", "This policy contains invalid Json")
}

extension SimulatedAccount {
    @discardableResult
    package mutating func createRole(
        _ name: String, path: String = "/", trust: String, description: String? = nil
    ) -> SimulatedRole {
        let role = SimulatedRole(
            name: name, arn: ARN(partition: partition, service: "iam", account: id, resource: "role\(path)\(name)"),
            id: ids.uniqueID("AROA"), path: path, createdAt: now, trustPolicy: trust, description: description)
        roles.roles[name] = role
        return role
    }
}
