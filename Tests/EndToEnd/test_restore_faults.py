"""What goes wrong in a restore is said in a sentence, with an exit code, and nothing is lost."""

import json
import os

import pytest

from restores import HOME, LOST, STATE, WEST, walkthrough_named
from simulator import ACCOUNT

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
    assert result.code == 64 and "a check failed" in result.err and "permissions" in result.err, result
    assert "s3:" in result.err
    nothing_started(restores, before)
    insisted = restores.by_plan(
        "poor-2", **NEW, bucket="poor-2", role=f"arn:aws:iam::{ACCOUNT}:role/poor", preflight="insist")
    assert insisted.code == 1 and "FAILED" in insisted.out and "permissions" in insisted.out, insisted
    assert [row["state"] for row in restores.intents()] == ["ended-badly"]


def test_a_key_of_another_region_stops_it(restores):
    key, before = f"arn:aws:kms:{HOME}:{ACCOUNT}:key/ba0c0000-0000-4000-8000-000000000002", len(restores.jobs())
    result = restores.by_plan("key-1", **NEW, bucket="key-1", encryption="SSE-KMS", key=key)
    assert result.code == 64 and "a check failed" in result.err and "key" in result.err, result
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
    assert result.code == 64 and "recovery point's metadata" in result.err and "AccessDenied" in result.err, result
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
