"""The records of an operator: answers over time, what got worse between two of them, drills and what is due."""

import json
import os
import re
import sqlite3
from datetime import datetime, timedelta, timezone

import pytest

from lifeboat import run
from simulator import ACCESS_KEY, ACCOUNT, SECRET_KEY, Simulator

KEYS = {"AWS_ACCESS_KEY_ID": ACCESS_KEY, "AWS_SECRET_ACCESS_KEY": SECRET_KEY, "AWS_REGION": "us-east-1"}
LEDGER = ".local/state/lifeboat/ledger.sqlite"


@pytest.fixture(scope="module")
def simulator():
    simulator = Simulator.start()
    yield simulator
    simulator.stop()


@pytest.fixture(scope="module")
def recorded(simulator, tmp_path_factory):
    """A home where the answers were recorded twice: before and after a bucket lost its replication."""
    home = tmp_path_factory.mktemp("home")
    bucket, replication = replicated(simulator)
    check(simulator, home, "--record", "--save-snapshot", home / "before.json")
    simulator.client("s3").delete_bucket_replication(Bucket=bucket)
    check(simulator, home, "--record", "--save-snapshot", home / "after.json")
    simulator.client("s3").put_bucket_replication(Bucket=bucket, ReplicationConfiguration=replication)
    return home, bucket


def check(simulator, home, *arguments, code=1):
    result = run("check", "--endpoint-url", simulator.url, *arguments, home=home, environment=KEYS)
    assert result.code == code, result.err
    return result


def lifeboat(home, *arguments, code=0):
    result = run(*arguments, home=home, credentials=False)
    assert result.code == code, result
    return result


def replicated(simulator):
    """A bucket that its replication alone protects, and that replication."""
    report = json.loads(run(
        "check", "--output", "json", "--all", "--lost", "us-east-1", "--endpoint-url", simulator.url,
        home="/nonexistent", environment=KEYS).out)
    for resource in report["scenarios"][0]["resources"]:
        ways = {path["mechanism"] for path in resource["paths"]}
        if resource["type"] == "s3-bucket" and resource["verdict"] == "protected" and ways == {"s3-replication"}:
            found = simulator.client("s3").get_bucket_replication(Bucket=resource["name"])
            return resource["name"], found["ReplicationConfiguration"]
    raise AssertionError("no bucket is protected by replication alone")


def drill(home, **changes):
    """A file with a drill as somebody writes it by hand."""
    content = {
        "account": ACCOUNT, "resource": "arn:aws:s3:::media", "resourceType": "s3-bucket",
        "drilledAt": "2026-01-05T10:00:00Z", "operatorName": "ann@bastion", "scenario": "drill",
        "region": "us-west-2", "mechanism": "backup-copy",
        "recoveryPoint": f"arn:aws:backup:us-west-2:{ACCOUNT}:recovery-point:1",
        "recoveryPointCreatedAt": "2026-01-05T04:00:00Z", "recoveryTime": 640, "dataLoss": 21_600, "kind": "real",
        "outcome": "succeeded", "checks": [{"name": "objects can be read", "result": "passed", "detail": "10 of 10"}],
        "evidence": ["console screenshot in TICKET-1"], "jobs": ["job-1"]} | changes
    path = home / "drill.json"
    path.write_text(json.dumps({key: value for key, value in content.items() if value is not ...}))
    return path


# History.


def test_history_lists_the_answers_the_newest_first(recorded):
    home, _ = recorded
    text = lifeboat(home, "history").out
    assert re.findall(r"^(\d+) .*NO", text, re.M) == ["2", "1"]
    report = json.loads(lifeboat(home, "history", "--output", "json").out)
    assert report["schema"] == "lifeboat.history/1"
    assert [snapshot["id"] for snapshot in report["snapshots"]] == [2, 1]
    threats = {scenario["threat"] for scenario in report["snapshots"][0]["scenarios"]}
    assert len(threats) == 7, "every threat is recorded, whatever was asked"


def test_history_of_a_resource_tells_when_its_verdict_changed(recorded):
    home, bucket = recorded
    report = json.loads(lifeboat(home, "history", f"arn:aws:s3:::{bucket}", "--output", "json").out)
    outages = [verdict for verdict in report["verdicts"] if verdict.get("lostRegion") == "us-east-1"]
    assert [(verdict["snapshot"], verdict["verdict"]) for verdict in outages] == [(2, "unprotected"), (1, "protected")]
    assert "unprotected" in lifeboat(home, "history", bucket).out
    assert "| id |" in lifeboat(home, "history", bucket, "--output", "markdown").out


