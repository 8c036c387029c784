"""What a check costs when a region, a service or everything says nothing: its budget, and nothing of the others.

The budgets are 3 s to connect and 10 s until the first sign of life; the bounds here are generous, for they only tell
a budget from none. All checks run at once, for each mostly waits.
"""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest

from fault_server import BUCKETS, fault_server, reply
from lifeboat import Run, gaps, resources, run, scenario
from silence import accepting, certificate, dropping, proxy, refusing

BOUND = 30  # seconds
TWO = ["--region", "us-east-1", "--region", "us-west-2"]
PORTS = {"accepting": accepting, "dropping": dropping, "refusing": refusing}


@dataclass
class Timed:
    result: Run
    seconds: float


def timed(home, *arguments, environment=None):
    began = time.monotonic()
    result = run("check", "--output", "json", *arguments, home=home, environment=environment, timeout=240)
    return Timed(result, time.monotonic() - began)


def everything(kind):
    """Every endpoint of every region is so."""
    def check(home):
        with PORTS[kind]() as port:
            return timed(
                home, "--endpoint-url", f"http://127.0.0.1:{port}", environment={"AWS_REGION": "us-east-1"})
    return check


def service(name, kind):
    """One service is so in all regions, the others answer."""
    def check(home):
        with PORTS[kind]() as port, fault_server() as server:
            return timed(home, *TWO, environment={
                "AWS_ENDPOINT_URL": server.url, f"AWS_ENDPOINT_URL_{name}": f"http://127.0.0.1:{port}"})
    return check


def mute(region, after=0):
    """One region accepts and never answers, from the beginning or after so many calls."""
    def check(home):
        ended, lock, calls = threading.Event(), threading.Lock(), iter(range(after))

        def spoil(request):
            if request.region == region:
                with lock:
                    answers = next(calls, None) is not None
                if not answers:
                    ended.wait()
                    return b""

        with fault_server(spoil) as server:
            try:
                return timed(home, *TWO, "--endpoint-url", server.url)
            finally:
                ended.set()
    return check


def unreachable(region, fate):
    """One region's hosts cannot be connected to; the others are AWS's own names, behind a proxy."""
    def check(home):
        (home / ".aws").mkdir()
        (home / ".aws" / "config").write_text("[default]\ns3 =\n  addressing_style = path\n")
        with fault_server(tls=certificate(home)) as server, proxy(
                int(server.url.rpartition(":")[2]), lambda host: fate if region in host else None) as through:
            return timed(home, *TWO, "--no-verify-ssl",
                         environment={"HTTPS_PROXY": through})
    return check


def slow_listing(home):
    """A page of the listing comes in small parts, and takes longer than silence may."""
    def parts():
        page = reply(200, BUCKETS)
        for start in range(0, len(page), len(page) // 12):
            yield page[start:start + len(page) // 12]
            time.sleep(1)

    with fault_server(lambda request: parts() if request.path == "/" and request.method == "GET" else None) as server:
        return timed(home, *TWO, "--endpoint-url", server.url)


CHECKS = {
    "everything accepting": everything("accepting"),
    "everything dropping": everything("dropping"),
    "everything refusing": everything("refusing"),
    "us-west-2 mute": mute("us-west-2"),
    "us-east-1 mute": mute("us-east-1"),
    "us-east-1 mute after 8": mute("us-east-1", after=8),
    "us-west-2 dropping": unreachable("us-west-2", "silent"),
    "us-east-1 dropping": unreachable("us-east-1", "silent"),
    "us-west-2 refusing": unreachable("us-west-2", "refused"),
    "Backup accepting": service("BACKUP", "accepting"),
    "Backup dropping": service("BACKUP", "dropping"),
    "STS dropping": service("STS", "dropping"),
    "S3 accepting": service("S3", "accepting"),
    "slow listing": slow_listing,
}


@pytest.fixture(scope="module")
def checks(tmp_path_factory):
    """Each check, begun when the module is: `checks[name]` waits for its end."""
    with ThreadPoolExecutor(len(CHECKS)) as pool:
        futures = {name: pool.submit(check, tmp_path_factory.mktemp("home")) for name, check in CHECKS.items()}
        yield {name: future.result for name, future in futures.items()}


def statuses(report):
    return {region["name"]: region["status"] for region in report["regions"]}


@pytest.mark.parametrize("name", CHECKS)
def test_silence_costs_its_budget(checks, name):
    assert checks[name]().seconds < BOUND


@pytest.mark.parametrize("kind", PORTS)
def test_when_nobody_answers_that_is_said_in_one_sentence(checks, kind):
    result = checks[f"everything {kind}"]().result
    assert result.code == 2
    assert len(result.sentences) == 1 and "no answer" in result.err


@pytest.mark.parametrize("name", ["us-west-2 mute", "us-west-2 dropping", "us-west-2 refusing"])
def test_a_silent_region_is_named_and_leaves_open_only_what_rests_on_it(checks, name):
    result = checks[name]().result
    report = result.report()
    assert statuses(report)["us-east-1"] == "answered"
    assert statuses(report)["us-west-2"] in ("timed-out", "unreachable")
    assert gaps(report, "backup:ListBackupVaults", "us-west-2")
    assert not gaps(report, "s3:GetBucketReplication")
    assert not gaps(report, "backup:ListBackupVaults", "us-east-1")
    assert resources(report, "us-east-1")["media"]["verdict"] != "unprotected"
    assert result.code == 2


@pytest.mark.parametrize("name", ["us-east-1 mute", "us-east-1 dropping", "us-east-1 mute after 8"])
def test_others_answer_for_a_silent_home_region(checks, name):
    report = checks[name]().result.report()
    assert statuses(report)["us-east-1"] == "timed-out"
    assert statuses(report)["us-west-2"] == "answered"
    assert report["account"] == "123456789012"
    assert resources(report, "us-east-1")["media"]["verdict"] == "unknown"


@pytest.mark.parametrize("kind", ["accepting", "dropping"])
def test_a_dark_service_leaves_what_others_say(checks, kind):
    report = checks[f"Backup {kind}"]().result.report()
    assert gaps(report, "backup:ListBackupVaults", "us-east-1")
    assert not [gap for gap in report["gaps"] if gap["call"].startswith("s3:")]
    assert "media" in resources(report, "us-east-1")


def test_without_sts_the_account_is_read_all_the_same(checks):
    report = checks["STS dropping"]().result.report()
    assert gaps(report, "sts:GetCallerIdentity")
    assert not gaps(report, "s3:GetBucketReplication")


def test_a_slow_listing_that_keeps_coming_is_read_to_its_end(checks):
    timing = checks["slow listing"]()
    assert timing.seconds > 10, "it was meant to take longer than silence may"
    report = timing.result.report()
    assert scenario(report, "us-east-1")["answer"] == "yes"
    assert statuses(report) == {"us-east-1": "answered", "us-west-2": "answered"}
