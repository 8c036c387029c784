"""`lifeboat show` on the simulated account: one resource, by ARN and by name, as text, JSON and Markdown."""

import json

import pytest

from lifeboat import run



def test_a_name_and_its_arn_say_the_same(lifeboat):
    by_name = json.loads(lifeboat("show", "subtitles", "--output", "json").out)
    by_arn = json.loads(lifeboat("show", "arn:aws:s3:::subtitles", "--output", "json").out)
    assert by_name["schema"] == "lifeboat.show/1"
    assert by_name["resource"]["arn"] == "arn:aws:s3:::subtitles"
    assert [threat["resource"]["verdict"] for threat in by_name["threats"]] == [
        threat["resource"]["verdict"] for threat in by_arn["threats"]]


def test_it_says_all_there_is(lifeboat):
    document = json.loads(lifeboat("show", "subtitles", "--output", "json").out)
    assert [threat["threat"] for threat in document["threats"]] == [
        "accidental-deletion", "version-purge", "corruption", "malicious-admin", "account-loss", "key-loss"]
    assert len(document["comparison"]) == 8
    assert "s3-replication-failing" in [finding["id"] for finding in document["findings"]]
    assert any(step["commandLine"] and step["terraform"] and step["call"] for step in document["advice"])


@pytest.mark.parametrize("output, beginning", [("text", "s3-bucket subtitles in us-east-1"), ("markdown", "# s3")])
def test_it_is_written_as_asked(lifeboat, output, beginning):
    result = lifeboat("show", "subtitles", "--output", output)
    assert result.code == 0 and result.out.startswith(beginning)


def test_a_name_of_nothing_is_wrong_usage(lifeboat):
    result = lifeboat("show", "no-such-thing")
    assert result.code == 64
    assert result.err == "lifeboat: there is no resource no-such-thing among what was read\n"


def test_a_name_of_several_names_them(lifeboat):
    result = lifeboat("show", "player-positions")
    assert result.code == 64
    assert "arn:aws:dynamodb:us-east-1:" in result.err and "arn:aws:dynamodb:us-west-2:" in result.err


def test_it_answers_from_a_snapshot(lifeboat, home, tmp_path):
    snapshot = tmp_path / "account.json"
    lifeboat("check", "--save-snapshot", snapshot)
    result = run("show", "subtitles", "--snapshot", snapshot, home=home)
    assert result.code == 0 and "versioning of destination subtitles-dr" in result.out


def states(document):
    """What each way back is against each threat, by JSON."""
    judged = [("the loss of " + document["resource"]["region"], document["resource"])]
    words = {
        "accidental-deletion": "accidental deletion", "version-purge": "a purge of versions", "corruption": "corruption",
        "malicious-admin": "a malicious administrator", "account-loss": "the loss of the account",
        "key-loss": "the loss of a key"}
    judged += [(words[one["threat"]], one["resource"]) for one in document["threats"]]
    return {
        (f"{path['mechanism']} in {path['region']}: {path['target']}", threat,
         path["healthy"] and path["scope"] == "whole")
        for threat, resource in judged for path in resource["paths"]}


@pytest.mark.parametrize("name", ["reviews", "catalogue", "audit-log", "media-originals", "subtitles"])
def test_each_way_back_has_its_state_for_the_threats_it_serves(lifeboat, name):
    document = json.loads(lifeboat("show", name, "--output", "json").out)
    page = lifeboat("show", name, "--output", "markdown").out.replace("\\", "")
    table = page[page.index("| way back |"):].split("\n\n")[0].splitlines()[2:]
    rows = [row.strip("| ").split(" | ") for row in table]
    told = {
        (way, threat, state.startswith("whole and healthy"))
        for way, state, against, *_ in rows for threat in against.split(", ")}
    assert told == states(document)
    text = " ".join(lifeboat("show", name).out.split())
    for way, state, against, *_ in rows:
        assert f"{state}, against {against}" in text
