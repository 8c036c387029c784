"""Drills: recorded, listed, exported, corrected, due again, and what they prove."""

import json
import re
from datetime import datetime, timedelta, timezone

import pytest

from lifeboat import run
from records import LEDGER, drill, lifeboat
from simulator import ACCOUNT


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
def surveyed(snapshot):
    """A snapshot in which the copies of a database were never restored, and when it was taken."""
    return snapshot, datetime.fromisoformat(assessed(snapshot, snapshot.parent)["generatedAt"])


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
