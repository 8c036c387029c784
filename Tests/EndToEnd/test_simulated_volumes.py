"""The volumes and snapshots of the simulated account: as moto answers where it does, and by boto3 where it does not.

Not compared: ids, and the state of a fresh snapshot, which moto completes at once.
"""

import pytest

from moto_comparison import compare, moto, simulated  # noqa: F401
from simulator import ACCOUNT

MEMBERS = {
    "Volumes", "Size", "AvailabilityZone", "State", "VolumeType", "Encrypted", "Tags", "Key", "Value", "Attachments",
    "Snapshots", "VolumeSize", "OwnerId", "Description",
}
WEST = "us-west-2"
VOLUME = {"AvailabilityZone": "us-east-1a", "Size": 100}


def tagged(kind, **tags):
    return [{"ResourceType": kind, "Tags": [{"Key": key, "Value": value} for key, value in tags.items()]}]


def volumes(call):
    made = call("create_volume", VolumeType="gp3", TagSpecifications=tagged("volume", Name="mail", tier="gold"), **VOLUME)
    call("create_volume", VolumeType="gp2", Encrypted=True, **VOLUME)
    call("describe_volumes", VolumeIds=[made["VolumeId"]])
    call("describe_volumes", Filters=[{"Name": "tag:tier", "Values": ["gold", "iron"]}])
    call("describe_volumes", Filters=[{"Name": "tag-key", "Values": ["Name"]}])
    call("describe_volumes", Filters=[{"Name": "status", "Values": ["in-use"]}])
    call("describe_volumes", Filters=[{"Name": "encrypted", "Values": ["true"]}])
    call("describe_volumes", region=WEST)
    call("describe_volumes", VolumeIds=["vol-0123456789abcdef0"])
    call("create_tags", Resources=[made["VolumeId"]], Tags=[{"Key": "tier", "Value": "iron"}])
    call("describe_volumes", VolumeIds=[made["VolumeId"]])
    call("delete_volume", VolumeId=made["VolumeId"])
    call("describe_volumes", VolumeIds=[made["VolumeId"]])
    call("delete_volume", VolumeId=made["VolumeId"])


def snapshots(call):
    volume = call("create_volume", **VOLUME)["VolumeId"]
    made = call("create_snapshot", VolumeId=volume, Description="weekly", TagSpecifications=tagged("snapshot", a="b"))
    call("create_snapshot", VolumeId="vol-0123456789abcdef0")
    call("describe_snapshots", SnapshotIds=[made["SnapshotId"]])
    call("describe_snapshots", OwnerIds=["self"], Filters=[{"Name": "volume-id", "Values": [volume]}])
    call("describe_snapshots", OwnerIds=["self"], Filters=[{"Name": "tag:a", "Values": ["c"]}])
    call("describe_snapshots", SnapshotIds=["snap-0123456789abcdef0"])
    call("describe_snapshots", region=WEST, OwnerIds=["self"], Filters=[{"Name": "tag:a", "Values": ["b"]}])
    call("delete_snapshot", SnapshotId=made["SnapshotId"])
    call("delete_snapshot", SnapshotId=made["SnapshotId"])


@pytest.mark.parametrize("script", [volumes, snapshots])
def test_answers_as_moto_does(script, moto, simulated):  # noqa: F811
    compare(moto, simulated, "ec2", script, MEMBERS - ({"State"} if script == snapshots else set()))


def test_a_copy_does_not_know_its_volume(simulated):  # noqa: F811
    home, west = simulated.client("ec2"), simulated.client("ec2", WEST)
    volume = home.create_volume(**VOLUME)["VolumeId"]
    snapshot = home.create_snapshot(VolumeId=volume, Description="nightly")["SnapshotId"]
    assert home.describe_snapshots(OwnerIds=["self"])["Snapshots"][0]["State"] == "pending"
    with pytest.raises(west.exceptions.ClientError) as error:
        west.copy_snapshot(SourceRegion="us-east-1", SourceSnapshotId=snapshot)
    assert error.value.response["Error"]["Code"] == "IncorrectState"
    simulated.advance(600)
    assert home.describe_snapshots(OwnerIds=["self"])["Snapshots"][0]["State"] == "completed"

    west.copy_snapshot(SourceRegion="us-east-1", SourceSnapshotId=snapshot, TagSpecifications=tagged("snapshot", a="b"))
    simulated.advance(3600)
    copy = west.describe_snapshots(OwnerIds=["self"])["Snapshots"][0]
    assert (copy["VolumeId"], copy["State"], copy["VolumeSize"]) == ("vol-ffffffff", "completed", 100)
    assert (copy["OwnerId"], copy["Tags"]) == (ACCOUNT, [{"Key": "a", "Value": "b"}])
    assert copy["Description"] == f"[Copied {snapshot} from us-east-1] nightly"
    assert west.describe_snapshots(OwnerIds=["amazon"])["Snapshots"] == []


def test_what_is_many_comes_in_pages(simulated):  # noqa: F811
    home = simulated.client("ec2")
    volume = home.create_volume(**VOLUME)["VolumeId"]
    for _ in range(12):
        home.create_snapshot(VolumeId=volume)
    pages = list(home.get_paginator("describe_snapshots").paginate(
        OwnerIds=["self"], PaginationConfig={"PageSize": 5}))
    assert [len(page["Snapshots"]) for page in pages] == [5, 5, 2]
    with pytest.raises(home.exceptions.ClientError) as error:
        home.describe_snapshots(MaxResults=2)
    assert error.value.response["Error"]["Code"] == "InvalidParameterValue"


def test_snapshots_of_aws_backup_are_listed_and_cannot_be_deleted(simulated):  # noqa: F811
    home, backup = simulated.client("ec2"), simulated.client("backup")
    volume = home.create_volume(**VOLUME)["VolumeId"]
    backup.create_backup_vault(BackupVaultName="gold")
    simulated.client("iam").create_role(RoleName="backup", AssumeRolePolicyDocument=(
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",'
        '"Principal":{"Service":"backup.amazonaws.com"}}]}'))
    simulated.client("iam").attach_role_policy(
        RoleName="backup", PolicyArn="arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup")
    backup.start_backup_job(
        BackupVaultName="gold", ResourceArn=f"arn:aws:ec2:us-east-1:{ACCOUNT}:volume/{volume}",
        IamRoleArn=f"arn:aws:iam::{ACCOUNT}:role/backup")
    simulated.advance(86_400)
    snapshot = home.describe_snapshots(OwnerIds=["self"])["Snapshots"][0]
    assert (snapshot["VolumeId"], snapshot["State"]) == (volume, "completed")
    with pytest.raises(home.exceptions.ClientError) as error:
        home.delete_snapshot(SnapshotId=snapshot["SnapshotId"])
    assert error.value.response["Error"]["Code"] == "InvalidParameterValue"
