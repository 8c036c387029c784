"""Terraform's AWS provider applies, changes and destroys replicated buckets of the simulated account.

It runs where terraform is installed and LIFEBOAT_TERRAFORM_PLUGINS names a directory that holds the provider.
"""

import pathlib
import shutil

import pytest
from botocore.exceptions import ClientError

from simulator import Simulator
from test_simulated_backup_terraform import PLUGINS, terraform

CONFIGURATION = pathlib.Path(__file__).with_name("Terraform") / "s3" / "main.tf"

pytestmark = pytest.mark.skipif(
    not PLUGINS or not shutil.which("terraform"), reason="no terraform, or LIFEBOAT_TERRAFORM_PLUGINS is not set")


def test_terraform_applies_finds_no_difference_changes_and_destroys(tmp_path):
    shutil.copy(CONFIGURATION, tmp_path)
    simulator = Simulator.start("--empty")
    try:
        def succeeds(*arguments, **variables):
            code, said = terraform(tmp_path, simulator.url, *arguments, **variables)
            assert code == 0, said

        succeeds("init", f"-plugin-dir={PLUGINS}")
        succeeds("apply", "-auto-approve")
        succeeds("plan", "-detailed-exitcode")
        s3, replica = simulator.client("s3"), simulator.client("s3", "us-west-2")
        simulator.advance(120)
        assert s3.head_object(Bucket="tf-media", Key="films/one.txt")["ReplicationStatus"] == "COMPLETED"
        assert replica.get_object(Bucket="tf-media-dr", Key="films/one.txt")["Body"].read() == b"a film"
        succeeds("apply", "-auto-approve", markers="Enabled")
        rule = s3.get_bucket_replication(Bucket="tf-media")["ReplicationConfiguration"]["Rules"][0]
        assert rule["DeleteMarkerReplication"]["Status"] == "Enabled"
        succeeds("destroy", "-auto-approve")
        with pytest.raises(ClientError):
            s3.head_bucket(Bucket="tf-media")
    finally:
        simulator.stop()
