"""The databases of the simulated account: as moto answers where it does, and by boto3 where it does not.

Not compared: the status of what was just made, which is there at once in the simulated account; the automated backups
of a read replica, which AWS leaves off and moto takes from the source; who writes in a global cluster, which moto says
nobody does.
"""

import pytest

from moto_comparison import compare, moto, simulated  # noqa: F401
from simulator import ACCOUNT

MEMBERS = {
    "DBInstance", "DBInstances", "DBInstanceIdentifier", "DBInstanceArn", "DBInstanceClass", "Engine",
    "DBInstanceStatus", "MasterUsername", "AllocatedStorage", "MultiAZ", "BackupRetentionPeriod", "StorageEncrypted",
    "DeletionProtection", "TagList", "Key", "Value", "DBClusterIdentifier", "ReadReplicaSourceDBInstanceIdentifier",
    "ReadReplicaDBInstanceIdentifiers", "DBClusters", "DBCluster", "DBClusterArn", "DBClusterMembers",
    "IsClusterWriter", "GlobalClusters", "GlobalClusterIdentifier", "GlobalClusterArn", "GlobalClusterMembers",
    "GlobalCluster", "IsWriter",
}
INSTANCE = {
    "Engine": "postgres", "DBInstanceClass": "db.m6g.large", "AllocatedStorage": 20, "MasterUsername": "root",
    "MasterUserPassword": "password-1", "BackupRetentionPeriod": 7,
}
CLUSTER = {"Engine": "aurora-postgresql", "MasterUsername": "root", "MasterUserPassword": "password-1"}
TAGS = [{"Key": "tier", "Value": "gold"}]
WEST = "us-west-2"


def arn(name, region="us-east-1"):
    return f"arn:aws:rds:{region}:{ACCOUNT}:{name}"


def instances(call):
    call("create_db_instance", DBInstanceIdentifier="shop", MultiAZ=True, Tags=TAGS, **INSTANCE)
    call("create_db_instance", DBInstanceIdentifier="shop", **INSTANCE)
    call("create_db_instance", DBInstanceIdentifier="library", **{**INSTANCE, "Engine": "mysql"})
    call("describe_db_instances", DBInstanceIdentifier="shop")
    call("describe_db_instances", DBInstanceIdentifier="none")
    call("describe_db_instances", region=WEST)
    call("describe_db_instances", Filters=[{"Name": "engine", "Values": ["mysql"]}])
    call("describe_db_instances", Filters=[{"Name": "db-instance-id", "Values": ["shop", "none"]}])
    call("describe_db_instances", Filters=[{"Name": "colour", "Values": ["blue"]}])
    call("list_tags_for_resource", ResourceName=arn("db:shop"))
    call("add_tags_to_resource", ResourceName=arn("db:shop"), Tags=[{"Key": "tier", "Value": "iron"}])
    call("list_tags_for_resource", ResourceName=arn("db:shop"))
    call("delete_db_instance", DBInstanceIdentifier="shop", SkipFinalSnapshot=True)
    call("describe_db_instances", DBInstanceIdentifier="shop")
    call("delete_db_instance", DBInstanceIdentifier="none", SkipFinalSnapshot=True)


def replicas(call):
    call("create_db_instance", DBInstanceIdentifier="shop", **INSTANCE)
    call("create_db_instance_read_replica", DBInstanceIdentifier="near", SourceDBInstanceIdentifier="shop")
    call("create_db_instance_read_replica", region=WEST, DBInstanceIdentifier="far",
         SourceDBInstanceIdentifier=arn("db:shop"))
    call("describe_db_instances", region=WEST)


def clusters(call):
    call("create_db_cluster", DBClusterIdentifier="films", Tags=TAGS, **CLUSTER)
    call("create_db_instance", DBInstanceIdentifier="films-1", DBClusterIdentifier="films",
         Engine="aurora-postgresql", DBInstanceClass="db.r6g.large")
    call("describe_db_clusters", DBClusterIdentifier="films")
    call("describe_db_clusters", DBClusterIdentifier="none")
    call("describe_db_clusters", Filters=[{"Name": "db-cluster-id", "Values": ["films"]}])
    call("list_tags_for_resource", ResourceName=arn("cluster:films"))
    call("delete_db_cluster", DBClusterIdentifier="films", SkipFinalSnapshot=True)
    call("delete_db_cluster", DBClusterIdentifier="none", SkipFinalSnapshot=True)


def global_clusters(call):
    call("create_global_cluster", GlobalClusterIdentifier="world")
    call("create_db_cluster", DBClusterIdentifier="films", **CLUSTER)
    call("create_global_cluster", GlobalClusterIdentifier="world", SourceDBClusterIdentifier=arn("cluster:films"))
    call("describe_global_clusters")


@pytest.mark.parametrize("script", [instances, replicas, clusters, global_clusters])
def test_answers_as_moto_does(script, moto, simulated):  # noqa: F811
    unlike = {replicas: {"BackupRetentionPeriod"}, global_clusters: {"IsWriter"}}.get(script, set())
    compare(moto, simulated, "rds", script, MEMBERS - unlike)


