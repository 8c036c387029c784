"""The simulated account with the clients that operators use: boto3 and the AWS CLI."""

import datetime
import json
import subprocess
import time

import pytest
from botocore.exceptions import ClientError, ConnectionClosedError, EndpointConnectionError, ReadTimeoutError

from lifeboat import program
from simulator import ACCOUNT, Simulator

TRUST = json.dumps({"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"Service": ["s3.amazonaws.com", "backup.amazonaws.com"]},
     "Action": "sts:AssumeRole"}]})
ANYTHING = json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]})
ROLE = f"arn:aws:iam::{ACCOUNT}:role/operator"
US, WEST, EU = "us-east-1", "us-west-2", "eu-central-1"


@pytest.fixture
def simulator():
    simulator = Simulator.start("--empty")
    yield simulator
    simulator.stop()


def furnish(simulator, rule=None):
    """A bucket that replicates to another region, and a role."""
    iam = simulator.client("iam")
    iam.create_role(RoleName="operator", AssumeRolePolicyDocument=TRUST)
    iam.put_role_policy(RoleName="operator", PolicyName="all", PolicyDocument=ANYTHING)
    for name, region in (("media", US), ("media-dr", WEST)):
        place = {} if region == US else {"CreateBucketConfiguration": {"LocationConstraint": region}}
        client = simulator.client("s3", region)
        client.create_bucket(Bucket=name, **place)
        client.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
    simulator.client("s3").put_bucket_replication(Bucket="media", ReplicationConfiguration={"Role": ROLE, "Rules": [
        {"ID": "all", "Priority": 1, "Filter": {}, "Status": "Enabled", "DeleteMarkerReplication": {"Status": "Enabled"},
         "Destination": {"Bucket": "arn:aws:s3:::media-dr", "Metrics": {"Status": "Enabled"}}, **(rule or {})}]})


def test_an_object_reaches_its_replica_by_the_clock(simulator):
    furnish(simulator)
    source, replica = simulator.client("s3"), simulator.client("s3", WEST)
    source.put_object(Bucket="media", Key="a b/ü.txt", Body=b"hello")
    assert source.head_object(Bucket="media", Key="a b/ü.txt")["ReplicationStatus"] == "PENDING"
    simulator.advance(120)
    assert source.head_object(Bucket="media", Key="a b/ü.txt")["ReplicationStatus"] == "COMPLETED"
    reply = replica.get_object(Bucket="media-dr", Key="a b/ü.txt")
    assert (reply["ReplicationStatus"], reply["Body"].read()) == ("REPLICA", b"hello")


def test_the_lag_is_a_metric_of_the_destination(simulator):
    furnish(simulator)
    simulator.client("s3").put_object(Bucket="media", Key="a", Body=b"hello")
    simulator.advance(300)
    now = datetime.datetime.now(datetime.timezone.utc)
    query = {"Id": "m", "MetricStat": {"Period": 60, "Stat": "Maximum", "Metric": {
        "Namespace": "AWS/S3", "MetricName": "ReplicationLatency", "Dimensions": [
            {"Name": "SourceBucket", "Value": "media"}, {"Name": "DestinationBucket", "Value": "media-dr"},
            {"Name": "RuleId", "Value": "all"}]}}}

    def values(region):
        reply = simulator.client("cloudwatch", region).get_metric_data(
            MetricDataQueries=[query], StartTime=now - datetime.timedelta(hours=1), EndTime=now + datetime.timedelta(hours=1))
        return reply["MetricDataResults"][0]["Values"]

    assert max(values(WEST)) == 15
    assert values(US) == []


def test_streams_arrive_whole(simulator, tmp_path):
    """boto3 and the CLI wrap streams in chunks with a trailing checksum."""
    simulator.client("s3").create_bucket(Bucket="media")
    path = tmp_path / "film.bin"
    path.write_bytes(bytes(range(256)) * 4096)
    simulator.cli("s3", "cp", str(path), "s3://media/film.bin")
    with path.open("rb") as stream:
        simulator.client("s3").put_object(Bucket="media", Key="again.bin", Body=stream)
    for key in ("film.bin", "again.bin"):
        assert simulator.client("s3").get_object(Bucket="media", Key=key)["Body"].read() == path.read_bytes()