def test_history_of_a_stranger_is_wrong_usage(recorded):
    home, _ = recorded
    assert "nobody-knows-it" in lifeboat(home, "history", "nobody-knows-it", code=64).err


@pytest.mark.parametrize("command", [["history"], ["diff"], ["drills"]], ids=" ".join)
def test_without_a_ledger_there_is_nothing_to_tell_and_none_is_made(home, command):
    result = lifeboat(home, *command, code=2)
    assert len(result.sentences) == 1 and str(home / LEDGER) in result.err
    assert list(home.iterdir()) == []


# Difference.


def test_diff_says_what_got_worse_and_ends_with_1(recorded):
    home, bucket = recorded
    text = lifeboat(home, "diff", code=1).out
    assert re.search(rf"worse +s3-bucket {bucket} +protected -> unprotected", text), text
    report = json.loads(lifeboat(home, "diff", "previous", "latest", "--output", "json", code=1).out)
    assert report["schema"] == "lifeboat.diff/1" and report["outcome"] == "worse"
    worse = [change for scenario in report["scenarios"] for change in scenario["changes"] if change["worse"]]
    assert {change["name"] for change in worse} == {bucket}


def test_diff_the_other_way_round_is_better_and_ends_with_0(recorded):
    home, bucket = recorded
    assert re.search(rf"better +s3-bucket {bucket} +unprotected -> protected", lifeboat(home, "diff", "2", "1").out)


def test_diff_of_files_says_the_same_as_of_the_ledger(recorded):
    home, _ = recorded
    files = json.loads(
        lifeboat(home, "diff", home / "before.json", home / "after.json", "--output", "json", code=1).out)
    numbers = json.loads(lifeboat(home, "diff", "1", "2", "--output", "json", code=1).out)
    assert files["scenarios"] == numbers["scenarios"]
    mixed = lifeboat(home, "diff", "1", home / "before.json")
    assert "nothing changed" in " ".join(mixed.out.split())


def test_diff_of_one_moment_with_itself_is_nothing(recorded):
    home, _ = recorded
    report = json.loads(lifeboat(home, "diff", "2", "latest", "--output", "json").out)
    assert report["outcome"] == "nothing-worse"
    assert all(scenario["changes"] == [] for scenario in report["scenarios"])


def test_diff_takes_dates(recorded):
    home, _ = recorded
    tomorrow = lifeboat(home, "diff", "1", "2099-01-01", code=1).out
    assert tomorrow == lifeboat(home, "diff", "1", "2", code=1).out
    assert "no such snapshot" in lifeboat(home, "diff", "2001-01-01", "latest", code=64).err


def test_diff_of_one_threat_shows_no_other(recorded):
    home, _ = recorded
    report = json.loads(lifeboat(home, "diff", "--threat", "key-loss", "--output", "json", code=1).out)
    assert {scenario["threat"] for scenario in report["scenarios"]} == {"key-loss"}


def test_diff_cannot_tell_where_a_region_was_not_read(recorded, simulator):
    home, _ = recorded
    run("check", "--endpoint-url", simulator.url, "--region", "us-west-2", "--save-snapshot", home / "part.json",
        home=home, environment=KEYS)
    result = lifeboat(home, "diff", home / "before.json", home / "part.json", code=2)
    assert "us-east-1 was not read" in " ".join(result.out.split())
    assert not re.search("^gone", result.out, re.M)


@pytest.mark.parametrize("moment", ["7", "no-such-file.json", "yesterday"])
def test_diff_of_what_is_not_there_is_wrong_usage(recorded, moment):
    home, _ = recorded
    assert len(lifeboat(home, "diff", moment, "latest", code=64).sentences) == 1


def test_diff_of_different_accounts_is_wrong_usage(recorded):
    home, _ = recorded
    other = (home / "before.json").read_text().replace(ACCOUNT, "210987654321")
    (home / "other.json").write_text(other)
    result = lifeboat(home, "diff", home / "other.json", home / "after.json", code=64)
    assert "210987654321" in result.err


