import AWSModel
import Posture

/// Reads what buckets, plans, vaults, databases, tables and policies name, each thing once and as soon as it is named:
/// destinations, keys, roles.
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

    /// The keys of a listing, each once: what is encrypted with a lost one is lost, be it the resource or its replica.
    func follow<Item>(_ listing: Reading<[Item]>, _ key: (Item) -> String?, in region: Region) async {
        await follow(keys: (listing.value ?? []).map(key), in: region)
    }

    /// The keys of backups of instances of other regions (3.1).
    func follow(_ backups: Reading<[DBInstanceAutomatedBackup]>, in region: Region) async {
        let replicated = (backups.value ?? []).filter { backup in backup.sourceRegion.map { $0 != region } ?? false }
        await follow(keys: replicated.map(\.keyARN), in: region)
    }

    /// The keys of a table and of its replicas in other regions (3.5).
    func follow(_ table: Reading<Table>, in region: Region) async {
        await keys.key(named: table.value?.encryption?.keyARN, in: region)
        for replica in table.value?.replicas ?? [] where replica.region != region {
            await keys.key(named: replica.keyARN, in: replica.region)
        }
    }

    /// The keys that snapshots are copied under (3.6).
    func follow(_ policy: Reading<SnapshotPolicy>) async {
        for copy in (policy.value?.details?.schedules ?? []).flatMap({ $0.copies ?? [] }) {
            if let region = copy.region { await keys.key(named: copy.keyARN, in: region) }
        }
    }

    private func follow(keys names: [String?], in region: Region) async {
        await Fanout.each(Set(names.compactMap(\.self)).sorted()) { await keys.key(named: $0, in: region) }
    }

    func follow(_ selection: Reading<BackupSelection>) async { await roles.role(selection.value?.roleARN) }
}
