"""What both the simulated AWS Backup and moto implement answers the same.

Not here, for AWS is known to differ: a vault that is not there, which AWS denies (403) and moto does not find.
"""

import pytest
from botocore.exceptions import ClientError

from moto_comparison import client, moto, reset, simulated  # noqa: F401
from simulator import ACCOUNT

# Made up by each side, or told by one side only where AWS tells it too.
IGNORED = {
    "ResponseMetadata", "CreationDate", "DeletionDate", "LockDate", "BackupPlanId", "BackupPlanArn", "VersionId",
    "RuleId", "CreatorRequestId", "EncryptionKeyArn", "EnableContinuousBackup", "VaultState", "VaultType",
    "NumberOfRecoveryPoints",
}
VAULT = f"arn:aws:backup:us-east-1:{ACCOUNT}:backup-vault:gold"
PLAN = {"BackupPlanName": "daily", "Rules": [{"RuleName": "r", "TargetBackupVaultName": "gold"}]}


def vaults(call):
    call("create_backup_vault", BackupVaultName="gold", BackupVaultTags={"a": "b"})
    call("create_backup_vault", BackupVaultName="gold")
    call("describe_backup_vault", BackupVaultName="gold")
    call("list_backup_vaults")
    call("delete_backup_vault", BackupVaultName="gold")
    call("list_backup_vaults")


def locks(call):
    call("create_backup_vault", BackupVaultName="gold")
    for wrong in ({"MinRetentionDays": 0}, {"MaxRetentionDays": 36501}, {"ChangeableForDays": 2},
                  {"MinRetentionDays": 9, "MaxRetentionDays": 8}):
        call("put_backup_vault_lock_configuration", BackupVaultName="gold", **wrong)
    call("put_backup_vault_lock_configuration", BackupVaultName="gold", MinRetentionDays=7, MaxRetentionDays=90)
    call("describe_backup_vault", BackupVaultName="gold")
    call("delete_backup_vault_lock_configuration", BackupVaultName="gold")
    call("put_backup_vault_lock_configuration", BackupVaultName="gold", ChangeableForDays=3)
    call("describe_backup_vault", BackupVaultName="gold")
    call("delete_backup_vault_lock_configuration", BackupVaultName="gold")


def tags(call):
    call("create_backup_vault", BackupVaultName="gold", BackupVaultTags={"a": "b", "c": "d"})
    call("tag_resource", ResourceArn=VAULT, Tags={"a": "z"})
    call("untag_resource", ResourceArn=VAULT, TagKeyList=["c"])
    call("list_tags", ResourceArn=VAULT)


def plans(call):
    call("create_backup_vault", BackupVaultName="gold")
    made = call("create_backup_plan", BackupPlan=PLAN)
    call("create_backup_plan", BackupPlan=PLAN)
    call("get_backup_plan", BackupPlanId=made["BackupPlanId"])
    call("get_backup_plan", BackupPlanId=made["BackupPlanId"], VersionId=made["VersionId"])
    call("get_backup_plan", BackupPlanId=made["BackupPlanId"], VersionId="none")
    call("get_backup_plan", BackupPlanId="none")
    call("list_backup_plans")
    call("delete_backup_plan", BackupPlanId="none")
    call("delete_backup_plan", BackupPlanId=made["BackupPlanId"])
    call("get_backup_plan", BackupPlanId=made["BackupPlanId"])
    call("list_backup_plans")
    call("list_backup_plans", IncludeDeleted=True)


def plain(value):
    """A reply without what each side makes up."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items() if key not in IGNORED}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


def play(url, script):
    """What each call of a script answers."""
    backup, answers = client(url, "backup"), []

    def call(operation, **parameters):
        try:
            reply = getattr(backup, operation)(**parameters)
        except ClientError as error:
            answers.append((operation, error.response["Error"]["Code"]))
            return None
        answers.append((operation, plain(reply), sorted(set(reply) & {"DeletionDate", "LockDate"})))
        return reply

    script(call)
    return answers


@pytest.mark.parametrize("script", [vaults, locks, tags, plans])
def test_answers_as_moto_does(script, moto, simulated):  # noqa: F811
    reset(moto)
    for ours, theirs in zip(play(simulated.url, script), play(moto, script), strict=True):
        assert ours == theirs
