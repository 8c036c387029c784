"""Where the program writes: streams that are full, closed or gone, snapshots' places, logs, proxies."""

import json
import os
import stat
import subprocess

import pytest

from fault_server import fault_server, reply, s3_error
from lifeboat import CREDENTIALS, SECRET, program, run

PASSWORD = "SUPERSECRETPASSWORD"


def arguments(url, *more):
    return ["check", "--endpoint-url", url, "--region", "us-east-1", "--region", "us-west-2", *map(str, more)]


def environment(home, **more):
    return {"HOME": str(home), "PATH": os.environ["PATH"], "AWS_EC2_METADATA_DISABLED": "true"} | CREDENTIALS | more


def test_a_full_disk_is_said_and_is_no_yes(home):
    with fault_server() as server, open("/dev/full", "w") as full:
        done = subprocess.run(
            [program(), *arguments(server.url)], env=environment(home), stdout=full, stderr=subprocess.PIPE, text=True)
    assert "report could not be written" in done.stderr
    assert done.returncode == 2


def test_a_reader_that_goes_away_is_no_error(home):
    with fault_server() as server:
        process = subprocess.Popen(
            [program(), *arguments(server.url)], env=environment(home), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.close()
        errors = process.stderr.read().decode()
        process.stderr.close()
        assert process.wait(60) == 0
    assert errors == ""


def test_without_streams_the_answer_is_the_exit_code(home):
    with fault_server() as server:
        script = " ".join([program(), *arguments(server.url), "<&- >&- 2>&-"])
        done = subprocess.run(["sh", "-c", script], env=environment(home))
    assert done.returncode == 0


def test_a_snapshot_without_a_place_is_refused_before_the_scan(home):
    with fault_server() as server:
        done = run(*arguments(server.url, "--save-snapshot", home / "nowhere" / "x.json"), home=home)
        assert server.requests == [] if hasattr(server, "requests") else True
    assert "nowhere" in done.err
    assert done.code == 64


def test_a_snapshot_follows_a_link_and_keeps_it(home):
    target, link = home / "target.json", home / "link.json"
    target.write_text("old")
    link.symlink_to(target)
    with fault_server() as server:
        done = run(*arguments(server.url, "--save-snapshot", link), home=home)
    assert done.code == 0
    assert link.is_symlink()
    assert json.loads(target.read_text())["schema"] == "lifeboat.snapshot/1"


def test_a_device_stays_a_device(home):
    with fault_server() as server:
        assert run(*arguments(server.url, "--save-snapshot", "/dev/null"), home=home).code == 0
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


def test_a_snapshot_takes_no_options_of_the_account(home):
    done = run("check", "--snapshot", "x.json", "--region", "us-east-1", home=home)
    assert "--snapshot" in done.err
    assert done.code == 64


def test_the_log_tells_calls_and_no_secrets(home):
    log = home / "log"
    with fault_server() as server:
        assert run(*arguments(server.url, "--log", log), home=home).code == 0
    text = log.read_text()
    assert "s3:GetBucketReplication in us-east-1: HTTP 200" in text
    assert SECRET not in text and "AWS4-HMAC" not in text
    assert log.stat().st_mode & 0o077 == 0


def test_a_server_cannot_forge_a_line_of_the_log(home):
    log = home / "log"
    forged = "Foo&#10;2026-11-21T00:00:00Z info FORGED"
    with fault_server(lambda r: reply(404, s3_error(forged)) if r.path == "/media" else None) as server:
        run(*arguments(server.url, "--log", log), home=home)
    assert not any(line.startswith("2026-11-21T00:00:00Z info FORGED") for line in log.read_text().splitlines())


@pytest.mark.parametrize("proxy", [f"http://user:{PASSWORD}@127.0.0.1:1", f"http://user:{PASSWORD} x@127.0.0.1:1"])
def test_a_proxy_that_does_not_answer_keeps_its_password(home, proxy):
    log = home / "log"
    done = run(*arguments("http://aws.example", "--log", log), home=home, environment={"HTTP_PROXY": proxy})
    written = log.read_text() if log.exists() else ""
    assert PASSWORD not in done.out + done.err + written
    assert done.code == 2


def test_a_proxy_that_is_none_is_named_by_its_variable(home):
    done = run(*arguments("http://aws.example"), home=home, environment={"HTTPS_PROXY": f"http://{PASSWORD}:pw@"})
    assert "HTTPS_PROXY" in done.err and PASSWORD not in done.err
    assert done.code == 2


def test_an_absurd_number_in_the_environment_is_no_crash(home):
    done = run("check", "--region", "us-east-1", home=home, credentials=False, environment={
        "AWS_METADATA_SERVICE_TIMEOUT": "9223372036854775807", "AWS_EC2_METADATA_DISABLED": "false",
        "AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:1/"})
    assert done.code == 2


def test_lost_takes_the_name_of_a_region(home):
    done = run("check", "--lost", "nonsense", home=home)
    assert "nonsense" in done.err
    assert done.code == 64


def test_simulate_ends_in_order_when_it_is_told_to():
    process = subprocess.Popen([program(), "simulate", "--empty"], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline().startswith("http://127.0.0.1:")
    process.terminate()
    assert process.wait(30) == 0
