"""Every call of a scan is signed as botocore would sign it, Backup ARNs in paths included."""

import contextlib
import socket
import subprocess
import time

import boto3
import pytest
from botocore.exceptions import ClientError

from lifeboat import ACCESS_KEY, SECRET, TOKEN, program, run
from moto_account import free_port, moto_account
from verifying_proxy import verifying_proxy

RECOVERY_POINT = "arn:aws:backup:us-east-1:123456789012:recovery-point:1eb3b5e7-9eb0-435a-a80b-108b488b0d45"


# The proxy itself, with botocore as its client: it must accept what is right and refuse what is not.


def client(service, url, secret=SECRET, token=None):
    return boto3.client(service, region_name="us-east-1", endpoint_url=url, aws_access_key_id=ACCESS_KEY,
                        aws_secret_access_key=secret, aws_session_token=token)


@pytest.fixture(scope="module")
def moto():
    with moto_account() as account:
        account.bucket("media")
        account.bucket("media-dr", "us-west-2")
        yield account


def test_the_proxy_accepts_botocore(moto):
    with verifying_proxy(moto.url, ACCESS_KEY, SECRET) as proxy:
        client("s3", proxy.url).get_bucket_versioning(Bucket="media")
        client("s3", proxy.url).put_object(Bucket="media", Key="a key/with spaces & ümlauts:", Body=b"content")
        client("s3", proxy.url).list_buckets(MaxBuckets=100)
        client("sts", proxy.url).get_caller_identity()
        client("ec2", proxy.url).describe_regions()
        client("kms", proxy.url).list_keys()
        client("iam", proxy.url).list_roles()
        client("cloudwatch", proxy.url).list_metrics()
        client("rds", proxy.url).describe_db_instances()
        client("dynamodb", proxy.url).list_tables()
        client("efs", proxy.url).describe_file_systems()
        with contextlib.suppress(ClientError):
            client("backup", proxy.url).describe_recovery_point(
                BackupVaultName="aws/efs/automatic-backup-vault", RecoveryPointArn=RECOVERY_POINT)
    assert not proxy.rejected
    assert {request.service for request in proxy.accepted} == {
        "s3", "sts", "ec2", "kms", "iam", "monitoring", "backup", "rds", "dynamodb", "elasticfilesystem"}
    assert any("%3Arecovery-point%3A" in request.target for request in proxy.accepted)


def test_the_proxy_accepts_a_session_token(moto):
    with verifying_proxy(moto.url, ACCESS_KEY, SECRET, TOKEN) as proxy:
        client("s3", proxy.url, token=TOKEN).get_bucket_versioning(Bucket="media")
    assert len(proxy.accepted) == 1


def test_the_proxy_refuses_another_secret(moto):
    with verifying_proxy(moto.url, ACCESS_KEY, SECRET) as proxy:
        with pytest.raises(ClientError, match="SignatureDoesNotMatch"):
            client("s3", proxy.url, secret="another").get_bucket_versioning(Bucket="media")
    assert "SignatureDoesNotMatch" in proxy.rejected[0].reason


TAMPERING = {
    "the date": lambda request: request.headers.update({"X-Amz-Date": "20200101T000000Z"}),
    "an unsigned header": lambda request: request.headers.update({"x-amz-unsigned": "1"}),
    "the query": lambda request: setattr(request, "url", request.url.replace("versioning", "replication")),
    "the path": lambda request: setattr(request, "url", request.url.replace("/media", "/media-dr")),
    "the digest": lambda request: request.headers.update({"X-Amz-Content-SHA256": "UNSIGNED-PAYLOAD"}),
}


@pytest.mark.parametrize("changed", TAMPERING)
def test_the_proxy_refuses_what_was_changed_after_signing(moto, changed):
    with verifying_proxy(moto.url, ACCESS_KEY, SECRET) as proxy:
        s3 = client("s3", proxy.url)
        s3.meta.events.register("before-send.s3", lambda request, **_: TAMPERING[changed](request))
        with pytest.raises(ClientError):
            s3.get_bucket_versioning(Bucket="media")
    assert proxy.rejected


# Our scans.


def scan(url, home, token=None):
    return run("check", "--output", "json", "--endpoint-url", url, "--region", "us-east-1", "--region", "us-west-2",
               home=home, environment={"AWS_SESSION_TOKEN": token} if token else None)


@pytest.mark.parametrize("token", [None, TOKEN])
def test_every_call_of_a_scan_of_moto_is_signed_right(moto, home, token):
    for number in range(10):
        name = f"bucket-{number}.with.dots"
        with contextlib.suppress(ClientError):
            moto.bucket(name)
    with verifying_proxy(moto.url, ACCESS_KEY, SECRET, token) as proxy:
        scan(proxy.url, home, token).report()
    assert proxy.rejected == []
    assert len(proxy.accepted) > 50
    assert {"s3", "sts", "backup"} <= {request.service for request in proxy.accepted}


@pytest.fixture(scope="module")
def simulated(module_home):
    """`lifeboat simulate` on a free port; its URL."""
    port = free_port()
    process = subprocess.Popen(
        [program(), "simulate", "--port", str(port)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, env={"HOME": str(module_home), "PATH": "/usr/bin:/bin"})
    try:
        deadline = time.monotonic() + 30
        while True:
            assert process.poll() is None, f"lifeboat simulate ended with {process.returncode}"
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            assert time.monotonic() < deadline, "lifeboat simulate does not listen"
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def test_every_call_of_a_scan_of_the_simulated_account_is_signed_right(simulated, home):
    with verifying_proxy(simulated, ACCESS_KEY, SECRET) as proxy:
        scan(proxy.url, home).report()
    assert proxy.rejected == []
    assert len(proxy.accepted) > 50
    # Recovery points are named by their ARN in the path: signed with the path encoded a second time (6.4).
    assert [request.target for request in proxy.accepted if "arn%3Aaws%3A" in request.target]