# Recording.


def test_check_without_record_makes_no_ledger(home, simulator):
    check(simulator, home)
    assert list(home.iterdir()) == []


def test_a_ledger_that_cannot_be_written_to_is_said_before_the_account_is_read(home):
    (home / "ledger").write_text("no database at all, and a little longer than a header\n")
    result = run("check", "--record", "--endpoint-url", "http://127.0.0.1:9", home=home,
                 environment=KEYS | {"LIFEBOAT_LEDGER": str(home / "ledger")})
    assert result.code == 2 and result.out == ""
    assert result.sentences == [
        f"lifeboat: the file {home / 'ledger'} is no ledger of Lifeboat: move it away, or name another place by "
        "LIFEBOAT_LEDGER"]


def test_a_saved_snapshot_can_be_recorded_later(recorded, home):
    source, _ = recorded
    run("check", "--snapshot", source / "before.json", "--record", home=home, credentials=False)
    connection = sqlite3.connect(home / LEDGER)
    taken = connection.execute("SELECT takenAt FROM snapshots").fetchall()
    connection.close()
    assert len(taken) == 1


def test_the_ledger_holds_no_secret(recorded):
    home, _ = recorded
    for name in os.listdir((home / LEDGER).parent):
        content = ((home / LEDGER).parent / name).read_bytes()
        assert SECRET_KEY.encode() not in content and ACCESS_KEY.encode() not in content


# Drills.


def test_every_resource_that_was_never_drilled_is_due(recorded):
    home, bucket = recorded
    report = json.loads(lifeboat(home, "drills", "--output", "json").out)
    assert report["schema"] == "lifeboat.drills/1" and report["drills"] == []
    assert all(due["isDue"] for due in report["due"])
    assert f"arn:aws:s3:::{bucket}" in {due["resource"] for due in report["due"]}
    assert "now  never" in lifeboat(home, "drills", "--due", code=1).out


def test_a_drill_is_recorded_listed_exported_and_corrected(home):
    assert "drill 1" in lifeboat(home, "drills", "record", drill(home)).out
    text = lifeboat(home, "drills").out
    assert re.search(r"^1 +2026-01-05 +s3-bucket media +us-west-2 +10 min 40 s +6 h +real +succeeded", text, re.M), text
    assert re.search(r"lapsed on\s+2026-04-05", text), text
    lifeboat(home, "drills", "record", drill(home, outcome="failed"), "--corrects", "1")
    report = json.loads(lifeboat(home, "drills", "--output", "json").out)
    assert [(entry["id"], entry.get("corrects"), entry["correctedBy"]) for entry in report["drills"]] == [
        (1, None, [2]), (2, 1, [])]
    markdown = lifeboat(home, "drills", "--output", "markdown").out
    for text in ("## Drill 1", "console screenshot in TICKET-1", "objects can be read: passed, 10 of 10",
                 "corrects drill 1", "job: job-1", "recovery-point:1 of 2026-01-05 04:00 UTC"):
        assert text in markdown, text


def test_a_fresh_drill_is_not_due(home):
    recent = datetime.now(timezone.utc) - timedelta(days=3)
    lifeboat(home, "drills", "record", drill(home, drilledAt=recent.strftime("%Y-%m-%dT%H:%M:%SZ")))
    assert "No drill is due." in lifeboat(home, "drills", "--due").out


@pytest.mark.parametrize("changes, word", [
    ({"resource": ...}, "resource"), ({"drilledAt": "soon"}, "drilledAt"), ({"kind": "imagined"}, "kind"),
    ({"drilledAt": "2099-01-01T00:00:00Z"}, "future"), ({"checks": [{"name": "x"}]}, "result"),
])
def test_a_drill_that_is_not_whole_is_wrong_usage(home, changes, word):
    result = lifeboat(home, "drills", "record", drill(home, **changes), code=64)
    assert word in result.err and len(result.sentences) == 1


def test_a_correction_of_nothing_is_wrong_usage(home):
    assert "drill 9" in lifeboat(home, "drills", "record", drill(home), "--corrects", "9", code=64).err


def test_what_a_drill_says_steers_no_terminal(home):
    lifeboat(home, "drills", "record", drill(home, resource="arn:aws:s3:::a\u001b[2Jb", evidence=["|x|\u202e"]))
    for output in ("text", "markdown", "json"):
        out = lifeboat(home, "drills", "--output", output).out
        assert "\u001b" not in out


