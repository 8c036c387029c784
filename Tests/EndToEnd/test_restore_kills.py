"""A restore that is killed at any moment, and each time it goes on: always one job, one record, and a true journal.

`LIFEBOAT_RESTORE_KILLS` says how many rounds; the gate runs 12.
"""

import os
import queue
import random
import sqlite3
import time

import pytest

from restores import HOME, LOST, STATE, WEST, Restores

ROUNDS = int(os.environ.get("LIFEBOAT_RESTORE_KILLS", 12))
ANSWERS = {**LOST, "resource": STATE, "bucket_is": "new", "works": "yes"}


@pytest.fixture
def restores(restores, snapshot):
    restores.snapshot = snapshot
    return restores


def killed(process, draw, most, advance):
    """Kills it after so many lines and a moment more; whether it had ended before."""
    lines, moment = draw.randint(0, most), draw.uniform(0, 0.06)
    while lines > 0:
        try:
            if process.line(0.1) is None:
                assert process.popen.wait(60) == 0, (process.lines, process.errors)
                return False
            lines -= 1
        except queue.Empty:
            if any("accepted" in line for line in process.lines):
                advance()
    # The moment of death is the test's subject: nothing is waited for here.
    time.sleep(moment)
    if process.popen.poll() is not None:
        return False
    process.kill()
    return True


def once(restores, bucket, draw):
    """Starts a restore and kills it again and again until it has ended; how often."""
    known = {job["RestoreJobId"] for job in restores.jobs()}
    plan, kills = restores.plan(**ANSWERS, bucket=bucket), 0
    restores.simulator.faults(latencySeconds=draw.choice([0, 0.01, 0.03]))
    while not any(walk["outcome"] for walk in restores.walks()):
        walks = restores.walks()
        again = ["--walkthrough", walks[-1]["id"]] if walks else []
        process = restores.start(*again, "--plan", plan, "--yes-i-typed", bucket)
        advance = lambda: restores.simulator.advance(240)  # noqa: E731
        if kills < 6 and killed(process, draw, 7 if walks else 40, advance):
            kills += 1
        else:
            result = process.end(advance)
            assert result.code == 0, (result, kills)
    assert len(restores.walks()) == 1
    [job] = [job for job in restores.jobs() if job["RestoreJobId"] not in known]
    assert (job["Status"], job["CreatedResourceArn"]) == ("COMPLETED", f"arn:aws:s3:::{bucket}")
    [intent] = restores.intents()
    assert (intent["state"], intent["identifier"]) == ("ended-well", job["RestoreJobId"])
    assert [walk["outcome"] for walk in restores.walks()] == ["succeeded"]
    [drill] = restores.drills()["drills"]
    assert (drill["outcome"], drill["jobs"]) == ("succeeded", [job["RestoreJobId"]])
    return kills


def test_killed_at_any_moment_it_is_done_once(restores):
    draw, kills, folder = random.Random(int(os.environ.get("LIFEBOAT_SEED", 7))), 0, restores.folder
    for number in range(ROUNDS):
        (folder / str(number)).mkdir()
        kills += once(Restores(restores.simulator, folder / str(number), restores.snapshot), f"killed-{number}", draw)
        print(f"{number + 1} restores, {kills} kills", flush=True)
    assert kills >= ROUNDS


def left_at_its_job(restores, bucket):
    """A walkthrough whose process was killed when its job was accepted; its id and its plan."""
    plan = restores.plan(**ANSWERS, bucket=bucket)
    process = restores.start("--plan", plan, "--yes-i-typed", bucket).wait("accepted")
    process.kill()
    [walk] = restores.walks()
    return walk["id"], plan


def test_of_two_that_go_on_at_once_one_acts(restores):
    known = len(restores.jobs())
    walk, plan = left_at_its_job(restores, "of-two")
    both = [restores.start("--walkthrough", walk, "--plan", plan, "--yes-i-typed", "of-two") for _ in range(2)]
    while all(process.popen.poll() is None for process in both):
        pass
    loser = next(process for process in both if process.popen.poll() is not None)
    told = loser.end()
    assert told.code == 2 and "acts in this walkthrough: what it started goes on" in told.err
    assert "choose another" not in told.out + told.err
    assert "startRestoreJob in us-west-2: accepted" in told.out and "start nothing else for it" in told.out
    [winner] = [process for process in both if process is not loser]
    assert f"process {winner.popen.pid} of" in told.err
    assert winner.end(lambda: restores.simulator.advance(300)).code == 0
    assert len(restores.jobs()) == known + 1 and len(restores.drills()["drills"]) == 1


