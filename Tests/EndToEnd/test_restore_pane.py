"""The Restore pane in a real terminal: to the typed name and back, and on from where a killed process left it."""

import os
import signal

from restores import LOST, STATE, WEST
from tmux import Tmux


def test_what_a_killed_process_left_goes_on_in_the_pane(restores):
    plan = restores.plan(**LOST, resource=STATE, bucket_is="new", bucket="pane-1", works="yes")
    process = restores.start("--plan", plan, "--yes-i-typed", "pane-1").wait("accepted")
    process.kill()
    jobs = {row["RestoreJobId"] for row in restores.jobs()}
    with Tmux(
        "--endpoint-url", restores.simulator.url, home=restores.folder, environment=restores.environment, columns=120,
        rows=40
    ) as terminal:
        terminal.start().wait("goes down now: NO", gone=["reading"], limit=60)
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
