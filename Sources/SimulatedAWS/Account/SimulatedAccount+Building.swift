package import AWSCore
package import AWSModel
package import Foundation

/// Lays an account out without the wire, as tests and the demo do; what AWS would refuse is not checked.
extension SimulatedAccount {
    package mutating func createBucket(
        _ name: String, in region: Region, versioning: BucketVersioning.Status? = nil, owner: AccountID? = nil,
        tags: [String: String] = [:]
    ) {
        var bucket = SimulatedBucket(name: name, region: region, owner: owner ?? id, createdAt: now)
        bucket.versioning = versioning
        buckets[name] = bucket
        if !tags.isEmpty { setTags(tags, on: name) }
    }

    package mutating func deleteBucket(_ name: String) {
        guard var bucket = buckets.removeValue(forKey: name) else { return }
        bucket.objects.removeAll(at: now)
        formerObjects[name] = bucket.objects
    }

    package mutating func updateBucket(_ name: String, _ change: (inout SimulatedBucket) -> Void) {
        guard var bucket = buckets.removeValue(forKey: name) else { return }
        change(&bucket)
        buckets[name] = bucket
    }

    package mutating func setTags(_ tags: [String: String], on name: String) {
        guard !tags.isEmpty else {
            buckets[name]?.documents[.tagging] = nil
            return
        }
        let rows = tags.sorted { $0.key < $1.key }.map { Tag(key: $0.key, value: $0.value).element }
        buckets[name]?.documents[.tagging] = .node("Tagging", [.node("TagSet", rows)])
    }

    package mutating func setEventBridge(_ isOn: Bool, on name: String) {
        buckets[name]?.documents[.notification] = .node(
            "NotificationConfiguration", isOn ? [.node("EventBridgeConfiguration")] : [])
    }

    package mutating func setReplication(_ configuration: ReplicationConfiguration?, of name: String) {
        buckets[name]?.replication = configuration
    }

    /// Rules as XML, as `PutBucketLifecycleConfiguration` takes them.
    package mutating func setLifecycle(_ rules: [XMLElement], of name: String) {
        buckets[name]?.documents[.lifecycle] = .node("LifecycleConfiguration", rules)
    }

    /// A key with an alias, `alias/media`.
    @discardableResult
    package mutating func createKey(alias: String, in region: Region, multiRegion: Bool = false) -> ARN {
        let key = keys.create(
            id: ids.uuid(), in: region, account: id, at: now, description: alias, multiRegion: multiRegion)
        keys.setAlias("alias/" + alias, in: region, to: key.metadata.arn)
        return key.metadata.arn
    }

    package mutating func setKeyState(_ state: KeyMetadata.State, of arn: ARN, deletionDate: Date? = nil) {
        keys.update(arn) {
            $0.state = state
            $0.deletionDate = deletionDate
        }
    }

    /// A role that a service may assume, with one inline policy that allows actions on everything.
    @discardableResult
    package mutating func createServiceRole(
        _ name: String, for service: String, path: String = "/", allowing actions: [String] = [],
        attaching policies: [String] = []
    ) -> ARN {
        let trust =
            #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"\#(service)"},"#
            + #""Action":"sts:AssumeRole"}]}"#
        let role = createRole(name, path: path, trust: trust)
        if !actions.isEmpty {
            let list = actions.map { "\"\($0)\"" }.joined(separator: ",")
            roles.roles[name]?.inlinePolicies["permissions"] =
                #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[\#(list)],"Resource":"*"}]}"#
        }
        roles.roles[name]?.attachedPolicies = policies
        return role.arn
    }

    /// A role with all that replication needs (1.17).
    @discardableResult
    package mutating func createReplicationRole(_ name: String) -> ARN {
        createServiceRole(
            name, for: "s3.amazonaws.com",
            allowing: [
                "s3:GetReplicationConfiguration", "s3:ListBucket", "s3:GetObjectVersionForReplication",
                "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging", "s3:GetObjectRetention",
                "s3:GetObjectLegalHold", "s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags",
                "s3:ObjectOwnerOverrideToBucketOwner", "kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey",
            ])
    }

    package mutating func addResource(_ resource: SimulatedResource, in region: Region) {
        resources[region, default: []].append(resource)
    }
}
