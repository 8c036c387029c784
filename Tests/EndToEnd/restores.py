"""`lifeboat restore` as a script and an operator run it, on the simulated account, with a ledger of its own."""

import json
import os
import queue
import re
import signal
import sqlite3
import subprocess
import threading
from pathlib import Path

from lifeboat import FORBIDDEN, Run, program
from simulator import ACCOUNT, KEYS, SECRET_KEY

HOME, WEST, SYDNEY = "us-east-1", "us-west-2", "ap-southeast-2"
LOST = {"incident": "region-lost", "lost": HOME}


def arn(service, resource, region=HOME):
    return f"arn:aws:{service}:{region}:{ACCOUNT}:{resource}"


STATE = "arn:aws:s3:::terraform-state"


class Process:
    """One run of it, read line by line while it goes on."""

    def __init__(self, arguments, environment, stdin=subprocess.DEVNULL):
        self.popen = subprocess.Popen(
            [program(), *map(str, arguments)], env=environment, stdin=stdin, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, bufsize=1)
        self.lines, self.errors, self.inbox, self.is_read = [], [], queue.Queue(), False
        for stream, take in ((self.popen.stdout, self.inbox.put), (self.popen.stderr, self.errors.append)):
            self.reader = threading.Thread(target=self.read, args=(stream, take), daemon=True)
            self.reader.start()

    def read(self, stream, take):
        for line in stream:
            take(line)
        if stream is self.popen.stdout:
            take(None)

    def line(self, timeout=60):
        """The next line; nil at the end."""
        line = None if self.is_read else self.inbox.get(timeout=timeout)
        self.is_read = line is None
        if line:
            self.lines.append(line)
        return line

    def wait(self, text, timeout=60):
        while not any(text in line for line in self.lines):
            assert self.line(timeout) is not None, f"ended without {text!r}: {self.end()}"
        return self

    def kill(self):
        """This process alone, without a last word."""
        os.kill(self.popen.pid, signal.SIGKILL)
        self.popen.wait()

    def end(self, advance=None):
        """Reads to the end; the clock of the account goes on once something was accepted."""
        running, silent = True, 0
        while running:
            try:
                running, silent = self.line(0.1 if advance else 60) is not None, 0
            except queue.Empty:
                silent += 1
                assert advance and silent < 900, f"says no more: {self.lines} {self.errors}"
                if any("accepted" in line or "asked what became" in line for line in self.lines):
                    advance()
        code = self.popen.wait(60)
        # The last words may still be on their way.
        self.reader.join(60)
        result = Run(code, "".join(self.lines), "".join(self.errors))
        for text in [*FORBIDDEN, SECRET_KEY]:
            assert text not in result.out and text not in result.err, f"{text!r} shows in: {result}"
        assert result.code in (0, 1, 2, 64), f"a defect: {result}"
        return result


class Restores:
    def __init__(self, simulator, folder, snapshot=None):
        self.simulator, self.folder, self.snapshot = simulator, Path(folder), snapshot
        self.ledger = self.folder / "state" / "ledger.sqlite"
        self.environment = {
            "HOME": str(folder), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_REGION": HOME, "LIFEBOAT_LEDGER": str(self.ledger), **KEYS}

    def plan(self, **answers):
        path = self.folder / "plan.json"
        path.write_text(json.dumps({name.replace("_", "-"): value for name, value in answers.items()}))
        return path

    def start(self, *arguments, stdin=subprocess.DEVNULL, poll=0.05):
        known = ["--snapshot", self.snapshot] if self.snapshot else []
        return Process(
            ["restore", *arguments, *known, "--poll", poll, "--endpoint-url", self.simulator.url], self.environment,
            stdin)

    def by_plan(self, name, *arguments, seconds=300, **answers):
        """Starts by a plan, lets the clock go on, and tells how it ended."""
        typed = ["--yes-i-typed", name] if name else []
        process = self.start("--plan", self.plan(**answers), *typed, *arguments)
        return process.end(lambda: self.simulator.advance(seconds))

    def by_lines(self, *lines, arguments=()):
        process = self.start(*arguments, stdin=subprocess.PIPE)
        try:
            process.popen.stdin.write("".join(line + "\n" for line in lines))
            process.popen.stdin.close()
        except BrokenPipeError:
            pass
        return process.end(lambda: self.simulator.advance(300))

    # What is kept

    def rows(self, query):
        if not self.ledger.exists():
            return []
        database = sqlite3.connect(f"file:{self.ledger}?mode=ro", uri=True, timeout=10)
        database.row_factory = sqlite3.Row
        try:
            return [dict(row) for row in database.execute(query)]
        except sqlite3.OperationalError as error:
            if "no such table" in str(error):
                return []
            raise
        finally:
            database.close()

    def intents(self):
        return self.rows("SELECT * FROM intents ORDER BY intendedAt")

    def walks(self):
        return self.rows("SELECT id, endedAt, outcome FROM walkthroughs ORDER BY rowid")

    def drills(self):
        done = subprocess.run(
            [program(), "drills", "--output", "json"], env=self.environment, capture_output=True, text=True, timeout=60)
        assert done.returncode in (0, 1, 2), done
        return json.loads(done.stdout)

    # What the account says

    def jobs(self, region=WEST):
        return self.simulator.client("backup", region).list_restore_jobs()["RestoreJobs"]


def walkthrough_named(text):
    """The id in the words how to resume."""
    return re.search(r"restore --(?:resume|walkthrough) ([0-9a-f-]{36})", text).group(1)