def test_large_files_arrive_in_parts(simulator, tmp_path):
    furnish(simulator)
    path = tmp_path / "film.bin"
    path.write_bytes(bytes(range(256)) * 80_000)
    simulator.cli("s3", "cp", str(path), "s3://media/film.bin")
    simulator.advance(120)
    reply = simulator.client("s3").get_object(Bucket="media", Key="film.bin")
    assert (reply["ReplicationStatus"], reply["ETag"][-3:]) == ("COMPLETED", '-3"')
    assert reply["Body"].read() == path.read_bytes()


def test_a_bucket_of_another_region_redirects(simulator):
    furnish(simulator)
    # boto3 follows x-amz-bucket-region and signs again for the right region.
    assert simulator.client("s3", EU).get_bucket_versioning(Bucket="media-dr")["Status"] == "Enabled"
    regions = simulator.client("s3", EU).head_bucket(Bucket="media-dr")["BucketRegion"]
    assert regions == WEST


def test_the_command_line_sees_the_account(simulator):
    furnish(simulator)
    assert simulator.cli("sts", "get-caller-identity")["Account"] == ACCOUNT
    assert [b["Name"] for b in simulator.cli("s3api", "list-buckets")["Buckets"]] == ["media", "media-dr"]
    rules = simulator.cli("s3api", "get-bucket-replication", "--bucket", "media")["ReplicationConfiguration"]["Rules"]
    assert rules[0]["Filter"] == {}
    states = {r["OptInStatus"] for r in simulator.cli("ec2", "describe-regions", "--all-regions")["Regions"]}
    assert states == {"opt-in-not-required", "not-opted-in"}
    assert len(simulator.cli("ec2", "describe-regions")["Regions"]) == 17


def test_a_plan_makes_recovery_points_and_copies_by_the_clock(simulator):
    furnish(simulator)
    source, vault = simulator.client("backup"), f"arn:aws:backup:{WEST}:{ACCOUNT}:backup-vault:far"
    simulator.client("s3").put_object(Bucket="media", Key="k", Body=b"1" * 1000)
    source.create_backup_vault(BackupVaultName="near")
    simulator.client("backup", WEST).create_backup_vault(BackupVaultName="far")
    plan = source.create_backup_plan(BackupPlan={"BackupPlanName": "daily", "Rules": [
        {"RuleName": "daily", "TargetBackupVaultName": "near", "ScheduleExpression": "cron(0 5 ? * * *)",
         "CopyActions": [{"DestinationBackupVaultArn": vault}]}]})
    source.create_backup_selection(BackupPlanId=plan["BackupPlanId"], BackupSelection={
        "SelectionName": "media", "IamRoleArn": ROLE, "Resources": ["arn:aws:s3:::media"]})
    simulator.advance(2 * 86400)
    near = source.list_recovery_points_by_backup_vault(BackupVaultName="near")["RecoveryPoints"]
    far = simulator.client("backup", WEST).list_recovery_points_by_backup_vault(BackupVaultName="far")["RecoveryPoints"]
    assert {p["ResourceArn"] for p in near + far} == {"arn:aws:s3:::media"}
    assert {p["Status"] for p in near + far} == {"COMPLETED"}
    assert len(near) >= len(far) >= 1


def test_unknown_calls_are_refused_in_the_protocol_of_their_service(simulator):
    for service, operation, parameters in (
            ("dynamodb", "list_exports", {}), ("rds", "describe_db_proxies", {}), ("efs", "describe_access_points", {}),
            ("dlm", "tag_resource", {"ResourceArn": f"arn:aws:dlm:us-east-1:{ACCOUNT}:policy/policy-1", "Tags": {"a": "b"}}),
            ("fsx", "describe_file_systems", {}), ("iam", "list_users", {}), ("kms", "list_grants", {"KeyId": "k"})):
        with pytest.raises(ClientError):
            getattr(simulator.client(service), operation)(**parameters)


