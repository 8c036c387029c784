"""The lifecycle policies of the simulated account by boto3, whose parser knows AWS's model; moto has none."""

import datetime

import pytest

from moto_comparison import simulated  # noqa: F401
from simulator import ACCOUNT

WEST = "us-west-2"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/AWSDataLifecycleManagerDefaultRole"
DETAILS = {
    "ResourceTypes": ["VOLUME"], "TargetTags": [{"Key": "snapshots", "Value": "twice"}],
    "Schedules": [{
        "Name": "twice a day", "CopyTags": True, "RetainRule": {"Count": 4},
        "CreateRule": {"Interval": 12, "IntervalUnit": "HOURS", "Times": ["03:00"]},
        "CrossRegionCopyRules": [{
            "Target": WEST, "Encrypted": False, "CopyTags": True,
            "RetainRule": {"Interval": 3, "IntervalUnit": "DAYS"}}]}],
}


def create(client, **more):
    return client.create_lifecycle_policy(
        ExecutionRoleArn=ROLE, Description="volumes", State="ENABLED", **{"PolicyDetails": DETAILS, **more})["PolicyId"]


def test_a_policy_is_told_as_it_was_put(simulated):  # noqa: F811
    client = simulated.client("dlm")
    made = create(client, Tags={"team": "search"})
    policy = client.get_lifecycle_policy(PolicyId=made)["Policy"]
    assert policy["PolicyDetails"] == {**DETAILS, "PolicyType": "EBS_SNAPSHOT_MANAGEMENT"}
    assert (policy["State"], policy["ExecutionRoleArn"], policy["Tags"]) == ("ENABLED", ROLE, {"team": "search"})
    assert isinstance(policy["DateCreated"], datetime.datetime)
    assert client.list_tags_for_resource(ResourceArn=policy["PolicyArn"])["Tags"] == {"team": "search"}
    assert client.get_lifecycle_policies()["Policies"] == [{
        "PolicyId": made, "Description": "volumes", "State": "ENABLED", "Tags": {"team": "search"},
        "PolicyType": "EBS_SNAPSHOT_MANAGEMENT", "DefaultPolicy": False}]
    assert client.get_lifecycle_policies(State="DISABLED")["Policies"] == []
    assert client.get_lifecycle_policies(TargetTags=["snapshots=twice"])["Policies"]
    assert simulated.client("dlm", WEST).get_lifecycle_policies()["Policies"] == []
    client.delete_lifecycle_policy(PolicyId=made)
    with pytest.raises(client.exceptions.ResourceNotFoundException):
        client.get_lifecycle_policy(PolicyId=made)


def test_default_policies_are_listed_to_whom_asks(simulated):  # noqa: F811
    client = simulated.client("dlm")
    made = client.create_lifecycle_policy(
        ExecutionRoleArn=ROLE, Description="all", State="ENABLED", DefaultPolicy="VOLUME", CreateInterval=1,
        RetainInterval=7, CrossRegionCopyTargets=[{"TargetRegion": WEST}])["PolicyId"]
    assert client.get_lifecycle_policies()["Policies"] == []
    assert [row["PolicyId"] for row in client.get_lifecycle_policies(DefaultPolicyType="ALL")["Policies"]] == [made]
    details = client.get_lifecycle_policy(PolicyId=made)["Policy"]["PolicyDetails"]
    assert details["CrossRegionCopyTargets"] == [{"TargetRegion": WEST}]


def test_it_makes_copies_and_deletes_snapshots_by_the_clock(simulated):  # noqa: F811
    home, west = simulated.client("ec2"), simulated.client("ec2", WEST)
    volume = home.create_volume(AvailabilityZone="us-east-1a", Size=100, TagSpecifications=[
        {"ResourceType": "volume", "Tags": [{"Key": "snapshots", "Value": "twice"}]}])["VolumeId"]
    home.create_volume(AvailabilityZone="us-east-1a", Size=10)
    policy = create(simulated.client("dlm"))
    simulated.advance(10 * 86_400)
    own = home.describe_snapshots(OwnerIds=["self"])["Snapshots"]
    assert [row["VolumeId"] for row in own] == [volume] * 4
    assert own[-1]["Description"] == f"Created for policy: {policy} schedule: twice a day"
    assert (own[-1]["StartTime"] - own[-2]["StartTime"]).total_seconds() == 12 * 3600
    copies = west.describe_snapshots(
        OwnerIds=["self"], Filters=[{"Name": "tag:snapshots", "Values": ["twice"]}])["Snapshots"]
    assert 5 <= len(copies) <= 7
    assert {row["VolumeId"] for row in copies} == {"vol-ffffffff"}
    assert copies[-1]["Description"].startswith(f"[Copied {own[-1]['SnapshotId']} from us-east-1] Created for policy")
    now = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=10)
    assert (now - copies[-1]["StartTime"]).total_seconds() < 13 * 3600


def test_what_it_does_not_know_is_an_error_of_its_own(simulated):  # noqa: F811
    client = simulated.client("dlm")
    with pytest.raises(client.exceptions.ClientError) as error:
        client.tag_resource(ResourceArn=f"arn:aws:dlm:us-east-1:{ACCOUNT}:policy/policy-1", Tags={"a": "b"})
    assert error.value.response["Error"]["Code"] == "UnknownOperationException"
