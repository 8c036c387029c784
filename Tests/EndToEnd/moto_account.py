"""moto's server in a process of its own, with replication documents answered as they were put.

    python moto_account.py PORT

moto 5.2 stores a replication configuration but answers every rule with `<Filter><Prefix/></Filter>` and delete
markers disabled: prefixes, tags, version 1 rules and KMS selections are lost, and it validates none of them. Here a
configuration comes back byte for byte as it was put, as S3 answers it. Of an instance's automated backups moto tells but
the instance's name; here they have the ARN, region and times that RDS always tells. All else is moto's own.
"""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import boto3
from botocore.config import Config

REPLICATION_XMLNS = "http://s3.amazonaws.com/doc/2006-03-01/"
ACCOUNT = "123456789012"


def serve(port):
    from moto.core.utils import utcnow
    from moto.rds.models import DBInstanceAutomatedBackup
    from moto.s3.exceptions import ReplicationConfigurationNotFoundError
    from moto.s3.responses import S3Response
    from moto.server import main

    parse = S3Response._replication_config_from_xml

    def keep_document(self, xml):
        configuration = parse(self, xml)
        configuration["Document"] = xml
        return configuration

    def answer_document(self):
        self.data["Action"] = "GetBucketReplication"
        replication = self.backend.get_bucket_replication(self.bucket_name)
        if not replication:
            raise ReplicationConfigurationNotFoundError(bucket_name=self.bucket_name)
        return 200, {"Content-Type": "application/xml"}, replication["Document"]

    def backed_up(attribute):
        return property(lambda backup: getattr(backup.backend.databases[backup.db_instance_identifier], attribute))

    DBInstanceAutomatedBackup.db_instance_arn = backed_up("arn")
    DBInstanceAutomatedBackup.backup_retention_period = backed_up("backup_retention_period")
    DBInstanceAutomatedBackup.kms_key_id = backed_up("kms_key_id")
    DBInstanceAutomatedBackup.region = property(lambda backup: backup.backend.region_name)
    DBInstanceAutomatedBackup.restore_window = property(lambda backup: {
        "EarliestTime": backup.backend.databases[backup.db_instance_identifier].created, "LatestTime": utcnow()})
    S3Response._replication_config_from_xml = keep_document
    S3Response.get_bucket_replication = answer_document
    main(["-H", "127.0.0.1", "-p", str(port)])


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class MotoAccount:
    """An account in a running moto, and the ways to furnish it."""

    def __init__(self, url):
        self.url = url

    def client(self, service, region):
        return boto3.client(
            service, region_name=region, endpoint_url=self.url, aws_access_key_id="AKIAIOSFODNN7EXAMPLE",
            aws_secret_access_key="wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            # What moto does not know it answers with a 500, again and again.
            config=Config(retries={"total_max_attempts": 1}))

    def bucket(self, name, region="us-east-1", versioning="Enabled"):
        s3 = self.client("s3", region)
        elsewhere = {} if region == "us-east-1" else {"CreateBucketConfiguration": {"LocationConstraint": region}}
        s3.create_bucket(Bucket=name, **elsewhere)
        if versioning:
            self.version(name, versioning, region)

    def version(self, name, status, region="us-east-1"):
        self.client("s3", region).put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": status})

    def encrypt(self, name, key, region="us-east-1"):
        self.client("s3", region).put_bucket_encryption(Bucket=name, ServerSideEncryptionConfiguration={
            "Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": key}}]})

    def replicate(self, name, *rules, role=f"arn:aws:iam::{ACCOUNT}:role/replication"):
        """Puts a configuration as written, so that absent and empty elements stay what they are."""
        document = (
            f'<ReplicationConfiguration xmlns="{REPLICATION_XMLNS}"><Role>{role}</Role>'
            + "".join(f"<Rule>{rule}</Rule>" for rule in rules) + "</ReplicationConfiguration>")
        request = urllib.request.Request(
            f"{self.url}/{name}?replication", data=document.encode(), method="PUT",
            headers={"Content-Type": "application/xml"})
        with urllib.request.urlopen(request) as reply:
            assert reply.status == 200

    def replication_role(self):
        iam = self.client("iam", "us-east-1")
        iam.create_role(RoleName="replication", AssumeRolePolicyDocument=(
            '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",'
            '"Principal":{"Service":["s3.amazonaws.com","batchoperations.s3.amazonaws.com"]}}]}'))
        iam.put_role_policy(RoleName="replication", PolicyName="all", PolicyDocument=(
            '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:*","kms:*"],"Resource":"*"}]}'))


@contextlib.contextmanager
def moto_account():
    """Starts moto on a free port and ends it."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, Path(__file__), str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        # Without this moto makes hundreds of machine images in each region that is asked of EC2, for half a minute.
        env={**os.environ, "MOTO_ACCOUNT_ID": ACCOUNT, "MOTO_EC2_LOAD_DEFAULT_AMIS": "false"})
    url = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + 60
        while True:
            assert process.poll() is None, "moto ended before it answered"
            with contextlib.suppress(urllib.error.URLError, ConnectionError):
                urllib.request.urlopen(f"{url}/moto-api/", timeout=5).close()
                break
            assert time.monotonic() < deadline, "moto did not answer"
            time.sleep(0.05)
        yield MotoAccount(url)
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    serve(int(sys.argv[1]))
