import AWSCore
import AWSModel
import AWSServices
import Posture

/// Looks up the keys that replicas and recovery points need, each in the region where it would be used (1.9, 2.11).
struct KeySurvey: Sendable {
    let reader: Reader

    func keys(
        of buckets: [Bucket], destinations: [String: DestinationBucket], backup: [BackupRegion]
    ) async -> [KeyReference: Reading<KeyMetadata>] {
        var references: Set<KeyReference> = []
        for bucket in buckets {
            // The key of the source's own objects (1.20).
            if let home = bucket.region.value, let encryption = bucket.encryption.value, encryption.isKMS,
                let name = encryption.kmsKeyID
            {
                references.insert(KeyReference(name: name, region: ARN(name)?.region ?? home))
            }
            for rule in bucket.replication.value?.rules ?? [] {
                guard let name = rule.destination.replicaKMSKeyID,
                    let region = destinations[rule.destination.bucketName]?.region.value
                else { continue }
                // A key of another region is wrong by its name alone.
                if let keyRegion = ARN(name)?.region, keyRegion != region { continue }
                references.insert(KeyReference(name: name, region: region))
            }
        }
        for vault in backup.flatMap({ $0.vaults.value ?? [] }) {
            let points = (vault.resources.value ?? []).compactMap { $0.newest.value?.encryptionKeyARN }
            for name in [vault.vault.encryptionKeyARN].compactMap({ $0 }) + points {
                guard let region = ARN(name)?.region else { continue }
                references.insert(KeyReference(name: name, region: region))
            }
        }
        let asked = references.sorted { ($0.region, $0.name) < ($1.region, $1.name) }
        let read = await Fanout.map(asked) { reference in
            await reader.read(
                KMS.DescribeKey(keyID: reference.name), in: reference.region, absentCodes: ["NotFoundException"])
        }
        return Dictionary(zip(asked, read)) { first, _ in first }
    }
}