FAULTS = [
    ("s3", "list_buckets", {"throttling": 1.0}, 503, "SlowDown"),
    ("backup", "list_backup_plans", {"throttling": 1.0}, 400, "ThrottlingException"),
    ("ec2", "describe_regions", {"throttling": 1.0}, 503, "RequestLimitExceeded"),
    ("iam", "list_roles", {"throttling": 1.0}, 400, "Throttling"),
    ("s3", "list_buckets", {"denials": [{"action": "s3:ListAllMyBuckets"}]}, 403, "AccessDenied"),
    ("backup", "list_backup_plans", {"denials": [{"action": "backup:List*"}]}, 403, "AccessDeniedException"),
    ("ec2", "describe_regions", {"denials": [{"action": "*"}]}, 403, "UnauthorizedOperation"),
    ("iam", "list_roles", {"denials": [{"action": "iam:*"}]}, 403, "AccessDenied"),
    ("kms", "list_aliases", {"denials": [{"action": "kms:*"}]}, 400, "AccessDeniedException"),
    ("s3", "list_buckets", {"expiredToken": True}, 400, "ExpiredToken"),
    ("sts", "get_caller_identity", {"expiredToken": True}, 403, "ExpiredToken"),
    ("backup", "list_backup_plans", {"expiredToken": True}, 403, "ExpiredTokenException"),
    ("s3", "list_buckets", {"serverErrors": 1.0}, 500, "InternalError"),
]


@pytest.mark.parametrize("service, operation, faults, status, code", FAULTS)
def test_faults_look_as_the_service_has_them(simulator, service, operation, faults, status, code):
    simulator.faults(**faults)
    with pytest.raises(ClientError) as error:
        getattr(simulator.client(service), operation)()
    reply = error.value.response
    assert (reply["ResponseMetadata"]["HTTPStatusCode"], reply["Error"]["Code"]) == (status, code)


def test_nobody_is_denied_to_know_who_they_are(simulator):
    simulator.faults(denials=[{"action": "*"}])
    assert simulator.client("sts").get_caller_identity()["Account"] == ACCOUNT


def test_a_silent_region_never_answers_and_others_do(simulator):
    simulator.faults(darkRegions={WEST: "silent"})
    with pytest.raises(ReadTimeoutError):
        simulator.client("s3", WEST).list_buckets()
    simulator.client("s3", US).list_buckets()


@pytest.mark.parametrize("faults", [{"darkRegions": {US: "refused"}}, {"resets": 1.0}])
def test_broken_connections_break(simulator, faults):
    simulator.faults(**faults)
    with pytest.raises((ConnectionClosedError, EndpointConnectionError)):
        simulator.client("s3").list_buckets()


def test_a_region_goes_dark_after_so_many_calls(simulator):
    simulator.faults(darkAfterCalls={WEST: 2})
    client = simulator.client("s3", WEST)
    client.list_buckets()
    client.list_buckets()
    with pytest.raises(ReadTimeoutError):
        client.list_buckets()


def test_throttling_is_a_chance_that_retries_outlast(simulator):
    simulator.faults(throttling=0.5, mostInARow=2)
    client = simulator.client("s3", retries=3)
    retries = [client.list_buckets()["ResponseMetadata"]["RetryAttempts"] for _ in range(6)]
    assert sum(retries) > 0 and max(retries) <= 2


def test_latency_delays_each_reply(simulator):
    simulator.faults(latencySeconds=0.3)
    begin = time.monotonic()
    simulator.client("s3").list_buckets()
    assert time.monotonic() - begin >= 0.3


def test_a_port_that_is_taken_is_told_in_the_systems_words():
    simulator = Simulator.start("--empty")
    try:
        port = simulator.url.rsplit(":", 1)[1]
        done = subprocess.run([program(), "simulate", "--port", port], capture_output=True, text=True, timeout=30)
    finally:
        simulator.stop()
    assert done.returncode == 64
    assert done.stderr == f"lifeboat: port {port} of 127.0.0.1 cannot be served: Address already in use\n"
