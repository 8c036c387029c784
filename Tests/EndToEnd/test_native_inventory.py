"""What a check reads of databases, tables, volumes and file systems is what boto3 reads, field by field.

The account is moto's where moto has the service, and the simulated one for all of them: moto has no replication of file
systems, no snapshot policies, no replicated automated backups. Both are furnished by boto3.
"""

import json

import pytest

from lifeboat import run
from moto_account import moto_account
from native_inventory import problems, read_by_boto3, read_in_snapshot
from simulator import ACCESS_KEY, ACCOUNT, SECRET_KEY, Simulator

EAST, WEST = "us-east-1", "us-west-2"
TAGS = [{"Key": "dr", "Value": "ja & nein <é>"}, {"Key": "empty", "Value": ""}]
LISTINGS = [
    "databases", "clusters", "globalClusters", "automatedBackups", "tables", "volumes", "snapshots", "fileSystems",
    "databaseSnapshots", "clusterSnapshots", "tableBackups"]
BEYOND_MOTO = ["fileSystemReplications", "snapshotPolicies", "globalTables"]


def furnish(account, wait=lambda: None):
    """Databases, tables, volumes and file systems in two regions, some with another life in the other.

    `wait` lets what was begun come to its end, in an account where that takes its time.
    """
    far_key = account.client("kms", WEST).create_key()["KeyMetadata"]["Arn"]
    home_key = account.client("kms", EAST).create_key()["KeyMetadata"]["Arn"]
    databases(account, home_key, far_key)
    tables(account, home_key)
    volumes(account, home_key, wait)
    efs = account.client("efs", EAST)
    efs.create_file_system(CreationToken="a", Encrypted=True, Backup=True, Tags=[{"Key": "Name", "Value": "films"}])
    return efs.create_file_system(CreationToken="b", Encrypted=False)["FileSystemId"]


def databases(account, home_key, far_key):
    rds, far = account.client("rds", EAST), account.client("rds", WEST)
    rds.create_db_instance(
        DBInstanceIdentifier="shop", Engine="mysql", DBInstanceClass="db.t3.small", AllocatedStorage=50,
        MasterUsername="admin", MasterUserPassword="none of yours", BackupRetentionPeriod=7, MultiAZ=True,
        StorageEncrypted=True, KmsKeyId=home_key, DeletionProtection=True, Tags=TAGS)
    rds.create_db_instance(
        DBInstanceIdentifier="bare", Engine="postgres", DBInstanceClass="db.t3.small", AllocatedStorage=20,
        MasterUsername="admin", MasterUserPassword="none of yours", BackupRetentionPeriod=0)
    far.create_db_instance_read_replica(
        DBInstanceIdentifier="shop-far", SourceDBInstanceIdentifier=f"arn:aws:rds:{EAST}:{ACCOUNT}:db:shop",
        SourceRegion=EAST, KmsKeyId=far_key)
    rds.create_db_instance_read_replica(DBInstanceIdentifier="shop-near", SourceDBInstanceIdentifier="shop")
    rds.create_db_cluster(
        DBClusterIdentifier="catalogue", Engine="aurora-mysql", MasterUsername="admin",
        MasterUserPassword="none of yours", BackupRetentionPeriod=3, Tags=TAGS)
    rds.create_db_instance(
        DBInstanceIdentifier="catalogue-1", Engine="aurora-mysql", DBInstanceClass="db.r6g.large",
        DBClusterIdentifier="catalogue")
    rds.create_global_cluster(
        GlobalClusterIdentifier="world", SourceDBClusterIdentifier=f"arn:aws:rds:{EAST}:{ACCOUNT}:cluster:catalogue")
    rds.create_db_snapshot(DBSnapshotIdentifier="by-hand", DBInstanceIdentifier="shop", Tags=TAGS)
    rds.create_db_cluster_snapshot(DBClusterSnapshotIdentifier="by-hand", DBClusterIdentifier="catalogue")
    # A secondary without instances.
    far.create_db_cluster(
        DBClusterIdentifier="catalogue-far", Engine="aurora-mysql", GlobalClusterIdentifier="world")


def tables(account, home_key):
    dynamodb = account.client("dynamodb", EAST)
    for name in ("orders", "carts"):
        dynamodb.create_table(
            TableName=name, AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
            KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}], BillingMode="PAY_PER_REQUEST",
            StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"},
            **({"Tags": TAGS, "DeletionProtectionEnabled": True,
                "SSESpecification": {"Enabled": True, "SSEType": "KMS", "KMSMasterKeyId": home_key}}
               if name == "carts" else {}))
    dynamodb.update_continuous_backups(
        TableName="carts", PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True})
    dynamodb.create_backup(TableName="carts", BackupName="by-hand")
    dynamodb.update_table(TableName="orders", ReplicaUpdates=[{"Create": {"RegionName": WEST}}])


