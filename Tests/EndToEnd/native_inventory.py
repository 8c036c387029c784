"""What boto3 reads of a region's databases, tables, volumes and file systems, in the shape of a snapshot's inventory.

Snapshots keep AWS's own names. Each table names the members that Lifeboat reads; what is empty counts as absent.
"""

import contextlib
import datetime

from botocore.exceptions import ClientError

TAG = {"Key", "Value"}
DATABASE = {
    "DBInstanceIdentifier", "DBInstanceArn", "DbiResourceId", "Engine", "DBInstanceStatus", "DBClusterIdentifier", "MultiAZ",
    "BackupRetentionPeriod", "LatestRestorableTime", "DeletionProtection", "StorageEncrypted", "KmsKeyId",
    "AllocatedStorage", "InstanceCreateTime", "PreferredMaintenanceWindow", "ReadReplicaSourceDBInstanceIdentifier",
    "ReadReplicaDBInstanceIdentifiers", "StatusInfos", "StatusType", "Normal", "Status", "Message",
    "DBInstanceAutomatedBackupsReplications", "TagList"} | TAG
CLUSTER = {
    "DBClusterIdentifier", "DBClusterArn", "DbClusterResourceId", "Engine", "Status", "DBClusterMembers",
    "BackupRetentionPeriod", "ReadReplicaIdentifiers",
    "LatestRestorableTime", "DeletionProtection", "StorageEncrypted", "KmsKeyId", "ReplicationSourceIdentifier",
    "AllocatedStorage", "ClusterCreateTime", "PreferredMaintenanceWindow", "TagList"} | TAG
GLOBAL_CLUSTER = {
    "GlobalClusterIdentifier", "GlobalClusterArn", "Engine", "Status", "GlobalClusterMembers", "DBClusterArn",
    "IsWriter", "Readers", "SynchronizationStatus", "FailoverState", "DeletionProtection"}
AUTOMATED_BACKUP = {
    "DBInstanceAutomatedBackupsArn", "DBInstanceArn", "DBInstanceIdentifier", "Region", "Status", "EarliestTime",
    "LatestTime", "BackupRetentionPeriod", "KmsKeyId", "AwsBackupRecoveryPointArn", "DbiResourceId"}
DATABASE_SNAPSHOT = {
    "DBSnapshotIdentifier", "DBSnapshotArn", "DBInstanceIdentifier", "DbiResourceId", "InstanceCreateTime", "Status",
    "SnapshotType", "SnapshotCreateTime", "OriginalSnapshotCreateTime", "SourceDBSnapshotIdentifier", "SourceRegion",
    "KmsKeyId"}
CLUSTER_SNAPSHOT = {
    "DBClusterSnapshotIdentifier", "DBClusterSnapshotArn", "DBClusterIdentifier", "DbClusterResourceId",
    "ClusterCreateTime", "Status", "SnapshotType", "SnapshotCreateTime", "SourceDBClusterSnapshotArn", "KmsKeyId"}
TABLE_BACKUP = {"BackupArn", "TableName", "TableId", "BackupCreationDateTime", "BackupStatus", "BackupType"}
GLOBAL_TABLE = {"GlobalTableName", "ReplicationGroup", "RegionName"}
TABLE = {
    "TableName", "TableArn", "TableId", "TableStatus", "TableSizeBytes", "CreationDateTime", "DeletionProtectionEnabled",
    "GlobalTableVersion", "MultiRegionConsistency", "Replicas", "RegionName", "ReplicaStatus", "KMSMasterKeyId",
    "SSEDescription", "Status", "KMSMasterKeyArn"}
RECOVERY = {
    "PointInTimeRecoveryStatus", "RecoveryPeriodInDays", "EarliestRestorableDateTime", "LatestRestorableDateTime"}
VOLUME = {
    "VolumeId", "State", "Size", "Encrypted", "KmsKeyId", "AvailabilityZone", "VolumeType", "Device", "CreateTime",
    "Attachments", "Tags"} | TAG
SNAPSHOT = {
    "SnapshotId", "VolumeId", "State", "StartTime", "Encrypted", "KmsKeyId", "StorageTier", "VolumeSize",
    "Description", "Tags"} | TAG
