"""Every operation of the simulated AWS Backup, called with botocore; replies are held against AWS's service model.

`scenario(bench)` makes the calls. A bench gives a client for a region and moves the account's clock. There are benches over
HTTP, with boto3 and with the AWS CLI (test_simulated_backup.py), and one over a pipe to the simulation in process
(simulated_backup_pipe.py).
"""

from botocore.exceptions import ClientError

HOME, AWAY = "us-east-1", "us-west-2"
ACCOUNT = "123456789012"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/backup"
BUCKET = "arn:aws:s3:::media"


def vault_arn(name, region):
    return f"arn:aws:backup:{region}:{ACCOUNT}:backup-vault:{name}"


def refused(code, call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error
        assert error.response["Error"]["Message"], "an error without a message"
        return error
    raise AssertionError(f"{call.__name__} was not refused with {code}")


def everything(client, operation, member, **arguments):
    """All rows of a listing, asked for one at a time; an empty page with a token is not the end."""
    if hasattr(client, "rows"):
        return client.rows(operation, member, **arguments)
    if client.can_paginate(operation):
        pages = client.get_paginator(operation).paginate(**arguments, PaginationConfig={"PageSize": 1})
        return [row for page in pages for row in page[member]]
    rows, token = [], {}
    while True:
        page = getattr(client, operation)(**arguments, **token)
        rows += page[member].items() if isinstance(page[member], dict) else page[member]
        if not page.get("NextToken"):
            return rows
        token = {"NextToken": page["NextToken"]}


def tags(client, arn):
    return dict(everything(client, "list_tags", "Tags", ResourceArn=arn))


def scenario(bench):
    """Makes every call; the account has the bucket `media`, the role, and a day that has just begun."""
    home, away = bench.client(HOME), bench.client(AWAY)
    settings(home)
    vaults(home, away, bench.key)
    plan_id = plans(home)
    bench.advance(days=2)
    recovery_points(home, away, plan_id)
    jobs(bench, home, away)
    restores(bench, home)
    restore_testing(bench, home)
    ending(home, away, plan_id)


def settings(home):
    home.update_region_settings(
        ResourceTypeOptInPreference={"EBS": False}, ResourceTypeManagementPreference={"DynamoDB": True})
    read = home.describe_region_settings()
    assert read["ResourceTypeOptInPreference"]["EBS"] is False
    assert read["ResourceTypeOptInPreference"]["S3"] is True
    home.update_global_settings(GlobalSettings={"isCrossAccountBackupEnabled": "true"})
    assert home.describe_global_settings()["GlobalSettings"]["isCrossAccountBackupEnabled"] == "true"
    assert "S3" in home.get_supported_resource_types()["ResourceTypes"]
    assert everything(home, "list_frameworks", "Frameworks") == []
    refused("ResourceNotFoundException", home.describe_framework, FrameworkName="none")
    assert everything(home, "list_legal_holds", "LegalHolds") == []


def vaults(home, away, key):
    home.create_backup_vault(BackupVaultName="main", BackupVaultTags={"team": "dr"}, CreatorRequestId="1")
    home.create_backup_vault(BackupVaultName="main", CreatorRequestId="1")
    refused("AlreadyExistsException", home.create_backup_vault, BackupVaultName="main", CreatorRequestId="2")
    away.create_backup_vault(BackupVaultName="dr", EncryptionKeyArn=key)
    away.create_logically_air_gapped_backup_vault(
        BackupVaultName="island", MinRetentionDays=7, MaxRetentionDays=90)
    assert [v["BackupVaultName"] for v in everything(away, "list_backup_vaults", "BackupVaultList")] == ["dr", "island"]
    islands = everything(away, "list_backup_vaults", "BackupVaultList", ByVaultType="LOGICALLY_AIR_GAPPED_BACKUP_VAULT")
    assert [v["Locked"] for v in islands] == [True]
    refused("ResourceNotFoundException", home.get_backup_vault_access_policy, BackupVaultName="main")
    home.put_backup_vault_access_policy(BackupVaultName="main", Policy="{}")
    assert home.get_backup_vault_access_policy(BackupVaultName="main")["Policy"] == "{}"
    home.delete_backup_vault_access_policy(BackupVaultName="main")
    refused("ResourceNotFoundException", home.get_backup_vault_notifications, BackupVaultName="main")
    home.put_backup_vault_notifications(
        BackupVaultName="main", SNSTopicArn=f"arn:aws:sns:{HOME}:{ACCOUNT}:t", BackupVaultEvents=["COPY_JOB_FAILED"])
    assert home.get_backup_vault_notifications(BackupVaultName="main")["BackupVaultEvents"] == ["COPY_JOB_FAILED"]
    home.delete_backup_vault_notifications(BackupVaultName="main")
    home.put_backup_vault_lock_configuration(BackupVaultName="main", MinRetentionDays=1, ChangeableForDays=3)
    assert home.describe_backup_vault(BackupVaultName="main")["LockDate"].tzinfo is not None
    home.delete_backup_vault_lock_configuration(BackupVaultName="main")
    assert home.describe_backup_vault(BackupVaultName="main")["Locked"] is False
    arn = vault_arn("main", HOME)
    assert tags(home, arn) == {"team": "dr"}
    home.tag_resource(ResourceArn=arn, Tags={"tier": "gold"})
    home.untag_resource(ResourceArn=arn, TagKeyList=["team"])
    assert tags(home, arn) == {"tier": "gold"}


def plans(home):
    rule = {
        "RuleName": "daily", "TargetBackupVaultName": "main", "ScheduleExpression": "cron(0 5 ? * * *)",
        "StartWindowMinutes": 60, "CompletionWindowMinutes": 180, "Lifecycle": {"DeleteAfterDays": 35},
        "RecoveryPointTags": {"made": "by plan"},
        "CopyActions": [{"DestinationBackupVaultArn": vault_arn("dr", AWAY), "Lifecycle": {"DeleteAfterDays": 90}}],
    }
    plan = {
        "BackupPlanName": "gold", "Rules": [rule],
        "AdvancedBackupSettings": [{"ResourceType": "S3", "BackupOptions": {"BackupACLs": "disabled"}}],
    }
    wrong = {**plan, "Rules": [{**rule, "Lifecycle": {"MoveToColdStorageAfterDays": 30, "DeleteAfterDays": 40}}]}
    refused("InvalidParameterValueException", home.create_backup_plan, BackupPlan=wrong)
    made = home.create_backup_plan(BackupPlan=plan, BackupPlanTags={"a": "b"})
    refused("AlreadyExistsException", home.create_backup_plan, BackupPlan=plan)
    plan_id = made["BackupPlanId"]
    read = home.get_backup_plan(BackupPlanId=plan_id, MaxScheduledRunsPreview=3)
    assert len(read["ScheduledRunsPreview"]) == 3
    assert read["BackupPlan"]["Rules"][0]["Lifecycle"] == {"DeleteAfterDays": 35}
    for rule in read["BackupPlan"]["Rules"]:
        del rule["RuleId"]
    updated = home.update_backup_plan(BackupPlanId=plan_id, BackupPlan=read["BackupPlan"])
    assert updated["VersionId"] != made["VersionId"]
    selection = {
        "SelectionName": "buckets", "IamRoleArn": ROLE, "Resources": ["arn:aws:s3:::*"],
        "Conditions": {"StringNotEquals": [{"ConditionKey": "aws:ResourceTag/backup", "ConditionValue": "no"}]},
    }
    refused(
        "InvalidParameterValueException", home.create_backup_selection, BackupPlanId="none", BackupSelection=selection)
    selection_id = home.create_backup_selection(BackupPlanId=plan_id, BackupSelection=selection)["SelectionId"]
    read = home.get_backup_selection(BackupPlanId=plan_id, SelectionId=selection_id)
    assert read["BackupSelection"]["Resources"] == ["arn:aws:s3:::*"]
    assert len(everything(home, "list_backup_selections", "BackupSelectionsList", BackupPlanId=plan_id)) == 1
    assert [p["BackupPlanName"] for p in everything(home, "list_backup_plans", "BackupPlansList")] == ["gold"]
    return plan_id


def recovery_points(home, away, plan_id):
    points = everything(home, "list_recovery_points_by_backup_vault", "RecoveryPoints", BackupVaultName="main")
    assert len(points) == 2, points
    assert points[0]["CreationDate"] > points[1]["CreationDate"]
    assert points[0]["CreatedBy"]["BackupPlanId"] == plan_id
    since = everything(
        home, "list_recovery_points_by_backup_vault", "RecoveryPoints", BackupVaultName="main",
        ByCreatedAfter=points[1]["CreationDate"], ByResourceArn=BUCKET,
        ByResourceType="S3", ByBackupPlanId=plan_id)
    assert [p["RecoveryPointArn"] for p in since] == [points[0]["RecoveryPointArn"]]
    copies = everything(away, "list_recovery_points_by_backup_vault", "RecoveryPoints", BackupVaultName="dr")
    assert [c["CreationDate"] for c in copies] == [p["CreationDate"] for p in points]
    assert copies[0]["SourceBackupVaultArn"] == vault_arn("main", HOME)
    assert copies[0]["Lifecycle"] == {"DeleteAfterDays": 90}
    arn = points[0]["RecoveryPointArn"]
    described = home.describe_recovery_point(BackupVaultName="main", RecoveryPointArn=arn)
    assert described["StorageClass"] == "WARM"
    assert tags(home, arn) == {"made": "by plan"}
    home.get_recovery_point_restore_metadata(BackupVaultName="main", RecoveryPointArn=arn)
    updated = home.update_recovery_point_lifecycle(
        BackupVaultName="main", RecoveryPointArn=arn, Lifecycle={"DeleteAfterDays": 60})
    assert (updated["CalculatedLifecycle"]["DeleteAt"] - described["CreationDate"]).days == 60
    assert [r["ResourceArn"] for r in everything(home, "list_protected_resources", "Results")] == [BUCKET]
    there = everything(away, "list_protected_resources_by_backup_vault", "Results", BackupVaultName="dr")
    assert [r["LastRecoveryPointArn"] for r in there] == [copies[0]["RecoveryPointArn"]]
    assert home.describe_protected_resource(ResourceArn=BUCKET)["ResourceType"] == "S3"
    by_resource = everything(home, "list_recovery_points_by_resource", "RecoveryPoints", ResourceArn=BUCKET)
    assert [p["RecoveryPointArn"] for p in by_resource] == [p["RecoveryPointArn"] for p in points]
    home.delete_recovery_point(BackupVaultName="main", RecoveryPointArn=points[1]["RecoveryPointArn"])
    refused(
        "ResourceNotFoundException", home.describe_recovery_point, BackupVaultName="main",
        RecoveryPointArn=points[1]["RecoveryPointArn"])


def jobs(bench, home, away):
    request = {"BackupVaultName": "main", "ResourceArn": BUCKET, "IamRoleArn": ROLE, "IdempotencyToken": "once"}
    started = home.start_backup_job(**request)
    assert home.start_backup_job(**request)["BackupJobId"] == started["BackupJobId"]
    job_id = started["BackupJobId"]
    assert home.describe_backup_job(BackupJobId=job_id)["State"] == "CREATED"
    bench.advance(minutes=3)
    assert home.describe_backup_job(BackupJobId=job_id)["State"] == "RUNNING"
    assert [j["BackupJobId"] for j in everything(home, "list_backup_jobs", "BackupJobs", ByState="RUNNING")] == [job_id]
    home.stop_backup_job(BackupJobId=job_id)
    bench.advance(minutes=2)
    assert home.describe_backup_job(BackupJobId=job_id)["State"] == "ABORTED"
    refused("InvalidRequestException", home.stop_backup_job, BackupJobId=job_id)
    assert len(everything(home, "list_backup_jobs", "BackupJobs", ByState="COMPLETED", ByResourceType="S3")) == 2
    source = everything(home, "list_recovery_points_by_backup_vault", "RecoveryPoints", BackupVaultName="main")[0]
    copy = home.start_copy_job(
        RecoveryPointArn=source["RecoveryPointArn"], SourceBackupVaultName="main",
        DestinationBackupVaultArn=vault_arn("island", AWAY), IamRoleArn=ROLE)
    bench.advance(hours=1)
    assert home.describe_copy_job(CopyJobId=copy["CopyJobId"])["CopyJob"]["State"] == "COMPLETED"
    arrived = everything(
        home, "list_copy_jobs", "CopyJobs", ByDestinationVaultArn=vault_arn("island", AWAY), ByState="COMPLETED")
    assert [j["CopyJobId"] for j in arrived] == [copy["CopyJobId"]]
    island = everything(away, "list_recovery_points_by_backup_vault", "RecoveryPoints", BackupVaultName="island")
    refused(
        "InvalidRequestException", away.delete_recovery_point, BackupVaultName="island",
        RecoveryPointArn=island[0]["RecoveryPointArn"])
    refused("InvalidRequestException", away.delete_backup_vault, BackupVaultName="island")


def restores(bench, home):
    point = everything(home, "list_recovery_points_by_backup_vault", "RecoveryPoints", BackupVaultName="main")[0]
    request = {
        "RecoveryPointArn": point["RecoveryPointArn"], "IamRoleArn": ROLE, "ResourceType": "S3",
        "Metadata": {"DestinationBucketName": "media-restored", "NewBucket": "true"}, "IdempotencyToken": "once",
    }
    job_id = home.start_restore_job(**request)["RestoreJobId"]
    assert home.start_restore_job(**request)["RestoreJobId"] == job_id
    assert home.describe_restore_job(RestoreJobId=job_id)["Status"] == "PENDING"
    bench.advance(hours=1)
    job = home.describe_restore_job(RestoreJobId=job_id)
    assert (job["Status"], job["CreatedResourceArn"]) == ("COMPLETED", "arn:aws:s3:::media-restored")
    assert home.get_restore_job_metadata(RestoreJobId=job_id)["Metadata"]["NewBucket"] == "true"
    assert len(everything(home, "list_restore_jobs", "RestoreJobs", ByStatus="COMPLETED")) == 1
    assert len(everything(home, "list_restore_jobs_by_protected_resource", "RestoreJobs", ResourceArn=BUCKET)) == 1
    assert home.describe_protected_resource(ResourceArn=BUCKET)["LatestRestoreExecutionTimeMinutes"] > 0


def restore_testing(bench, home):
    plan = {
        "RestoreTestingPlanName": "drill", "ScheduleExpression": "cron(0 * ? * * *)",
        "RecoveryPointSelection": {
            "Algorithm": "LATEST_WITHIN_WINDOW", "IncludeVaults": ["*"], "RecoveryPointTypes": ["SNAPSHOT"]},
    }
    home.create_restore_testing_plan(RestoreTestingPlan=plan, CreatorRequestId="1")
    refused("AlreadyExistsException", home.create_restore_testing_plan, RestoreTestingPlan=plan, CreatorRequestId="2")
    home.update_restore_testing_plan(
        RestoreTestingPlanName="drill", RestoreTestingPlan={"ScheduleExpression": "cron(30 * ? * * *)"})
    read = home.get_restore_testing_plan(RestoreTestingPlanName="drill")["RestoreTestingPlan"]
    assert read["ScheduleExpression"] == "cron(30 * ? * * *)"
    assert len(everything(home, "list_restore_testing_plans", "RestoreTestingPlans")) == 1
    home.create_restore_testing_selection(
        RestoreTestingPlanName="drill", RestoreTestingSelection={
            "RestoreTestingSelectionName": "buckets", "IamRoleArn": ROLE, "ProtectedResourceType": "S3",
            "ProtectedResourceArns": ["*"], "ValidationWindowHours": 4})
    selections = everything(
        home, "list_restore_testing_selections", "RestoreTestingSelections", RestoreTestingPlanName="drill")
    assert [s["ValidationWindowHours"] for s in selections] == [4]
    home.get_restore_testing_selection(RestoreTestingPlanName="drill", RestoreTestingSelectionName="buckets")
    point = everything(home, "list_recovery_points_by_backup_vault", "RecoveryPoints", BackupVaultName="main")[0]
    inferred = home.get_restore_testing_inferred_metadata(
        BackupVaultName="main", RecoveryPointArn=point["RecoveryPointArn"])["InferredMetadata"]
    assert inferred["NewBucket"] == "true"
    bench.advance(hours=2)
    arn = read["RestoreTestingPlanArn"]
    tests = everything(home, "list_restore_jobs", "RestoreJobs", ByRestoreTestingPlanArn=arn, ByStatus="COMPLETED")
    assert tests and tests[0]["ValidationStatus"] == "VALIDATING"
    home.put_restore_validation_result(RestoreJobId=tests[0]["RestoreJobId"], ValidationStatus="SUCCESSFUL")
    refused(
        "InvalidRequestException", home.put_restore_validation_result, RestoreJobId=tests[0]["RestoreJobId"],
        ValidationStatus="FAILED")
    refused("InvalidRequestException", home.delete_restore_testing_plan, RestoreTestingPlanName="drill")
    home.delete_restore_testing_selection(RestoreTestingPlanName="drill", RestoreTestingSelectionName="buckets")
    home.delete_restore_testing_plan(RestoreTestingPlanName="drill")


def ending(home, away, plan_id):
    refused("InvalidRequestException", home.delete_backup_plan, BackupPlanId=plan_id)
    for selection in everything(home, "list_backup_selections", "BackupSelectionsList", BackupPlanId=plan_id):
        home.delete_backup_selection(BackupPlanId=plan_id, SelectionId=selection["SelectionId"])
    home.delete_backup_plan(BackupPlanId=plan_id)
    assert len(everything(home, "list_backup_plans", "BackupPlansList", IncludeDeleted=True)) == 1
    for client, name in ((home, "main"), (away, "dr")):
        for point in everything(client, "list_recovery_points_by_backup_vault", "RecoveryPoints", BackupVaultName=name):
            client.delete_recovery_point(BackupVaultName=name, RecoveryPointArn=point["RecoveryPointArn"])
        client.delete_backup_vault(BackupVaultName=name)
        refused("AccessDeniedException", client.describe_backup_vault, BackupVaultName=name)
