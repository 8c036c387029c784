"""`lifeboat check` on an account whose plans are read and whose selections are not: moto does not implement them."""

import pytest

from lifeboat import gaps, resources, run, scenario
from moto_account import ACCOUNT, moto_account

HOME, WEST = "us-east-1", "us-west-2"


@pytest.fixture(scope="module")
def planned(module_home):
    """A bucket without rules in an account with a plan that copies to another region, and selections nobody can read."""
    with moto_account() as account:
        account.bucket("no-rule")
        account.client("backup", HOME).create_backup_vault(BackupVaultName="near")
        account.client("backup", WEST).create_backup_vault(BackupVaultName="far")
        account.client("backup", HOME).create_backup_plan(BackupPlan={
            "BackupPlanName": "daily", "Rules": [{
                "RuleName": "daily", "TargetBackupVaultName": "near", "ScheduleExpression": "cron(0 5 ? * * *)",
                "CopyActions": [{"DestinationBackupVaultArn": f"arn:aws:backup:{WEST}:{ACCOUNT}:backup-vault:far"}]}]})
        yield run(
            "check", "--output", "json", "--endpoint-url", account.url, home=module_home,
            environment={"AWS_REGION": HOME})


def test_selections_that_cannot_be_read_are_a_gap(planned):
    report = planned.report()
    assert report["complete"] is False
    assert gaps(report, "backup:ListBackupSelections", HOME)


def test_contents_of_a_vault_that_cannot_be_read_are_a_gap(planned):
    assert gaps(planned.report(), "backup:ListProtectedResourcesByBackupVault", WEST)


def test_a_bucket_that_unread_selections_may_name_is_unknown(planned):
    resource = resources(planned.report(), HOME)["no-rule"]
    assert resource["verdict"] == "unknown"
    assert "backup-not-selected" not in resource["findings"]


def test_unread_selections_are_not_a_plan_without_selections(planned):
    assert not [f for f in planned.report()["findings"] if f["id"] == "backup-plan-without-selection"]


def test_when_nothing_worse_is_known_the_answer_is_that_it_could_not_tell(planned):
    assert scenario(planned.report(), HOME)["answer"] == "unknown"
    assert planned.code == 2
