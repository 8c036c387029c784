"""A terminal to run the interface in: one tmux server of its own for each, asked until it shows what is wanted."""

import os
import shlex
import subprocess
import tempfile
import time
from pathlib import Path

from lifeboat import program


class Tmux:
    """`lifeboat …` in a window of so many columns and rows, started by a shell that stays."""

    def __init__(self, *arguments, home, environment=None, columns=80, rows=24, term="tmux-256color"):
        self.folder = tempfile.TemporaryDirectory()
        self.socket = str(Path(self.folder.name) / "tmux")
        variables = {
            "HOME": str(home), "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
            "TERM": "xterm-256color", "AWS_EC2_METADATA_DISABLED": "true", "SHELL": "/bin/sh", "PS1": "shell> ",
        }
        self.environment = variables
        self.run("-f", "/dev/null", "new-session", "-d", "-x", str(columns), "-y", str(rows), "/bin/sh")
        self.run("set-option", "-g", "set-clipboard", "on")
        self.run("set-option", "-g", "status", "off")
        self.resize(columns, rows)
        self.wait("shell>")
        inner = {"TERM": term} | (environment or {})
        exports = " ".join(f"{name}={shlex.quote(value)}" for name, value in inner.items())
        self.type("stty -a > before.stty; clear")
        self.command = f"env {exports} {shlex.quote(program())} {' '.join(map(shlex.quote, map(str, arguments)))}"

    def run(self, *arguments):
        return subprocess.run(
            ["tmux", "-S", self.socket, *arguments], env=self.environment, cwd=self.environment["HOME"], check=True,
            capture_output=True, text=True).stdout

    def start(self):
        """Runs the program under test."""
        self.type(self.command)
        return self

    def type(self, line):
        """A line for the shell."""
        self.run("send-keys", "-l", line)
        self.run("send-keys", "Enter")

    def press(self, *keys):
        """Keys by tmux's names, or letters."""
        for key in keys:
            self.run("send-keys", key)
        return self

    def text(self, colours=False):
        """What the screen shows."""
        return self.run("capture-pane", "-p", *(["-e"] if colours else []))

    def wait(self, *wanted, gone=(), limit=30):
        """Asks until all of these texts are shown, and none of the others: there is no other way to hear of it."""
        end = time.monotonic() + limit
        while True:
            text = self.text()
            if all(part in text for part in wanted) and not any(part in text for part in gone):
                return text
            assert time.monotonic() < end, f"never showed {wanted} without {gone}:\n{text}"

    def resize(self, columns, rows):
        self.run("resize-window", "-x", str(columns), "-y", str(rows))
        return self

    def pid(self):
        """The process of the program under test."""
        parents = [self.run("display-message", "-p", "#{pane_pid}").strip()]
        while parents:
            found = subprocess.run(["ps", "-o", "pid=,comm=", "--ppid", ",".join(parents)], capture_output=True, text=True)
            children = [line.split(None, 1) for line in found.stdout.splitlines()]
            for pid, name in children:
                if name.strip() == Path(program()).name:
                    return int(pid)
            parents = [pid for pid, _ in children]
        raise AssertionError("the program does not run")

    def stop(self):
        subprocess.run(["tmux", "-S", self.socket, "kill-server"], capture_output=True, env=self.environment)
        self.folder.cleanup()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()
