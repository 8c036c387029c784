"""What the demo account's databases and disks do for themselves, by boto3 and the AWS CLI."""

import datetime

import pytest

from simulator import Simulator

HOME, WEST, SYDNEY = "us-east-1", "us-west-2", "ap-southeast-2"


@pytest.fixture(scope="module")
def demo():
    simulator = Simulator.start()
    yield simulator
    simulator.stop()


def age(moment):
    return (datetime.datetime.now(datetime.timezone.utc) - moment).total_seconds()


def instance(demo, name, region=HOME):
    return demo.client("rds", region).describe_db_instances(DBInstanceIdentifier=name)["DBInstances"][0]


def tags(row):
    return {tag["Key"]: tag["Value"] for tag in row.get("TagList", row.get("Tags", []))}


def test_automated_backups_are_in_another_region(demo):
    assert len(instance(demo, "subscriptions")["DBInstanceAutomatedBackupsReplications"]) == 1
    held = demo.client("rds", WEST).describe_db_instance_automated_backups(
        DBInstanceIdentifier="subscriptions")["DBInstanceAutomatedBackups"][0]
    assert (held["Status"], held["Region"]) == ("replicating", HOME)
    assert age(held["RestoreWindow"]["LatestTime"]) < 900


def test_one_replica_follows_and_one_has_stopped(demo):
    states = {name: instance(demo, name, WEST)["StatusInfos"][0]["Status"] for name in ("royalties-west", "reviews-west")}
    assert states == {"royalties-west": "replicating", "reviews-west": "error"}


def test_two_zones_are_one_region_and_no_backups_are_none(demo):
    premieres, queue = instance(demo, "premieres"), instance(demo, "render-queue")
    assert premieres["MultiAZ"] and premieres["ReadReplicaDBInstanceIdentifiers"] == []
    assert queue["BackupRetentionPeriod"] == 0 and "LatestRestorableTime" not in queue
    assert tags(premieres) == {"environment": "production", "tier": "critical"}


def test_one_secondary_has_an_instance_and_one_has_none(demo):
    members = {}
    for region in (WEST, SYDNEY):
        cluster = demo.client("rds", region).describe_db_clusters()["DBClusters"][0]
        assert cluster["GlobalClusterIdentifier"] == "viewer-accounts-global"
        members[region] = len(cluster["DBClusterMembers"])
    assert members == {WEST: 1, SYDNEY: 0}


def test_tables_are_global_recoverable_or_neither(demo):
    client = demo.client("dynamodb")

    def state(name):
        replicas = client.describe_table(TableName=name)["Table"].get("Replicas", [])
        recovery = client.describe_continuous_backups(TableName=name)["ContinuousBackupsDescription"]
        return ([row["RegionName"] for row in replicas if row["ReplicaStatus"] == "ACTIVE"],
                recovery["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"])

    assert state("player-positions") == ([WEST], "ENABLED")
    assert state("watchlists") == ([], "ENABLED")
    assert state("feature-flags") == ([], "DISABLED")


def test_snapshots_travel_stay_or_are_not_made(demo):
    client = demo.client("ec2")
    volumes = {tags(row)["Name"]: row["VolumeId"] for row in client.describe_volumes()["Volumes"]}
    counts = {}
    for name in ("search-index", "mail-spool", "build-cache"):
        near = client.describe_snapshots(
            OwnerIds=["self"], Filters=[{"Name": "volume-id", "Values": [volumes[name]]}])["Snapshots"]
        far = demo.client("ec2", WEST).describe_snapshots(
            OwnerIds=["self"], Filters=[{"Name": "tag:Name", "Values": [name]}])["Snapshots"]
        counts[name] = (len(near), len(far) > 20)
        assert all(age(row["StartTime"]) < 8 * 86_400 for row in far)
    assert counts == {"search-index": (12, True), "mail-spool": (7, False), "build-cache": (0, False)}


def test_one_file_system_is_replicated_and_one_is_in_one_zone(demo):
    client = demo.client("efs")
    rows = client.describe_replication_configurations()["Replications"]
    assert [row["Destinations"][0]["Status"] for row in rows] == ["ENABLED"]
    assert age(rows[0]["Destinations"][0]["LastReplicatedTimestamp"]) < 1_900
    zones = {row["Name"]: row.get("AvailabilityZoneName") for row in client.describe_file_systems()["FileSystems"]}
    assert zones == {"cms-shared": None, "edit-projects": None, "transcode-scratch": "us-east-1a"}


def test_what_a_restore_test_made_is_gone(demo):
    assert demo.client("dynamodb", WEST).list_tables()["TableNames"] == ["player-positions"]


@pytest.mark.parametrize("command, list_name", [
    (["rds", "describe-db-instances"], "DBInstances"), (["dynamodb", "list-tables"], "TableNames"),
    (["ec2", "describe-volumes"], "Volumes"), (["efs", "describe-file-systems"], "FileSystems"),
    (["dlm", "get-lifecycle-policies"], "Policies"),
])
def test_the_aws_cli_reads_them(demo, command, list_name):
    # The first version of the CLI has a host of its own for RDS in us-east-1, unless the option names one.
    reply = demo.cli(*command, "--endpoint-url", demo.url)
    assert reply[list_name]