def volumes(account, home_key, wait):
    ec2 = account.client("ec2", EAST)
    plain = ec2.create_volume(AvailabilityZone=f"{EAST}a", Size=8)["VolumeId"]
    ec2.create_volume(
        AvailabilityZone=f"{EAST}b", Size=100, Encrypted=True, KmsKeyId=home_key,
        TagSpecifications=[{"ResourceType": "volume", "Tags": TAGS}])
    snapshot = ec2.create_snapshot(VolumeId=plain, Description="nightly", TagSpecifications=[
        {"ResourceType": "snapshot", "Tags": TAGS}])["SnapshotId"]
    wait()
    account.client("ec2", WEST).copy_snapshot(
        SourceRegion=EAST, SourceSnapshotId=snapshot, Description=f"[Copied {snapshot} from {EAST}] nightly")


def furnish_beyond_moto(account, file_system):
    account.client("efs", EAST).create_replication_configuration(
        SourceFileSystemId=file_system, Destinations=[{"Region": WEST}])
    account.client("rds", WEST).start_db_instance_automated_backups_replication(
        SourceDBInstanceArn=f"arn:aws:rds:{EAST}:{ACCOUNT}:db:shop", BackupRetentionPeriod=5,
        KmsKeyId=account.client("kms", WEST).create_key()["KeyMetadata"]["Arn"])
    rds, far = account.client("rds", EAST), account.client("rds", WEST)
    far_key = account.client("kms", WEST).create_key()["KeyMetadata"]["Arn"]
    far.copy_db_snapshot(
        SourceDBSnapshotIdentifier=f"arn:aws:rds:{EAST}:{ACCOUNT}:snapshot:by-hand", SourceRegion=EAST,
        TargetDBSnapshotIdentifier="copied-by-hand", KmsKeyId=far_key)
    far.copy_db_cluster_snapshot(
        SourceDBClusterSnapshotIdentifier=f"arn:aws:rds:{EAST}:{ACCOUNT}:cluster-snapshot:by-hand", SourceRegion=EAST,
        TargetDBClusterSnapshotIdentifier="copied-by-hand")
    rds.create_db_cluster(
        DBClusterIdentifier="plain", Engine="aurora-mysql", MasterUsername="admin", MasterUserPassword="none of yours")
    far.create_db_cluster(
        DBClusterIdentifier="plain-far", Engine="aurora-mysql",
        ReplicationSourceIdentifier=f"arn:aws:rds:{EAST}:{ACCOUNT}:cluster:plain")
    for region in (EAST, WEST):
        account.client("dynamodb", region).create_table(
            TableName="old", AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
            KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}], BillingMode="PAY_PER_REQUEST")
    account.client("dynamodb", EAST).create_global_table(
        GlobalTableName="old", ReplicationGroup=[{"RegionName": EAST}, {"RegionName": WEST}])
    dlm, role = account.client("dlm", EAST), f"arn:aws:iam::{ACCOUNT}:role/dlm"
    dlm.create_lifecycle_policy(ExecutionRoleArn=role, Description="twice", State="ENABLED", PolicyDetails={
        "ResourceTypes": ["VOLUME"], "TargetTags": [{"Key": "snapshots", "Value": "twice"}], "Schedules": [{
            "Name": "twice a day", "CreateRule": {"Interval": 12, "IntervalUnit": "HOURS", "Times": ["03:00"]},
            "RetainRule": {"Count": 4}, "CrossRegionCopyRules": [{
                "Target": WEST, "Encrypted": False, "RetainRule": {"Interval": 3, "IntervalUnit": "DAYS"}}]}]})
    dlm.create_lifecycle_policy(
        ExecutionRoleArn=role, Description="all", State="DISABLED", DefaultPolicy="VOLUME", CreateInterval=1,
        RetainInterval=7, CrossRegionCopyTargets=[{"TargetRegion": WEST}],
        Exclusions={"ExcludeBootVolumes": True, "ExcludeVolumeTypes": ["st1"], "ExcludeTags": TAGS[:1]})


