"""What `lifeboat show` says is missing: the AWS CLI takes every line of it, and where it is done the verdict follows."""

import json
import re
import shlex
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest

from lifeboat import run
from simulator import ACCOUNT, AWS_CLI, KEYS, Simulator
from test_recovery_commands import asked, recorded

FAR = "eu-west-1"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/northlight-backup"


def read(simulator, home, name, document=None):
    """`show` of a resource, on the account as it is now or as a snapshot has it."""
    source = ["--snapshot", document] if document else ["--endpoint-url", simulator.url]
    result = run(
        "show", name, "--output", "json", *source, home=home, credentials=False,
        environment=KEYS | {"AWS_REGION": "us-east-1"})
    assert result.code == 0, result.err
    return json.loads(result.out)


@pytest.fixture(scope="module")
def advice(simulator, snapshot, module_home):
    """Every step of every resource of the demo account, by its ARN."""
    result = run(
        "check", "--all", "--snapshot", snapshot, "--output", "json", home=module_home, credentials=False)
    names = sorted({one["arn"] for asked in result.report()["scenarios"] for one in asked["resources"]})
    with ThreadPoolExecutor(2) as pool:
        documents = pool.map(lambda name: read(simulator, module_home, name, snapshot), names)
        return {name: document["advice"] for name, document in zip(names, documents)}


def test_the_aws_cli_takes_every_line(advice, tmp_path):
    # One of each shape.
    shapes = {}
    for steps in advice.values():
        for line in filter(None, (step["commandLine"] for step in steps)):
            words = shlex.split(line)
            documents = [re.sub(r'(?<=:)("[^"]*"|\d+)', "", word) for word in words if word.startswith("{")]
            options = tuple(word for word in words if word.startswith("--"))
            shapes.setdefault((tuple(words[1:3]), options, tuple(documents)), line)
    assert len({call for call, _, _ in shapes}) >= 14
    lines = [(number, line) for number, line in enumerate(shapes.values())]

    def taken(numbered):
        number, line = numbered
        folder = tmp_path / str(number)
        folder.mkdir()
        # A placeholder is the operator's to fill in; some shapes of names are looked at before a call.
        [arguments] = recorded(filled(line), folder)
        return arguments + ([] if "--region" in arguments else ["--region", "us-east-1"])

    with ThreadPoolExecutor(2) as pool:
        for arguments in pool.map(taken, lines):
            result = asked(arguments, tmp_path)
            assert "Could not connect to the endpoint URL" in result.stderr, (arguments, result.stderr)


def test_nothing_is_left_to_a_file_that_nobody_gives(advice):
    for name, steps in advice.items():
        for step in steps:
            assert "file://" not in (step["commandLine"] or ""), (name, step)
            if step["commandLine"]:
                assert step["call"], (name, step)


@pytest.mark.skipif(not shutil.which("terraform"), reason="no terraform")
def test_terraform_reads_every_block(advice):
    # One of each call: it starts a process.
    blocks = {step["call"]: step["terraform"] for steps in advice.values() for step in steps if step["terraform"]}
    assert len(blocks) >= 10
    for call, block in blocks.items():
        done = subprocess.run(
            ["terraform", "fmt", "-check", "-diff", "-"], input=block + "\n", capture_output=True, text=True,
            timeout=60)
        assert done.returncode == 0, (call, block, done.stdout, done.stderr)


