import AWSCore
import AWSModel
import AWSServices
import Foundation
import Recovery

extension Preflight {
    /// The checks of a restore by AWS Backup.
    func restore(
        of point: String, _ resource: String, _ type: String, _ role: String, _ metadata: [String: String],
        in region: Region
    ) async -> [PreflightCheck] {
        func value(_ names: String...) -> String? {
            let wanted = names.map { $0.lowercased() }
            return metadata.first { wanted.contains($0.key.lowercased()) && !$0.value.isEmpty }?.value
        }
        var checks = await recoveryPoint(point, of: resource, in: region)
        checks.append(await otherRestores(of: point, in: region))
        checks += await roleChecks(
            role, trusting: "backup.amazonaws.com", .toRestore(Self.actionsToRestore(type)), region)
        if let key = value("KMSKey", "KmsKeyId", "kmsMasterKeyArn") { checks.append(await self.key(key, in: region)) }
        switch type {
        case "S3":
            let isNew = value("NewBucket")?.lowercased() == "true"
            checks += await bucket(value("DestinationBucketName") ?? "", isNew: isNew, in: region)
        case "DynamoDB": checks.append(await freeTable(value("targetTableName") ?? "", in: region))
        case "RDS" where value("dbClusterIdentifier") == nil:
            checks.append(await freeInstance(value("DBInstanceIdentifier") ?? "", in: region))
            checks.append(await quota("DBInstances", in: region))
            checks += await network(metadata, in: region)
        case "RDS", "Aurora", "DocumentDB", "Neptune":
            checks.append(await freeCluster(value("dbClusterIdentifier") ?? "", in: region))
            checks.append(await quota("DBClusters", in: region))
            checks += await network(metadata, in: region)
        case "EBS": checks.append(await zone(value("availabilityZone") ?? "", in: region))
        case "EFS" where value("newFileSystem") == "false":
            checks.append(await fileSystem(value("file-system-id") ?? "", in: region))
        default: break
        }
        return checks
    }

    /// Two restores into the same place hinder each other, and both are paid for.
    private func otherRestores(of point: String, in region: Region) async -> PreflightCheck {
        let title = "nothing restores it already"
        return await asked(title, [region]) { () async throws(AWSError) in
            // A restore that takes longer than a month is none that anybody waits for.
            let since = now().addingTimeInterval(-30 * 86_400)
            let running = try await client.all(Backup.ListRestoreJobs(createdAfter: since), in: region).filter { job in
                job.recoveryPointARN == point && [.known(.pending), .known(.running)].contains(job.status)
            }
            return running.isEmpty
                ? .passed(title, "no job of this recovery point is running", [region])
                : .warning(
                    title, "running: \(running.map(\.id).sorted().joined(separator: ", "))",
                    "Ask who started it: this would be another one.", [region])
        }
    }

    /// The recovery point is there, whole, not about to go, and not in cold storage; its vault is in order (2.9, 2.13).
    private func recoveryPoint(_ arn: String, of resource: String, in region: Region) async -> [PreflightCheck] {
        let title = "recovery point can be restored"
        var vaultName: String?
        var checks = [
            await asked(title, [region]) { () async throws(AWSError) in
                let rows = try await client.all(
                    Backup.ListRecoveryPointsByResource(resourceARN: resource), in: region)
                guard let name = rows.first(where: { $0.arn.text == arn })?.vaultName else {
                    return .failed(
                        title, "\(region) lists no such recovery point of \(resource)",
                        "Choose another one: this one has expired, or lies in another region.", [region])
                }
                vaultName = name
                let point = try await client.send(
                    Backup.DescribeRecoveryPoint(vaultName: name, recoveryPointARN: arn), in: region)
                return state(of: point, title, region)
            }
        ]
        if let vaultName { checks.append(await vault(vaultName, in: region)) }
        return checks
    }

    private func state(of point: RecoveryPoint, _ title: String, _ region: Region) -> PreflightCheck {
        let word = point.status?.wire ?? "in no known state"
        switch point.status {
        case .known(.completed), .known(.available): break
        case .known(.partial), .known(.expired), .known(.stopped):
            return .warning(
                title, "it is \(word)" + (point.statusMessage.map { ": \($0)" } ?? ""),
                "It can be restored, and may lack something or go at any time: prefer a COMPLETED one.", [region])
        case .known(.creating), .known(.deleting):
            return .failed(title, "it is \(word)", "Choose another recovery point.", [region])
        case .other, nil:
            return PreflightCheck(name: title, result: .unknown, detail: "it is \(word)", dependsOn: [region])
        }
        if point.storageClass == "COLD" {
            return .warning(
                title, "it is in cold storage", "It takes hours longer, and costs more: a warm one is quicker.",
                [region])
        }
        if let expiry = point.calculatedLifecycle?.deleteAt, expiry.timeIntervalSince(now()) < 86_400 {
            return .warning(
                title, "it expires \(WireDate.iso8601(expiry))", "Restore at once, or choose one that is kept longer.",
                [region])
        }
        return .passed(title, word, [region])
    }

    private func vault(_ name: String, in region: Region) async -> PreflightCheck {
        let title = "vault is available"
        return await asked(title, [region]) { () async throws(AWSError) in
            let vault = try await client.send(Backup.DescribeBackupVault(vaultName: name), in: region)
            if let state = vault.state, state != .known(.available) {
                return .failed(title, "\(name) is \(state.wire)", "Wait until it is AVAILABLE.", [region])
            }
            if let lock = vault.lockDate, lock > now() {
                return .warning(
                    title, "the lock of \(name) is in its grace time until \(WireDate.iso8601(lock))",
                    "Until then whoever may manage the vault can remove the lock and what it protects.", [region])
            }
            return .passed(title, vault.locked == true ? "\(name), locked" : name, [region])
        }
    }

    /// A key works in its own region alone.
    func key(_ name: String, in region: Region) async -> PreflightCheck {
        let title = "key can be used"
        do throws(AWSError) {
            let key = try await client.send(KMS.DescribeKey(keyID: name), in: region)
            if let home = key.arn.region, home != region {
                return .failed(title, "\(name) is a key of \(home)", "Name a key of \(region).", [region])
            }
            guard key.state == .known(.enabled) else {
                return .failed(
                    title, "\(name) is \(key.state?.wire ?? "in no known state")", "Enable it, or name another key.",
                    [region])
            }
            return .passed(title, key.arn.text, [region])
        } catch {
            if error.code == "NotFoundException" {
                return .failed(
                    title, "\(region) has no key \(name)", "Name a key of \(region): keys work in their own region.",
                    [region])
            }
            return await asked(title, [region]) { () async throws(AWSError) in throw error }
        }
    }
}