def test_what_has_ended_is_not_gone_on_with(restores):
    result = restores.by_plan("ended-1", **ANSWERS, bucket="ended-1")
    assert result.code == 0, result
    [walk] = restores.walks()
    again = restores.by_plan("ended-1", "--walkthrough", walk["id"], **ANSWERS, bucket="ended-1")
    assert again.code == 2 and "has ended (succeeded): lifeboat drills shows it" in again.err
    assert len(restores.drills()["drills"]) == 1


def test_what_went_on_elsewhere_is_not_started_from_behind(restores):
    """The other process reads the account while the first one confirms: what it knew of the walkthrough is old."""
    known = len(restores.jobs())
    left = restores.by_lines(*["1", HOME, STATE, "", "new", "behind", "", "", "", "q!"])
    assert left.code == 2
    [walk] = restores.walks()
    slow = Restores(restores.simulator, restores.folder)
    plan = restores.plan(**ANSWERS, bucket="behind")
    restores.simulator.faults(latencySeconds=0.3)
    behind = slow.start("--walkthrough", walk["id"], "--plan", plan, "--yes-i-typed", "behind")
    before = restores.start("--walkthrough", walk["id"], "--plan", plan, "--yes-i-typed", "behind").wait("accepted")
    before.kill()
    restores.simulator.faults()
    ends = behind.end(lambda: restores.simulator.advance(300))
    if ends.code == 2:
        # It came while the other one still lived, which is as good an answer.
        assert "acts in this walkthrough" in ends.err
        again = restores.start("--walkthrough", walk["id"], "--plan", plan, "--yes-i-typed", "behind")
        ends = again.end(lambda: restores.simulator.advance(300))
    assert ends.code == 0, ends
    assert len(restores.jobs()) == known + 1 and len(restores.drills()["drills"]) == 1


def test_a_record_without_an_end_is_not_written_twice(restores):
    """As a process leaves it that dies after the record and before the end."""
    assert restores.by_plan("twice-1", **ANSWERS, bucket="twice-1").code == 0
    with sqlite3.connect(restores.ledger) as database:
        database.execute("UPDATE walkthroughs SET endedAt = NULL, outcome = NULL")
    [walk] = restores.walks()
    again = restores.by_plan("twice-1", "--walkthrough", walk["id"], **ANSWERS, bucket="twice-1")
    assert again.code == 0 and [walk["outcome"] for walk in restores.walks()] == ["succeeded"]
    assert len(restores.drills()["drills"]) == 1


def test_a_wrong_name_sends_nothing_when_it_goes_on(restores):
    """Killed between the confirmation and the intent: it has to be typed again."""
    walk, plan = left_before_its_intent(restores, "typed-again")
    known = len(restores.jobs())
    wrong = restores.by_plan("typed-agian", "--walkthrough", walk, **ANSWERS, bucket="typed-again")
    assert wrong.code == 64 and "the name to type is typed-again" in wrong.err
    assert "backup:StartRestoreJob in us-west-2: it was not sent" in wrong.out
    assert len(restores.jobs()) == known and restores.walks()[0]["outcome"] is None
    right = restores.by_plan("typed-again", "--walkthrough", walk, **ANSWERS, bucket="typed-again")
    assert right.code == 0 and len(restores.jobs()) == known, "the token is the same, and so is the job"


def left_before_its_intent(restores, bucket):
    """A confirmed walkthrough of which nothing was sent: killed at its job, and the ledger without the intent."""
    walk, plan = left_at_its_job(restores, bucket)
    with sqlite3.connect(restores.ledger) as database:
        database.execute("DELETE FROM intentMoments")
        database.execute("DELETE FROM intents")
    return walk, plan
