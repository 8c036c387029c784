package import AWSCore
package import AWSModel

extension S3 {
    /// The replication rules of a bucket; a bucket without answers 404 (1.1, 1.25).
    package struct GetBucketReplication: BucketSubresourceRead {
        package static let name = "GetBucketReplication"
        package static let permission: String? = "s3:GetReplicationConfiguration"
        package static let call = "s3:GetBucketReplication"
        package static let subresource = "replication"
        package static let root = "ReplicationConfiguration"

        package let bucket: String

        package init(bucket: String) { self.bucket = bucket }

        package static func read(_ document: XMLElement) throws(MalformedReply) -> ReplicationConfiguration {
            var rules: [ReplicationRule] = []
            for rule in document.all("Rule") { rules.append(try ReplicationRule(rule)) }
            return ReplicationConfiguration(role: try document.requiredText("Role"), rules: rules)
        }
    }
}
