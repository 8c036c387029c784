"""What a recovery asks of the simulated account, by boto3 and the AWS CLI: the same jobs, the same refusals, and what they
make.
"""

import json
import socket

import pytest
from botocore.exceptions import ClientError

from lifeboat import run
from moto_comparison import simulated  # noqa: F401
from simulator import ACCOUNT

WEST = "us-west-2"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/restorer"
MANAGED = "arn:aws:iam::aws:policy/"


def trust(service):
    return json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"Service": service}, "Action": "sts:AssumeRole"}]})


def role(simulated, name, *policies, service="backup.amazonaws.com"):
    iam = simulated.client("iam")
    iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust(service))
    for policy in policies:
        iam.attach_role_policy(RoleName=name, PolicyArn=MANAGED + policy)
    return f"arn:aws:iam::{ACCOUNT}:role/{name}"


@pytest.fixture
def point(simulated):  # noqa: F811
    """A recovery point of a bucket, copied to another region; the bucket is purged after that."""
    s3, backup = simulated.client("s3"), simulated.client("backup")
    s3.create_bucket(Bucket="media")
    s3.put_bucket_versioning(Bucket="media", VersioningConfiguration={"Status": "Enabled"})
    s3.put_bucket_notification_configuration(
        Bucket="media", NotificationConfiguration={"EventBridgeConfiguration": {}})
    versions = [s3.put_object(Bucket="media", Key=f"films/{n}", Body=b"film %d" % n)["VersionId"] for n in range(3)]
    role(simulated, "restorer", "AWSBackupServiceRolePolicyForS3Backup", "AWSBackupServiceRolePolicyForS3Restore",
         "service-role/AWSBackupServiceRolePolicyForBackup")
    backup.create_backup_vault(BackupVaultName="main")
    simulated.client("backup", WEST).create_backup_vault(BackupVaultName="dr")
    made = backup.start_backup_job(
        BackupVaultName="main", ResourceArn="arn:aws:s3:::media", IamRoleArn=ROLE)["RecoveryPointArn"]
    simulated.advance(7200)
    backup.start_copy_job(
        RecoveryPointArn=made, SourceBackupVaultName="main", IamRoleArn=ROLE,
        DestinationBackupVaultArn=f"arn:aws:backup:{WEST}:{ACCOUNT}:backup-vault:dr")
    simulated.advance(7200)
    for number, version in enumerate(versions):
        s3.delete_object(Bucket="media", Key=f"films/{number}", VersionId=version)
    rows = simulated.client("backup", WEST).list_recovery_points_by_backup_vault(BackupVaultName="dr")
    return rows["RecoveryPoints"][0]["RecoveryPointArn"]


def start(client, point, token="t", **changes):
    metadata = {"DestinationBucketName": "media-2", "NewBucket": "true", "EncryptionType": "SSE-S3"}
    metadata.update(changes.pop("metadata", {}))
    return client.start_restore_job(**{
        "RecoveryPointArn": point, "Metadata": metadata, "IamRoleArn": ROLE, "IdempotencyToken": token,
        "ResourceType": "S3", **changes})["RestoreJobId"]


def refusal(call, *arguments, **parameters):
    with pytest.raises(ClientError) as error:
        call(*arguments, **parameters)
    return error.value.response["Error"]["Code"]


def test_one_job_of_one_token_and_the_cli_sees_it(simulated, point):  # noqa: F811
    backup = simulated.client("backup", WEST)
    job = start(backup, point)
    assert start(backup, point) == job
    simulated.advance(180)
    seen = simulated.cli("backup", "list-restore-jobs", region=WEST)["RestoreJobs"]
    assert [(row["RestoreJobId"], row["Status"]) for row in seen] == [(job, "RUNNING")]
    assert 0 < float(seen[0]["PercentDone"]) < 100
    simulated.advance(3600)
    done = simulated.cli("backup", "describe-restore-job", "--restore-job-id", job, region=WEST)
    assert (done["Status"], done["CreatedResourceArn"]) == ("COMPLETED", "arn:aws:s3:::media-2")
    assert start(backup, point, metadata={"DestinationBucketName": "media-3"}) != job, "tokens time out after an hour"


def test_a_purged_bucket_comes_back_with_its_objects(simulated, point):  # noqa: F811
    start(simulated.client("backup", WEST), point)
    simulated.advance(3600)
    s3 = simulated.client("s3", WEST)
    rows = s3.list_objects_v2(Bucket="media-2")["Contents"]
    assert [row["Key"] for row in rows] == ["films/0", "films/1", "films/2"]
    assert s3.get_object(Bucket="media-2", Key="films/1")["Body"].read() == b"film 1"
    assert s3.get_bucket_location(Bucket="media-2")["LocationConstraint"] == WEST


