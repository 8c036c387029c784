"""The tables of the simulated account: as moto answers where it does, and by boto3 where it does not."""

import pytest

from moto_comparison import compare, moto, simulated  # noqa: F401
from simulator import ACCOUNT

MEMBERS = {
    "Table", "TableDescription", "TableName", "TableStatus", "TableArn", "KeySchema", "AttributeDefinitions",
    "AttributeName", "AttributeType", "KeyType", "BillingModeSummary", "BillingMode", "ProvisionedThroughput",
    "NumberOfDecreasesToday", "ReadCapacityUnits", "WriteCapacityUnits", "TableSizeBytes", "ItemCount",
    "DeletionProtectionEnabled", "StreamSpecification", "StreamEnabled", "StreamViewType", "TableNames",
    "LastEvaluatedTableName", "ContinuousBackupsDescription", "ContinuousBackupsStatus",
    "PointInTimeRecoveryDescription", "PointInTimeRecoveryStatus", "RecoveryPeriodInDays", "Tags", "Key", "Value",
}
ARN = f"arn:aws:dynamodb:us-east-1:{ACCOUNT}:table/orders"
TABLE = {
    "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}, {"AttributeName": "at", "KeyType": "RANGE"}],
    "AttributeDefinitions": [
        {"AttributeName": "id", "AttributeType": "S"}, {"AttributeName": "at", "AttributeType": "N"}],
    "BillingMode": "PAY_PER_REQUEST",
}


def tables(call):
    call("create_table", TableName="baskets", **{
        **TABLE, "BillingMode": "PROVISIONED", "DeletionProtectionEnabled": True,
        "ProvisionedThroughput": {"ReadCapacityUnits": 3, "WriteCapacityUnits": 2},
        "StreamSpecification": {"StreamEnabled": True, "StreamViewType": "NEW_IMAGE"}})
    call("create_table", TableName="orders", Tags=[{"Key": "tier", "Value": "gold"}], **TABLE)
    call("create_table", TableName="orders", **TABLE)
    call("describe_table", TableName="orders")
    call("describe_table", TableName="baskets")
    call("describe_table", TableName="none")
    call("describe_table", region="eu-west-1", TableName="orders")
    call("list_tables")
    call("list_tables", Limit=1)
    call("list_tables", Limit=1, ExclusiveStartTableName="baskets")
    call("list_tags_of_resource", ResourceArn=ARN)
    call("tag_resource", ResourceArn=ARN, Tags=[{"Key": "zone", "Value": "shop"}])
    call("list_tags_of_resource", ResourceArn=ARN)


def recovery(call):
    call("create_table", TableName="orders", **TABLE)
    call("describe_continuous_backups", TableName="orders")
    call("describe_continuous_backups", TableName="none")
    call("update_continuous_backups", TableName="orders", PointInTimeRecoverySpecification={
        "PointInTimeRecoveryEnabled": True})
    call("describe_continuous_backups", TableName="orders")
    call("update_continuous_backups", TableName="orders", PointInTimeRecoverySpecification={
        "PointInTimeRecoveryEnabled": True, "RecoveryPeriodInDays": 7})
    call("describe_continuous_backups", TableName="orders")
    call("update_continuous_backups", TableName="orders", PointInTimeRecoverySpecification={
        "PointInTimeRecoveryEnabled": False})
    call("describe_continuous_backups", TableName="orders")


def deletion(call):
    call("create_table", TableName="orders", DeletionProtectionEnabled=True, **TABLE)
    call("delete_table", TableName="orders")
    call("update_table", TableName="orders", DeletionProtectionEnabled=False)
    call("describe_table", TableName="orders")
    call("delete_table", TableName="none")


@pytest.mark.parametrize("script", [tables, recovery, deletion])
def test_answers_as_moto_does(script, moto, simulated):  # noqa: F811
    compare(moto, simulated, "dynamodb", script, MEMBERS)


def test_a_global_table_is_a_table_of_each_region(simulated):  # noqa: F811
    home, west = simulated.client("dynamodb"), simulated.client("dynamodb", "us-west-2")
    home.create_table(TableName="orders", **TABLE)
    home.update_table(TableName="orders", ReplicaUpdates=[{"Create": {"RegionName": "us-west-2"}}])
    made = home.describe_table(TableName="orders")["Table"]
    assert [(row["RegionName"], row["ReplicaStatus"]) for row in made["Replicas"]] == [("us-west-2", "CREATING")]
    simulated.advance(120)
    made = home.describe_table(TableName="orders")["Table"]
    assert (made["GlobalTableVersion"], made["TableStatus"]) == ("2019.11.21", "ACTIVE")
    assert [(row["RegionName"], row["ReplicaStatus"]) for row in made["Replicas"]] == [("us-west-2", "ACTIVE")]
    assert west.list_tables()["TableNames"] == ["orders"]
    replica = west.describe_table(TableName="orders")["Table"]
    assert replica["TableArn"] == ARN.replace("us-east-1", "us-west-2")
    assert [row["RegionName"] for row in replica["Replicas"]] == ["us-east-1"]

    home.update_continuous_backups(
        TableName="orders", PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True})

    def recovery(client):
        described = client.describe_continuous_backups(TableName="orders")["ContinuousBackupsDescription"]
        return described["ContinuousBackupsStatus"], described["PointInTimeRecoveryDescription"]

    assert recovery(home)[1]["PointInTimeRecoveryStatus"] == "ENABLED"
    assert recovery(west) == ("ENABLED", {"PointInTimeRecoveryStatus": "DISABLED"})
    simulated.advance(3600)
    window = recovery(home)[1]
    assert (window["LatestRestorableDateTime"] - window["EarliestRestorableDateTime"]).total_seconds() > 3000

    home.update_table(TableName="orders", ReplicaUpdates=[{"Delete": {"RegionName": "us-west-2"}}])
    assert west.list_tables()["TableNames"] == []
    assert "Replicas" not in home.describe_table(TableName="orders")["Table"]


def test_aws_backup_sees_it(simulated):  # noqa: F811
    simulated.client("dynamodb").create_table(TableName="orders", **TABLE)
    backup = simulated.client("backup")
    backup.create_backup_vault(BackupVaultName="gold")
    simulated.client("iam").create_role(RoleName="backup", AssumeRolePolicyDocument=(
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",'
        '"Principal":{"Service":"backup.amazonaws.com"}}]}'))
    simulated.client("iam").attach_role_policy(
        RoleName="backup", PolicyArn="arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup")
    job = backup.start_backup_job(
        BackupVaultName="gold", ResourceArn=ARN, IamRoleArn=f"arn:aws:iam::{ACCOUNT}:role/backup")
    simulated.advance(7200)
    done = backup.describe_backup_job(BackupJobId=job["BackupJobId"])
    assert (done["State"], done["ResourceType"]) == ("COMPLETED", "DynamoDB")


def test_what_it_does_not_know_is_an_error_of_its_own(simulated):  # noqa: F811
    client = simulated.client("dynamodb")
    with pytest.raises(client.exceptions.ClientError) as error:
        client.list_exports()
    assert error.value.response["Error"]["Code"] == "UnknownOperationException"
