"""`lifeboat check` on the simulated account over the wire, whole and broken: what breaks costs only itself."""

import copy
import re

import pytest

from lifeboat import resources, run
from simulator import KEYS

US, WEST = "us-east-1", "us-west-2"
VAULTS = {"backup:ListBackupVaults", "backup:ListProtectedResourcesByBackupVault"}
# The calls to another region by which a copy of a resource there is found; of buckets all is read at home.
COULD_SHOW_A_COPY = {
    "s3-bucket": set(),
    "dynamodb-table": VAULTS,
    "ebs-volume": VAULTS | {"ec2:DescribeSnapshots"},
    "rds-instance": VAULTS | {"rds:DescribeDBInstanceAutomatedBackups", "rds:DescribeDBSnapshots"},
}


@pytest.fixture(autouse=True)
def no_faults(simulator):
    simulator.faults()
    yield
    simulator.faults()


def check(simulator, home, *options):
    return run(
        "check", "--endpoint-url", simulator.url, "--output", "json", "--all", *options, home=home, credentials=False,
        environment=KEYS | {"AWS_REGION": US})


@pytest.fixture(scope="module")
def whole(simulator, module_home):
    simulator.faults()
    return check(simulator, module_home).report()


def timeless(value):
    """A report without what moves with the clock: times, ages and what is worded with them."""
    if isinstance(value, dict):
        return {key: timeless(inner) for key, inner in value.items() if key not in ("generatedAt", "at", "seconds")}
    if isinstance(value, list):
        return [timeless(inner) for inner in value]
    if isinstance(value, str):
        value = re.sub(r"\d{4}-\d\d-\d\dT[\d:.]+Z", "TIME", value)
        return re.sub(r"\d+(\.\d+)? ?(seconds|second|min|hours|hour|h|days|day|d|s)\b", "AGE", value)
    return value


def test_every_call_of_a_scan_is_signed_right(whole):
    """The simulated account verifies each signature: one that is wrong would leave a gap."""
    codes = {gap.get("detail", "") for gap in whole["gaps"]}
    assert not [code for code in codes if "Signature" in code or "InvalidAccessKeyId" in code]
    assert {region["status"] for region in whole["regions"]} == {"answered", "not-enabled"}


def test_throttling_and_resets_change_nothing(simulator, whole, home):
    simulator.faults(throttling=0.1, resets=0.02, mostInARow=2, seed=11)
    assert timeless(check(simulator, home).report()) == timeless(whole)


@pytest.mark.parametrize("calls", [1, 25])
def test_a_dark_region_is_said_to_time_out_and_the_rest_stays(simulator, whole, home, calls):
    simulator.faults(darkAfterCalls={WEST: calls})
    report = check(simulator, home).report()
    assert {r["name"]: r["status"] for r in report["regions"]}[WEST] == "timed-out"
    silent = {gap["call"] for gap in report["gaps"] if gap["region"] == WEST}
    # By one answer nobody knows what is in a vault, whatever the report says of its gaps.
    if calls == 1:
        silent |= VAULTS
    for region in ("ap-southeast-2", "eu-central-1"):
        without = {
            name: one for name, one in resources(whole, region).items()
            if one["region"] == region and not one["paths"] and one["verdict"] == "unprotected"}
        assert without
        for name, one in without.items():
            now = resources(report, region)[name]
            # Which calls were answered before is chance; what could show a copy there is told by what was not.
            if silent & COULD_SHOW_A_COPY.get(one["type"], VAULTS):
                assert now["verdict"] == "unknown" and f"{WEST} unread" in now["reason"], now
            else:
                assert now["verdict"] == "unprotected", now
        with_paths = {
            name: one["verdict"] for name, one in resources(whole, region).items()
            if one["region"] == region and one["paths"] and all(path["region"] != WEST for path in one["paths"])}
        assert with_paths == {name: resources(report, region)[name]["verdict"] for name in with_paths}


def test_what_is_denied_is_unknown(simulator, whole, home):
    protected = [
        name for name, one in resources(whole, US).items()
        if one["type"] == "s3-bucket" and one["verdict"] == "protected" and {p["mechanism"] for p in one["paths"]} == {"s3-replication"}]
    assert protected
    simulator.faults(denials=[{"action": "s3:GetReplicationConfiguration", "resource": protected[0]}])
    report = check(simulator, home).report()
    assert resources(report, US)[protected[0]]["verdict"] == "unknown"
    others = copy.deepcopy(resources(report, US))
    others.pop(protected[0])
    for name, one in others.items():
        assert one["verdict"] == resources(whole, US)[name]["verdict"], name


@pytest.mark.parametrize("faults, words", [
    ({"expiredToken": True}, "sts:GetCallerIdentity in us-east-1: the credentials were refused (ExpiredToken)"),
    ({"proxyPageStatus": 200}, "a web page instead of AWS's reply"),
    ({"truncation": 1.0}, "s3:ListBuckets: failed (unreadable reply: not XML as documented"),
    ({"serverErrors": 1.0}, "s3:ListBuckets: failed (InternalError)"),
])
def test_a_broken_wire_is_one_sentence(simulator, home, faults, words):
    simulator.faults(**faults)
    result = check(simulator, home)
    assert result.code == 2
    # Where the home region takes its time, the first of the others to answer is named.
    said = [re.sub(r" in [a-z]+-[a-z]+-\d: failed", ": failed", sentence) for sentence in result.sentences]
    assert len(said) == 1 and words in said[0]


def test_a_home_region_that_breaks_every_connection_leaves_the_others(simulator, whole, home):
    simulator.faults(darkRegions={US: "refused"})
    report = check(simulator, home).report()
    assert {r["name"]: r["status"] for r in report["regions"]}[US] in ("timed-out", "unreachable")
    assert {r["name"]: r["status"] for r in report["regions"]}[WEST] == "answered"
    assert report["complete"] is False
