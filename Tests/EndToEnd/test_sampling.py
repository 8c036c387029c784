"""With --sample-objects, objects are asked what S3 says of them; the answers are those that boto3 gets."""

import json

import pytest

from lifeboat import run


def sampled(lifeboat, *arguments):
    return lifeboat("check", "--output", "json", "--all", *arguments).report()


def found(report, name):
    return {f["resource"].split(":::")[-1]: f for f in report["findings"] if f["id"] == name}


def replicating(report):
    """The buckets that have a way back by replication, with their regions."""
    return {
        r["name"]: r["region"] for s in report["scenarios"] for r in s["resources"]
        if any(p["mechanism"] == "s3-replication" for p in r["paths"])}


def test_objects_that_are_not_replicated_are_found_as_boto3_sees_them(simulator, lifeboat):
    report = sampled(lifeboat, "--sample-objects", "100")
    named = found(report, "s3-objects-not-replicated")
    assert named and set(named) < set(replicating(report))
    parts = found(report, "s3-replication-partial-scope")
    # Of a part of a bucket only the objects that its rules take are asked for.
    for bucket, region in [pair for pair in replicating(report).items() if pair[0] not in parts]:
        s3 = simulator.client("s3", region)
        keys = [o["Key"] for o in s3.list_objects_v2(Bucket=bucket).get("Contents", [])][:100]
        statuses = [s3.head_object(Bucket=bucket, Key=key).get("ReplicationStatus") for key in keys]
        missing = [s for s in statuses if s in (None, "FAILED")]
        if bucket in named:
            assert named[bucket]["message"].startswith(f"{len(missing)} of {len(keys)} "), (bucket, statuses)
        else:
            assert not missing, (bucket, statuses)


def test_nothing_is_asked_of_objects_without_it(lifeboat):
    assert not found(sampled(lifeboat), "s3-objects-not-replicated")


def test_one_resource_is_sampled_by_itself(lifeboat):
    told = lifeboat("show", "user-uploads", "--sample-objects", "4").out
    assert "4 of 4 sampled objects did not replicate" in told.replace("\n", " ").replace("  ", " ")


@pytest.mark.parametrize("count", ["0", "101", "-1", "some"])
def test_a_count_that_is_none_is_refused(lifeboat, count):
    result = lifeboat("check", f"--sample-objects={count}")
    assert result.code == 64 and "sample-objects" in result.err


def test_a_snapshot_is_not_asked(home, snapshot):
    result = run("check", "--snapshot", snapshot, "--sample-objects", "4", home=home, credentials=False)
    assert result.code == 64 and "asks nobody" in result.err


def test_the_policy_of_sampling_names_what_it_sends(home):
    policy = json.loads(run("doctor", "--policy", "--sample-objects", home=home, credentials=False).out)
    assert {"s3:GetObject", "s3:GetObjectVersion", "s3:ListBucket"} <= set(policy["Statement"][0]["Action"])
