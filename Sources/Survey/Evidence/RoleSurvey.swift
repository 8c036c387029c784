import AWSCore
import AWSModel
import AWSServices
import Posture

/// Reads the roles that replicate and back up, each once with all its policies: a hint of what will fail, not a proof
/// (1.17).
struct RoleSurvey: Sendable {
    let reader: Reader
    let region: Region
    let caller: CallerSurvey
    private let looked = ReadOnce<String, RoleReading>()

    init(reader: Reader, region: Region, caller: CallerSurvey) {
        self.reader = reader
        self.region = region
        self.caller = caller
    }

    /// By ARN, as far as they are read.
    var roles: [String: RoleReading] { looked.known }

    func isBegun(_ arn: String) -> Bool { looked.isBegun(arn) }

    func role(_ arn: String?) async {
        // A role of another account cannot be read from here, and a name alone could be another role here.
        guard let arn, let parsed = ARN(arn), parsed.resource.hasPrefix("role/") else { return }
        if let account = await caller.identity().value?.account, account != parsed.account { return }
        await looked.begin(arn) { await role(named: String(arn.split(separator: "/").last ?? "")) }
    }

    private func role(named name: String) async -> RoleReading {
        let role = await reader.read(IAM.GetRole(name: name), in: region, absentCodes: ["NoSuchEntity"])
        guard role.value != nil else {
            return RoleReading(
                role: role,
                policies: Reading(.notRead, call: IAM.ListAttachedRolePolicies.call, region: region, at: role.at))
        }
        async let inline = inlinePolicies(of: name)
        async let attached = attachedPolicies(of: name)
        let parts = await [inline, attached]
        if let unread = parts.first(where: { !$0.isRead }) { return RoleReading(role: role, policies: unread) }
        let policies = parts.flatMap { $0.value ?? [] }
        return RoleReading(role: role, policies: parts[1].map { _ in policies })
    }

    private func inlinePolicies(of role: String) async -> Reading<[RolePolicy]> {
        let names: Reading<[String]> = await reader.readAll(IAM.ListRolePolicies(roleName: role), in: region)
        let read = await Fanout.map(names.value ?? []) { name in
            await reader.read(IAM.GetRolePolicy(roleName: role, policyName: name), in: region)
        }
        return Self.joined(read, listing: names)
    }

    private func attachedPolicies(of role: String) async -> Reading<[RolePolicy]> {
        let listing: Reading<[RolePolicy]> = await reader.readAll(
            IAM.ListAttachedRolePolicies(roleName: role), in: region)
        let read = await Fanout.map(listing.value ?? []) { await document(of: $0) }
        return Self.joined(read, listing: listing)
    }

    private func document(of policy: RolePolicy) async -> Reading<RolePolicy> {
        guard let arn = policy.arn else {
            return Reading(.notRead, call: IAM.GetPolicy.call, region: region, at: reader.now())
        }
        let managed = await reader.read(IAM.GetPolicy(policyARN: arn), in: region)
        guard let version = managed.value?.defaultVersionID else { return managed.map { _ in policy } }
        let document = await reader.read(IAM.GetPolicyVersion(policyARN: arn, versionID: version), in: region)
        return document.map { RolePolicy(name: policy.name, arn: arn, document: $0.document) }
    }

    /// All documents where each was read, else the first that was not.
    private static func joined<Listed>(
        _ documents: [Reading<RolePolicy>], listing: Reading<[Listed]>
    ) -> Reading<[RolePolicy]> {
        if let unread = documents.first(where: { !$0.isRead }) { return unread.map { [$0] } }
        return listing.map { _ in documents.compactMap(\.value) }
    }
}
