"""The file systems of the simulated account: as moto answers where it does, and by boto3 where it does not.

Not compared: the throughput and performance modes, and what moto does not know: replication.
"""

import datetime

import pytest

from moto_comparison import compare, moto, simulated  # noqa: F401
from simulator import ACCOUNT

MEMBERS = {
    "FileSystems", "CreationToken", "OwnerId", "LifeCycleState", "Name", "Encrypted", "AvailabilityZoneName", "Tags",
    "Key", "Value", "BackupPolicy", "Status",
}
WEST = "us-west-2"


def file_systems(call):
    made = call("create_file_system", CreationToken="a", Encrypted=False, Tags=[{"Key": "Name", "Value": "films"}])
    call("create_file_system", CreationToken="a")
    call("describe_file_systems", FileSystemId=made["FileSystemId"])
    call("describe_file_systems", CreationToken="a")
    call("describe_file_systems", FileSystemId="fs-0123456789abcdef0")
    call("describe_file_systems", region=WEST)
    call("list_tags_for_resource", ResourceId=made["FileSystemId"])
    call("describe_backup_policy", FileSystemId=made["FileSystemId"])
    call("delete_file_system", FileSystemId=made["FileSystemId"])
    call("describe_file_systems")
    call("delete_file_system", FileSystemId=made["FileSystemId"])


def one_zone(call):
    made = call("create_file_system", CreationToken="a", Encrypted=True, AvailabilityZoneName="us-east-1a", Backup=True)
    call("describe_file_systems", FileSystemId=made["FileSystemId"])
    call("describe_backup_policy", FileSystemId=made["FileSystemId"])


@pytest.mark.parametrize("script", [file_systems, one_zone])
def test_answers_as_moto_does(script, moto, simulated):  # noqa: F811
    compare(moto, simulated, "efs", script, MEMBERS)


def test_replication_moves_with_the_clock(simulated):  # noqa: F811
    home, west = simulated.client("efs"), simulated.client("efs", WEST)
    source = home.create_file_system(CreationToken="a")["FileSystemId"]

    def destination(client, **named):
        row = client.describe_replication_configurations(**named)["Replications"][0]
        assert (row["SourceFileSystemId"], row["SourceFileSystemRegion"]) == (source, "us-east-1")
        return row["Destinations"][0]

    with pytest.raises(home.exceptions.ReplicationNotFound):
        home.describe_replication_configurations(FileSystemId=source)
    assert home.describe_replication_configurations()["Replications"] == []
    made = home.create_replication_configuration(SourceFileSystemId=source, Destinations=[{"Region": WEST}])
    assert (made["Destinations"][0]["Status"], made["Destinations"][0]["Region"]) == ("ENABLING", WEST)
    assert "LastReplicatedTimestamp" not in destination(home)
    copy = destination(home)["FileSystemId"]
    assert [row["FileSystemId"] for row in west.describe_file_systems()["FileSystems"]] == [copy]
    with pytest.raises(home.exceptions.FileSystemInUse):
        home.delete_file_system(FileSystemId=source)

    simulated.advance(6 * 3600)
    for client, named in ((home, source), (west, copy)):
        there = destination(client, FileSystemId=named)
        assert there["Status"] == "ENABLED"
        now = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=6)
        assert 0 < (now - there["LastReplicatedTimestamp"]).total_seconds() < 1_900

    west.delete_replication_configuration(SourceFileSystemId=source, DeletionMode="LOCAL_CONFIGURATION_ONLY")
    assert west.describe_replication_configurations()["Replications"] == []
    west.delete_file_system(FileSystemId=copy)


def test_a_file_system_that_is_not_there_has_no_policy(simulated):  # noqa: F811
    client = simulated.client("efs")
    with pytest.raises(client.exceptions.FileSystemNotFound) as error:
        client.describe_backup_policy(FileSystemId="fs-0123456789abcdef0")
    assert error.value.response["ErrorCode"] == "FileSystemNotFound"
    source = client.create_file_system(CreationToken="a")["FileSystemId"]
    with pytest.raises(client.exceptions.PolicyNotFound):
        client.describe_backup_policy(FileSystemId=source)
    client.put_backup_policy(FileSystemId=source, BackupPolicy={"Status": "DISABLED"})
    assert client.describe_backup_policy(FileSystemId=source)["BackupPolicy"] == {"Status": "DISABLED"}
    assert client.list_tags_for_resource(ResourceId=source)["Tags"] == []
    assert ACCOUNT in client.describe_file_systems()["FileSystems"][0]["FileSystemArn"]


def test_what_it_does_not_know_is_an_error_of_its_own(simulated):  # noqa: F811
    client = simulated.client("efs")
    with pytest.raises(client.exceptions.ClientError) as error:
        client.describe_access_points()
    assert error.value.response["Error"]["Code"] == "UnknownOperationException"
