"""Terraform's AWS provider applies, changes and destroys vaults, plans and restore tests of the simulated account.

It runs where terraform is installed and LIFEBOAT_TERRAFORM_PLUGINS names a directory that holds the provider.
"""

import os
import pathlib
import shutil
import subprocess

import pytest

from simulator import ACCESS_KEY, SECRET_KEY, Simulator

PLUGINS = os.environ.get("LIFEBOAT_TERRAFORM_PLUGINS")
CONFIGURATION = pathlib.Path(__file__).with_name("Terraform") / "backup" / "main.tf"

pytestmark = pytest.mark.skipif(
    not PLUGINS or not shutil.which("terraform"), reason="no terraform, or LIFEBOAT_TERRAFORM_PLUGINS is not set")


def terraform(directory, url, *arguments, **variables):
    """Runs terraform and gives its exit code and what it said."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "TF_"))}
    named = {"endpoint": url, "access_key": ACCESS_KEY, "secret_key": SECRET_KEY, **variables}
    environment = kept | {f"TF_VAR_{name}": str(value) for name, value in named.items()} | {
        "TF_IN_AUTOMATION": "1", "CHECKPOINT_DISABLE": "1"}
    done = subprocess.run(
        ["terraform", *arguments, "-input=false", "-no-color"], cwd=directory, env=environment, capture_output=True,
        text=True, timeout=300)
    return done.returncode, done.stdout + done.stderr


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
        backup = simulator.client("backup")
        assert backup.describe_backup_vault(BackupVaultName="tf-main")["Locked"] is True
        succeeds("apply", "-auto-approve", delete_after=60)
        plan = backup.list_backup_plans()["BackupPlansList"][0]
        rules = backup.get_backup_plan(BackupPlanId=plan["BackupPlanId"])["BackupPlan"]["Rules"]
        assert sorted(rule["Lifecycle"]["DeleteAfterDays"] for rule in rules) == [60, 365]
        succeeds("destroy", "-auto-approve")
        assert backup.list_backup_vaults()["BackupVaultList"] == []
    finally:
        simulator.stop()