def filled(line, **values):
    """The line with its placeholders filled in."""
    known = {
        "VAULT_ARN_OF_ANOTHER_REGION": f"arn:aws:backup:{FAR}:{ACCOUNT}:backup-vault:advised",
        "VAULT_ARN_OF_ANOTHER_ACCOUNT": f"arn:aws:backup:{FAR}:999988887777:backup-vault:kept",
        "KEY_ARN_OF_ANOTHER_REGION": f"arn:aws:kms:{FAR}:{ACCOUNT}:key/1", "ANOTHER_REGION": FAR, "ROLE_ARN": ROLE,
        "REPLICA": "advised-replica", "MIN_DAYS": "7", "CLASS": "db.r6g.large", "ENGINE_VERSION": "16.4",
        "PLAN_ID": "1", "KEY_ARN_OF_US_WEST_2": f"arn:aws:kms:us-west-2:{ACCOUNT}:key/1",
    } | values
    for placeholder in sorted(known, key=len, reverse=True):
        line = line.replace(placeholder, known[placeholder])
    return line


@pytest.fixture
def account(home):
    """A simulated account of the test's own, with what the placeholders name."""
    simulator = Simulator.start()
    try:
        far = simulator.client("s3", FAR)
        far.create_bucket(Bucket="advised-replica", CreateBucketConfiguration={"LocationConstraint": FAR})
        far.put_bucket_versioning(Bucket="advised-replica", VersioningConfiguration={"Status": "Enabled"})
        simulator.client("backup", FAR).create_backup_vault(BackupVaultName="advised")
        yield simulator
    finally:
        simulator.stop()


def follow(simulator, home, name, *calls, **values):
    """Runs the lines of these calls as they are printed, and shows the resource as it is then."""
    steps = read(simulator, home, name)["advice"]
    for call in calls:
        lines = [step["commandLine"] for step in steps if step["call"] == call]
        assert lines, (call, steps)
        for line in lines:
            words = shlex.split(filled(line, **values))
            done = subprocess.run(
                [AWS_CLI, *words[1:], "--endpoint-url", simulator.url], env=simulator.environment(),
                capture_output=True, text=True, timeout=60)
            assert done.returncode == 0, (line, done.stderr)
    return read(simulator, home, name)


def rules(simulator, bucket):
    document = simulator.client("s3").get_bucket_replication(Bucket=bucket)["ReplicationConfiguration"]
    return {rule["ID"]: rule for rule in document["Rules"]}


@pytest.mark.parametrize("bucket, kept", [
    ("web-assets", "copy"), ("data-lake-raw", "lake"), ("newsletter-exports", "exports"), ("product-images", "posters")])
def test_a_rule_that_is_there_stays_and_the_bucket_replicates_to_another_region(account, home, bucket, kept):
    before = rules(account, bucket)
    after = follow(account, home, bucket, "s3:PutBucketReplication")
    found = rules(account, bucket)
    assert set(before) <= set(found) and kept in found
    if bucket == "web-assets":
        assert found[kept]["Destination"] == before[kept]["Destination"]
    if bucket == "product-images":
        # The rule takes the whole bucket now; what its destination expires is another step.
        assert "expires current versions after 90 days" in after["resource"]["reason"], after["resource"]
    else:
        assert after["resource"]["verdict"] == "protected", after["resource"]
        assert any(path["region"] != "us-east-1" for path in after["resource"]["paths"] if path["healthy"])