def test_automated_backups_are_replicated_by_the_region_that_holds_them(simulated):  # noqa: F811
    home, west = simulated.client("rds"), simulated.client("rds", WEST)
    home.create_db_instance(DBInstanceIdentifier="shop", **INSTANCE)
    started = west.start_db_instance_automated_backups_replication(
        SourceDBInstanceArn=arn("db:shop"), BackupRetentionPeriod=14)["DBInstanceAutomatedBackup"]
    assert started["DBInstanceAutomatedBackupsArn"].startswith(f"arn:aws:rds:{WEST}:{ACCOUNT}:auto-backup:ab-")
    source = home.describe_db_instances()["DBInstances"][0]
    assert source["DBInstanceAutomatedBackupsReplications"] == [
        {"DBInstanceAutomatedBackupsArn": started["DBInstanceAutomatedBackupsArn"]}]
    simulated.advance(86_400)

    def held():
        return west.describe_db_instance_automated_backups()["DBInstanceAutomatedBackups"]

    copy = held()[0]
    assert (copy["Status"], copy["Region"], copy["DBInstanceArn"]) == ("replicating", "us-east-1", arn("db:shop"))
    window = copy["RestoreWindow"]
    assert 80_000 < (window["LatestTime"] - window["EarliestTime"]).total_seconds() < 86_400
    own = home.describe_db_instance_automated_backups()["DBInstanceAutomatedBackups"]
    assert [(row["Status"], row["Region"]) for row in own] == [("active", "us-east-1")]

    home.delete_db_instance(DBInstanceIdentifier="shop", SkipFinalSnapshot=True)
    simulated.advance(86_400)
    assert held()[0]["Status"] == "retained"
    assert held()[0]["RestoreWindow"]["LatestTime"] < window["LatestTime"].replace(year=2100)


def test_a_replica_tells_how_it_replicates(simulated):  # noqa: F811
    home, west = simulated.client("rds"), simulated.client("rds", WEST)
    home.create_db_instance(DBInstanceIdentifier="shop", **INSTANCE)
    west.create_db_instance_read_replica(DBInstanceIdentifier="far", SourceDBInstanceIdentifier=arn("db:shop"))
    assert home.describe_db_instances()["DBInstances"][0]["ReadReplicaDBInstanceIdentifiers"] == [arn("db:far", WEST)]
    status = west.describe_db_instances()["DBInstances"][0]["StatusInfos"]
    assert status == [{"StatusType": "read replication", "Normal": True, "Status": "replicating"}]


def test_a_global_database_has_a_member_in_each_region(simulated):  # noqa: F811
    home, west = simulated.client("rds"), simulated.client("rds", WEST)
    home.create_db_cluster(DBClusterIdentifier="films", **CLUSTER)
    home.create_global_cluster(GlobalClusterIdentifier="world", SourceDBClusterIdentifier=arn("cluster:films"))
    west.create_db_cluster(
        DBClusterIdentifier="films-west", Engine="aurora-postgresql", GlobalClusterIdentifier="world")
    secondary = arn("cluster:films-west", WEST)
    for client in (home, west):
        members = client.describe_global_clusters()["GlobalClusters"][0]["GlobalClusterMembers"]
        assert [(row["DBClusterArn"], row["IsWriter"], row["Readers"]) for row in members] == [
            (arn("cluster:films"), True, [secondary]), (secondary, False, [])]
        assert members[1]["SynchronizationStatus"] == "connected"
    cluster = west.describe_db_clusters()["DBClusters"][0]
    assert (cluster["DBClusterMembers"], cluster["GlobalClusterIdentifier"]) == ([], "world")
    assert simulated.client("rds", "eu-west-1").describe_global_clusters()["GlobalClusters"] == []

    def remove(client, cluster):
        client.remove_from_global_cluster(GlobalClusterIdentifier="world", DbClusterIdentifier=cluster)

    with pytest.raises(home.exceptions.InvalidGlobalClusterStateFault):
        remove(home, arn("cluster:films"))
    with pytest.raises(west.exceptions.InvalidDBClusterStateFault):
        west.delete_db_cluster(DBClusterIdentifier="films-west", SkipFinalSnapshot=True)
    remove(west, secondary)
    west.delete_db_cluster(DBClusterIdentifier="films-west", SkipFinalSnapshot=True)
    remove(home, arn("cluster:films"))
    home.delete_global_cluster(GlobalClusterIdentifier="world")
    assert home.describe_global_clusters()["GlobalClusters"] == []


def test_what_is_many_comes_in_pages(simulated):  # noqa: F811
    home = simulated.client("rds")
    for number in range(45):
        home.create_db_instance(DBInstanceIdentifier=f"db-{number:02}", **INSTANCE)
    pages = list(home.get_paginator("describe_db_instances").paginate(PaginationConfig={"PageSize": 20}))
    assert [len(page["DBInstances"]) for page in pages] == [20, 20, 5]
    assert len({row["DBInstanceIdentifier"] for page in pages for row in page["DBInstances"]}) == 45
    with pytest.raises(home.exceptions.ClientError) as error:
        home.describe_db_instances(MaxRecords=5)
    assert error.value.response["Error"]["Code"] == "InvalidParameterValue"


def test_snapshots_are_made_each_day(simulated):  # noqa: F811
    home = simulated.client("rds")
    home.create_db_instance(DBInstanceIdentifier="shop", **INSTANCE)
    home.create_db_cluster(DBClusterIdentifier="films", BackupRetentionPeriod=3, **CLUSTER)
    simulated.advance(30 * 86_400)
    snapshots = home.describe_db_snapshots(DBInstanceIdentifier="shop")["DBSnapshots"]
    assert len(snapshots) == 7 and {row["SnapshotType"] for row in snapshots} == {"automated"}
    assert len(home.describe_db_cluster_snapshots()["DBClusterSnapshots"]) == 3
    assert home.describe_db_snapshots(SnapshotType="awsbackup")["DBSnapshots"] == []
    assert len(home.describe_db_cluster_automated_backups()["DBClusterAutomatedBackups"]) == 1


def test_what_it_does_not_know_is_an_error_of_its_own(simulated):  # noqa: F811
    client = simulated.client("rds")
    with pytest.raises(client.exceptions.ClientError) as error:
        client.describe_db_proxies()
    assert error.value.response["Error"]["Code"] == "InvalidAction"
