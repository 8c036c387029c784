"""Runs the built program as an operator would, and reads what it says."""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import jsonschema

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((Path(__file__).parent / "check.schema.json").read_text())

ACCESS_KEY = "AKIAIOSFODNN7EXAMPLE"
SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
TOKEN = "FwoGZXIvYXdzEBYaDNotASessionTokenButItLooksLikeOne0123456789"
CREDENTIALS = {"AWS_ACCESS_KEY_ID": ACCESS_KEY, "AWS_SECRET_ACCESS_KEY": SECRET}

# What a reader must never see: a secret, a defect's trace.
FORBIDDEN = [SECRET, TOKEN, "Fatal error", "Stack dump", "Crash:", "Traceback", ".swift:", "NSError", "Optional("]


def program():
    """The binary to test: LIFEBOAT_BIN, or the debug build."""
    path = Path(os.environ.get("LIFEBOAT_BIN", ROOT / ".build/debug/lifeboat"))
    assert path.exists(), f"{path} is missing: build it, or set LIFEBOAT_BIN"
    return str(path)


@dataclass
class Run:
    """How a run ended."""

    code: int
    out: str
    err: str

    @property
    def sentences(self):
        """The lines on stderr that say something."""
        return [line for line in self.err.splitlines() if line.strip()]

    def report(self):
        """The report of `check --output json`, held against its schema."""
        assert self.out.strip(), f"no report; exit code {self.code}, stderr: {self.err}"
        report = json.loads(self.out)
        jsonschema.validate(report, SCHEMA)
        return report


def run(*arguments, home, environment=None, credentials=True, timeout=120):
    """Runs `lifeboat` with nothing of this machine's AWS configuration; checks that no secret and no trace shows."""
    variables = {
        "HOME": str(home), "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C.UTF-8",
        "AWS_EC2_METADATA_DISABLED": "true",
    }
    if credentials:
        variables |= CREDENTIALS
    variables |= environment or {}
    done = subprocess.run(
        [program(), *map(str, arguments)], env=variables, stdin=subprocess.DEVNULL, capture_output=True, timeout=timeout)
    result = Run(done.returncode, done.stdout.decode(), done.stderr.decode())
    for text in FORBIDDEN:
        assert text not in result.out and text not in result.err, f"{text!r} shows in: {result}"
    assert result.code in (0, 1, 2, 64), f"a defect: {result}"
    return result


def scenario(report, region):
    """The outage of one region in a report."""
    found = [s for s in report["scenarios"] if s["threat"] == "region-outage" and s["region"] == region]
    assert len(found) == 1, f"{region}: {[s['question'] for s in report['scenarios']]}"
    return found[0]


def resources(report, region):
    """What the outage of a region touches, by name."""
    return {resource["name"]: resource for resource in scenario(report, region)["resources"]}


def gaps(report, call, region=None):
    """The unanswered reads of one call."""
    return [gap for gap in report["gaps"] if gap["call"] == call and region in (None, gap["region"])]
