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

    @Test("fact 1.20: a bucket's own default key, in the bucket's region")
    func bucketKey() async {
        let aws = SimulatedAWS(at: Self.now)
        let arn = aws.configure { account in
            let arn = account.createKey(alias: "media", in: "us-east-1")
            account.setKeyState(.pendingDeletion, of: arn)
            return arn
        }
        let survey = KeySurvey(reader: TamperedAWS(base: aws) { _ in nil }.reader)
        await survey.key(of: BucketEncryption(algorithm: .known(.sseS3), kmsKeyID: arn.text), in: "us-east-1")
        #expect(survey.keys.isEmpty)
        await survey.key(of: BucketEncryption(algorithm: .known(.sseKMS), kmsKeyID: arn.text), in: "us-east-1")
        #expect(
            survey.keys.mapValues { $0.value?.state } == [
                KeyReference(name: arn.text, region: "us-east-1"): .known(.pendingDeletion)
            ])
    }

    @Test("fact 2.11: the keys of vaults and recovery points, each where its ARN says")
    func vaultKeys() async throws {
        let aws = SimulatedAWS(at: Self.now)
        let (own, older) = aws.configure { account in
            (account.createKey(alias: "vault", in: "us-west-2"), account.createKey(alias: "older", in: "eu-west-1"))
        }
        let survey = KeySurvey(reader: TamperedAWS(base: aws) { _ in nil }.reader)
        for name in [own.text, older.text, own.text, nil] { await survey.key(named: name) }
        #expect(
            Set(survey.keys.filter { $0.value.value != nil }.keys) == [
                KeyReference(name: own.text, region: "us-west-2"), KeyReference(name: older.text, region: "eu-west-1"),
            ])
    }
}
