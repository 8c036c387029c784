"""Objectives and accepted risks: found, read, refused where they are not understood, and followed by the answer."""

import datetime

import pytest

from lifeboat import resources, run, scenario
from tmux import Tmux

US, WEST = "us-east-1", "us-west-2"

DESIGN = """\
objectives:
  - match: {tag: {tier: critical}}
    recovery-point: 15m
    recovery-time: 1h
    retention: 30d
  - match: {type: s3-bucket, name: "*-logs"}
    accept: "logs are rebuilt from the source; risk accepted 2026-10-01, review 2099-04-01"
"""
ALL_ACCEPTED = """\
objectives:
  - match: {name: "*"}
    accept: {reason: "this account is a rehearsal", review: 2099-04-01}
"""


def check(snapshot, home, *options):
    return run(
        "check", "--output", "json", "--snapshot", snapshot, *options, home=home, credentials=False, timeout=60)


def written(home, text, name="objectives.yaml"):
    path = home / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_an_accepted_bucket_keeps_its_verdict_and_is_counted(snapshot, home):
    result = check(snapshot, home, "--objectives", written(home, DESIGN))
    report = result.report()
    logs = resources(report, US)["access-logs"]
    assert logs["verdict"] == "unprotected"
    assert logs["accepted"] == {
        "reason": "logs are rebuilt from the source; risk accepted 2026-10-01", "review": "2099-04-01"}
    assert scenario(report, US)["accepted"] == 1
    # Six critical ones were protected: three are too far behind, three are replicas, which keep no past. What is
    # accepted is counted as what it is.
    before = check(snapshot, home).report()
    moved = {
        name: one["verdict"] for name, one in resources(report, US).items()
        if one["verdict"] != resources(before, US)[name]["verdict"]}
    assert moved == {
        "search-index": "at-risk", "edit-projects": "at-risk", "subscriptions": "at-risk",
        "player-positions": "at-risk", "viewer-accounts": "at-risk", "royalties": "at-risk"}
    assert scenario(before, US)["counts"] == {
        "protected": 16, "at-risk": 9, "unprotected": 14, "unknown": 1, "unaffected": 25, "not-evaluated": 1}
    assert scenario(report, US)["counts"] == {
        "protected": 10, "at-risk": 15, "unprotected": 14, "unknown": 1, "unaffected": 25, "not-evaluated": 1}
    assert result.code == 1


def test_the_exit_code_follows_the_answer(snapshot, home):
    result = check(snapshot, home, "--lost", WEST, "--objectives", written(home, ALL_ACCEPTED))
    answer = scenario(result.report(), WEST)
    assert (result.code, answer["answer"]) == (0, "yes")
    assert answer["accepted"] == answer["counts"]["unprotected"] > 0
    assert check(snapshot, home, "--lost", WEST).code == 1


def test_the_text_says_how_many_are_accepted(snapshot, home):
    path = written(home, ALL_ACCEPTED)
    result = run("check", "--snapshot", snapshot, "--lost", WEST, "--objectives", path, home=home, credentials=False)
    assert "accepted risks" in result.out.splitlines()[0]
    assert "accepted until its review on 2099-04-01: this account is a rehearsal" in " ".join(result.out.split())


def test_an_acceptance_that_ran_out_counts_again(snapshot, home):
    today = datetime.datetime.now(datetime.timezone.utc).date()
    past = today - datetime.timedelta(days=2)
    text = ALL_ACCEPTED.replace("2099-04-01", past.isoformat())
    result = check(snapshot, home, "--lost", WEST, "--objectives", written(home, text))
    answer = scenario(result.report(), WEST)
    assert (result.code, answer["answer"], answer["accepted"]) == (1, "no", 0)
    assert all("accepted" not in one for one in answer["resources"])
    assert any(f"its risk was accepted until {past}, which is past" in one["reason"] for one in answer["resources"])


