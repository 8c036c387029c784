"""Plays the same calls to the simulated account and to moto, and tells what each answers.

moto answers more members of some services than the simulated account does, and makes up some of them; a test names the
members that it compares. Errors are compared by their status and code.
"""

import urllib.request

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError
from moto.server import ThreadedMotoServer

from simulator import ACCESS_KEY, SECRET_KEY, Simulator


@pytest.fixture(scope="module")
def moto():
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def simulated():
    simulator = Simulator.start("--empty")
    yield simulator
    simulator.stop()


def reset(moto):
    """Takes everything out of moto's account."""
    urllib.request.urlopen(urllib.request.Request(moto + "/moto-api/reset", method="POST"))


def client(url, service, region="us-east-1"):
    """One that asks once."""
    return boto3.client(
        service, region_name=region, endpoint_url=url, aws_access_key_id=ACCESS_KEY, aws_secret_access_key=SECRET_KEY,
        config=Config(retries={"total_max_attempts": 1}))


def told(value, members):
    """A reply with the members that are compared, however deep; what is empty counts as absent."""
    if isinstance(value, dict):
        kept = {key: told(inner, members) for key, inner in value.items() if key in members}
        return {key: inner for key, inner in kept.items() if inner not in ({}, [], None, "")}
    return [told(inner, members) for inner in value] if isinstance(value, list) else value


def play(url, service, script, members):
    """What each call of a script answers."""
    answers = []

    def call(operation, region="us-east-1", **parameters):
        try:
            reply = getattr(client(url, service, region), operation)(**parameters)
        except ClientError as error:
            answers.append(
                (operation, error.response["ResponseMetadata"]["HTTPStatusCode"], error.response["Error"]["Code"]))
            return None
        answers.append((operation, "done", told(reply, members)))
        return reply

    script(call)
    return answers


def compare(moto, simulated, service, script, members):
    """Asserts that both answer a script alike."""
    reset(moto)
    theirs = play(moto, service, script, members)
    ours = play(simulated.url, service, script, members)
    for one, other in zip(ours, theirs, strict=True):
        assert one == other
