import AWSCore
import AWSModel
import AWSServices
import Posture

/// Looks up the keys that replicas and recovery points need, each once and in the region where it would be used (1.9,
/// 2.11).
struct KeySurvey: Sendable {
    let reader: Reader
    private let looked = ReadOnce<KeyReference, Reading<KeyMetadata>>()

    init(reader: Reader) { self.reader = reader }

    var keys: [KeyReference: Reading<KeyMetadata>] { looked.known }

    /// The key of a bucket's own objects (1.20).
    func key(of encryption: BucketEncryption, in home: Region) async {
        guard encryption.isKMS, let name = encryption.kmsKeyID else { return }
        await look(up: name, in: ARN(name)?.region ?? home)
    }

    /// The key that replicas are encrypted with.
    func key(of rule: ReplicationRule, in destination: Region) async {
        guard let name = rule.destination.replicaKMSKeyID else { return }
        // A key of another region is wrong by its name alone.
        if let region = ARN(name)?.region, region != destination { return }
        await look(up: name, in: destination)
    }

    /// The key of a vault or a recovery point, in the region that its ARN names.
    func key(named name: String?) async {
        guard let name, let region = ARN(name)?.region else { return }
        await look(up: name, in: region)
    }

    /// The key of a replica, in the replica's region.
    func key(named name: String?, in region: Region) async {
        guard let name else { return }
        await look(up: name, in: ARN(name)?.region ?? region)
    }

    private func look(up name: String, in region: Region) async {
        await looked.begin(KeyReference(name: name, region: region)) {
            await reader.read(KMS.DescribeKey(keyID: name), in: region, absentCodes: ["NotFoundException"])
        }
    }
}
