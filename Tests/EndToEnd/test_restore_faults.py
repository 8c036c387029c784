"""What goes wrong in a restore is said in a sentence, with an exit code, and nothing is lost."""

import json
import queue
import sqlite3
import subprocess

import pytest

from lifeboat import program
from restores import HOME, LOST, STATE, WEST, Restores, arn, walkthrough_named
from simulator import ACCOUNT, Simulator

NEW = {**LOST, "resource": STATE, "bucket_is": "new", "works": "yes"}


@pytest.fixture
def restores(restores, snapshot):
    restores.snapshot = snapshot
    return restores


def nothing_started(restores, before):
    assert len(restores.jobs()) == before and restores.intents() == []


def test_a_role_without_rights_stops_it_before_anything(restores):
    iam, before = restores.simulator.client("iam"), len(restores.jobs())
    iam.create_role(RoleName="poor", AssumeRolePolicyDocument=(
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"backup.amazonaws.com"},'
        '"Action":"sts:AssumeRole"}]}'))
    result = restores.by_plan("poor-1", **NEW, bucket="poor-1", role=f"arn:aws:iam::{ACCOUNT}:role/poor")
    assert result.code == 2 and "a check failed" in result.err and "permissions" in result.err, result
    assert "s3:" in result.err
    nothing_started(restores, before)
    insisted = restores.by_plan(
        "poor-2", **NEW, bucket="poor-2", role=f"arn:aws:iam::{ACCOUNT}:role/poor", preflight="insist")
    assert insisted.code == 1 and "FAILED" in insisted.out and "permissions" in insisted.out, insisted
    assert [row["state"] for row in restores.intents()] == ["ended-badly"]


def test_a_key_of_another_region_stops_it(restores):
    key, before = f"arn:aws:kms:{HOME}:{ACCOUNT}:key/ba0c0000-0000-4000-8000-000000000002", len(restores.jobs())
    result = restores.by_plan("key-1", **NEW, bucket="key-1", encryption="SSE-KMS", key=key)
    assert result.code == 2 and "a check failed" in result.err and "key" in result.err, result
    nothing_started(restores, before)


def test_a_throttled_start_is_refused_and_recorded(restores):
    before = len(restores.jobs())
    restores.environment["AWS_MAX_ATTEMPTS"] = "2"
    restores.simulator.faults(throttledCalls=["backup:StartRestoreJob"])
    result = restores.by_plan("throttled-1", **NEW, bucket="throttled-1")
    assert result.code == 1 and "hrottl" in result.out, result
    assert [row["state"] for row in restores.intents()] == ["refused"] and len(restores.jobs()) == before


def test_a_job_that_fails_on_its_way_is_no_proof(restores):
    restores.simulator.faults(failingRestores={STATE: "Unable to perform s3:PutObject"})
    result = restores.by_plan("failing-1", **NEW, bucket="failing-1")
    assert result.code == 1 and "Unable to perform s3:PutObject" in result.out, result
    assert [row["state"] for row in restores.intents()] == ["ended-badly"]
    [drill] = restores.drills()["drills"]
    assert (drill["outcome"], drill["proves"]) == ("failed", False)


def test_what_failed_is_tried_once_more_by_a_new_walkthrough(restores):
    restores.simulator.faults(denials=[{"action": "backup:StartRestoreJob"}])
    assert restores.by_plan("again-1", **NEW, bucket="again-1").code == 1
    restores.simulator.faults()
    assert restores.by_plan("again-1", **NEW, bucket="again-1").code == 0
    assert [row["outcome"] for row in restores.walks()] == ["failed", "succeeded"]


def test_a_lost_reply_is_one_job(restores):
    before = len(restores.jobs())
    process = restores.start("--plan", restores.plan(**NEW, bucket="lost-1"), "--yes-i-typed", "lost-1")
    restores.simulator.faults(lostReplies=0.6, mostInARow=2)
    result = process.end(lambda: restores.simulator.advance(300))
    restores.simulator.faults()
    while result.code == 2:
        result = restores.by_plan(
            "lost-1", "--walkthrough", walkthrough_named(result.err), **NEW, bucket="lost-1")
    assert result.code == 0, result
    assert len(restores.jobs()) == before + 1 and [row["state"] for row in restores.intents()] == ["ended-well"]


def test_metadata_that_may_not_be_read_is_gone_without_where_the_plan_says_so(restores):
    restores.simulator.faults(denials=[{"action": "backup:GetRecoveryPointRestoreMetadata"}])
    result = restores.by_plan("denied-1", **NEW, bucket="denied-1")
    assert result.code == 2 and "recovery point's metadata" in result.err and "AccessDenied" in result.err, result
    assert restores.intents() == []
    without = restores.by_plan("denied-1", **NEW, bucket="denied-1", unread="without", encryption="SSE-S3")
    assert without.code == 0, without