def test_some_objects_alone_are_restored(simulated, point):  # noqa: F811
    simulated.client("backup", WEST).start_restore_job(
        RecoveryPointArn=point, IamRoleArn=ROLE, Metadata={
            "DestinationBucketName": "media-2", "NewBucket": "true", "ItemsToRestore": '["films/1"]'})
    simulated.advance(3600)
    rows = simulated.client("s3", WEST).list_objects_v2(Bucket="media-2")["Contents"]
    assert [row["Key"] for row in rows] == ["films/1"]


def test_what_is_wrong_is_refused_at_once(simulated, point):  # noqa: F811
    backup = simulated.client("backup", WEST)
    assert refusal(backup.start_restore_job, RecoveryPointArn=point, IamRoleArn=ROLE, Metadata={}) == \
        "InvalidParameterValueException"
    assert refusal(start, backup, point + "0") == "ResourceNotFoundException"
    assert refusal(start, backup, point, IamRoleArn=ROLE + "0") == "InvalidParameterValueException"
    assert refusal(start, backup, point, ResourceType="EBS") == "InvalidParameterValueException"
    simulated.faults(throttledCalls=["backup:StartRestoreJob"])
    assert refusal(start, backup, point) == "ThrottlingException"
    assert backup.list_restore_jobs()["RestoreJobs"] == []


def test_what_is_wrong_later_fails_the_job(simulated, point):  # noqa: F811
    backup = simulated.client("backup", WEST)
    poor = role(simulated, "poor", "service-role/AWSBackupServiceRolePolicyForRestores")
    jobs = {
        "permissions": start(backup, point, "a", IamRoleArn=poor),
        "does not exist": start(backup, point, "b", metadata={"NewBucket": "false"}),
        "is in us-east-1": start(backup, point, "c", metadata={"NewBucket": "false", "DestinationBucketName": "media"}),
        "KMS key": start(backup, point, "d", metadata={"KMSKey": f"arn:aws:kms:us-east-1:{ACCOUNT}:key/1"}),
    }
    simulated.advance(3600)
    for words, job in jobs.items():
        told = backup.describe_restore_job(RestoreJobId=job)
        assert told["Status"] == "FAILED" and words in told["StatusMessage"], told


def test_a_job_fails_on_its_way(simulated, point):  # noqa: F811
    simulated.faults(failingRestores={"arn:aws:s3:::media": "Unable to perform s3:PutObject"})
    backup = simulated.client("backup", WEST)
    job = start(backup, point)
    simulated.advance(3600)
    told = backup.describe_restore_job(RestoreJobId=job)
    assert (told["Status"], told["PercentDone"]) == ("FAILED", "70.0")


def test_a_reply_is_lost_and_the_job_is_there(simulated, point):  # noqa: F811
    simulated.faults(lostReplies=1)
    with pytest.raises(Exception, match="(?i)connection"):
        start(simulated.client("backup", WEST), point)
    simulated.faults()
    backup = simulated.client("backup", WEST)
    jobs = backup.list_restore_jobs()["RestoreJobs"]
    assert [row["RestoreJobId"] for row in jobs] == [start(backup, point)]


INSTANCE = {
    "Engine": "postgres", "DBInstanceClass": "db.m6g.large", "AllocatedStorage": 20, "MasterUsername": "root",
    "MasterUserPassword": "password-1", "BackupRetentionPeriod": 7,
}


def test_a_replica_is_promoted_once(simulated):  # noqa: F811
    home, west = simulated.client("rds"), simulated.client("rds", WEST)
    home.create_db_instance(DBInstanceIdentifier="shop", **INSTANCE)
    west.create_db_instance_read_replica(
        DBInstanceIdentifier="far", SourceDBInstanceIdentifier=f"arn:aws:rds:us-east-1:{ACCOUNT}:db:shop")
    west.promote_read_replica(DBInstanceIdentifier="far")
    assert refusal(west.promote_read_replica, DBInstanceIdentifier="far") == "InvalidDBInstanceState"
    told = west.describe_db_instances(DBInstanceIdentifier="far")["DBInstances"][0]
    assert told["DBInstanceStatus"] == "modifying" and "ReadReplicaSourceDBInstanceIdentifier" in told
    simulated.advance(600)
    told = west.describe_db_instances(DBInstanceIdentifier="far")["DBInstances"][0]
    assert told["DBInstanceStatus"] == "available" and "ReadReplicaSourceDBInstanceIdentifier" not in told
    assert home.describe_db_instances()["DBInstances"][0]["ReadReplicaDBInstanceIdentifiers"] == []


