"""The Restore pane in a real terminal: to the typed name and back, and on from where a killed process left it."""

import contextlib
import os
import signal
import sqlite3
import time

from restores import LOST, STATE, WEST
from tmux import Tmux


@contextlib.contextmanager
def opened(restores):
    """The program on the simulated account, once it has read it."""
    with Tmux(
        "--endpoint-url", restores.simulator.url, home=restores.folder, environment=restores.environment, columns=120,
        rows=40
    ) as terminal:
        terminal.start().wait("goes down now: NO", gone=["reading"], limit=60)
        yield terminal


def test_what_a_killed_process_left_goes_on_in_the_pane(restores):
    plan = restores.plan(**LOST, resource=STATE, bucket_is="new", bucket="pane-1", works="yes")
    process = restores.start("--plan", plan, "--yes-i-typed", "pane-1").wait("accepted")
    process.kill()
    jobs = {row["RestoreJobId"] for row in restores.jobs()}
    with opened(restores) as terminal:
        terminal.press("6").wait("terraform-state")
        terminal.press("Enter").wait("PENDING")
        os.kill(terminal.pid(), signal.SIGKILL)
        terminal.wait("Killed")
        restores.simulator.advance(1200)
        # The terminal was left as the interface had it: a return is no end of a line.
        terminal.run("send-keys", "-l", "stty sane; tput rmcup; clear")
        terminal.press("C-j").wait("shell>", gone=["Killed"])
        terminal.start().wait("goes down now: NO", gone=["reading"], limit=60)
        terminal.press("6").wait("terraform-state")
        terminal.press("Enter").wait("It is done")
        terminal.press("Escape").wait("terraform-state", gone=["It is done"])
    assert {row["RestoreJobId"] for row in restores.jobs()} == jobs
    assert [row["state"] for row in restores.intents()] == ["ended-well"]
    assert restores.simulator.client("s3", WEST).list_objects_v2(Bucket="pane-1")["KeyCount"] > 0


def test_the_right_to_act_is_given_back_after_the_last_word_of_a_call(restores):
    """Left while a call is under way: who takes the walkthrough over then finds all that is known of it."""
    plan = restores.plan(**LOST, resource=STATE, bucket_is="new", bucket="pane-2", works="yes")
    restores.start("--plan", plan, "--yes-i-typed", "pane-2").wait("accepted").kill()
    with sqlite3.connect(restores.ledger) as database:
        database.executescript("""
            DELETE FROM intentMoments;
            DELETE FROM intents;
            CREATE TABLE witness (what TEXT);
            CREATE TRIGGER told AFTER UPDATE ON intents BEGIN INSERT INTO witness VALUES ('told'); END;
            CREATE TRIGGER released AFTER UPDATE ON leases WHEN new.takenAt IS NULL
                BEGIN INSERT INTO witness VALUES ('released'); END;
            """)
    with opened(restores) as terminal:
        terminal.press("6").wait("terraform-state")
        terminal.press("Enter").wait("WRITE ARMED")
        restores.simulator.faults(latencySeconds=4)
        terminal.press(*"pane-2", "Enter")
        end = time.monotonic() + 60
        while not restores.intents():
            assert time.monotonic() < end, terminal.text()
        terminal.press("Escape").wait("the recovery goes on")
        terminal.press("q", "y").wait("shell>", limit=60)
    restores.simulator.faults()
    assert [row["what"] for row in restores.rows("SELECT what FROM witness")][-2:] == ["told", "released"]
    assert [row["state"] for row in restores.intents()] == ["unanswered"]


def test_what_failed_is_tried_again_in_the_pane(restores):
    plan = restores.plan(**LOST, resource=STATE, bucket_is="new", bucket="pane-3", works="yes")
    before = len(restores.jobs())
    restores.simulator.faults(failingRestores={STATE: "no capacity"})
    restores.start("--plan", plan, "--yes-i-typed", "pane-3").wait("accepted").kill()
    restores.simulator.advance(1200)
    restores.simulator.faults()
    with opened(restores) as terminal:
        terminal.press("6").wait("terraform-state")
        terminal.press("Enter").wait("It did not end well", "no capacity")
        terminal.press("Down", "Enter").wait("WRITE ARMED", "sent again once the name is typed")
        terminal.press(*"pane-3", "Enter").wait("accepted")
        restores.simulator.advance(1200)
        terminal.wait("It is done")
    assert len(restores.jobs()) == before + 2
    assert [row["state"] for row in restores.intents()] == ["ended-badly", "ended-well"]


def test_one_in_which_another_process_acts_is_looked_at_and_taken_over(restores):
    plan = restores.plan(**LOST, resource=STATE, bucket_is="new", bucket="pane-4", works="yes")
    other = restores.start("--plan", plan, "--yes-i-typed", "pane-4").wait("accepted")
    jobs = len(restores.jobs())
    with opened(restores) as terminal:
        terminal.press("6").wait("terraform-state")
        terminal.press("Enter").wait(
            f"(process {other.popen.pid} of", "acts in this walkthrough", "startRestoreJob in us-west-2: accepted",
            "start nothing else for it", gone=["choose another path", "nothing was started", "WRITE ARMED"])
        assert len(restores.jobs()) == jobs and len(restores.intents()) == 1
        other.kill()
        terminal.wait("Nobody acts in this walkthrough any more")
        restores.simulator.advance(1200)
        terminal.press("Enter").wait("It is done")
    assert len(restores.jobs()) == jobs and [row["state"] for row in restores.intents()] == ["ended-well"]


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
        terminal.press("y", "Enter").wait("Evidence")
        terminal.run("send-keys", "-l", "DR-118")
        terminal.press("Enter").wait("✓ Recorded.")
        terminal.press("Enter").wait("Restores of the last 90 days")
        terminal.press("G").wait("✓ proven")