def test_the_lost_region_is_not_needed(restores):
    """With a snapshot of before, into a bucket of the other region: a new one would need us-east-1."""
    s3 = restores.simulator.client("s3", WEST)
    s3.create_bucket(Bucket="dark-1", CreateBucketConfiguration={"LocationConstraint": WEST})
    s3.put_bucket_versioning(Bucket="dark-1", VersioningConfiguration={"Status": "Enabled"})
    restores.simulator.faults(darkRegions={HOME: "refused"})
    result = restores.by_plan(
        "dark-1", **{**NEW, "bucket_is": "existing"}, bucket="dark-1", preflight="insist", unread="without")
    assert result.code == 0, result
    assert [row["state"] for row in restores.intents()] == ["ended-well"]


def test_credentials_that_expire_midway_lose_nothing(restores):
    before = len(restores.jobs())
    plan = restores.plan(**NEW, bucket="expired-1")
    process = restores.start("--plan", plan, "--yes-i-typed", "expired-1").wait("accepted")
    restores.simulator.faults(expiredToken=True)
    process.wait("no answer since")
    process.kill()
    restores.simulator.faults()
    [walk] = restores.walks()
    result = restores.by_plan("expired-1", "--walkthrough", walk["id"], **NEW, bucket="expired-1")
    assert result.code == 0 and len(restores.jobs()) == before + 1, result


def test_a_ledger_that_cannot_be_written_is_said_before_anything(restores):
    before, full = len(restores.jobs()), restores.folder / "file"
    full.write_text("")
    restores.environment["LIFEBOAT_LEDGER"] = str(full / "ledger.sqlite")
    result = restores.by_plan("unwritten-1", **NEW, bucket="unwritten-1")
    assert result.code == 2 and "reading" not in result.out and str(full) in result.err, result
    assert len(restores.jobs()) == before
    without = restores.by_plan("unwritten-1", "--no-journal", **NEW, bucket="unwritten-1")
    assert without.code == 0 and len(restores.jobs()) == before + 1, without
    assert "Nothing was recorded" in without.out and "and recorded" not in without.out
    rehearsed = restores.by_plan(None, "--no-journal", "--rehearse", **NEW, bucket="unwritten-2")
    assert rehearsed.code == 0 and len(restores.jobs()) == before + 1, rehearsed
    assert "nothing was recorded" in rehearsed.out and "and recorded" not in rehearsed.out


def test_nothing_is_sent_where_nobody_knows_whose_account_it_is(restores, tmp_path):
    known = json.loads(restores.snapshot.read_text())
    known["inventory"]["caller"] |= {"status": "unreachable", "cause": "timed out", "value": None}
    restores.snapshot = tmp_path / "nobodys.json"
    restores.snapshot.write_text(json.dumps(known))
    before = len(restores.jobs())
    result = restores.by_plan("nobodys-1", **NEW, bucket="nobodys-1")
    assert result.code == 2 and "nothing was sent: whose account" in result.err, result
    assert restores.intents() == [] and len(restores.jobs()) == before
    rehearsed = restores.by_plan(None, "--rehearse", **NEW, bucket="nobodys-1")
    assert rehearsed.code == 0, rehearsed


def test_a_full_disk_is_said_before_anything(restores):
    before = len(restores.jobs())
    restores.environment["LIFEBOAT_LEDGER"] = "/dev/full/ledger.sqlite"
    result = restores.by_plan("full-1", **NEW, bucket="full-1")
    assert result.code == 2 and "reading" not in result.out, result
    assert len(restores.jobs()) == before


# What the account refuses

def test_a_disabled_key_stops_it_and_fails_what_insists(restores):
    kms, before = restores.simulator.client("kms", WEST), len(restores.jobs())
    key = kms.create_key(Description="disabled")["KeyMetadata"]["Arn"]
    kms.disable_key(KeyId=key)
    answers = {**NEW, "encryption": "SSE-KMS", "key": key}
    result = restores.by_plan("disabled-1", **answers, bucket="disabled-1")
    assert result.code == 2 and f"key can be used: {key} is Disabled" in result.err, result
    assert "nothing was started" in result.err
    nothing_started(restores, before)
    insisted = restores.by_plan("disabled-1", **answers, bucket="disabled-1", preflight="insist")
    assert insisted.code == 1 and "Enable it, or name another key" in insisted.out, insisted
    assert f"The KMS key {key} does not exist in {WEST}, is not enabled" in insisted.out
    assert [row["state"] for row in restores.intents()] == ["ended-badly"]


