"""Runs processes that open, write and claim in a ledger, and reads it with Python's own SQLite."""

import os
import shutil
import sqlite3
import subprocess
from pathlib import Path

from lifeboat import program


def worker_program():
    path = Path(os.environ.get("LIFEBOAT_LEDGER_WORKER", Path(program()).parent / "ledger-worker"))
    assert path.exists(), f"{path} is missing: swift build --build-tests"
    return str(path)


class Worker:
    """A process of its own; `line` is the next thing that it said."""

    def __init__(self, *arguments, copy_to=None, **options):
        # An operator without rights may not see where the program was built.
        executable = worker_program() if copy_to is None else shutil.copy(worker_program(), copy_to)
        self.process = subprocess.Popen(
            [executable, *map(str, arguments)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, **options)

    def line(self):
        return self.process.stdout.readline().rstrip("\n")

    def go(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()

    def kill(self):
        """Kills it as a power cut would, and gives all that it had said."""
        self.process.kill()
        said = self.process.stdout.read()
        self.process.wait()
        self.process.stderr.close()
        return said

    def end(self):
        """Lets it end by itself: its code and all that it said."""
        out, err = self.process.communicate(timeout=60)
        return self.process.returncode, out, err

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            stream.close()


def rows(path, query):
    connection = sqlite3.connect(path)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()
