import AWSModel

/// Whether a version can be copied now, and what its replica is.
enum ReplicationAttempt {
    enum Outcome {
        case replica(ObjectVersion)
        /// A failure code of 1.20.
        case failure(String)
    }

    static func outcome(
        of task: ReplicationTask, version: ObjectVersion, source: SimulatedBucket, in account: SimulatedAccount
    ) -> Outcome {
        guard let configuration = source.replication,
            let rule = configuration.rules.first(where: { $0.id == task.ruleID && $0.isEnabled })
        else { return .failure("SrcBucketReplicationConfigMissing") }
        guard let destination = account.buckets[task.destination] else { return .failure("DstBucketNotFound") }
        guard destination.versioning == .enabled else { return .failure("DstBucketUnversioned") }
        if let code = ReplicationRole.failure(
            configuration.role, source: source, destination: destination, task: task, rule: rule, version: version,
            in: account)
        {
            return .failure(code)
        }
        if version.retention != nil || version.legalHold, destination.objectLock == nil {
            return .failure("DstBucketObjectLockConfigMissing")
        }
        var replica = version
        replica.isReplica = true
        replica.copies = [:]
        // The retention of the source, else what the destination gives (1.15).
        if !version.isDeleteMarker, replica.retention == nil {
            replica.retention = destination.objectLock?.defaultRetention(from: account.now)
        }
        if let storageClass = rule.destination.storageClass { replica.storageClass = storageClass }
        if version.encryption.isKMS, !version.isDeleteMarker {
            // The codes tell a missing key from a disabled one at the destination alone.
            if account.keys.failure(of: version.encryption.kmsKeyID, in: source.region) != nil {
                return .failure("SrcKmsKeyInvalidState")
            }
            if let failure = account.keys.failure(of: rule.destination.replicaKMSKeyID, in: destination.region) {
                return .failure(failure == .notFound ? "DstKmsKeyNotFound" : "DstKmsKeyInvalidState")
            }
            replica.encryption.kmsKeyID = rule.destination.replicaKMSKeyID
        }
        return .replica(replica)
    }
}
