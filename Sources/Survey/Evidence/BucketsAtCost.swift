import AWSModel
import Foundation
import Posture

/// The account's buckets whose protection costs something, each with its region, sorted by name.
struct BucketsAtCost {
    let buckets: [(name: String, region: Region)]

    init(_ inventory: Inventory, now: Date) {
        let account = AccountView(inventory, now: now)
        var replicated: Set<String> = []
        for bucket in inventory.buckets {
            guard let rules = bucket.replication.value?.rules, !rules.isEmpty else { continue }
            replicated.insert(bucket.name)
            replicated.formUnion(rules.map(\.destination.bucketName))
        }
        buckets = account.resources.compactMap { resource in
            guard let bucket = account.bucket(resource), let region = bucket.region.value else { return nil }
            let isBackedUp =
                !account.vaults.copies(of: resource.arn).isEmpty || !account.coverage(of: resource).plans.isEmpty
            return isBackedUp || replicated.contains(bucket.name) ? (name: bucket.name, region: region) : nil
        }
    }
}
