import AWSCore
import AWSModel
import Foundation
import Testing

@testable import SimulatedAWS

struct SimulatedVaultTests {
    @Test("A vault is made, described and deleted")
    func lifeOfAVault() {
        var bench = BackupBench(vaults: false)
        let made = bench.call(.put, "/backup-vaults/gold", .json(#"{"BackupVaultTags":{"a":"b"}}"#))
        #expect(made["BackupVaultArn"]?.asText == BackupBench.vaultARN("gold", BackupBench.home))
        #expect(made["CreationDate"]?.asSeconds == bench.now.timeIntervalSince1970)
        let described = bench.call(.get, "/backup-vaults/gold")
        #expect(described["NumberOfRecoveryPoints"]?.asInteger == 0)
        #expect(described["Locked"]?.asFlag == false)
        #expect(bench.call(.delete, "/backup-vaults/gold").status == 200)
        #expect(bench.call(.get, "/backup-vaults/").rows("BackupVaultList").isEmpty)
    }

    @Test("A vault that is not there is denied, not missing, as AWS answers")
    func absent() {
        var bench = BackupBench()
        for path in ["", "/access-policy", "/notification-configuration", "/recovery-points/", "/resources/"] {
            let reply = bench.call(.get, "/backup-vaults/none\(path)")
            #expect(reply.status == 403)
            #expect(reply.error == "AccessDeniedException")
        }
    }

    @Test("A vault is of its own region only (2.7)")
    func regional() {
        var bench = BackupBench()
        #expect(bench.call(.get, "/backup-vaults/main", in: BackupBench.away).status == 403)
        #expect(bench.call(.get, "/backup-vaults/", in: BackupBench.away).rows("BackupVaultList").count == 1)
    }

    @Test("A second vault of a name is refused, a retry of the same request is not")
    func sameName() {
        var bench = BackupBench(vaults: false)
        bench.call(.put, "/backup-vaults/gold", .json(#"{"CreatorRequestId":"one"}"#))
        #expect(bench.call(.put, "/backup-vaults/gold", .json(#"{"CreatorRequestId":"one"}"#)).status == 200)
        let refused = bench.call(.put, "/backup-vaults/gold", .json(#"{"CreatorRequestId":"two"}"#))
        #expect(refused.error == "AlreadyExistsException")
        #expect(refused["Arn"]?.asText == BackupBench.vaultARN("gold", BackupBench.home))
        #expect(refused["CreatorRequestId"]?.asText == "one")
    }

    @Test("A vault with recovery points is not deleted")
    func deleteFullVault() {
        var bench = BackupBench()
        bench.backup.add(
            SimulatedRecoveryPoint(
                arn: "arn:aws:backup:us-east-1:123456789012:recovery-point:1", resourceARN: "arn:aws:s3:::media",
                resourceType: "S3", createdAt: bench.now), toVault: "main", in: BackupBench.home)
        #expect(bench.call(.delete, "/backup-vaults/main").error == "InvalidRequestException")
    }

    @Test("A governance lock refuses deletes and can be removed (2.9)")
    func governance() {
        var bench = BackupBench()
        #expect(bench.call(.put, "/backup-vaults/main/vault-lock", .json(#"{"MinRetentionDays":7}"#)).status == 200)
        let vault = bench.call(.get, "/backup-vaults/main")
        #expect(vault["Locked"]?.asFlag == true)
        #expect(vault["LockDate"] == nil)
        bench.backup.add(
            SimulatedRecoveryPoint(
                arn: "arn:aws:ec2:us-east-1::snapshot/snap-1", resourceARN: "arn:x", resourceType: "EBS",
                createdAt: bench.now), toVault: "main", in: BackupBench.home)
        let path = "/backup-vaults/main/recovery-points/arn%3Aaws%3Aec2%3Aus-east-1%3A%3Asnapshot%2Fsnap-1"
        #expect(bench.call(.delete, path).error == "InvalidRequestException")
        #expect(bench.call(.delete, "/backup-vaults/main/vault-lock").status == 200)
        #expect(bench.call(.delete, path).status == 200)
    }

    @Test("A compliance lock can be removed in its grace and never after (2.9)")
    func compliance() {
        var bench = BackupBench()
        let lock = BackupJSON.json(#"{"MinRetentionDays":7,"MaxRetentionDays":90,"ChangeableForDays":3}"#)
        bench.call(.put, "/backup-vaults/main/vault-lock", lock)
        let date = bench.call(.get, "/backup-vaults/main")["LockDate"]
        #expect(date?.asSeconds == bench.now.timeIntervalSince1970 + 3 * 86400)
        bench.pass(days: 2.9)
        #expect(bench.call(.delete, "/backup-vaults/main/vault-lock").status == 200)
        bench.call(.put, "/backup-vaults/main/vault-lock", lock)
        bench.pass(days: 3)
        #expect(bench.call(.delete, "/backup-vaults/main/vault-lock").error == "InvalidRequestException")
        #expect(bench.call(.put, "/backup-vaults/main/vault-lock", lock).error == "InvalidRequestException")
    }

    @Test(
        "A lock that AWS does not allow is refused",
        arguments: [
            #"{"ChangeableForDays":2}"#, #"{"MinRetentionDays":0}"#, #"{"MinRetentionDays":9,"MaxRetentionDays":8}"#,
            #"{"MaxRetentionDays":36501}"#,
        ])
    func wrongLock(body: String) {
        var bench = BackupBench()
        let reply = bench.call(.put, "/backup-vaults/main/vault-lock", .json(body))
        #expect(reply.error == "InvalidParameterValueException")
    }

    @Test("An air-gapped vault is locked from its first moment (2.9)")
    func airGapped() {
        var bench = BackupBench(vaults: false)
        let path = "/logically-air-gapped-backup-vaults/island"
        #expect(bench.call(.put, path, .json(#"{"MinRetentionDays":6,"MaxRetentionDays":30}"#)).status == 400)
        #expect(bench.call(.put, path, .json(#"{"MinRetentionDays":7,"MaxRetentionDays":30}"#)).status == 200)
        let vault = bench.call(.get, "/backup-vaults/island")
        #expect(vault["VaultType"]?.asText == "LOGICALLY_AIR_GAPPED_BACKUP_VAULT")
        #expect(vault["Locked"]?.asFlag == true)
        #expect(bench.call(.delete, "/backup-vaults/island/vault-lock").error == "InvalidRequestException")
    }

    @Test("What was never configured is not found, what was is read back")
    func settings() {
        var bench = BackupBench()
        for path in ["access-policy", "notification-configuration"] {
            #expect(bench.call(.get, "/backup-vaults/main/\(path)").error == "ResourceNotFoundException")
        }
        bench.call(.put, "/backup-vaults/main/access-policy", .json(#"{"Policy":"{}"}"#))
        #expect(bench.call(.get, "/backup-vaults/main/access-policy")["Policy"]?.asText == "{}")
        bench.call(
            .put, "/backup-vaults/main/notification-configuration",
            .json(#"{"SNSTopicArn":"arn:aws:sns:us-east-1:1:t","BackupVaultEvents":["COPY_JOB_FAILED"]}"#))
        let reply = bench.call(.get, "/backup-vaults/main/notification-configuration")
        #expect(reply["BackupVaultEvents"]?.asTexts == ["COPY_JOB_FAILED"])
    }

    @Test("A name with a slash is one segment of the path")
    func nameWithSlash() {
        var bench = BackupBench()
        bench.backup.add(
            SimulatedVault(name: "aws/efs/automatic-backup-vault", region: BackupBench.home, createdAt: bench.now))
        let reply = bench.call(.get, "/backup-vaults/aws%2Fefs%2Fautomatic-backup-vault")
        #expect(reply["BackupVaultName"]?.asText == "aws/efs/automatic-backup-vault")
    }
}
