import AWSCore
import AWSModel
import AWSServices
import Posture

/// Reads the roles that replicate and back up, with all their policies: a hint of what will fail, not a proof (1.17).
struct RoleSurvey: Sendable {
    let reader: Reader
    let region: Region

    func roles(of buckets: [Bucket], backup: [BackupRegion], account: AccountID?) async -> [String: RoleReading] {
        var arns = Set(buckets.compactMap { $0.replication.value?.role })
        for plan in backup.flatMap({ $0.plans.value ?? [] }) {
            arns.formUnion((plan.selections.value ?? []).compactMap { $0.selection.value?.roleARN })
        }
        // A role of another account cannot be read from here, and a name alone could be another role here.
        let own = arns.filter { arn in
            guard let parsed = ARN(arn), parsed.resource.hasPrefix("role/") else { return false }
            return account == nil || parsed.account == account
        }.sorted()
        let read = await Fanout.map(own) { await role(named: String($0.split(separator: "/").last ?? "")) }
        return Dictionary(zip(own, read)) { first, _ in first }
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
