import AWSCore
import AWSModel
import AWSServices
import Posture

/// Reads the snapshot policies of a region, custom and default ones, with their documents (3.6).
struct SnapshotPolicySurvey: Sendable {
    let reader: Reader
    let region: Region
    let mentions: Mentions

    /// A value only when both listings were read: a policy that is missing would read as no snapshots.
    func policies() async -> Reading<[SnapshotPolicyContents]> {
        async let custom = reader.read(DLM.GetLifecyclePolicies(), in: region)
        async let defaults = reader.read(DLM.GetLifecyclePolicies(defaultPolicyType: .all), in: region)
        let listings = await [custom, defaults]
        if let unread = listings.first(where: { !$0.isRead }) { return unread.map { _ in [] } }
        let ids = Set(listings.flatMap { $0.value ?? [] }.map(\.id))
        let read = await Fanout.map(ids.sorted()) { id in
            let policy = await reader.read(
                DLM.GetLifecyclePolicy(policyID: id), in: region, absentCodes: ["ResourceNotFoundException"])
            await mentions.follow(policy)
            return SnapshotPolicyContents(id: id, policy: policy)
        }
        return listings[0].map { _ in read }
    }
}