def test_a_role_may_use_the_keys_of_every_bucket_that_it_replicates(account, home):
    """What the advice says suffices is what objects arrive by: two buckets, one role, keys on both sides."""
    s3, iam = account.client("s3"), account.client("iam")
    own = account.client("kms").create_key()["KeyMetadata"]["Arn"]
    away = account.client("kms", FAR).create_key()["KeyMetadata"]["Arn"]
    trust = {"Statement": [{"Effect": "Allow", "Principal": {"Service": "s3.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
    role = iam.create_role(RoleName="advised", AssumeRolePolicyDocument=json.dumps(trust))["Role"]["Arn"]
    buckets = ["advised-a", "advised-b"]
    for bucket in buckets:
        s3.create_bucket(Bucket=bucket)
        s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
        encryption = {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": own}}
        s3.put_bucket_encryption(Bucket=bucket, ServerSideEncryptionConfiguration={"Rules": [encryption]})
        destination = {
            "Bucket": "arn:aws:s3:::advised-replica", "EncryptionConfiguration": {"ReplicaKmsKeyID": away}}
        rule = {
            "ID": "dr", "Priority": 1, "Status": "Enabled", "Filter": {}, "Destination": destination,
            "DeleteMarkerReplication": {"Status": "Disabled"},
            "SourceSelectionCriteria": {"SseKmsEncryptedObjects": {"Status": "Enabled"}}}
        s3.put_bucket_replication(Bucket=bucket, ReplicationConfiguration={"Role": role, "Rules": [rule]})
        assert read(account, home, bucket)["resource"]["verdict"] == "at-risk"
    for number, bucket in enumerate(buckets):
        after = follow(account, home, bucket, "iam:PutRolePolicy")
        assert after["resource"]["verdict"] == "protected", after["resource"]
        assert not any(step["call"] == "iam:PutRolePolicy" for step in after["advice"])
        # The other's right comes with the other's line alone.
        others = [read(account, home, other)["resource"]["verdict"] for other in buckets[number + 1:]]
        assert others == ["at-risk"] * len(others)
    for bucket in buckets:
        s3.put_object(Bucket=bucket, Key=f"{bucket}/new", Body=b"1")
    account.advance(3600)
    for bucket in buckets:
        assert s3.head_object(Bucket=bucket, Key=f"{bucket}/new")["ReplicationStatus"] == "COMPLETED", bucket


def test_a_plan_is_printed_as_aws_takes_it(account, home):
    """A rule whose lifecycle AWS refuses is mended where its plan is put."""
    name = f"arn:aws:dynamodb:us-east-1:{ACCOUNT}:table/audit-log"
    steps = read(account, home, name)["advice"]
    assert any(step["call"] == "backup:UpdateBackupPlan" and "90 days" in step["text"] for step in steps), steps
    follow(account, home, name, "backup:UpdateBackupPlan")


def test_a_suspended_destination_is_versioned(account, home):
    after = follow(account, home, "subtitles", "s3:PutBucketVersioning")
    assert not any("Suspended" in reason for path in after["resource"]["paths"] for reason in path["reasons"])


def test_advanced_features_are_turned_on(account, home):
    before = read(account, home, "shop-eu-carts")
    assert not any(step["call"] == "backup:UpdateBackupPlan" for step in before["advice"])
    after = follow(account, home, "shop-eu-carts", "backup:UpdateRegionSettings")
    assert not any(step["call"] == "backup:UpdateRegionSettings" for step in after["advice"])
    assert "dynamodb-copy-needs-advanced-backup" not in [finding["id"] for finding in after["findings"]]


def test_a_copy_action_leaves_the_plan_as_it_is(account, home):
    backup = account.client("backup", "ap-southeast-2")
    identifier = next(plan["BackupPlanId"] for plan in backup.list_backup_plans()["BackupPlansList"]
                      if plan["BackupPlanName"] == "film-library")
    before = backup.get_backup_plan(BackupPlanId=identifier)["BackupPlan"]
    # A vault in another region that cannot be looked into would leave the region's loss unknown.
    after = follow(
        account, home, "arn:aws:rds:ap-southeast-2:123456789012:db:film-library", "backup:UpdateBackupPlan",
        VAULT_ARN_OF_ANOTHER_ACCOUNT="arn:aws:backup:ap-southeast-2:999988887777:backup-vault:kept")
    changed = backup.get_backup_plan(BackupPlanId=identifier)["BackupPlan"]
    for rule in before["Rules"] + changed["Rules"]:
        rule.pop("RuleId")
    copies = [copy["DestinationBackupVaultArn"] for copy in changed["Rules"][0].pop("CopyActions")]
    # The call for the other account comes last, and keeps what the one for the other region did.
    assert changed == before and [copy.rsplit(":", 1)[1] for copy in copies] == ["advised", "kept"]
    assert "backup-no-cross-region-copy" not in [finding["id"] for finding in after["findings"]]
    assert after["resource"]["verdict"] == "at-risk"


def test_a_plan_that_selects_it_is_mended(account, home):
    after = follow(account, home, "data-lake-raw", "backup:UpdateBackupPlan")
    assert "backup-schedule-never-fires" not in [finding["id"] for finding in after["findings"]]
    after = follow(account, home, "cms-exports", "iam:AttachRolePolicy")
    assert "backup-role-lacks-s3" not in [finding["id"] for finding in after["findings"]]


def test_a_bucket_that_no_plan_selects_is_selected(account, home):
    after = follow(account, home, "web-assets", "backup:CreateBackupSelection")
    assert "backup-not-selected" not in [finding["id"] for finding in after["findings"]]


def test_a_vault_is_locked_without_failing_its_own_rules(account, home):
    after = follow(account, home, "shop-eu-images", "backup:PutBackupVaultLockConfiguration")
    assert "backup-retention-outside-lock" not in [finding["id"] for finding in after["findings"]]
    assert not any(step["call"] == "backup:PutBackupVaultLockConfiguration" for step in after["advice"])


def test_a_restore_testing_plan_has_a_selection(account, home):
    follow(account, home, "shop-eu-images", "backup:CreateRestoreTestingPlan", "backup:CreateRestoreTestingSelection")
    selections = account.client("backup").list_restore_testing_selections(RestoreTestingPlanName="quarterly")
    assert [one["ProtectedResourceType"] for one in selections["RestoreTestingSelections"]] == ["S3"]
    after = read(account, home, "shop-eu-images")
    assert not any(step["call"] == "backup:CreateRestoreTestingPlan" for step in after["advice"])


def test_automated_backups_are_replicated(account, home):
    name = f"arn:aws:rds:ap-southeast-2:{ACCOUNT}:db:film-library"
    after = follow(account, home, name, "rds:StartDBInstanceAutomatedBackupsReplication")
    [path] = after["resource"]["paths"]
    assert path["mechanism"] == "rds-automated-backup-replication" and path["region"] == FAR


def test_a_global_database_serves_in_another_region(account, home):
    rds = account.client("rds")
    rds.create_db_cluster(
        DBClusterIdentifier="advised", Engine="aurora-postgresql", MasterUsername="root",
        MasterUserPassword="password-1")
    rds.create_db_instance(
        DBInstanceIdentifier="advised-1", DBClusterIdentifier="advised", Engine="aurora-postgresql",
        DBInstanceClass="db.r6g.large")
    name = f"arn:aws:rds:us-east-1:{ACCOUNT}:cluster:advised"
    after = follow(account, home, name, "rds:CreateGlobalCluster", "rds:CreateDBCluster", "rds:CreateDBInstance")
    assert after["resource"]["verdict"] == "protected", after["resource"]
    assert not any("one must be made" in reason for path in after["resource"]["paths"] for reason in path["reasons"])


def test_a_table_has_a_replica(account, home):
    name = f"arn:aws:dynamodb:us-east-1:{ACCOUNT}:table/feature-flags"
    follow(account, home, name, "dynamodb:UpdateTable")
    account.advance(3600)
    after = read(account, home, name)
    assert after["resource"]["verdict"] == "protected", after["resource"]


def test_a_policy_copies_snapshots(account, home):
    name = f"arn:aws:ec2:us-east-1:{ACCOUNT}:volume/vol-0d26f8b1e3a79c540"
    follow(account, home, name, "dlm:CreateLifecyclePolicy")
    [policy] = [policy for policy in account.client("dlm").get_lifecycle_policies()["Policies"]
                if policy["Description"] == "dr"]
    details = account.client("dlm").get_lifecycle_policy(PolicyId=policy["PolicyId"])["Policy"]["PolicyDetails"]
    assert details["Schedules"][0]["CrossRegionCopyRules"][0]["Target"] == FAR