class Surveyed:
    """What boto3 read of each region before and after a check, and what the check read."""

    def __init__(self, account, home, **credentials):
        self.before = {region: read_by_boto3(account, region) for region in (EAST, WEST)}
        snapshot = home / "snapshot.json"
        self.run = run(
            "check", "--output", "json", "--endpoint-url", account.url, "--region", EAST, "--region", WEST,
            "--save-snapshot", snapshot, home=home, environment={"AWS_REGION": EAST, **credentials})
        self.after = {region: read_by_boto3(account, region) for region in (EAST, WEST)}
        self.inventory = json.loads(snapshot.read_text())["inventory"]
        self.regions = {row["region"]: row for row in self.inventory["native"]}

    def problems(self, listing, region):
        ours = read_in_snapshot({listing: self.regions[region][listing]})
        assert listing in ours, self.regions[region][listing]
        return list(problems(ours[listing], self.before[region][listing], self.after[region][listing], listing))


@pytest.fixture(scope="module")
def in_moto(module_home):
    with moto_account() as account:
        furnish(account)
        yield Surveyed(account, module_home)


@pytest.fixture(scope="module")
def in_simulation(tmp_path_factory):
    account = Simulator.start("--empty")
    try:
        furnish_beyond_moto(account, furnish(account, wait=lambda: account.advance(3_600)))
        # Replicas and copies come to be, and policies make their first snapshots.
        account.advance(2 * 86_400)
        yield Surveyed(
            account, tmp_path_factory.mktemp("home"), AWS_ACCESS_KEY_ID=ACCESS_KEY, AWS_SECRET_ACCESS_KEY=SECRET_KEY)
    finally:
        account.stop()


@pytest.mark.parametrize("region", [EAST, WEST])
@pytest.mark.parametrize("listing", LISTINGS)
def test_what_moto_answers_is_read_as_boto3_reads_it(in_moto, listing, region):
    assert in_moto.problems(listing, region) == []


@pytest.mark.parametrize("region", [EAST, WEST])
@pytest.mark.parametrize("listing", LISTINGS + BEYOND_MOTO)
def test_what_the_simulated_account_answers_is_read_as_boto3_reads_it(in_simulation, listing, region):
    assert in_simulation.problems(listing, region) == []


def test_there_was_something_of_everything_to_read(in_simulation):
    for listing in LISTINGS + BEYOND_MOTO:
        assert in_simulation.before[EAST][listing], listing
    for listing in ("automatedBackups", "databaseSnapshots", "clusterSnapshots"):
        assert in_simulation.before[WEST][listing], listing
    assert any(row.get("ReadReplicaIdentifiers") for row in in_simulation.before[EAST]["clusters"])


def test_what_was_made_by_hand_is_a_path_at_risk(in_simulation):
    report = in_simulation.run.report()
    found = {
        (path["mechanism"], resource["name"], resource["verdict"])
        for scenario in report["scenarios"] if scenario["region"] == EAST
        for resource in scenario["resources"] for path in resource["paths"]
        if path["mechanism"] == "rds-snapshot-copy" or resource["name"] == "old"}
    # A replica beside its source has its source's.
    assert {name for mechanism, name, _ in found if mechanism == "rds-snapshot-copy"} == {"shop", "shop-near", "catalogue"}
    assert ("dynamodb-global-table", "old", "protected") in found


def test_what_moto_does_not_know_is_a_gap_and_nothing_else_is(in_moto):
    report = in_moto.run.report()
    services = ("rds:", "dynamodb:", "ec2:", "dlm:", "elasticfilesystem:")
    assert {gap["call"] for gap in report["gaps"] if gap["call"].startswith(services)} == {
        "dlm:GetLifecyclePolicies", "dynamodb:ListGlobalTables",
        "elasticfilesystem:DescribeReplicationConfigurations"}
    for gap in report["gaps"]:
        assert not gap["cause"].startswith("denied"), gap


def test_the_simulated_account_answers_everything(in_simulation):
    assert in_simulation.run.report()["gaps"] == []


def test_regions_that_were_not_to_be_read_are_not_read(in_moto):
    for region, native in in_moto.regions.items():
        if region not in (EAST, WEST):
            assert {reading["status"] for name, reading in native.items() if name != "region"} == {"notRead"}


def test_the_key_of_a_replica_elsewhere_is_looked_up_there(in_moto):
    keys = in_moto.inventory["keys"]
    named = {(key["name"], key["region"]): reading for key, reading in zip(keys[::2], keys[1::2])}
    far = [row for row in in_moto.before[WEST]["databases"] if row["DBInstanceIdentifier"] == "shop-far"][0]["KmsKeyId"]
    assert named[(far, WEST)]["value"]["KeyState"] == "Enabled"