@pytest.fixture(scope="module")
def surveyed(simulator, tmp_path_factory):
    """A snapshot in which the copies of a database were never restored, and when it was taken."""
    path = tmp_path_factory.mktemp("proof") / "account.json"
    run("check", "--endpoint-url", simulator.url, "--save-snapshot", path, home="/nonexistent", environment=KEYS)
    return path, datetime.fromisoformat(assessed(path, path.parent)["generatedAt"])


def assessed(snapshot, home, *arguments):
    result = run(
        "check", "--snapshot", snapshot, "--output", "json", "--all", "--lost", "us-east-1", *arguments, home=home,
        credentials=False)
    return json.loads(result.out) | {"stderr": result.err}


def webshop(report):
    return next(found for found in report["scenarios"][0]["resources"] if found["name"] == "webshop")


def drilled(home, moment, **changes):
    lifeboat(home, "drills", "record", drill(home, **{
        "resource": f"arn:aws:rds:us-east-1:{ACCOUNT}:db:webshop", "resourceType": "rds-instance",
        "drilledAt": moment.strftime("%Y-%m-%dT%H:%M:%SZ"), "recoveryPointCreatedAt": ..., "recoveryTime": 1320} | changes))


def test_a_drill_proves_its_path_for_ninety_days(surveyed, tmp_path):
    snapshot, taken = surveyed
    before = assessed(snapshot, tmp_path)
    assert webshop(before)["assurance"] == "observed"
    assert not (tmp_path / LEDGER).exists()
    drilled(tmp_path, taken - timedelta(days=89))
    after = assessed(snapshot, tmp_path)
    assert webshop(after)["assurance"] == "proven"
    path = next(path for path in webshop(after)["paths"] if path["mechanism"] == "backup-copy")
    assert path["assurance"] == "proven" and "1320" in json.dumps(path)

    def untested(report):
        return [found for found in report["findings"]
                if found["id"] == "backup-restore-untested" and found["resource"].endswith(":webshop")]

    assert len(untested(before)) == 1 and untested(after) == []
    shown = lifeboat(tmp_path, "show", "webshop", "--snapshot", snapshot).out
    assert "proven" in shown and "22 min (measured)" in shown
    assert "rests on what is proven" in lifeboat(tmp_path, "runbook", "webshop", "--snapshot", snapshot).out


@pytest.mark.parametrize("change", [
    {"kind": "rehearsal"}, {"outcome": "failed"}, {"outcome": "abandoned"}, {"account": "999999999999"},
    {"region": "eu-central-1"}, {"mechanism": "carrier-pigeon"},
    {"checks": [{"name": "it answers", "result": "failed", "detail": ""}]}, {"checks": []},
    {"checks": [{"name": "it answers", "result": "not-checked", "detail": ""}]}, {"resource": "arn:aws:s3:::media"},
    {"drilledAt": "2026-01-05T10:00:00Z"}], ids=lambda change: next(iter(change)))
def test_what_proves_nothing_leaves_all_as_it_was(surveyed, tmp_path, change):
    snapshot, taken = surveyed
    drilled(tmp_path, taken - timedelta(days=1), **change)
    assert webshop(assessed(snapshot, tmp_path))["assurance"] == "observed"


def test_a_drill_that_was_put_right_proves_nothing_any_more(surveyed, tmp_path):
    snapshot, taken = surveyed
    drilled(tmp_path, taken - timedelta(days=1))
    lifeboat(tmp_path, "drills", "record", drill(tmp_path, outcome="failed"), "--corrects", "1")
    assert webshop(assessed(snapshot, tmp_path))["assurance"] == "observed"


def test_a_ledger_that_cannot_be_read_is_a_warning(surveyed, tmp_path):
    snapshot, _ = surveyed
    (tmp_path / LEDGER).parent.mkdir(parents=True)
    (tmp_path / LEDGER).write_text("this is no database, but quite a lot of text for a header " * 10)
    report = assessed(snapshot, tmp_path)
    assert webshop(report)["assurance"] == "observed"
    assert report["stderr"].count("\n") == 1 and "no drill counts as proof" in report["stderr"]
