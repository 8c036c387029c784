"""A disk that is full before, while or after a restore is made: it is said, and nothing is lost or started twice."""

import os
import subprocess

import pytest

from restores import HOME, LOST, STATE, Restores
from simulator import Simulator

NEW = {**LOST, "resource": STATE, "bucket_is": "new", "works": "yes"}


@pytest.fixture(scope="module")
def account():
    simulator = Simulator.start()
    yield simulator
    simulator.stop()


@pytest.fixture
def restores(account, tmp_path):
    return Restores(account, tmp_path)


@pytest.fixture
def disk(restores):
    """As small as a ledger, and what fills it."""
    folder = restores.folder / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip(f"no disk can be mounted here: {mounted.stderr.decode().strip()}")
    restores.ledger = folder / "ledger.sqlite"
    restores.environment["LIFEBOAT_LEDGER"] = str(restores.ledger)
    yield folder
    subprocess.run(["umount", folder], check=True)


def fill(disk):
    free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    (disk / "filler").write_bytes(b"x" * free)


def test_a_disk_that_is_full_is_said_before_anything(restores, disk):
    before = len(restores.jobs())
    fill(disk)
    result = restores.by_plan("disk-1", **NEW, bucket="disk-1")
    assert result.code == 2 and str(restores.ledger) in result.err and "full" in result.err, result
    assert "reading" not in result.out and len(restores.jobs()) == before


def test_a_disk_that_fills_before_the_confirmation_starts_nothing(restores, disk):
    before = len(restores.jobs())
    process = restores.start(stdin=subprocess.PIPE)
    process.popen.stdin.write("".join(line + "\n" for line in ["1", HOME, STATE, "", "new", "disk-2", *[""] * 5]))
    process.popen.stdin.flush()
    process.wait("Makes: A bucket disk-2")
    fill(disk)
    process.popen.stdin.write("\ndisk-2\n")
    process.popen.stdin.close()
    result = process.end()
    assert result.code == 2 and "cannot be kept" in result.err and "full" in result.err, result
    assert len(restores.jobs()) == before
    (disk / "filler").unlink()
    assert restores.intents() == []


def test_a_disk_that_fills_while_a_job_runs_loses_nothing(restores, disk):
    before = len(restores.jobs())
    process = restores.start("--plan", restores.plan(**NEW, bucket="disk-3"), "--yes-i-typed", "disk-3")
    process.wait("accepted")
    fill(disk)
    result = process.end(lambda: restores.simulator.advance(300))
    assert result.code == 2 and "full" in result.err, result
    assert "the calls were made" in result.err or "is right all the same" in result.out, result
    (disk / "filler").unlink()
    [walk] = restores.walks()
    again = restores.by_plan("disk-3", "--walkthrough", walk["id"], **NEW, bucket="disk-3")
    assert again.code == 0 and len(restores.jobs()) == before + 1, again
    assert [row["state"] for row in restores.intents()] == ["ended-well"]
