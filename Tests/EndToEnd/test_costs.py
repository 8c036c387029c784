"""What each way back costs: asked for, priced, overridden, and left alone by whoever does not ask."""

import json
from decimal import Decimal

import pytest

from lifeboat import resources, run
from simulator import KEYS

US = "us-east-1"


@pytest.fixture(autouse=True)
def no_faults(simulator):
    simulator.faults()


def check(simulator, home, *options):
    return run(
        "check", "--endpoint-url", simulator.url, "--output", "json", *options, home=home, credentials=False,
        environment=KEYS | {"AWS_REGION": US})


def said(result):
    return json.loads(result.out)


def cost(report, name, mechanism="s3-replication"):
    return next(p["monthlyCost"] for p in resources(report, US)[name]["paths"] if p["mechanism"] == mechanism)


def test_without_being_asked_nothing_is_read_or_said(simulator, home):
    log = home / "calls.log"
    result = check(simulator, home, "--log", log)
    assert "monthlyCost" not in result.out
    assert "EntireBucket" not in log.read_text()


def test_the_parts_make_the_sum(simulator, home):
    whole = cost(said(check(simulator, home, "--costs")), "media-originals")
    assert whole["complete"]
    assert {part["part"] for part in whole["parts"]} == {
        "storage", "requests", "transfer", "replication-time-control", "metrics"}
    total = sum(Decimal(part["usd"]) for part in whole["parts"])
    assert Decimal(whole["usd"]) == total.quantize(Decimal("0.01"))


def test_what_is_not_known_makes_it_a_least(simulator, home):
    renditions = cost(said(check(simulator, home, "--costs")), "media-renditions")
    assert not renditions["complete"] and Decimal(renditions["usd"]) > 0
    unknown = {part["part"] for part in renditions["parts"] if part["usd"] is None}
    assert unknown == {"requests", "transfer"}


def test_denied_metrics_cost_only_themselves(simulator, home):
    before = check(simulator, home, "--costs")
    simulator.faults(denials=[{"action": "cloudwatch:GetMetricData"}])
    after = check(simulator, home, "--costs")
    assert before.code == after.code
    assert cost(said(after), "session-recordings")["usd"] is None
    assert any(gap["call"] == "cloudwatch:GetMetricData" for gap in said(after)["gaps"])


def test_a_snapshot_keeps_what_was_read_of_sizes(simulator, home):
    snapshot = home / "account.snapshot"
    live = check(simulator, home, "--costs", "--save-snapshot", snapshot)
    kept = run("check", "--output", "json", "--snapshot", snapshot, "--costs", home=home, credentials=False)
    assert cost(said(kept), "media-originals") == cost(said(live), "media-originals")
    silent = run("check", "--output", "json", "--snapshot", snapshot, home=home, credentials=False)
    assert "monthlyCost" not in silent.out


PRICES = """\
prices:
  - {item: s3-storage, class: STANDARD, region: us-west-2, usd: 1.00, date: 2026-10-01, source: contract}
"""


def test_prices_of_a_file_go_before_the_list(simulator, home):
    prices = home / "prices.yaml"
    prices.write_text(PRICES)
    parts = cost(said(check(simulator, home, "--costs", "--prices", prices)), "media-originals")["parts"]
    assert "at $1.00 per GB-month" in next(part["basis"] for part in parts if part["part"] == "storage")


@pytest.mark.parametrize("text, words", [
    ("prices:\n  - item: gold\n", "prices.yaml:2: \"gold\" is not an item with a price"),
    ("prices:\n  - {item: metric, region: us-east-1, usd: free, date: 2026-10-01}\n", "prices.yaml:2: usd \"free\""),
    ("theme: dark\n", "it holds no prices"),
])
def test_prices_that_are_not_understood_end_it(home, text, words):
    prices = home / "prices.yaml"
    prices.write_text(text)
    result = run("demo", "--report", "--costs", "--prices", prices, home=home, credentials=False)
    assert result.code == 64
    assert words in result.err


def test_the_demo_has_a_section_of_costs(home):
    result = run("demo", "--report", "--costs", home=home, credentials=False)
    assert "What it costs a month\n" in result.out
    assert "s3-bucket media-originals, s3-replication to us-west-2: $" in result.out
    assert "What it costs" not in run("demo", "--report", home=home, credentials=False).out
