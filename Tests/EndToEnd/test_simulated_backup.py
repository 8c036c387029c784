"""boto3 and the AWS CLI call every operation of the simulated AWS Backup over HTTP."""

import contextlib
import datetime
import io
import json
import re

import pytest
from botocore.exceptions import ClientError

import simulated_backup
from service_model import strict
from simulated_backup import AWAY, HOME, ROLE, scenario
from simulator import ACCESS_KEY, SECRET_KEY, Simulator

TRUST = {"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"Service": "backup.amazonaws.com"}, "Action": "sts:AssumeRole"}]}


class HTTPBench:
    """The simulated account with a bucket, a role and a key, its clock at the beginning of a day."""

    def __init__(self, simulator):
        self.simulator = simulator
        self.called = set()
        s3 = simulator.client("s3")
        s3.create_bucket(Bucket="media")
        s3.put_bucket_versioning(Bucket="media", VersioningConfiguration={"Status": "Enabled"})
        s3.put_bucket_notification_configuration(
            Bucket="media", NotificationConfiguration={"EventBridgeConfiguration": {}})
        s3.put_object(Bucket="media", Key="one", Body=b"1")
        iam = simulator.client("iam")
        name = ROLE.split("/")[-1]
        iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(TRUST))
        for policy in ("AWSBackupServiceRolePolicyForS3Backup", "AWSBackupServiceRolePolicyForS3Restore"):
            iam.attach_role_policy(RoleName=name, PolicyArn="arn:aws:iam::aws:policy/" + policy)
        self.key = simulator.client("kms", AWAY).create_key()["KeyMetadata"]["Arn"]
        now = datetime.datetime.fromisoformat(simulator.advance(0)["now"])
        tomorrow = now.replace(hour=0, minute=0, second=0, microsecond=0) + datetime.timedelta(days=1)
        simulator.advance((tomorrow - now).total_seconds())

    def client(self, region):
        return strict(self.simulator.client("backup", region), self.called)

    def advance(self, days=0, hours=0, minutes=0):
        self.simulator.advance(days * 86400 + hours * 3600 + minutes * 60)


class CLIBench(HTTPBench):
    """The same with the AWS CLI as the client."""

    def client(self, region):
        return CommandLine(self.simulator.url, region)


class CommandLine:
    """`aws backup` with the face of a boto3 client: an operation's name and its parameters."""

    def __init__(self, url, region):
        from awscli.clidriver import create_clidriver

        self.driver = create_clidriver()
        self.options = ["--endpoint-url", url, "--region", region, "--output", "json"]

    def __getattr__(self, operation):
        if operation.startswith("_") or operation == "can_paginate":
            raise AttributeError(operation)

        def call(**arguments):
            return self.run(operation, arguments)

        call.__name__ = operation
        return call

    def rows(self, operation, member, **arguments):
        """The CLI goes through all pages by itself."""
        paged = operation not in ("list_frameworks", "list_tags")
        found = self.run(operation, arguments, *(["--page-size", "1"] if paged else []))[member]
        return found.items() if isinstance(found, dict) else found

    def run(self, operation, arguments, *more):
        out, err = io.StringIO(), io.StringIO()
        command = ["backup", operation.replace("_", "-"), "--cli-input-json", json.dumps(arguments, default=str)]
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = self.driver.main([*command, *more, *self.options])
        if status != 0:
            told = re.search(r"An error occurred \((\w+)\) when calling the (\w+) operation[^:]*: (.*)", err.getvalue())
            assert told, f"{command}: {err.getvalue()}"
            raise ClientError({"Error": {"Code": told[1], "Message": told[3]}}, told[2])
        return json.loads(out.getvalue() or "{}", object_hook=with_times)


def with_times(members):
    times = re.compile(r"\d{4}-\d\d-\d\dT")
    return {
        name: datetime.datetime.fromisoformat(value) if isinstance(value, str) and times.match(value) else value
        for name, value in members.items()
    }


@pytest.fixture
def simulator():
    simulator = Simulator.start("--empty")
    yield simulator
    simulator.stop()


def test_boto3_can_call_every_operation(simulator):
    scenario(HTTPBench(simulator))


def test_the_aws_cli_can_call_every_operation(simulator, tmp_path, monkeypatch):
    (tmp_path / "config").write_text("[default]\ncli_timestamp_format = iso8601\n")
    for name, value in {
        "AWS_CONFIG_FILE": str(tmp_path / "config"), "AWS_SHARED_CREDENTIALS_FILE": "/nonexistent",
        "AWS_ACCESS_KEY_ID": ACCESS_KEY, "AWS_SECRET_ACCESS_KEY": SECRET_KEY, "AWS_PAGER": "",
    }.items():
        monkeypatch.setenv(name, value)
    scenario(CLIBench(simulator))


def test_a_continuous_backup_stops_when_the_bucket_no_longer_tells_eventbridge(simulator):
    """The bucket of S3 and the plan of AWS Backup are of one account (2.8)."""
    bench = HTTPBench(simulator)
    backup = bench.client(HOME)
    backup.create_backup_vault(BackupVaultName="main")
    plan = {"BackupPlanName": "pitr", "Rules": [{
        "RuleName": "r", "TargetBackupVaultName": "main", "EnableContinuousBackup": True,
        "Lifecycle": {"DeleteAfterDays": 35}}]}
    plan_id = backup.create_backup_plan(BackupPlan=plan)["BackupPlanId"]
    backup.create_backup_selection(BackupPlanId=plan_id, BackupSelection={
        "SelectionName": "s", "IamRoleArn": ROLE, "Resources": [simulated_backup.BUCKET]})
    bench.advance(days=1)
    simulator.client("s3").put_bucket_notification_configuration(Bucket="media", NotificationConfiguration={})
    bench.advance(days=1)
    points = simulated_backup.everything(
        backup, "list_recovery_points_by_backup_vault", "RecoveryPoints", BackupVaultName="main")
    assert [point["Status"] for point in points] == ["COMPLETED", "STOPPED"]


def test_without_rights_to_s3_the_default_role_backs_up_no_bucket(simulator):
    """The role that AWS Backup makes lacks S3's actions (2.18)."""
    bench = HTTPBench(simulator)
    iam = simulator.client("iam")
    iam.detach_role_policy(
        RoleName="backup", PolicyArn="arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup")
    iam.attach_role_policy(
        RoleName="backup", PolicyArn="arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup")
    backup = bench.client(HOME)
    backup.create_backup_vault(BackupVaultName="main")
    job = backup.start_backup_job(BackupVaultName="main", ResourceArn=simulated_backup.BUCKET, IamRoleArn=ROLE)
    bench.advance(hours=1)
    read = backup.describe_backup_job(BackupJobId=job["BackupJobId"])
    assert read["State"] == "FAILED"
    assert "privileges" in read["StatusMessage"]
