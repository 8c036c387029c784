"""The Restore pane in a real terminal: to the typed name and back, and on from where a killed process left it."""

import os
import signal

import pytest

from restores import LOST, STATE, WEST, Restores
from simulator import Simulator
from tmux import Tmux


@pytest.fixture
def account():
    simulator = Simulator.start()
    yield simulator
    simulator.stop()


def test_what_a_killed_process_left_goes_on_in_the_pane(account, tmp_path):
    restores = Restores(account, tmp_path)
    plan = restores.plan(**LOST, resource=STATE, bucket_is="new", bucket="pane-1", works="yes")
    process = restores.start("--plan", plan, "--yes-i-typed", "pane-1").wait("accepted")
    process.kill()
    jobs = {row["RestoreJobId"] for row in restores.jobs()}
    with Tmux(
        "--endpoint-url", account.url, home=tmp_path, environment=restores.environment, columns=120, rows=40
    ) as terminal:
        terminal.start().wait("goes down now: NO", gone=["reading"], limit=60)
        terminal.press("6").wait("terraform-state")
        terminal.press("Enter").wait("PENDING")
        os.kill(terminal.pid(), signal.SIGKILL)
        terminal.wait("Killed")
        account.advance(1200)
        # The terminal was left as the interface had it: a return is no end of a line.
        terminal.run("send-keys", "-l", "stty sane; tput rmcup; clear")
        terminal.press("C-j").wait("shell>", gone=["Killed"])
        terminal.start().wait("goes down now: NO", gone=["reading"], limit=60)
        terminal.press("6").wait("terraform-state")
        terminal.press("Enter").wait("It is done")
        terminal.press("Escape").wait("terraform-state", gone=["It is done"])
    assert {row["RestoreJobId"] for row in restores.jobs()} == jobs
    assert [row["state"] for row in restores.intents()] == ["ended-well"]
    assert account.client("s3", WEST).list_objects_v2(Bucket="pane-1")["KeyCount"] > 0


def test_a_restore_goes_from_its_key_to_its_record(tmp_path):
    with Tmux("demo", home=tmp_path) as terminal:
        terminal.start().wait("goes down now: NO", gone=["reading"], limit=60)
        terminal.press("2").wait("buckets if their own region is lost")
        terminal.press("/")
        terminal.run("send-keys", "-l", "terraform-state")
        terminal.wait("/terraform-state")
        terminal.press("Enter").wait("filter terraform-state")
        terminal.press("r").wait("What happened?")
        terminal.press("Enter").wait("Which region?")
        terminal.press("Enter").wait("▸ terraform-state")
        terminal.press("Enter").wait("▸ restore from AWS Backup")
        terminal.press("Enter").wait("New or existing bucket?")
        terminal.press("Down", "Enter").wait("Name of the new bucket")
        terminal.press("C-u")
        terminal.run("send-keys", "-l", "pane-restored")
        terminal.wait("pane-restored")
        for title in ("Items", "Encryption", "Restore ACLs?", "Role", "▸ go on, with what is not known"):
            terminal.press("Enter").wait(title)
        terminal.press("Enter").wait("What would be done")
        terminal.press("Enter").wait("Type pane-restored to go on", "WRITE ARMED")

        # A name that is not it sends nothing, and neither does leaving; what was entered is there when one returns.
        terminal.run("send-keys", "-l", "pane-restore")
        terminal.press("Enter").wait("this is not pane-restored: nothing was sent")
        terminal.press("Escape").wait("kept: open it here to go on", gone=["WRITE ARMED"])
        terminal.press("g", "Enter").wait("Type pane-restored to go on", "WRITE ARMED", gone=["nothing was sent"])
        assert "type the name: pane-restore" not in terminal.text()
        terminal.press("BTab").wait("What would be done", gone=["WRITE ARMED"])
        terminal.press("Enter").wait("Type pane-restored to go on")

        terminal.run("send-keys", "-l", "pane-restored")
        terminal.press("Enter").wait("The recovery is under way", gone=["WRITE ARMED"])
        terminal.wait("It is done", limit=120)
        terminal.press("Enter").wait("What remains to be done by hand", "bucket exists")
        terminal.press("Enter").wait("Does it work?")
        terminal.press("Down", "Enter").wait("Evidence")
        terminal.run("send-keys", "-l", "DR-118")
        terminal.press("Enter").wait("✓ Recorded.")
        terminal.press("Enter").wait("Restores of the last 90 days")
        terminal.press("G").wait("✓ proven")