POLICY = {
    "PolicyId", "Description", "State", "DefaultPolicy", "PolicyDetails", "ResourceTypes", "ResourceType",
    "TargetTags", "Schedules", "CreateInterval", "RetainInterval", "RetainRule", "Count", "IntervalUnit",
    "CrossRegionCopyTargets", "Name", "CreateRule", "Interval",
    "CronExpression", "CrossRegionCopyRules", "Target", "TargetRegion", "CmkArn", "Exclusions",
    "ExcludeBootVolumes", "ExcludeVolumeTypes", "ExcludeTags", "Parameters", "ExcludeBootVolume",
    "ExcludeDataVolumeTags"} | TAG
FILE_SYSTEM = {
    "FileSystemId", "FileSystemArn", "Name", "LifeCycleState", "SizeInBytes", "Value", "Encrypted", "KmsKeyId",
    "AvailabilityZoneName", "CreationTime", "Tags"} | TAG
REPLICATION = {
    "SourceFileSystemId", "SourceFileSystemRegion", "SourceFileSystemArn", "Destinations", "FileSystemId", "Region",
    "OwnerId", "Status", "LastReplicatedTimestamp"}


def kept(value, members):
    """The members that are read, however deep; moments as seconds since 1970, to the millisecond."""
    if isinstance(value, dict):
        inner = {key: kept(each, members) for key, each in value.items() if key in members}
        return {key: each for key, each in inner.items() if each not in ({}, [], None, "")}
    if isinstance(value, list):
        return [kept(each, members) for each in value]
    if isinstance(value, datetime.datetime):
        return round(value.timestamp(), 3)
    return round(value, 3) if isinstance(value, float) else value


def pages(client, operation, rows, **parameters):
    return [
        row for page in client.get_paginator(operation).paginate(**parameters) for row in page[rows]]


def read_by_boto3(account, region):
    """`account.client(service, region)` is asked; what a service does not answer at all is left out."""
    rds, ec2 = account.client("rds", region), account.client("ec2", region)
    read = {
        "databases": [database(row) for row in pages(rds, "describe_db_instances", "DBInstances")],
        "clusters": [cluster(row) for row in pages(rds, "describe_db_clusters", "DBClusters")],
        "globalClusters": [
            global_cluster(row) for row in pages(rds, "describe_global_clusters", "GlobalClusters")],
        "automatedBackups": [
            automated_backup(row) for row in pages(
                rds, "describe_db_instance_automated_backups", "DBInstanceAutomatedBackups")],
        "tables": tables(account.client("dynamodb", region)),
        "volumes": [volume(row) for row in pages(ec2, "describe_volumes", "Volumes")],
        "snapshots": [
            kept(row, SNAPSHOT) for row in pages(ec2, "describe_snapshots", "Snapshots", OwnerIds=["self"])],
        "fileSystems": file_systems(account.client("efs", region)),
        "databaseSnapshots": [
            kept(row, DATABASE_SNAPSHOT) for row in pages(
                rds, "describe_db_snapshots", "DBSnapshots", SnapshotType="manual")],
        "clusterSnapshots": [
            kept(row, CLUSTER_SNAPSHOT) for row in pages(
                rds, "describe_db_cluster_snapshots", "DBClusterSnapshots", SnapshotType="manual")],
        "tableBackups": [
            kept(row, TABLE_BACKUP) for row in pages(
                account.client("dynamodb", region), "list_backups", "BackupSummaries", BackupType="USER")],
    }
    with contextlib.suppress(ClientError):
        read["globalTables"] = [
            kept(row, GLOBAL_TABLE) for row in account.client("dynamodb", region).list_global_tables()["GlobalTables"]]
    with contextlib.suppress(ClientError):
        read["fileSystemReplications"] = [
            kept(row, REPLICATION) for row in pages(
                account.client("efs", region), "describe_replication_configurations", "Replications")]
    with contextlib.suppress(ClientError):
        read["snapshotPolicies"] = snapshot_policies(account.client("dlm", region))
    return read


def database(row):
    backups = [each["DBInstanceAutomatedBackupsArn"] for each in row.get("DBInstanceAutomatedBackupsReplications", [])]
    return kept(row | {"DBInstanceAutomatedBackupsReplications": backups}, DATABASE)