def test_a_vault_in_its_locks_grace_time_is_said_and_no_hindrance(restores):
    result = restores.by_plan("grace-1", **NEW, bucket="grace-1")
    assert result.code == 0, result
    assert "vault is available: warning, the lock of recovery is in its grace time until" in result.out
    assert "whoever may manage the vault can remove the lock" in result.out


@pytest.fixture
def emptied(tmp_path):
    """An account of its own, and what it was while its recovery points were there."""
    simulator = Simulator.start()
    restores = Restores(simulator, tmp_path, tmp_path / "account.json")
    subprocess.run(
        [program(), "check", "--save-snapshot", restores.snapshot, "--endpoint-url", simulator.url],
        env=restores.environment, capture_output=True, timeout=60)
    # Its lock is in its grace time, and can be removed.
    simulator.client("backup", WEST).delete_backup_vault_lock_configuration(BackupVaultName="recovery")
    yield restores
    simulator.stop()


def points(backup):
    listed = backup.list_recovery_points_by_resource(ResourceArn=STATE)["RecoveryPoints"]
    return [{"BackupVaultName": row["BackupVaultName"], "RecoveryPointArn": row["RecoveryPointArn"]} for row in listed]


def delete(simulator, backup):
    for point in points(backup):
        backup.delete_recovery_point(**point)


def expire(simulator, backup):
    for point in points(backup):
        backup.update_recovery_point_lifecycle(**point, Lifecycle={"DeleteAfterDays": 1})
    simulator.advance(40 * 86400)


@pytest.mark.parametrize("go", [delete, expire])
def test_a_recovery_point_that_is_gone_is_said_before_anything(emptied, go):
    backup = emptied.simulator.client("backup", WEST)
    known = points(backup)
    go(emptied.simulator, backup)
    before = len(emptied.jobs())
    # The plans go on to make others, which the snapshot does not know.
    assert known and not any(point in points(backup) for point in known)
    result = emptied.by_plan("gone-1", **NEW, bucket="gone-1")
    assert result.code == 2 and "ResourceNotFoundException" in result.err, result
    assert "It is not there any more: go back and choose another recovery point" in result.err
    checked = emptied.by_plan("gone-1", **NEW, bucket="gone-1", unread="without", encryption="SSE-S3")
    assert checked.code == 2 and f"{WEST} lists no such recovery point of {STATE}" in checked.err, checked
    nothing_started(emptied, before)
    insisted = emptied.by_plan(
        "gone-1", **NEW, bucket="gone-1", unread="without", encryption="SSE-S3", preflight="insist")
    assert insisted.code == 1 and "ResourceNotFoundException" in insisted.out, insisted
    assert [row["state"] for row in emptied.intents()] == ["refused"] and len(emptied.jobs()) == before


# What cannot be read

def test_where_nothing_could_be_read_nothing_is_said_to_be_whole(simulator, tmp_path):
    restores = Restores(simulator, tmp_path)
    services = ["s3", "backup", "rds", "dynamodb", "ec2", "elasticfilesystem"]
    simulator.faults(denials=[{"action": f"{service}:*"} for service in services])
    try:
        result = restores.by_plan("unread-1", **NEW, bucket="unread-1")
        typed = restores.by_lines("2", "2026-01-01T00:00:00Z", "q!")
    finally:
        simulator.faults()
    for run, text in ((result, result.err), (typed, typed.out)):
        assert run.code == 2 and "not all could be read" in text, run
        assert "the buckets of the account: denied" in text and "hit by it" not in run.out + run.err
    assert restores.intents() == []


def test_watching_that_is_denied_ends_and_goes_on(restores):
    before = len(restores.jobs())
    restores.simulator.faults(denials=[{"action": "backup:DescribeRestoreJob"}])
    result = restores.by_plan("denied-2", **NEW, bucket="denied-2")
    assert result.code == 2 and "Allow backup:DescribeRestoreJob" in result.out, result
    assert "what was started goes on" in result.out
    assert "AWS took the calls, and what they started goes on; watching it was given up" in result.out
    restores.simulator.faults()
    again = restores.by_plan("denied-2", "--walkthrough", walkthrough_named(result.err), **NEW, bucket="denied-2")
    assert again.code == 0 and len(restores.jobs()) == before + 1, again


# What is tried again