def test_a_global_database_changes_its_writer(simulated):  # noqa: F811
    home, west = simulated.client("rds"), simulated.client("rds", WEST)
    cluster = {"Engine": "aurora-postgresql", "MasterUsername": "root", "MasterUserPassword": "password-1"}
    home.create_db_cluster(DBClusterIdentifier="ledger", **cluster)
    source = f"arn:aws:rds:us-east-1:{ACCOUNT}:cluster:ledger"
    home.create_global_cluster(GlobalClusterIdentifier="g", SourceDBClusterIdentifier=source)
    west.create_db_cluster(DBClusterIdentifier="ledger-dr", GlobalClusterIdentifier="g", Engine="aurora-postgresql")
    target = f"arn:aws:rds:{WEST}:{ACCOUNT}:cluster:ledger-dr"
    assert refusal(west.failover_global_cluster, GlobalClusterIdentifier="g", TargetDbClusterIdentifier=target) == \
        "InvalidParameterCombination"
    told = west.failover_global_cluster(
        GlobalClusterIdentifier="g", TargetDbClusterIdentifier=target, AllowDataLoss=True)["GlobalCluster"]
    assert told["FailoverState"] == {
        "Status": "failing-over", "FromDbClusterArn": source, "ToDbClusterArn": target, "IsDataLossAllowed": True}
    simulated.advance(120)
    told = west.describe_global_clusters()["GlobalClusters"][0]
    assert [row["DBClusterArn"] for row in told["GlobalClusterMembers"] if row["IsWriter"]] == [target]
    west.switchover_global_cluster(GlobalClusterIdentifier="g", TargetDbClusterIdentifier=source)


def test_a_token_makes_one_volume(simulated):  # noqa: F811
    ec2 = simulated.client("ec2")
    made = ec2.create_volume(AvailabilityZone="us-east-1a", Size=8, ClientToken="t")["VolumeId"]
    assert ec2.create_volume(AvailabilityZone="us-east-1a", Size=8, ClientToken="t")["VolumeId"] == made
    assert refusal(ec2.create_volume, AvailabilityZone="us-east-1a", Size=9, ClientToken="t") == \
        "IdempotentParameterMismatch"


def test_older_objects_are_replicated_by_a_batch_job(simulated, monkeypatch):  # noqa: F811
    # The account is a label of the host, which a loopback address cannot have: it resolves here all the same.
    resolve = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *rest, **more: resolve(
        host.removeprefix(ACCOUNT + "."), *rest, **more))
    s3 = simulated.client("s3")
    for name, region in (("src", None), ("dst", WEST)):
        client = simulated.client("s3", region or "us-east-1")
        place = {"CreateBucketConfiguration": {"LocationConstraint": region}} if region else {}
        client.create_bucket(Bucket=name + "-bucket", **place)
        client.put_bucket_versioning(Bucket=name + "-bucket", VersioningConfiguration={"Status": "Enabled"})
    s3.put_object(Bucket="src-bucket", Key="old", Body=b"old")
    iam = simulated.client("iam")
    for name, service, actions in (
        ("crr", "s3.amazonaws.com", ["s3:*"]), ("batch", "batchoperations.s3.amazonaws.com", ["s3:InitiateReplication"]),
    ):
        iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust(service))
        iam.put_role_policy(RoleName=name, PolicyName="p", PolicyDocument=json.dumps({
            "Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": actions, "Resource": "*"}]}))
    s3.put_bucket_replication(Bucket="src-bucket", ReplicationConfiguration={
        "Role": f"arn:aws:iam::{ACCOUNT}:role/crr", "Rules": [{
            "ID": "all", "Priority": 1, "Status": "Enabled", "Filter": {},
            "DeleteMarkerReplication": {"Status": "Disabled"}, "Destination": {"Bucket": "arn:aws:s3:::dst-bucket"}}]})
    control = simulated.client("s3control")
    parameters = {
        "AccountId": ACCOUNT, "ConfirmationRequired": False, "Operation": {"S3ReplicateObject": {}}, "Priority": 1,
        "RoleArn": f"arn:aws:iam::{ACCOUNT}:role/batch", "ClientRequestToken": "t", "Report": {"Enabled": False},
        "ManifestGenerator": {"S3JobManifestGenerator": {
            "SourceBucket": "arn:aws:s3:::src-bucket", "EnableManifestOutput": False,
            "Filter": {"EligibleForReplication": True, "ObjectReplicationStatuses": ["NONE", "FAILED"]}}},
    }
    job = control.create_job(**parameters)["JobId"]
    assert control.create_job(**parameters)["JobId"] == job
    simulated.advance(300)
    simulated.advance(60)
    told = control.describe_job(AccountId=ACCOUNT, JobId=job)["Job"]
    assert told["Status"] == "Complete" and told["ProgressSummary"]["NumberOfTasksSucceeded"] == 1, told
    assert simulated.client("s3", WEST).head_object(Bucket="dst-bucket", Key="old")["ReplicationStatus"] == "REPLICA"


def actions(*options, home):
    result = run("doctor", "--policy", *options, home=home, credentials=False)
    assert result.code == 0, result.err
    return set(json.loads(result.out)["Statement"][0]["Action"])


def test_the_policy_of_a_scan_changes_nothing_and_that_of_a_restore_does(tmp_path):
    reads, restores = actions(home=tmp_path), actions("--restore", home=tmp_path)
    assert {"backup:StartRestoreJob", "rds:PromoteReadReplica", "iam:PassRole"} <= restores
    assert all(action.split(":")[1].startswith(("Get", "List", "Describe")) for action in reads)
    assert run("doctor", "--restore", home=tmp_path, credentials=False).code == 64