def test_a_target_makes_a_path_that_misses_it_at_risk(snapshot, home):
    text = "objectives:\n  - match: {name: terraform-state}\n    recovery-point: 30m\n"
    before = check(snapshot, home).report()
    after = check(snapshot, home, "--objectives", written(home, text)).report()
    assert resources(before, US)["terraform-state"]["verdict"] == "protected"
    assert resources(after, US)["terraform-state"]["verdict"] == "at-risk"
    assert "misses the objective of 30 min" in resources(after, US)["terraform-state"]["reason"]
    assert "objective-missed" in resources(after, US)["terraform-state"]["findings"]
    assert resources(before, US)["media-renditions"] == resources(after, US)["media-renditions"]


def test_lifeboat_yaml_of_the_home_directory_is_found(snapshot, home):
    written(home, "theme: light\n" + ALL_ACCEPTED, ".config/lifeboat/lifeboat.yaml")
    assert check(snapshot, home, "--lost", WEST).code == 0


def test_the_option_goes_before_lifeboat_yaml(snapshot, home):
    written(home, ALL_ACCEPTED, ".config/lifeboat/lifeboat.yaml")
    assert check(snapshot, home, "--lost", WEST, "--objectives", written(home, "objectives: []\n")).code == 1


@pytest.mark.parametrize("text, line, words", [
    ("objectives:\n  - match: {tier: critical}\n    recovery-point: 15m\n", 2, 'a match has no "tier"'),
    ("objectives:\n  - match: {name: a}\n    recovery-point: soon\n", 3, 'recovery-point "soon" is not a time'),
    ("objectives:\n  - match: {type: s3}\n    recovery-point: 1h\n", 2, '"s3" is not a type'),
    ("objectives:\n  - match: {}\n    recovery-point: 1h\n", 2, "the match is empty"),
    ("objectives:\n  - match: {tag: critical}\n    recovery-point: 1h\n", 2, "tag must hold names with values"),
    ("objectives:\n  - match: {name: a}\n    accept: we can live with it\n", 3, "accept has no review date"),
    ("objectives:\n  - match: {name: a}\n    accept: fine, review 2027-02-30\n", 3, 'review "2027-02-30" is not a day'),
    ("objectives:\n  - match: {name: a\n", 3, "expected ',' or '}'"),
])
def test_what_is_not_understood_is_named_by_file_and_line(snapshot, home, text, line, words):
    result = check(snapshot, home, "--objectives", written(home, text))
    assert (result.code, result.out) == (64, "")
    assert len(result.sentences) == 1
    assert f"objectives.yaml:{line}: " in result.err and words in result.err


@pytest.mark.parametrize("text, words", [(None, "are not there"), ("theme: dark\n", "holds no objectives")])
def test_a_file_without_objectives_is_named(snapshot, home, text, words):
    path = written(home, text) if text else home / "objectives.yaml"
    result = check(snapshot, home, "--objectives", path)
    assert result.code == 64 and "objectives.yaml" in result.err and words in result.err


def test_a_broken_lifeboat_yaml_stops_a_check_too(snapshot, home):
    path = written(home, "objectives:\n  - accept: all\n", ".config/lifeboat/lifeboat.yaml")
    result = check(snapshot, home)
    assert result.code == 64 and f"{path}:2: " in result.err


def test_the_interface_shows_what_is_accepted(home):
    written(home, ALL_ACCEPTED)
    with Tmux("demo", "--objectives", "objectives.yaml", home=home, columns=120, rows=40) as terminal:
        terminal.start().wait("goes down now: YES", "accepted risks", "~ accepted")
        terminal.press("Enter").wait("accepted until its review on 2099-04-01: this account is a rehearsal")
        terminal.press("q", "q")


def test_a_region_that_is_not_there_is_no_region_that_was_not_read(snapshot, home):
    result = check(snapshot, home, "--lost", "eu-west-9")
    assert result.code == 64
    assert len(result.sentences) == 1 and 'no region "eu-west-9" to lose' in result.sentences[0]
