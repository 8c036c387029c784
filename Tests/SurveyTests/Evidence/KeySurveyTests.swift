import AWSCore
import AWSModel
import Foundation
import Posture
import SimulatedAWS
import Testing

@testable import Survey

@Suite("The keys that are looked up")
struct KeySurveyTests {
    private static let now = Date(timeIntervalSince1970: 1_795_000_000)

    private func read<Value>(_ value: Value) -> Reading<Value> {
        Reading(.value(value), call: "test:Read", region: "us-east-1", at: Self.now)
    }
    private func absent<Value>() -> Reading<Value> {
        Reading(.absent, call: "test:Read", region: "us-east-1", at: Self.now)
    }

    private func bucket(_ encryption: BucketEncryption) -> Bucket {
        Bucket(
            name: "media", region: read("us-east-1"), versioning: read(BucketVersioning()), replication: absent(),
            encryption: read(encryption), lifecycle: absent(), objectLock: absent(),
            notification: read(NotificationConfiguration(eventBridge: false)), tags: read([]))
    }

    @Test("fact 1.20: a bucket's own default key, in the bucket's region")
    func bucketKey() async {
        let aws = SimulatedAWS(at: Self.now)
        let arn = aws.configure { account in
            let arn = account.createKey(alias: "media", in: "us-east-1")
            account.setKeyState(.pendingDeletion, of: arn)
            return arn
        }
        let survey = KeySurvey(reader: TamperedAWS(base: aws) { _ in nil }.reader)
        let keys = await survey.keys(
            of: [bucket(BucketEncryption(algorithm: .known(.sseKMS), kmsKeyID: arn.text))], destinations: [:],
            backup: [])
        #expect(
            keys.mapValues { $0.value?.state } == [
                KeyReference(name: arn.text, region: "us-east-1"): .known(.pendingDeletion)
            ])
        let none = await survey.keys(
            of: [bucket(BucketEncryption(algorithm: .known(.sseS3), kmsKeyID: arn.text))], destinations: [:], backup: []
        )
        #expect(none.isEmpty)
    }

    @Test("fact 2.11: the key of a vault and those of the recovery points in it, each where its ARN says")
    func vaultKeys() async throws {
        let aws = SimulatedAWS(at: Self.now)
        let (own, older) = aws.configure { account in
            (account.createKey(alias: "vault", in: "us-west-2"), account.createKey(alias: "older", in: "eu-west-1"))
        }
        let vault = BackupVault(
            name: "dr", arn: try #require(ARN("arn:aws:backup:us-west-2:123456789012:backup-vault:dr")),
            encryptionKeyARN: own.text)
        let point = RecoveryPoint(
            arn: try #require(ARN("arn:aws:backup:us-west-2:123456789012:recovery-point:1")),
            encryptionKeyARN: older.text)
        let resource = VaultedResource(resourceARN: "arn:aws:s3:::media", newest: read(point))
        var backup = BackupSurvey.notRead("us-west-2", at: Self.now)
        backup.vaults = read([VaultContents(vault: vault, resources: read([resource]))])
        let keys = await KeySurvey(reader: TamperedAWS(base: aws) { _ in nil }.reader)
            .keys(of: [], destinations: [:], backup: [backup])
        #expect(
            Set(keys.filter { $0.value.value != nil }.keys) == [
                KeyReference(name: own.text, region: "us-west-2"), KeyReference(name: older.text, region: "eu-west-1"),
            ])
    }
}
