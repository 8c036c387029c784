"""`lifeboat calendar` on the simulated account: what the plans did run and will run."""

import json
from datetime import date, timedelta

import pytest

from lifeboat import run
from simulator import KEYS, Simulator


def test_each_day_is_there_once_and_in_order(lifeboat):
    document = json.loads(lifeboat("calendar", "--back", "3", "--days", "4", "--output", "json").out)
    assert document["schema"] == "lifeboat.calendar/1"
    days = [date.fromisoformat(day["date"]) for day in document["days"]]
    today = date.fromisoformat(document["generatedAt"][:10])
    assert days == [today + timedelta(days=number) for number in range(-3, 5)]


def test_what_is_past_ran_or_is_missed_and_what_comes_is_due(lifeboat):
    result = lifeboat("calendar", "--back", "10", "--output", "json")
    document = json.loads(result.out)
    runs = [run for day in document["days"] for run in day["runs"]]
    past = {run["outcome"] for run in runs if run["at"] < document["generatedAt"]}
    coming = {run["outcome"] for run in runs if run["at"] > document["generatedAt"]}
    assert "completed" in past and coming <= {"planned", "yielded", "idle"} and "planned" in coming
    gaps = [gap for day in document["days"] for gap in day["gaps"]]
    assert document["answer"] == {0: "yes", 1: "no", 2: "unknown"}[result.code]
    wrong = [run for run in runs if run["outcome"] in ("missed", "failed", "partial")]
    assert (document["answer"] == "no") == bool(gaps or wrong)
    assert any(run["failedCopies"] for run in wrong), "the demo's failing copies are not among them"


@pytest.mark.parametrize("output, beginning", [("text", "Backup plans from "), ("markdown", "# Backup plans")])
def test_it_is_written_as_asked(lifeboat, output, beginning):
    result = lifeboat("calendar", "--output", output)
    assert result.out.startswith(beginning) and result.err == ""


def test_what_no_snapshot_holds_is_unread(lifeboat, home):
    lifeboat("check", "--save-snapshot", str(home / "now.json"))
    result = run("calendar", "--snapshot", str(home / "now.json"), "--output", "json", home=home, credentials=False)
    document = json.loads(result.out)
    past = {run["outcome"] for day in document["days"] for run in day["runs"] if run["at"] < document["generatedAt"]}
    assert "completed" not in past and "missed" not in past and result.code in (1, 2)


@pytest.mark.parametrize("option", [("--days", "36"), ("--back", "-1")])
def test_days_beyond_what_is_known_are_wrong_usage(lifeboat, option):
    assert lifeboat("calendar", *option).code == 64


def test_an_account_without_plans_is_told_so_and_is_no_yes(home):
    account = Simulator.start("--empty")
    try:
        result = run(
            "calendar", "--endpoint-url", account.url, home=home, credentials=False,
            environment=KEYS | {"AWS_REGION": "us-east-1"})
    finally:
        account.stop()
    assert result.code == 2
    assert result.out.splitlines()[0].endswith(": there is no backup plan")
