"""The ledger between processes: what was acknowledged outlives a kill, one of two wins, and what is wrong is said."""

import contextlib
import os
import random
import resource
import sqlite3
import stat
import subprocess
import tempfile
from pathlib import Path

import pytest

from ledger_worker import Worker, rows

KILLS = int(os.environ.get("LIFEBOAT_LEDGER_KILLS", "25"))
NOBODY = 65534
IS_ROOT = os.geteuid() == 0


@pytest.fixture
def place():
    """A folder that an operator without rights may look into."""
    with tempfile.TemporaryDirectory(prefix="ledger-") as folder:
        os.chmod(folder, 0o755)
        yield Path(folder)


def as_operator():
    """Options of a process for which permissions count: they do not for root."""
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []} if IS_ROOT else {}


def give(path):
    if IS_ROOT:
        os.chown(path, NOBODY, NOBODY)


def acknowledged(text, what):
    return {line.split()[1] for line in text.splitlines() if line.startswith(what + " ") and len(line.split()) == 2}


def test_every_acknowledged_intent_outlives_a_kill_at_any_moment(place):
    ledger = place / "ledger.sqlite"
    moments = random.Random(5)
    intended, accepted = set(), set()
    for number in range(KILLS):
        with Worker("intend", ledger, f"run{number}") as worker:
            # Not a time but a place: after so many bytes of what it says, wherever it is by then.
            said = worker.process.stdout.read(moments.randrange(1, 2_000))
            said += worker.kill()
        assert said.startswith("open"), said
        # The last line may be cut short.
        whole = said[: said.rfind("\n") + 1]
        intended |= acknowledged(whole, "intended")
        accepted |= acknowledged(whole, "accepted")
    kept = dict(rows(ledger, "SELECT token, state FROM intents"))
    assert len(intended) > KILLS
    assert intended <= kept.keys()
    assert all(kept[token] == "accepted" for token in accepted)
    assert rows(ledger, "PRAGMA integrity_check") == [("ok",)]
    assert rows(ledger, "SELECT count(*) FROM intents GROUP BY token HAVING count(*) > 1") == []


def test_two_processes_write_at_once_and_all_of_it_is_there(place):
    ledger = place / "ledger.sqlite"
    with Worker("intend", ledger, "ann") as ann, Worker("intend", ledger, "bob") as bob:
        for worker in (ann, bob):
            while worker.line() != f"accepted {'ann' if worker is ann else 'bob'}-40":
                pass
        ann.kill(), bob.kill()
    for name in ("ann", "bob"):
        count = rows(ledger, f"SELECT count(*) FROM intents WHERE operator = '{name}@test' AND state = 'accepted'")
        assert count[0][0] >= 41


@pytest.mark.parametrize("attempt", range(5))
def test_of_operators_who_claim_at_once_one_wins(place, attempt):
    ledger = place / "ledger.sqlite"
    workers = [Worker("claim", ledger, "w") for _ in range(6)]
    try:
        assert [worker.line() for worker in workers] == ["open"] * 6
        for worker in workers:
            worker.go()
        said = [worker.line() for worker in workers]
        winners = [worker for worker, line in zip(workers, said) if line.startswith("taken")]
        assert len(winners) == 1, said
        losers = [line for line in said if not line.startswith("taken")]
        assert losers == [f"held by {winners[0].process.pid}"] * 5
    finally:
        for worker in workers:
            worker.__exit__()


def test_of_processes_that_intend_the_same_call_at_once_one_may_send_it(place):
    ledger = place / "ledger.sqlite"
    workers = [Worker("once", ledger, "token") for _ in range(6)]
    try:
        assert [worker.line() for worker in workers] == ["open"] * 6
        for worker in workers:
            worker.go()
        said = [worker.line() for worker in workers]
        winners = [worker for worker, line in zip(workers, said) if line == "new"]
        assert len(winners) == 1, said
        assert [line for line in said if line != "new"] == [f"begun by {winners[0].process.pid}@test"] * 5
    finally:
        for worker in workers:
            worker.__exit__()
    assert rows(ledger, "SELECT count(*) FROM intents") == [(1,)]


def test_a_claim_is_free_as_soon_as_its_holder_was_killed(place):
    ledger = place / "ledger.sqlite"
    with Worker("claim", ledger, "w") as first, Worker("claim", ledger, "w") as second, \
            Worker("claim", ledger, "w") as third:
        assert [worker.line() for worker in (first, second, third)] == ["open"] * 3
        first.go()
        assert first.line() == "taken 1"
        second.go()
        assert second.line() == f"held by {first.process.pid}"
        first.kill()
        third.go()
        assert third.line() == "taken 2"


def fails(worker, *words):
    """It ends with one sentence that names what is wrong, and by no signal."""
    code, out, err = worker.end()
    assert code == 2 and err == "", (code, out, err)
    sentence = out.splitlines()[-1]
    assert sentence.startswith("failed: ")
    for word in words:
        assert word in sentence, sentence
    return out


def make(place):
    ledger = place / "ledger.sqlite"
    with Worker("open", ledger) as worker:
        assert worker.end()[0] == 0
    return ledger


def test_a_ledger_that_may_not_be_written_to_is_said(place):
    ledger = make(place)
    give(place), give(ledger)
    os.chmod(ledger, 0o400)
    with Worker("open", ledger, copy_to=place, **as_operator()) as worker:
        fails(worker, "read-only", str(ledger))


def test_a_ledger_that_may_not_be_read_is_said(place):
    ledger = make(place)
    os.chmod(ledger, 0o000)
    with Worker("open", ledger, copy_to=place, **as_operator()) as worker:
        fails(worker, "Permission denied", str(ledger))


