"""Which region is asked for what is not tied to one, and that the program says so where nobody named it."""

import pytest

from lifeboat import run
from simulator import KEYS

ASSUMED = "no region is configured: us-east-1 is asked for what is not tied to a region"


def ask(simulator, home, *arguments, **environment):
    return run(
        *arguments, "--endpoint-url", simulator.url, home=home, credentials=False,
        environment=KEYS | environment)


def regions(result):
    return [" ".join(line.split()[1:]) for line in result.out.splitlines() if line.startswith("Region ")]


def test_doctor_says_that_no_region_is_configured(simulator, home):
    assert regions(ask(simulator, home, "doctor")) == [ASSUMED]


def test_doctor_names_the_region_that_is_configured(simulator, home):
    assert regions(ask(simulator, home, "doctor", AWS_REGION="eu-west-1")) == ["eu-west-1"]


@pytest.mark.parametrize("output", ["text", "json"])
def test_check_says_beside_its_report_that_no_region_is_configured(simulator, home, output):
    result = ask(simulator, home, "check", "--output", output)
    assert result.sentences == [f"lifeboat: {ASSUMED}"]
    if output == "json":
        result.report()


def test_check_says_nothing_beside_its_report_where_a_region_is_configured(simulator, home):
    assert ask(simulator, home, "check", AWS_REGION="eu-west-1").err == ""
