import AWSModel

/// Whether the role of a configuration may do what a copy needs (1.16, 1.17).
enum ReplicationRole {
    /// A failure code of 1.20; nil when nothing is in the way.
    static func failure(
        _ roleARN: String, source: SimulatedBucket, destination: SimulatedBucket, task: ReplicationTask,
        rule: ReplicationRule, version: ObjectVersion, in account: SimulatedAccount
    ) -> String? {
        guard let role = account.roles.role(arn: roleARN),
            PolicyDocument(role.trustPolicy)?.trusts("s3.amazonaws.com") == true
        else { return "AssumeRoleNotPermitted" }
        let original = "\(source.arn)/\(task.key)"
        let replica = "\(destination.arn)/\(task.key)"
        func may(_ action: String, _ resource: String) -> Bool { account.roles.allows(role, action, on: resource) }

        guard may("s3:GetReplicationConfiguration", source.arn.text), may("s3:ListBucket", source.arn.text) else {
            return "AssumeRoleNotPermitted"
        }
        if version.isDeleteMarker {
            return may("s3:ReplicateDelete", replica) ? nil : "DstDelObjNotPermitted"
        }
        // The plain right to read a version does not do for objects under KMS.
        let reads =
            may("s3:GetObjectVersionForReplication", original)
            || (!version.encryption.isKMS && may("s3:GetObjectVersion", original))
        guard reads else { return "SrcGetObjectNotPermitted" }
        guard may("s3:GetObjectVersionAcl", original) else { return "SrcGetAclNotPermitted" }
        guard may("s3:ReplicateObject", replica) else { return "DstPutObjectNotPermitted" }
        if !version.tags.isEmpty {
            guard may("s3:GetObjectVersionTagging", original) else { return "SrcGetTaggingNotPermitted" }
            guard may("s3:ReplicateTags", replica) else { return "DstPutTaggingNotPermitted" }
        }
        if version.encryption.isKMS {
            guard may("kms:Decrypt", version.encryption.kmsKeyID ?? "*") else { return "SrcGetObjectNotPermitted" }
            guard may("kms:Encrypt", rule.destination.replicaKMSKeyID ?? "*") else { return "DstPutObjectNotPermitted" }
        }
        if destination.owner != account.id {
            let policy = destination.policy.flatMap(PolicyDocument.init)
            guard policy?.answer("s3:ReplicateObject", on: replica, for: roleARN) == .allowed else {
                return "DstPutObjectNotPermitted"
            }
        }
        return nil
    }
}
