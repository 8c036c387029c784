"""`lifeboat restore` on the simulated account: each way back by a plan, by lines, and as a rehearsal."""

import os
import pty
import select
import signal
import time
from datetime import datetime, timedelta, timezone

import pytest

from lifeboat import program
from restores import HOME, LOST, STATE, SYDNEY, WEST, arn, walkthrough_named

DRILL = {"incident": "drill", "drill_of": "region-lost", "lost": HOME}
BEFORE = (datetime.now(timezone.utc) - timedelta(minutes=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
DELETED = {"incident": "deleted", "last_good": BEFORE}
WORKS = {"works": "yes", "evidence": "https://tickets.example/17"}


def moment(text):
    return datetime.fromisoformat(text)


def recorded(restores, result, resource, mechanism):
    """It ended well, and so do the ledger and `drills` say."""
    assert result.code == 0, result
    assert "Done, and recorded" in result.out
    assert [row["state"] for row in restores.intents()] == ["ended-well"] * len(restores.intents()) and restores.intents()
    assert [row["outcome"] for row in restores.walks()] == ["succeeded"]
    [drill] = restores.drills()["drills"]
    assert (drill["resource"], drill["mechanism"], drill["kind"], drill["outcome"]) == (
        resource, mechanism, "real", "succeeded")
    assert drill["walkthrough"] == restores.walks()[0]["id"] and WORKS["evidence"] in drill["evidence"]
    return drill


# By plan

def test_a_bucket_comes_back_as_a_new_one(restores):
    result = restores.by_plan("state-new", **LOST, **WORKS, resource=STATE, bucket_is="new", bucket="state-new")
    drill = recorded(restores, result, STATE, "backup-copy")
    [job] = [job for job in restores.jobs() if job.get("CreatedResourceArn") == "arn:aws:s3:::state-new"]
    assert job["Status"] == "COMPLETED" and drill["jobs"] == [job["RestoreJobId"]]
    assert restores.simulator.client("s3", WEST).list_objects_v2(Bucket="state-new")["KeyCount"] > 0
    seen = restores.simulator.cli("backup", "describe-restore-job", "--restore-job-id", drill["jobs"][0], region=WEST)
    assert seen["Status"] == "COMPLETED"


def test_a_bucket_comes_back_into_one_that_is_there(restores):
    s3 = restores.simulator.client("s3", WEST)
    s3.create_bucket(Bucket="state-old", CreateBucketConfiguration={"LocationConstraint": WEST})
    s3.put_bucket_versioning(Bucket="state-old", VersioningConfiguration={"Status": "Enabled"})
    result = restores.by_plan("state-old", **LOST, **WORKS, resource=STATE, bucket_is="existing", bucket="state-old")
    recorded(restores, result, STATE, "backup-copy")
    assert s3.list_objects_v2(Bucket="state-old")["KeyCount"] > 0


def test_a_part_of_a_bucket_comes_back_alone(restores):
    """A third of what was backed up is all that was asked for: nothing is missing."""
    result = restores.by_plan(
        "state-part", **LOST, **WORKS, resource=STATE, bucket_is="new", bucket="state-part", items="archive/2025/1.bin")
    drill = recorded(restores, result, STATE, "backup-copy")
    assert "size is as expected" not in [check["name"] for check in drill["checks"]]
    assert drill["parts"] == ["archive/2025/1.bin"] and drill["proves"] is False
    listed = restores.simulator.client("s3", WEST).list_objects_v2(Bucket="state-part")["Contents"]
    assert [row["Key"] for row in listed] == ["archive/2025/1.bin"]


def test_a_table_comes_back(restores):
    table = arn("dynamodb", "table/checkout-orders")
    result = restores.by_plan("orders-back", **LOST, **WORKS, resource=table, table="orders-back")
    recorded(restores, result, table, "backup-copy")
    told = restores.simulator.client("dynamodb", WEST).describe_table(TableName="orders-back")["Table"]
    assert told["TableStatus"] == "ACTIVE"


def test_a_database_comes_back(restores):
    database = arn("rds", "db:webshop")
    result = restores.by_plan("webshop-back", **LOST, **WORKS, resource=database, identifier="webshop-back")
    recorded(restores, result, database, "backup-copy")
    [told] = restores.simulator.client("rds", WEST).describe_db_instances(
        DBInstanceIdentifier="webshop-back")["DBInstances"]
    assert told["DBInstanceStatus"] == "available"


def test_a_cluster_comes_back_with_its_instance(restores):
    cluster = arn("rds", "cluster:catalogue")
    result = restores.by_plan(
        "catalogue-back", **LOST, **WORKS, resource=cluster, identifier="catalogue-back", **{"class": "db.r6g.large"})
    recorded(restores, result, cluster, "backup-copy")
    assert len(restores.intents()) == 2
    rds = restores.simulator.client("rds", WEST)
    [told] = rds.describe_db_clusters(DBClusterIdentifier="catalogue-back")["DBClusters"]
    assert [member["DBInstanceIdentifier"] for member in told["DBClusterMembers"]] == ["catalogue-back-1"]


def test_a_volume_comes_back(restores):
    volume = arn("ec2", "volume/vol-0e5c8a3b1f7d69240", SYDNEY)
    before = volumes(restores, SYDNEY)
    result = restores.by_plan(
        "film-library-scratch", **WORKS, **DELETED, resource=volume, availability_zone=SYDNEY + "a")
    recorded(restores, result, volume, "backup")
    assert len(volumes(restores, SYDNEY) - before) == 1


def test_a_volume_is_made_of_a_snapshot(restores):
    volume = arn("ec2", "volume/vol-0a94c7e2b5d18f360")
    before = volumes(restores, WEST)
    result = restores.by_plan("search-index", **LOST, **WORKS, resource=volume, availability_zone=WEST + "b")
    recorded(restores, result, volume, "ebs-snapshot-copy")
    assert len(volumes(restores, WEST) - before) == 1


def volumes(restores, region):
    return {row["VolumeId"] for row in restores.simulator.client("ec2", region).describe_volumes()["Volumes"]}


def test_a_file_system_comes_back(restores):
    files = arn("elasticfilesystem", "file-system/fs-0c3a51d2e7f849b16")
    result = restores.by_plan("cms-shared", **LOST, **WORKS, resource=files)
    drill = recorded(restores, result, files, "backup-copy")
    made = next(text for text in drill["evidence"] if text.startswith("arn:")).rsplit("/", 1)[1]
    [told] = restores.simulator.client("efs", WEST).describe_file_systems(FileSystemId=made)["FileSystems"]
    assert told["LifeCycleState"] == "available"


def test_a_replica_is_promoted(restores):
    database = arn("rds", "db:royalties")
    recorded(restores, restores.by_plan("royalties-west", **LOST, **WORKS, resource=database), database, "rds-read-replica")
    [told] = restores.simulator.client("rds", WEST).describe_db_instances(
        DBInstanceIdentifier="royalties-west")["DBInstances"]
    assert "ReadReplicaSourceDBInstanceIdentifier" not in told and told["DBInstanceStatus"] == "available"


def test_a_global_database_fails_over(restores):
    cluster = arn("rds", "cluster:viewer-accounts")
    recorded(
        restores, restores.by_plan("viewer-accounts-west", **LOST, **WORKS, resource=cluster), cluster,
        "aurora-global-database")
    [told] = restores.simulator.client("rds", WEST).describe_global_clusters()["GlobalClusters"]
    assert [row["DBClusterArn"].split(":")[3] for row in told["GlobalClusterMembers"] if row["IsWriter"]] == [WEST]


def test_a_drill_that_ends_a_replication_wants_that_typed(restores):
    files = arn("elasticfilesystem", "file-system/fs-06d4f1a8c92e7b530")
    drill = {**DRILL, **WORKS, "resource": files, "way": f"efs-replication:{WEST}:fs-0f83b6e5a1d4c7290"}
    result = restores.by_plan("fs-0f83b6e5a1d4c7290", **drill)
    assert result.code == 64 and "the name to type is end the replication of fs-06d4f1a8c92e7b530" in result.err
    assert "Mind: this is a drill, and it ends the replication" in result.out
    assert restores.intents() == []


def test_a_drill_into_a_bucket_that_is_there_wants_that_typed(restores):
    drill = {**DRILL, **WORKS, "resource": STATE, "bucket_is": "existing", "bucket": "media-originals-dr"}
    result = restores.by_plan("media-originals-dr", **drill)
    assert result.code == 64 and restores.intents() == []
    assert "the name to type is restore into media-originals-dr" in result.err


def test_a_plan_without_a_call_proves_nothing(restores):
    bucket = "arn:aws:s3:::media-originals"
    result = restores.by_plan(
        None, **DRILL, **WORKS, resource=bucket, way=f"s3-replication:{WEST}:media-originals-dr")
    assert result.code == 0, result
    [drill] = restores.drills()["drills"]
    assert (drill["outcome"], drill["proves"]) == ("succeeded", False)
    assert drill["provesNothing"] == "no call was made, and a plan alone says that it works"


def test_what_was_overwritten_is_never_served_from_the_replica(restores):
    bucket = "arn:aws:s3:::media-originals"
    result = restores.by_plan(
        "media-originals-dr", incident="corrupted", last_good=BEFORE, resource=bucket,
        way=f"s3-replication:{WEST}:media-originals-dr", works="no")
    assert result.code == 1, result
    assert f"aws s3api copy-object --region {WEST} --bucket media-originals-dr" in result.out
    assert "Point the application at the bucket" not in result.out and "is back" not in result.out
    [drill] = restores.drills()["drills"]
    assert drill["provesNothing"] == "no object was changed"


def test_a_drill_is_recorded_as_one_with_the_moments_of_its_own(restores):
    began = datetime.now(timezone.utc) - timedelta(seconds=1)
    result = restores.by_plan("drill-1", **DRILL, **WORKS, resource=STATE, bucket="drill-1")
    drill = recorded(restores, result, STATE, "backup-copy")
    assert drill["isDrill"] is True and drill["proves"] is True and drill["scenario"] == "region-lost"
    assert began <= moment(drill["drilledAt"]) <= moment(drill["recordedAt"])
    backup = restores.simulator.client("backup", WEST)
    [made] = [
        point["CreationDate"] for point in backup.list_recovery_points_by_resource(ResourceArn=STATE)["RecoveryPoints"]
        if point["RecoveryPointArn"] == drill["recoveryPoint"]]
    assert abs(made - moment(drill["recoveryPointCreatedAt"])) < timedelta(seconds=1)


def test_a_replicated_file_system_is_made_writable(restores):
    files = arn("elasticfilesystem", "file-system/fs-06d4f1a8c92e7b530")
    recorded(
        restores, restores.by_plan("fs-0f83b6e5a1d4c7290", **LOST, **WORKS, resource=files), files, "efs-replication")
    [told] = restores.simulator.client("efs", WEST).describe_file_systems(
        FileSystemId="fs-0f83b6e5a1d4c7290")["FileSystems"]
    assert told["FileSystemProtection"]["ReplicationOverwriteProtection"] != "REPLICATING"


def test_what_was_deleted_is_there_again(restores):
    bucket, s3 = "media-originals", restores.simulator.client("s3", HOME)
    keys = [f"lost/{number}" for number in range(20)]
    for key in keys:
        s3.put_object(Bucket=bucket, Key=key, Body=key.encode())
    for key in keys:
        s3.delete_object(Bucket=bucket, Key=key)
    assert s3.list_objects_v2(Bucket=bucket, Prefix="lost/")["KeyCount"] == 0
    result = restores.by_plan(
        bucket, **WORKS, **DELETED, resource=f"arn:aws:s3:::{bucket}",
        way=f"s3-versioning:{HOME}:{bucket}", prefix="lost/")
    recorded(restores, result, f"arn:aws:s3:::{bucket}", "s3-versioning")
    assert s3.list_objects_v2(Bucket=bucket, Prefix="lost/")["KeyCount"] == 20
    assert s3.get_object(Bucket=bucket, Key="lost/7")["Body"].read() == b"lost/7"


# Names

def test_a_wrong_name_starts_nothing(restores):
    before = len(restores.jobs())
    result = restores.by_plan("state-3", **LOST, **WORKS, resource=STATE, bucket_is="new", bucket="state-4")
    assert result.code == 64 and "nothing was started: the name to type is state-4" in result.err
    assert restores.intents() == [] and len(restores.jobs()) == before


def test_a_plan_alone_starts_nothing(restores):
    before = len(restores.jobs())
    result = restores.by_plan(None, **LOST, **WORKS, resource=STATE, bucket_is="new", bucket="state-4")
    assert result.code == 64 and "--yes-i-typed state-4" in result.err
    assert restores.intents() == [] and len(restores.jobs()) == before


def test_a_name_that_nothing_asks_for_is_a_mistake(restores):
    result = restores.by_plan("state-4", **LOST, resource=STATE, bucket_is="new", bucket="state-4", bukket="x")
    assert result.code == 64 and "the plan answers bukket" in result.err and restores.intents() == []


# By lines

TO_THE_BUCKET = ["1", HOME, STATE, "", "new"]


def test_lines_take_numbers_and_values_and_go_back(restores):
    result = restores.by_lines("2", "<", "1", "<", "", HOME, STATE, "", "2", "by-lines", "<", "by-lines-2", "q!")
    assert result.code == 2, result
    assert result.out.count("What happened?") == 3 and "goes on from here" in result.err
    assert restores.intents() == []


def test_a_resource_that_was_named_is_not_asked_for_again_until_one_goes_back(restores):
    result = restores.by_lines("1", HOME, "<", "q!", arguments=["terraform-state"])
    assert f"What is to be restored? {STATE}\n" in result.out
    before, asked = result.out.split(f"What is to be restored? {STATE}\n")
    assert "subtitles" not in before
    # After the step back it is asked, with all there is.
    assert asked.count("What is to be restored?") == 1 and "subtitles" in asked


def test_only_an_empty_line_goes_on_from_what_is_only_read(restores):
    result = restores.by_lines(*TO_THE_BUCKET, "by-lines-3", "", "", "", "", "", "q", "yes", "q!")
    assert result.code == 2 and "q is no answer here: only an empty line goes on" in result.out
    assert "yes is no answer here" in result.out and "[8/11]" not in result.out
    assert restores.intents() == []


def test_what_was_left_goes_on_to_its_end(restores):
    left = restores.by_lines(*TO_THE_BUCKET, "by-lines", "q!")
    assert left.code == 2
    again = restores.by_lines("", "", "", "", "q!", arguments=["--resume"])
    assert again.code == 2 and walkthrough_named(again.err) == walkthrough_named(left.err)
    assert "What happened?" not in again.out
    rest = ["", "", "wrong-name", "by-lines", "", "", "yes", WORKS["evidence"]]
    done = restores.by_lines(*rest, arguments=["--walkthrough", walkthrough_named(left.err)])
    assert "This is not by-lines" in done.out
    recorded(restores, done, STATE, "backup-copy")
    [job] = [job for job in restores.jobs() if job.get("CreatedResourceArn") == "arn:aws:s3:::by-lines"]
    assert job["Status"] == "COMPLETED"


def test_what_was_confirmed_is_gone_on_with_before_what_was_not(restores):
    known = len(restores.jobs())
    plan = restores.plan(**LOST, **WORKS, resource=STATE, bucket_is="new", bucket="kept-1")
    begun = restores.start("--plan", plan, "--yes-i-typed", "kept-1").wait("accepted")
    begun.kill()
    [walk] = restores.walks()
    # It was told before the call was made.
    told = "".join(begun.lines)
    assert walkthrough_named(told) == walk["id"] and told.index(walk["id"]) < told.index("accepted")
    empty = restores.by_lines("q!")
    assert empty.code == 2

    listed = restores.start("--list").end()
    assert listed.code == 0 and f"{walk['id']}  under way: terraform-state" in listed.out
    assert f"{walkthrough_named(empty.err)}  nothing confirmed" in listed.out

    kept = restores.start("--discard", walk["id"]).end()
    assert kept.code == 2 and "stand in the journal" in kept.err
    done = restores.by_plan("kept-1", "--resume", **LOST, **WORKS, resource=STATE, bucket_is="new", bucket="kept-1")
    assert done.code == 0 and f"There is also  {walkthrough_named(empty.err)}" in done.out
    assert len(restores.jobs()) == known + 1

    thrown = restores.start("--discard", walkthrough_named(empty.err)).end()
    assert thrown.code == 0 and "Thrown away" in thrown.out
    assert restores.start("--list").end().out == "There is no walkthrough to go on with.\n"
    assert restores.start("--resume").end().code == 64


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_says_how_to_go_on(restores, number):
    """And it is the signal that ends the program, not what gives way to it."""
    plan = restores.plan(**LOST, **WORKS, resource=STATE, bucket_is="new", bucket=f"signal-{number}")
    known = len(restores.jobs())
    process = restores.start("--plan", plan, "--yes-i-typed", f"signal-{number}").wait("accepted")
    process.popen.send_signal(number)
    assert process.popen.wait(30) == -number
    walk = restores.walks()[-1]
    process.reader.join(30)
    assert f"go on with: lifeboat restore --resume {walk['id']}" in "".join(process.errors)
    done = restores.by_plan(
        f"signal-{number}", "--resume", walk["id"], **LOST, **WORKS, resource=STATE, bucket_is="new",
        bucket=f"signal-{number}")
    assert done.code == 0 and len(restores.jobs()) == known + 1


def test_on_a_terminal_it_is_the_same(restores):
    child, terminal = pty.fork()
    if child == 0:
        os.execve(program(), [
            program(), "restore", "--poll", "0.05", "--endpoint-url", restores.simulator.url], restores.environment)
    seen = ""

    def until(text):
        nonlocal seen
        end = time.monotonic() + 60
        while text not in seen:
            assert time.monotonic() < end, seen
            ready, _, _ = select.select([terminal], [], [], 1)
            if ready:
                seen += os.read(terminal, 65536).decode(errors="replace")

    for prompt, line in [("1-4:", "1"), ("Which region?", HOME), ("1-40", STATE), ("Which recovery path?", "q!")]:
        until(prompt)
        os.write(terminal, (line + "\n").encode())
    until("goes on from here")
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    assert os.waitstatus_to_exitcode(status) == 2


# Rehearsals

def test_a_rehearsal_by_a_plan_shows_its_checks_and_its_calls(restores):
    result = restores.by_plan(None, "--rehearse", **LOST, resource=STATE, bucket_is="new", bucket="state-6")
    assert result.code == 0
    assert "aws backup start-restore-job" in result.out and "passed " in result.out


def test_a_rehearsal_is_recorded_and_starts_nothing(restores):
    before = len(restores.jobs())
    result = restores.by_plan(None, "--rehearse", **LOST, resource=STATE, bucket_is="new", bucket="state-5")
    assert result.code == 0 and "nothing was started" in result.out
    [drill] = restores.drills()["drills"]
    assert (drill["kind"], drill["proves"], drill["jobs"]) == ("rehearsal", False, [])
    assert restores.intents() == [] and len(restores.jobs()) == before
