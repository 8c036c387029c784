"""The simulated account as real clients see it: starts `lifeboat simulate`, or uses the one that is named."""

import json
import os
import re
import subprocess
import sys
import urllib.request
from pathlib import Path

import boto3
from botocore.config import Config

from lifeboat import program

ACCOUNT = "123456789012"
ACCESS_KEY = "AKIALIFEBOATDEMO0001"
SECRET_KEY = "lifeboat/simulated/account/opens/nothing"
KEYS = {"AWS_ACCESS_KEY_ID": ACCESS_KEY, "AWS_SECRET_ACCESS_KEY": SECRET_KEY}
# The one that was installed beside this Python: what the path has, if anything, is another version.
AWS_CLI = str(Path(sys.executable).parent / "aws")


class Simulator:
    def __init__(self, url, process=None):
        self.url = url
        self.process = process

    @classmethod
    def start(cls, *options):
        """Starts the command on a free port; `--empty` serves an account with nothing in it."""
        process = subprocess.Popen(
            [program(), "simulate", "--port", "0", *options], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for line in process.stdout:
            found = re.search(r"http://127\.0\.0\.1:\d+", line)
            if found:
                return cls(found.group(0), process)
        raise RuntimeError("lifeboat simulate ended without naming its endpoint")

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait(timeout=10)

    def client(self, service, region="us-east-1", retries=0, **config):
        return boto3.client(
            service, region_name=region, endpoint_url=self.url, aws_access_key_id=ACCESS_KEY,
            aws_secret_access_key=SECRET_KEY,
            config=Config(retries={"total_max_attempts": retries + 1}, connect_timeout=2, read_timeout=2, **config))

    def post(self, path, body=b""):
        request = urllib.request.Request(self.url + path, data=body, method="POST")
        with urllib.request.urlopen(request, timeout=5) as reply:
            return json.load(reply)

    def advance(self, seconds):
        return self.post(f"/_lifeboat/advance?seconds={seconds}")

    def faults(self, **faults):
        return self.post("/_lifeboat/faults", json.dumps(faults).encode())

    def environment(self, region="us-east-1"):
        """For the AWS CLI."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
        return kept | KEYS | {
            "AWS_DEFAULT_REGION": region,
            "AWS_ENDPOINT_URL": self.url, "AWS_CONFIG_FILE": "/nonexistent", "AWS_SHARED_CREDENTIALS_FILE": "/nonexistent",
            "AWS_PAGER": "", "AWS_MAX_ATTEMPTS": "1",
        }

    def cli(self, *arguments, region="us-east-1"):
        done = subprocess.run(
            [AWS_CLI, *arguments], env=self.environment(region), capture_output=True, text=True, timeout=60)
        if done.returncode != 0:
            raise RuntimeError(done.stderr)
        return json.loads(done.stdout) if done.stdout.strip().startswith(("{", "[")) else done.stdout
