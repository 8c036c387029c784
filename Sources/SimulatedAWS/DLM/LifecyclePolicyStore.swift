package import AWSModel
package import Foundation

/// The lifecycle policies of an account, by region and id.
package struct LifecyclePolicyStore: Sendable {
    package internal(set) var policies: [Region: [String: SimulatedLifecyclePolicy]] = [:]
    private var ids = SequenceOfIDs(seed: "dlm")

    func sorted(in region: Region) -> [SimulatedLifecyclePolicy] {
        (policies[region] ?? [:]).values.sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
    }

    @discardableResult
    package mutating func add(
        _ description: String, details: JSONText, roleARN: String, in region: Region, account: AccountID, at now: Date
    ) -> SimulatedLifecyclePolicy {
        let id = "policy-0" + ids.uuid().filter { $0 != "-" }.prefix(16)
        let policy = SimulatedLifecyclePolicy(
            id: id, region: region,
            arn: ARN(
                partition: region.partition, service: "dlm", region: region, account: account, resource: "policy/" + id),
            createdAt: now, changedAt: now, description: description, roleARN: roleARN, details: details, ranUntil: now)
        policies[region, default: [:]][id] = policy
        return policy
    }

    package mutating func update(
        _ id: String, in region: Region, _ change: (inout SimulatedLifecyclePolicy) -> Void
    ) {
        guard var policy = policies[region]?[id] else { return }
        change(&policy)
        policies[region]?[id] = policy
    }
}
