import AWSModel

/// What keeps a replica in another region from sufficing, each with the change that mends it (1.4, 1.9, 1.14-1.17).
struct ReplicationMend {
    let bucket: Bucket
    let rules: DestinationRules
    let destination: DestinationBucket
    let region: Region
    let account: AccountView
    /// As it is.
    let document: ReplicationDocument

    private let aim = "to be back within minutes"

    var steps: [Advice] {
        let settings = [versioning, objectLock, configuration, role, lifecycle].compactMap { $0 }
        return settings + [failed].compactMap { $0 }
    }

    private var versioning: Advice? {
        guard destination.versioning.isRead, destination.versioning.value?.isEnabled != true else { return nil }
        return .versioning(of: destination.name, "\(aim): versioning of \(destination.name), the destination")
    }

    private var objectLock: Advice? {
        guard bucket.objectLock.value?.enabled == true, destination.objectLock.isRead,
            destination.objectLock.value?.enabled != true
        else { return nil }
        return Advice(
            "\(aim): Object Lock on \(destination.name), for the bucket has it; it cannot be turned off again",
            call: "s3:PutObjectLockConfiguration",
            [
                "s3api", "put-object-lock-configuration", "--bucket", destination.name, "--object-lock-configuration",
                "ObjectLockEnabled=Enabled",
            ],
            TerraformBlock(resource: "aws_s3_bucket_object_lock_configuration", destination.name)
                .set("bucket", destination.name).set("object_lock_enabled", "Enabled"))
    }

    /// What of the rules themselves is to be changed, in one call.
    private var configuration: Advice? {
        var document = document
        var changes: [String] = []
        let unselected = rules.inForce.filter(needsKey)
        if !unselected.isEmpty {
            let key = "KEY_ARN_OF_\(region.name.uppercased().replacing("-", with: "_"))"
            document.edit({ rule in unselected.contains { $0.id == rule.id && $0.destination == rule.destination } }) {
                $0.kmsEncryptedObjects = .known(.enabled)
                $0.destination.replicaKMSKeyID = key
            }
            let names = unselected.map(\.label).joined(separator: ", ")
            changes.append("let rule \(names) select KMS objects, with a key of \(region)")
        }
        if rules.whole == nil, let narrow = document.rules.first(where: isOfThis) {
            let isUnderKey = bucket.encryption.value?.isKMS == true
            document.addWhole(to: narrow.destination, selectsKMS: isUnderKey || narrow.selectsKMSObjects)
            changes.append("add a rule for the whole bucket, behind those for parts of it")
        }
        guard !changes.isEmpty else { return nil }
        return document.advice(
            "\(aim): \(changes.joined(separator: ", and ")); what was written before needs S3 Batch Replication")
    }

    private func isOfThis(_ rule: ReplicationRule) -> Bool {
        rule.isEnabled && rule.destination.bucketName == destination.name
    }

    /// It leaves KMS objects out though the bucket encrypts so, or its key cannot be used.
    private func needsKey(_ rule: ReplicationRule) -> Bool {
        guard rule.selectsKMSObjects else { return bucket.encryption.value?.isKMS == true }
        let crosses = account.isCrossAccount(rules) ?? false
        switch ReplicaKey(of: rule, destinationRegion: region, crossAccount: crosses, in: account) {
        case .wrongRegion, .broken: return true
        case .usable, .stateUnread, .unread: return false
        }
    }

    private var role: Advice? {
        guard let home = bucket.region.value else { return nil }
        let role = ReplicationRoleAdvice(role: document.role, of: bucket, home: home, in: account)
        return role.step(in: account, aim: aim)
    }

    /// A lifecycle is put as a whole, and not all of it is read: no document is printed that might drop rules.
    private var lifecycle: Advice? {
        guard destination.lifecycle.isRead, bucket.lifecycle.isRead,
            let sooner = LifecycleComparison(
                source: bucket.lifecycle.value, destination: destination.lifecycle.value
            ).expiresSooner
        else { return nil }
        return Advice(
            "\(aim): a longer lifecycle of \(destination.name), which \(sooner); change the rule in what this prints, and "
                + "put it whole",
            call: "s3:PutBucketLifecycleConfiguration",
            ["s3api", "get-bucket-lifecycle-configuration", "--bucket", destination.name])
    }

    /// What failed is not tried again (1.18).
    private var failed: Advice? {
        guard ReplicationEvidence(rules, of: bucket, in: account).failure != nil, let caller = account.caller else {
            return nil
        }
        let source = JSONText.object([
            ("SourceBucket", .text(account.arn(ofBucket: bucket.name))), ("EnableManifestOutput", .truth(false)),
            (
                "Filter",
                .object([
                    ("EligibleForReplication", .truth(true)),
                    ("ObjectReplicationStatuses", .texts(["NONE", "FAILED"])),
                ])
            ),
        ])
        return Advice(
            "\(aim): then replicate again what failed, for that is not retried", call: "s3:CreateJob",
            [
                "s3control", "create-job", "--region", bucket.region.value?.name ?? "REGION", "--account-id",
                caller.digits, "--operation", #"{"S3ReplicateObject":{}}"#, "--report", #"{"Enabled":false}"#,
                "--manifest-generator", JSONText.object([("S3JobManifestGenerator", source)]).line, "--priority", "10",
                "--role-arn", "ROLE_ARN", "--no-confirmation-required",
            ])
    }
}
