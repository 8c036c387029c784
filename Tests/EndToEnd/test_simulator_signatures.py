"""The simulated account works out signatures by itself: those of boto3 and the AWS CLI are right, others are not."""

import urllib.error
import urllib.request

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from simulator import ACCESS_KEY, ACCOUNT, SECRET_KEY, Simulator


@pytest.fixture(scope="module")
def simulator():
    simulator = Simulator.start("--empty", "--verify-signatures")
    yield simulator
    simulator.stop()


def test_the_signatures_of_real_clients_are_accepted(simulator, tmp_path):
    s3 = simulator.client("s3")
    s3.create_bucket(Bucket="media")
    for key in ("plain", "a b/ü (1)+~.txt", "x//y", "per%25cent"):
        s3.put_object(Bucket="media", Key=key, Body=b"hello")
        assert s3.get_object(Bucket="media", Key=key)["Body"].read() == b"hello"
    assert s3.list_objects_v2(Bucket="media", Prefix="a b/", Delimiter="/")["KeyCount"] == 1
    path = tmp_path / "film.bin"
    path.write_bytes(b"x" * 100_000)
    simulator.cli("s3", "cp", str(path), "s3://media/film.bin")
    simulator.client("sts").get_caller_identity()
    simulator.client("ec2").describe_regions(AllRegions=True)
    simulator.client("iam").list_roles()
    simulator.client("kms").list_aliases()
    backup = simulator.client("backup", "eu-central-1")
    backup.create_backup_vault(BackupVaultName="far")
    with pytest.raises(ClientError) as error:
        backup.describe_recovery_point(
            BackupVaultName="far", RecoveryPointArn=f"arn:aws:backup:eu-central-1:{ACCOUNT}:recovery-point:1/2 3")
    assert error.value.response["Error"]["Code"] == "ResourceNotFoundException"


def test_a_presigned_address_opens_an_object(simulator):
    s3 = simulator.client("s3", signature_version="s3v4")
    s3.create_bucket(Bucket="shared")
    s3.put_object(Bucket="shared", Key="k", Body=b"hello")
    address = s3.generate_presigned_url("get_object", Params={"Bucket": "shared", "Key": "k"})
    assert urllib.request.urlopen(address).read() == b"hello"
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(address[:-1] + ("0" if address[-1] != "0" else "1"))
    assert error.value.code == 403


@pytest.mark.parametrize("service, operation, wrong_key, wrong_secret", [
    ("s3", "list_buckets", "InvalidAccessKeyId", "SignatureDoesNotMatch"),
    ("sts", "get_caller_identity", "InvalidClientTokenId", "SignatureDoesNotMatch"),
    ("backup", "list_backup_plans", "UnrecognizedClientException", "InvalidSignatureException"),
    ("ec2", "describe_regions", "AuthFailure", "AuthFailure"),
])
def test_others_are_refused(simulator, service, operation, wrong_key, wrong_secret):
    for key, secret, code in (("AKIAOTHER", SECRET_KEY, wrong_key), (ACCESS_KEY, "other", wrong_secret)):
        client = boto3.client(
            service, region_name="us-east-1", endpoint_url=simulator.url, aws_access_key_id=key,
            aws_secret_access_key=secret, config=Config(retries={"total_max_attempts": 1}))
        with pytest.raises(ClientError) as error:
            getattr(client, operation)()
        assert error.value.response["Error"]["Code"] == code
