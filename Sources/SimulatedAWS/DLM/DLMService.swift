import AWSCore
import AWSModel
import Foundation

/// Answers the calls of Data Lifecycle Manager; times are ISO 8601 there.
enum DLMService {
    private static let routes: [RESTRoute] = [
        RESTRoute("GetLifecyclePolicies", .get, "/policies"),
        RESTRoute("CreateLifecyclePolicy", .post, "/policies"),
        RESTRoute("GetLifecyclePolicy", .get, "/policies/{policyId}"),
        RESTRoute("DeleteLifecyclePolicy", .delete, "/policies/{policyId}"),
        RESTRoute("ListTagsForResource", .get, "/tags/{resourceArn}"),
    ]

    static func operation(of request: SimulatedRequest) -> String? { routes.match(request)?.operation }

    static func respond(to request: SimulatedRequest, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        guard let (operation, labels) = routes.match(request) else {
            throw ServiceError(
                404, "UnknownOperationException", "DLM has no operation \(request.method.rawValue) \(request.path)")
        }
        let region = request.region
        switch operation {
        case "GetLifecyclePolicies":
            let found = account.lifecyclePolicies.sorted(in: region).filter { isAsked($0, request) }
            return reply(["Policies": .array(found.map { .object(summary($0)) })])
        case "CreateLifecyclePolicy": return try create(request, in: &account)
        case "GetLifecyclePolicy":
            let policy = try policy(labels["policyId"] ?? "", region, account)
            return reply(["Policy": .object(document(policy))])
        case "DeleteLifecyclePolicy":
            let policy = try policy(labels["policyId"] ?? "", region, account)
            account.lifecyclePolicies.policies[region]?[policy.id] = nil
            return reply([:])
        default:
            let arn = ARN(labels["resourceArn"] ?? "")
            let id = arn.map { String($0.resource.dropFirst("policy/".count)) } ?? ""
            return reply(["Tags": tags(try policy(id, region, account).tags)])
        }
    }

    /// Without `defaultPolicyType` the account's default policies are left out.
    private static func isAsked(_ policy: SimulatedLifecyclePolicy, _ request: SimulatedRequest) -> Bool {
        func values(_ name: String) -> [String] { request.query.filter { $0.name == name }.compactMap(\.value) }
        let ids = values("policyIds")
        let types = values("resourceTypes")
        let targets = values("targetTags")
        if let type = request.queryValue("defaultPolicyType") {
            guard policy.isDefault, type == "ALL" || .string(type) == policy.details["ResourceType"] else {
                return false
            }
        } else if policy.isDefault {
            return false
        }
        if !ids.isEmpty, !ids.contains(policy.id) { return false }
        if let state = request.queryValue("state"), state != policy.state { return false }
        let ownTypes = policy.details["ResourceTypes"]?.elements ?? []
        if !types.isEmpty, !ownTypes.contains(where: { types.contains($0.text ?? "") }) { return false }
        let ownTargets = (policy.details["TargetTags"]?.elements ?? []).map {
            "\($0["Key"]?.text ?? "")=\($0["Value"]?.text ?? "")"
        }
        return targets.isEmpty || ownTargets.contains(where: targets.contains)
    }

    private static func create(_ request: SimulatedRequest, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let input = try JSONInput(request.body)
        let defaultType = input.string("DefaultPolicy")
        guard let role = input.string("ExecutionRoleArn"), let description = input.string("Description"),
            let state = input.string("State"), ["ENABLED", "DISABLED"].contains(state)
        else { throw invalid("ExecutionRoleArn, Description and State are required") }
        var details = input.document("PolicyDetails") ?? .object([:])
        if let defaultType {
            // A default policy has its settings at the top level, and tells them in its details.
            details = .object(
                JSONText.members([
                    "PolicyLanguage": .string("SIMPLIFIED"), "ResourceType": .string(defaultType),
                    "PolicyType": .string("EBS_SNAPSHOT_MANAGEMENT"),
                    "CreateInterval": .integer(input.integer("CreateInterval") ?? 1),
                    "RetainInterval": .integer(input.integer("RetainInterval") ?? 7),
                    "CopyTags": .bool(input.bool("CopyTags") ?? false),
                    "CrossRegionCopyTargets": input.document("CrossRegionCopyTargets"),
                    "Exclusions": input.document("Exclusions"),
                ]))
        } else if case .object(var members) = details {
            guard details["Schedules"] != nil || details["EventSource"] != nil else {
                throw invalid("PolicyDetails must have Schedules or an EventSource")
            }
            members["PolicyType"] = members["PolicyType"] ?? .string("EBS_SNAPSHOT_MANAGEMENT")
            details = .object(members)
        }
        let made = account.lifecyclePolicies.add(
            description, details: details, roleARN: role, in: request.region, account: account.id, at: account.now)
        account.lifecyclePolicies.update(made.id, in: request.region) { policy in
            policy.state = state
            policy.isDefault = defaultType != nil
            policy.tags = input.map("Tags")
        }
        return reply(["PolicyId": .string(made.id)])
    }

    private static func policy(_ id: String, _ region: Region, _ account: SimulatedAccount)
        throws(ServiceError) -> SimulatedLifecyclePolicy
    {
        guard let policy = account.lifecyclePolicies.policies[region]?[id] else {
            throw error(404, "ResourceNotFoundException", "Policies with IDs \(id) were not found.")
        }
        return policy
    }

    private static func summary(_ policy: SimulatedLifecyclePolicy) -> [String: JSONText] {
        [
            "PolicyId": .string(policy.id), "Description": .string(policy.description),
            "State": .string(policy.state), "Tags": tags(policy.tags),
            "PolicyType": policy.details["PolicyType"] ?? .string("EBS_SNAPSHOT_MANAGEMENT"),
            "DefaultPolicy": .bool(policy.isDefault),
        ]
    }

    private static func document(_ policy: SimulatedLifecyclePolicy) -> [String: JSONText] {
        JSONText.members([
            "PolicyId": .string(policy.id), "PolicyArn": .string(policy.arn.text),
            "Description": .string(policy.description), "State": .string(policy.state),
            "StatusMessage": policy.statusMessage.map { .string($0) }, "ExecutionRoleArn": .string(policy.roleARN),
            "DateCreated": .string(WireTime.isoSeconds(policy.createdAt)),
            "DateModified": .string(WireTime.isoSeconds(policy.changedAt)), "PolicyDetails": policy.details,
            "Tags": tags(policy.tags), "DefaultPolicy": .bool(policy.isDefault),
        ])
    }

    private static func tags(_ tags: [String: String]) -> JSONText { .object(tags.mapValues { .string($0) }) }

    private static func invalid(_ message: String) -> ServiceError { error(400, "InvalidRequestException", message) }

    private static func error(_ status: Int, _ code: String, _ message: String) -> ServiceError {
        ServiceError(status, code, message, details: [.leaf("Code", code), .leaf("Message", message)])
    }

    private static func reply(_ members: [String: JSONText]) -> HTTPResponse {
        HTTPResponse(
            status: 200, headers: ["Content-Type": "application/json"], body: JSONText.bytes(members))
    }
}
