package import AWSModel
package import Foundation

/// A KMS key. It lives in one region; S3 treats multi-Region keys as single-Region ones (1.9).
package struct SimulatedKey: Sendable {
    package let metadata: KeyMetadata
    package let region: Region
    package let createdAt: Date
    package var description: String
    package var state: KeyMetadata.State
    package var deletionDate: Date?
}

/// The keys of an account with their aliases.
package struct KeyStore: Sendable {
    package private(set) var keys: [String: SimulatedKey] = [:]
    /// By region and name, `alias/backup`.
    package private(set) var aliases: [Region: [String: String]] = [:]

    enum Failure: Hashable, Sendable { case notFound, invalidState }

    mutating func create(
        id: String, in region: Region, account: AccountID, at date: Date, description: String = "",
        manager: KeyMetadata.Manager = .customer, multiRegion: Bool = false
    ) -> SimulatedKey {
        let keyID = multiRegion ? "mrk-" + id.filter { $0 != "-" } : id
        let arn = ARN(
            partition: region.partition, service: "kms", region: region, account: account, resource: "key/" + keyID)
        let key = SimulatedKey(
            metadata: KeyMetadata(
                keyID: keyID, arn: arn, manager: .known(manager), multiRegion: multiRegion),
            region: region, createdAt: date, description: description, state: .enabled)
        keys[arn.text] = key
        return key
    }

    mutating func setAlias(_ name: String, in region: Region, to arn: ARN) {
        aliases[region, default: [:]][name] = arn.text
    }

    mutating func update(_ arn: ARN, _ change: (inout SimulatedKey) -> Void) {
        guard var key = keys[arn.text] else { return }
        change(&key)
        keys[arn.text] = key
    }

    /// A key by id, ARN, alias or the alias's ARN, as seen from a region: keys of other regions are not found.
    package func find(_ name: String, in region: Region) -> SimulatedKey? {
        if let arn = ARN(name) {
            guard arn.region == region else { return nil }
            if arn.resource == Self.backupKeyResource { return managedBackupKey(arn, region) }
            return arn.resource.hasPrefix("alias/") ? find(arn.resource, in: region) : keys[name]
        }
        if let known = aliases[region]?[name].flatMap({ keys[$0] }) { return known }
        if name.hasPrefix("alias/") { return Self.managedKey(name, region) }
        return keys.values.first { $0.metadata.keyID == name && $0.region == region }
    }

    /// The key that AWS Backup makes for itself in every region.
    private static let backupKeyResource = "key/ba0c0000-0000-4000-8000-000000000001"

    /// A service makes its own key when it first needs it; S3's is among the others here.
    private static func managedKey(_ alias: String, _ region: Region) -> SimulatedKey? {
        guard alias.hasPrefix("alias/aws/"), alias != "alias/aws/s3" else { return nil }
        var ids = SequenceOfIDs(seed: "\(alias) \(region)")
        let id = ids.uuid()
        let arn = ARN(partition: region.partition, service: "kms", region: region, account: nil, resource: "key/" + id)
        return SimulatedKey(
            metadata: KeyMetadata(keyID: id, arn: arn, manager: .known(.aws), multiRegion: false), region: region,
            createdAt: Date(timeIntervalSince1970: 1_600_000_000),
            description: "Default key that protects what a service encrypts when no other key is defined",
            state: .enabled)
    }

    private func managedBackupKey(_ arn: ARN, _ region: Region) -> SimulatedKey {
        SimulatedKey(
            metadata: KeyMetadata(
                keyID: String(arn.resource.dropFirst("key/".count)), arn: arn, manager: .known(.aws), multiRegion: false
            ),
            region: region, createdAt: Date(timeIntervalSince1970: 1_600_000_000),
            description: "Default key that protects my Backup data when no other key is defined", state: .enabled)
    }

    /// Why a key does not encrypt in a region; nil when it does.
    func failure(of name: String?, in region: Region) -> Failure? {
        guard let name, let key = find(name, in: region) else { return .notFound }
        return key.state == .enabled ? nil : .invalidState
    }

    /// Encryption with its key spelt out, as S3 does on every write.
    mutating func resolve(_ encryption: BucketEncryption, in region: Region, account: AccountID)
        throws(ServiceError) -> BucketEncryption
    {
        guard encryption.isKMS else { return encryption }
        let name = encryption.kmsKeyID ?? "alias/aws/s3"
        if name.hasSuffix("alias/aws/s3"), find("alias/aws/s3", in: region) == nil {
            createManaged("s3", in: region, account: account)
        }
        guard let key = find(name, in: region) else {
            throw ServiceError(400, "KMS.NotFoundException", "Key '\(name)' does not exist")
        }
        guard key.state == .enabled else {
            throw key.state == .disabled
                ? ServiceError(400, "KMS.DisabledException", "\(key.metadata.arn) is disabled.")
                : ServiceError(400, "KMS.KMSInvalidStateException", "\(key.metadata.arn) is pending deletion.")
        }
        var resolved = encryption
        resolved.kmsKeyID = key.metadata.arn.text
        return resolved
    }

    /// The key of AWS for a service, `alias/aws/s3`.
    private mutating func createManaged(_ service: String, in region: Region, account: AccountID) {
        var ids = SequenceOfIDs(seed: "aws/\(service) \(region)")
        let key = create(
            id: ids.uuid(), in: region, account: account, at: Date(timeIntervalSince1970: 1_600_000_000),
            description: "Default key that protects my \(service.uppercased()) objects when no other key is defined",
            manager: .aws)
        setAlias("alias/aws/\(service)", in: region, to: key.metadata.arn)
    }
}