def test_a_folder_that_may_not_be_written_to_is_said(place):
    folder = place / "state"
    folder.mkdir()
    ledger = make(folder)
    give(ledger)
    os.chmod(folder, 0o555)
    with Worker("open", ledger, copy_to=place, **as_operator()) as worker:
        fails(worker, str(ledger), "read-only")
    with Worker("open", folder / "other.sqlite", copy_to=place, **as_operator()) as worker:
        fails(worker, str(folder / "other.sqlite"), "Permission denied")
    os.chmod(folder, 0o755)


@pytest.mark.parametrize("kilobytes", [0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 60, 100])
def test_a_limit_of_file_sizes_is_said_and_kills_nobody(place, kilobytes):
    limit = kilobytes * 1_024
    with Worker("open", place / "ledger.sqlite",
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))) as worker:
        fails(worker, "full", str(place / "ledger.sqlite"))
    # What was begun is no obstacle once there is room.
    with Worker("open", place / "ledger.sqlite") as worker:
        assert worker.end()[:2] == (0, "open\n")


def test_a_limit_that_is_met_later_stops_the_intent_and_keeps_what_was_written(place):
    ledger = make(place)
    limit = 400 * 1_024
    with Worker("intend", ledger, "run",
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))) as worker:
        out = fails(worker, "full", str(ledger))
    kept = {token for (token,) in rows(ledger, "SELECT token FROM intents")}
    intended = acknowledged(out, "intended")
    assert intended and intended <= kept


@pytest.mark.skipif(not IS_ROOT, reason="only root mounts a small disk; limits of file sizes stand in for it")
@pytest.mark.parametrize("room", [0, 8, 30, 60, 100])
def test_a_full_disk_is_said(place, room):
    disk = place / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", disk], capture_output=True)
    if mounted.returncode:
        pytest.skip(f"no disk can be mounted here: {mounted.stderr.decode().strip()}")
    try:
        free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
        (disk / "filler").write_bytes(b"x" * (free - room * 1_024))
        with Worker("open", disk / "ledger.sqlite") as worker:
            fails(worker, "full", str(disk / "ledger.sqlite"))
        (disk / "filler").unlink()
        with Worker("open", disk / "ledger.sqlite") as worker:
            assert worker.end()[0] == 0
    finally:
        subprocess.run(["umount", disk], check=True)


def test_a_file_that_is_no_database_is_said_and_left_alone(place):
    ledger = place / "ledger.sqlite"
    ledger.write_bytes(random.Random(1).randbytes(20_000))
    before = ledger.read_bytes()
    with Worker("open", ledger) as worker:
        fails(worker, "no ledger of Lifeboat", str(ledger))
    assert ledger.read_bytes() == before


def test_a_ledger_of_a_newer_version_is_said(place):
    ledger = make(place)
    connection = sqlite3.connect(ledger)
    with connection:
        connection.execute("INSERT INTO grdb_migrations VALUES ('99')")
    connection.close()
    with Worker("open", ledger) as worker:
        fails(worker, "newer Lifeboat", str(ledger))


def test_a_ledger_of_the_first_version_gets_what_later_ones_have(place):
    ledger = make(place)
    with sqlite3.connect(ledger) as connection:
        connection.executescript("""
            DELETE FROM grdb_migrations WHERE identifier = '2';
            ALTER TABLE intents DROP COLUMN made;
            ALTER TABLE intents DROP COLUMN endedAt;
            """)
    with Worker("open", ledger) as worker:
        assert worker.end()[0] == 0
    with sqlite3.connect(ledger) as connection:
        names = [row[1] for row in connection.execute("PRAGMA table_info(intents)")]
    assert names[-2:] == ["made", "endedAt"]


def test_a_ledger_held_by_somebody_is_waited_for(place):
    ledger = make(place)
    holder = sqlite3.connect(ledger, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with Worker("open", ledger) as worker:
        # It says nothing while it waits; a reader is not kept waiting.
        assert rows(ledger, "SELECT count(*) FROM intents") == [(0,)]
        holder.execute("ROLLBACK")
        assert worker.end()[0] == 0
    holder.close()


def test_an_intent_does_not_wait_for_a_large_snapshot(place):
    ledger = make(place)
    with contextlib.ExitStack() as stack:
        writers = [stack.enter_context(Worker("once", ledger, f"run-{number}")) for number in range(5)]
        for writer in writers:
            assert writer.line() == "open"
        saver = stack.enter_context(Worker("save", ledger, "20000"))
        assert saver.line() == "open"
        while not rows(ledger, "SELECT 1 FROM verdicts LIMIT 1"):
            assert saver.process.poll() is None
        for writer in writers:
            writer.go()
            assert writer.line() == "new"
        # It is not yet to be seen, and what was written stands though it never will be.
        assert saver.process.poll() is None
        assert rows(ledger, "SELECT savingSince IS NULL FROM snapshots") == [(0,)]
        saver.kill()
    with Worker("open", ledger) as worker:
        assert worker.end()[0] == 0
    assert rows(ledger, "SELECT count(*) FROM intents") == [(5,)]
    assert rows(ledger, "PRAGMA integrity_check") == [("ok",)]


def test_the_ledger_is_for_its_owner_alone(place):
    ledger = make(place / "state")
    assert stat.S_IMODE(os.stat(ledger).st_mode) == 0o600
    assert stat.S_IMODE(os.stat(ledger.parent).st_mode) == 0o700
