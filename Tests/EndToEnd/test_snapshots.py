"""A snapshot of an account answers as the account did, and one that is spoilt is named."""

import json

import pytest

from bad_input import check, says_it_once
from fault_server import fault_server
from lifeboat import SECRET, run, scenario


@pytest.fixture(scope="module")
def snapshot(module_home):
    """A snapshot of the unspoilt account, and the report that was given with it."""
    path = module_home / "account.snapshot"
    with fault_server() as server:
        result = check(server.url, module_home, "--save-snapshot", path)
    assert result.code == 0
    return path, result.report()


def replay(path, home):
    return run("check", "--output", "json", "--snapshot", path, home=home, credentials=False, timeout=60)


def test_a_snapshot_answers_without_a_network(snapshot, home):
    path, live = snapshot
    result = replay(path, home)
    replayed = result.report()
    assert [(s["region"], s["answer"], s["counts"], s["resources"]) for s in replayed["scenarios"]] == [
        (s["region"], s["answer"], s["counts"], s["resources"]) for s in live["scenarios"]]
    assert scenario(replayed, "us-east-1")["answer"] == "yes"
    assert result.code == 0


def test_a_snapshot_holds_no_secret(snapshot):
    path, _ = snapshot
    assert SECRET.encode() not in path.read_bytes()


def test_a_snapshot_can_be_read_by_its_owner_alone(snapshot):
    path, _ = snapshot
    assert path.stat().st_mode & 0o077 == 0


def newer(text):
    document = json.loads(text)
    schema = document["schema"]
    assert str(schema).endswith("1"), schema
    document["schema"] = str(schema)[:-1] + "2" if isinstance(schema, str) else 2
    return json.dumps(document)


SPOILT_SNAPSHOTS = {
    "of schema 2": newer,
    "truncated": lambda text: text[: len(text) // 2],
    "empty": lambda text: "",
    "not JSON": lambda text: "this is no snapshot\n",
    "other JSON": lambda text: '{"Buckets": []}',
    "nested 100,000 deep": lambda text: "[" * 100_000,
}


@pytest.mark.parametrize("kind", SPOILT_SNAPSHOTS)
def test_a_spoilt_snapshot_is_named_in_one_sentence(snapshot, home, kind):
    path = home / "spoilt.snapshot"
    path.write_text(SPOILT_SNAPSHOTS[kind](snapshot[0].read_text()))
    result = replay(path, home)
    says_it_once(result, "spoilt.snapshot", *(["2"] if kind == "of schema 2" else []))
    assert not result.out
    assert result.code == 64


@pytest.mark.parametrize("name", ["missing.snapshot", "."])
def test_a_snapshot_that_is_no_file_is_named_in_one_sentence(home, name):
    result = replay(home / name, home)
    says_it_once(result, str(home))
    assert result.code == 64


def test_a_snapshot_that_cannot_be_saved_is_named(home):
    with fault_server() as server:
        result = check(server.url, home, "--save-snapshot", home / "missing" / "account.snapshot")
    assert "account.snapshot" in result.err
    assert result.code == 64