def test_a_failed_second_call_is_tried_again_without_the_first(restores):
    cluster = arn("rds", "cluster:catalogue")
    before = len(restores.jobs())
    restores.simulator.faults(denials=[{"action": "rds:CreateDBInstance"}])
    lines = ["1", HOME, cluster, "", "again-2", *[""] * 5, "db.r6g.large", "", "", "", "again-2"]
    process = restores.start(stdin=subprocess.PIPE)
    process.popen.stdin.write("".join(line + "\n" for line in lines))
    process.popen.stdin.flush()
    advance(process, restores, until="It did not end well")
    restores.simulator.faults()
    process.popen.stdin.write("".join(line + "\n" for line in ["again", "again-2", "", "", "yes", ""]))
    process.popen.stdin.close()
    result = process.end(lambda: restores.simulator.advance(300))
    assert result.code == 0, result
    assert len(restores.jobs()) == before + 1
    assert [row["state"] for row in restores.intents()] == ["ended-well", "ended-well"]


def advance(process, restores, until):
    """The clock goes on once something was accepted, as far as these words."""
    while not any(until in line for line in process.lines):
        try:
            assert process.line(0.1) is not None, process.end()
        except queue.Empty:
            if any("accepted" in line for line in process.lines):
                restores.simulator.advance(300)


def test_a_plan_tries_a_failed_job_once_more_as_another_one(restores):
    before = len(restores.jobs())
    restores.simulator.faults(failingRestores={STATE: "no capacity"})
    result = restores.by_plan("again-3", **NEW, bucket="again-3", ended="again")
    assert result.code == 1 and result.out.count("no capacity") >= 2, result
    assert len(restores.jobs()) == before + 2
    first, second = restores.intents()
    assert second["token"] == first["token"] + "r1" and first["state"] == second["state"] == "ended-badly"


# What nobody can tell

def test_a_job_whose_metadata_comes_back_otherwise_is_asked_about(restores):
    """AWS Backup knows the token no more, and writes the parameters in its own way."""
    process = restores.start("--plan", restores.plan(**NEW, bucket="doubt-1"), "--yes-i-typed", "doubt-1")
    process.wait("accepted").kill()
    [walk], [intent], known = restores.walks(), restores.intents(), len(restores.jobs())
    with sqlite3.connect(restores.ledger) as database:
        database.execute(
            "UPDATE intents SET state = 'intended', identifier = NULL, intendedAt = '2026-01-01 00:00:00.000'")
    restores.simulator.faults(rewrittenMetadata={"NewBucket": "TRUE"})
    told = restores.by_plan("doubt-1", "--walkthrough", walk["id"], **NEW, bucket="doubt-1")
    assert told.code == 2 and intent["identifier"] in told.out, told
    assert "nothing is started until you say whether it is the one" in told.out and len(restores.jobs()) == known
    # A person is asked.
    asked = restores.by_lines("doubt-1", intent["identifier"], "", "", "yes", "", arguments=["--walkthrough", walk["id"]])
    assert asked.code == 0 and "Which restore job is it?" in asked.out, asked
    assert len(restores.jobs()) == known
    assert [row["identifier"] for row in restores.intents()] == [intent["identifier"]]


# What grows old

def test_what_was_read_yesterday_is_read_again_and_what_changed_is_shown(restores):
    kms, before = restores.simulator.client("kms", WEST), len(restores.jobs())
    key = kms.create_key(Description="to be disabled")["KeyMetadata"]["Arn"]
    answers = {**NEW, "encryption": "SSE-KMS", "key": key, "bucket": "aged-1"}
    left = restores.by_lines("1", HOME, STATE, "", "new", "aged-1", "", "SSE-KMS", key, "", "", "", "", "q!")
    assert left.code == 2 and "Type aged-1 to go on" in left.out, left
    yesterday(restores)
    kms.disable_key(KeyId=key)
    walk = walkthrough_named(left.err)
    shown = restores.by_plan(None, "--walkthrough", walk, **answers, preflight="insist")
    assert "it is read again before anything is sent" in shown.out, shown
    assert shown.code == 64 and f"Changed: key can be used: failed instead of passed, {key} is Disabled" in shown.out
    nothing_started(restores, before)
    kms.enable_key(KeyId=key)
    yesterday(restores)
    done = restores.by_plan("aged-1", "--walkthrough", walk, **answers)
    assert done.code == 0 and "it is read again before anything is sent" in done.out, done
    assert "Changed: key can be used: passed instead of failed" in done.out


def yesterday(restores):
    """What the walkthrough knows was read a day earlier."""
    with sqlite3.connect(restores.ledger) as database:
        [(walk, text)] = database.execute("SELECT id, state FROM walkthroughs").fetchall()
        state = json.loads(text)
        state["knownAt"] -= 86400
        database.execute("UPDATE walkthroughs SET state = ? WHERE id = ?", (json.dumps(state), walk))