def cluster(row):
    members = [member["DBInstanceIdentifier"] for member in row["DBClusterMembers"]]
    return kept(row | {"DBClusterMembers": members}, CLUSTER)


def global_cluster(row):
    return kept(row | {"FailoverState": row.get("FailoverState", {}).get("Status")}, GLOBAL_CLUSTER)


def automated_backup(row):
    return kept(row | row.get("RestoreWindow", {}), AUTOMATED_BACKUP)


def volume(row):
    attached = row["Attachments"]
    device = attached[0].get("Device") if attached else None
    return kept(row | {"Attachments": [each["InstanceId"] for each in attached], "Device": device}, VOLUME)


def tables(client):
    found = []
    for name in sorted(pages(client, "list_tables", "TableNames")):
        table = client.describe_table(TableName=name)["Table"]
        backups = client.describe_continuous_backups(TableName=name)["ContinuousBackupsDescription"]
        found.append({
            "name": name, "table": kept(table, TABLE),
            "pointInTimeRecovery": kept(backups["PointInTimeRecoveryDescription"], RECOVERY),
            "tags": pages(client, "list_tags_of_resource", "Tags", ResourceArn=table["TableArn"])})
    return found


def file_systems(client):
    found = []
    for row in pages(client, "describe_file_systems", "FileSystems"):
        try:
            policy = client.describe_backup_policy(FileSystemId=row["FileSystemId"])["BackupPolicy"]["Status"]
        except client.exceptions.PolicyNotFound:
            policy = None
        found.append({
            "fileSystem": kept(row, FILE_SYSTEM),
            "backsUpDaily": None if policy is None else policy in ("ENABLED", "ENABLING")})
    return found


def snapshot_policies(client):
    listed = client.get_lifecycle_policies()["Policies"] + client.get_lifecycle_policies(
        DefaultPolicyType="ALL")["Policies"]
    policies = []
    for each in sorted({row["PolicyId"] for row in listed}):
        policy = kept(client.get_lifecycle_policy(PolicyId=each)["Policy"], POLICY)
        # The unit of runs is not read: it is hours.
        for schedule in policy["PolicyDetails"].get("Schedules", []):
            schedule.get("CreateRule", {}).pop("IntervalUnit", None)
        policies.append({"id": each, "policy": policy})
    return policies


def read_in_snapshot(native):
    """A region of a snapshot in the shape above: values for readings; what was not read is left out."""
    read = {name: value(reading) for name, reading in native.items() if name != "region"}
    read = {name: each for name, each in read.items() if each is not ...}
    for row in read.get("tables", []):
        row |= {name: value(row[name]) for name in ("table", "pointInTimeRecovery", "tags")}
    for row in read.get("snapshotPolicies", []):
        row["policy"] = value(row["policy"])
    for row in read.get("fileSystems", []):
        row["backsUpDaily"] = value(row["backsUpDaily"])
    return read


def value(reading):
    """None is absent, `...` unread."""
    if reading["status"] == "absent":
        return None
    return reading["value"] if reading["status"] == "value" else ...


def problems(ours, before, after, path=""):
    """Where what Lifeboat read is not what boto3 read just before and just after; a moment may move on between."""
    if isinstance(before, dict) and isinstance(ours, dict) and isinstance(after, dict):
        for key in sorted(before.keys() | ours.keys()):
            mine = ours.get(key)
            # What is empty counts as absent; an unread value never does.
            mine = None if mine in ({}, [], "") else mine
            theirs = None if before.get(key) in ({}, [], "") else before.get(key)
            yield from problems(mine, theirs, after.get(key), f"{path}.{key}")
    elif isinstance(before, list) and isinstance(ours, list) and len(before) == len(ours) == len(after):
        for index, each in enumerate(zip(ours, before, after)):
            yield from problems(*each, f"{path}[{index}]")
    elif isinstance(before, float) and isinstance(ours, (int, float)):
        if not before - 0.001 <= ours <= after + 0.001:
            yield f"{path}: {ours} is not between {before} and {after}"
    elif ours != before:
        yield f"{path}: {ours!r}, and boto3 read {before!r}"
