import AWSModel
import Posture

/// Reads what buckets, plans and vaults name, each thing once and as soon as it is named: destinations, keys, roles.
struct Mentions: Sendable {
    let destinations: DestinationSurvey
    let keys: KeySurvey
    let roles: RoleSurvey

    func follow(_ replication: Reading<ReplicationConfiguration>) async {
        guard let replication = replication.value else { return }
        // Most rules name what others named before.
        if replication.rules.allSatisfy(isFollowed), roles.isBegun(replication.role) { return }
        async let role: Void = roles.role(replication.role)
        await Fanout.each(replication.rules) { rule in
            let destination = rule.destination.bucketName
            guard rule.destination.replicaKMSKeyID != nil else { return await destinations.begin(destination) }
            if let region = await destinations.region(of: destination) { await keys.key(of: rule, in: region) }
        }
        await role
    }

    private func isFollowed(_ rule: ReplicationRule) -> Bool {
        rule.destination.replicaKMSKeyID == nil && destinations.isBegun(rule.destination.bucketName)
    }

    func follow(_ encryption: Reading<BucketEncryption>, in home: Region) async {
        if let encryption = encryption.value { await keys.key(of: encryption, in: home) }
    }

    func follow(_ vault: BackupVault) async { await keys.key(named: vault.encryptionKeyARN) }

    func follow(_ newest: Reading<RecoveryPoint>) async { await keys.key(named: newest.value?.encryptionKeyARN) }

    func follow(_ selection: Reading<BackupSelection>) async { await roles.role(selection.value?.roleARN) }
}
