"""Every call of `simulated_backup.py` over a pipe to the simulation in process: a request and a reply are a line of JSON."""

import base64
import json
import sys

import boto3
from botocore.awsrequest import AWSResponse
from botocore.config import Config

from service_model import strict
from simulated_backup import ACCOUNT, AWAY, scenario


class PipeBench:
    """A bench whose requests go out as lines of JSON and whose replies come in as such."""

    key = f"arn:aws:kms:{AWAY}:{ACCOUNT}:key/11111111-2222-3333-4444-555555555555"

    def __init__(self):
        self.called = set()

    def client(self, region):
        client = boto3.client(
            "backup", region_name=region, aws_access_key_id="AKIDEXAMPLE", aws_secret_access_key="secret",
            config=Config(retries={"total_max_attempts": 1}))
        client.meta.events.register("before-send.backup", lambda request, **_: self.send(request, region))
        return strict(client, self.called)

    def send(self, request, region):
        body = request.body or b""
        body = body.encode() if isinstance(body, str) else bytes(body)
        reply = self.ask(method=request.method, url=request.url, region=region, body=base64.b64encode(body).decode())
        return AWSResponse(request.url, reply["status"], reply["headers"], Raw(base64.b64decode(reply["body"])))

    def advance(self, days=0, hours=0, minutes=0):
        self.ask(advance=days * 86400 + hours * 3600 + minutes * 60)

    @staticmethod
    def ask(**question):
        print(json.dumps(question), flush=True)
        return json.loads(sys.stdin.readline())


class Raw:
    """A body that has come whole."""

    def __init__(self, body):
        self.body = body

    def stream(self, *_, **__):
        yield self.body


if __name__ == "__main__":
    bench = PipeBench()
    scenario(bench)
    bench.ask(called=sorted(bench.called))
