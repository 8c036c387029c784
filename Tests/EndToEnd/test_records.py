"""The records of an operator: answers over time, what got worse between two of them, and what is due."""

import json
import os
import re
import sqlite3

import pytest

from lifeboat import run
from records import ENVIRONMENT, LEDGER, lifeboat
from simulator import ACCESS_KEY, ACCOUNT, SECRET_KEY


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
    result = run("check", "--endpoint-url", simulator.url, *arguments, home=home, environment=ENVIRONMENT)
    assert result.code == code, result.err
    return result


def replicated(simulator):
    """A bucket that its replication alone protects, and that replication."""
    report = json.loads(run(
        "check", "--output", "json", "--all", "--lost", "us-east-1", "--endpoint-url", simulator.url,
        home="/nonexistent", environment=ENVIRONMENT).out)
    for resource in report["scenarios"][0]["resources"]:
        ways = {path["mechanism"] for path in resource["paths"]}
        if resource["type"] == "s3-bucket" and resource["verdict"] == "protected" and ways == {"s3-replication"}:
            found = simulator.client("s3").get_bucket_replication(Bucket=resource["name"])
            return resource["name"], found["ReplicationConfiguration"]
    raise AssertionError("no bucket is protected by replication alone")


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


def test_history_of_a_name_of_several_names_them(recorded):
    home, _ = recorded
    error = lifeboat(home, "history", "player-positions", code=64).err
    assert "several resources are called player-positions: arn:aws:dynamodb:us-east-1:" in error
    assert ", arn:aws:dynamodb:us-west-2:" in error


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
        home=home, environment=ENVIRONMENT)
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
                 environment=ENVIRONMENT | {"LIFEBOAT_LEDGER": str(home / "ledger")})
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


def test_every_resource_that_was_never_drilled_is_due(recorded):
    home, bucket = recorded
    report = json.loads(lifeboat(home, "drills", "--output", "json").out)
    assert report["schema"] == "lifeboat.drills/1" and report["drills"] == []
    assert all(due["isDue"] for due in report["due"])
    assert f"arn:aws:s3:::{bucket}" in {due["resource"] for due in report["due"]}
    assert "now  never" in lifeboat(home, "drills", "--due", code=1).out
