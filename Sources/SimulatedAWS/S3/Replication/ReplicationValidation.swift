import AWSCore
import AWSModel

/// What `PutBucketReplication` refuses (1.2-1.4, 1.9, 1.11, 1.14); keys and roles it does not look at.
enum ReplicationValidation {
    /// The configuration, each rule with an identifier.
    static func accept(_ document: XMLElement, for bucket: SimulatedBucket, in account: SimulatedAccount)
        throws(ServiceError) -> ReplicationConfiguration
    {
        var configuration = try ReplicationDocument.read(document)
        try check(configuration, for: bucket, in: account)
        for index in configuration.rules.indices where configuration.rules[index].id == nil {
            let seed = Digest.sha256(Array("\(bucket.name) rule \(index)".utf8))
            configuration.rules[index].id = String(Digest.hex(seed).prefix(48))
        }
        return configuration
    }

    static func check(
        _ configuration: ReplicationConfiguration, for bucket: SimulatedBucket, in account: SimulatedAccount
    )
        throws(ServiceError)
    {
        guard bucket.versioning == .enabled else {
            throw S3Error.invalidRequest(
                "Versioning must be 'Enabled' on the bucket to apply a replication configuration")
        }
        guard ARN(configuration.role)?.service == "iam" else {
            throw S3Error.invalidArgument("Invalid Role ARN", "Role", configuration.role)
        }
        guard configuration.rules.count <= 1000 else { throw S3Error.invalidRequest("Too many rules: at most 1000") }
        try checkTogether(configuration.rules)
        for rule in configuration.rules {
            try checkSchema(rule)
            try checkEncryption(rule)
            try checkTime(rule)
            try checkDestination(rule.destination, of: bucket, in: account)
        }
    }

    private static func checkTogether(_ rules: [ReplicationRule]) throws(ServiceError) {
        guard Set(rules.map(\.isV2)).count == 1 else {
            throw S3Error.invalidRequest(
                "Filter must be specified in all rules or in none: the versions of the schema cannot be mixed")
        }
        let ids = rules.compactMap(\.id)
        guard Set(ids).count == ids.count else {
            throw S3Error.invalidArgument(
                "Rule ID must be unique. Found same ID for more than one rule", "ID", ids.joined(separator: ", "))
        }
        let priorities = rules.compactMap(\.priority)
        guard Set(priorities).count == priorities.count else {
            throw S3Error.invalidRequest("Priority must be unique for each rule of a replication configuration")
        }
        if rules.contains(where: { !$0.isV2 }), Set(rules.map(\.destination.bucket)).count > 1 {
            throw S3Error.invalidRequest("Number of distinct destination bucket ARNs cannot exceed 1")
        }
    }

    private static func checkSchema(_ rule: ReplicationRule) throws(ServiceError) {
        let version =
            "for this version of Cross Region Replication configuration schema. "
            + "Please refer to S3 Developer Guide for more information."
        if rule.isV2 {
            guard rule.priority != nil else { throw S3Error.invalidRequest("Priority must be specified \(version)") }
            guard let markers = rule.deleteMarkerReplication else {
                throw S3Error.invalidRequest("DeleteMarkerReplication must be specified \(version)")
            }
            if markers == .known(.enabled), rule.filter?.tags.isEmpty == false {
                throw S3Error.invalidRequest(
                    "Delete marker replication is not supported if any Tag filter is specified. "
                        + "Please refer to S3 Developer Guide for more information.")
            }
        } else {
            let forbidden: [(String, Bool)] = [
                ("DeleteMarkerReplication", rule.deleteMarkerReplication != nil), ("Priority", rule.priority != nil),
                ("ReplicaModifications", rule.replicaModifications != nil),
                ("ReplicationTime", rule.destination.replicationTimeMinutes != nil),
                ("Metrics", rule.destination.metricsEnabled),
            ]
            if let (name, _) = forbidden.first(where: \.1) {
                throw S3Error.invalidRequest("\(name) cannot be used \(version)")
            }
        }
    }

    private static func checkEncryption(_ rule: ReplicationRule) throws(ServiceError) {
        let selects = rule.kmsEncryptedObjects == .known(.enabled)
        if selects, rule.destination.replicaKMSKeyID == nil {
            throw S3Error.invalidRequest(
                "ReplicaKmsKeyID must be specified if SseKmsEncryptedObjects tag is present.")
        }
        if !selects, rule.destination.replicaKMSKeyID != nil {
            throw S3Error.invalidRequest(
                "SseKmsEncryptedObjects must be enabled if EncryptionConfiguration is present.")
        }
    }

    private static func checkTime(_ rule: ReplicationRule) throws(ServiceError) {
        guard let minutes = rule.destination.replicationTimeMinutes else { return }
        guard minutes == 15 else { throw S3Error.invalidRequest("ReplicationTime: only 15 minutes are supported") }
        guard rule.destination.metricsEnabled else {
            throw S3Error.invalidRequest("Metrics must be enabled if ReplicationTime is enabled")
        }
    }

    private static func checkDestination(
        _ destination: ReplicationDestination, of source: SimulatedBucket, in account: SimulatedAccount
    ) throws(ServiceError) {
        guard ARN(destination.bucket)?.service == "s3" else {
            throw S3Error.invalidArgument("Invalid bucket ARN", "Bucket", destination.bucket)
        }
        guard let bucket = account.buckets[destination.bucketName] else {
            throw S3Error.invalidRequest("Destination bucket must exist.")
        }
        guard bucket.name != source.name else {
            throw S3Error.invalidRequest("Destination bucket cannot be the same as the source bucket.")
        }
        guard bucket.versioning == .enabled else {
            throw S3Error.invalidRequest("Destination bucket must have versioning enabled.")
        }
        if destination.owner != nil, destination.account == nil {
            throw S3Error.invalidRequest("Account must be specified if AccessControlTranslation is present.")
        }
    }
}
