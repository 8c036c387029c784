"""`lifeboat check` on an account that moto serves: buckets of every kind, and what is said of each of them.

The expected values are written from the design (section 3) and the domain notes; numbers in brackets are theirs.
moto implements no AWS Backup selections, recovery points, jobs or settings: those reads must show as unread.
"""

import pytest

from lifeboat import gaps, resources, run, scenario
from moto_account import ACCOUNT, moto_account

HOME_REGION, LOST = "us-east-1", "us-east-1"
US, EU = "us-west-2", "eu-central-1"

# Findings that say that replication is not all it should be: each case names exactly those that it must show.
REPLICATION_FINDINGS = {
    "s3-no-replication", "s3-replication-same-region", "s3-replication-rule-disabled", "s3-replication-partial-scope",
    "s3-versioning-not-enabled", "s3-destination-missing", "s3-destination-versioning-not-enabled",
    "s3-destination-unreadable", "s3-kms-objects-not-selected", "s3-replica-key-wrong-region", "s3-deletes-propagate",
    "s3-replication-failing", "s3-replication-lagging", "s3-replication-role-incomplete",
    "s3-destination-object-lock-missing", "s3-destination-lifecycle-shortens",
}
# Older objects are never proven by configuration, whatever else is right.
UNVERIFIED = "s3-existing-objects-unverified"


def to(bucket, inside=""):
    return f"<Destination><Bucket>arn:aws:s3:::{bucket}</Bucket>{inside}</Destination>"


def markers(status):
    return f"<DeleteMarkerReplication><Status>{status}</Status></DeleteMarkerReplication>"


def v1(destination, prefix="", status="Enabled", identifier="v1"):
    return f"<ID>{identifier}</ID><Prefix>{prefix}</Prefix><Status>{status}</Status>{to(destination)}"


def v2(destination, selects="<Filter><Prefix></Prefix></Filter>", status="Enabled", priority=1, deletes="Disabled",
       criteria="", inside=""):
    return (
        f"<ID>v2-{priority}</ID><Priority>{priority}</Priority>{selects}<Status>{status}</Status>{criteria}"
        f"{to(destination, inside)}{markers(deletes)}")


KMS_OPT_IN = (
    "<SourceSelectionCriteria><SseKmsEncryptedObjects><Status>Enabled</Status></SseKmsEncryptedObjects>"
    "</SourceSelectionCriteria>")


def replica_key(arn):
    return f"<EncryptionConfiguration><ReplicaKmsKeyID>{arn}</ReplicaKmsKeyID></EncryptionConfiguration>"


def furnish(account):
    """One bucket of each kind in us-east-1, and their destinations elsewhere."""
    account.replication_role()
    account.bucket("replica-us", US)
    account.bucket("replica-eu", EU)
    account.bucket("replica-near", HOME_REGION)
    account.bucket("replica-suspended", US)
    account.bucket("replica-deleted", US)
    home_key = account.client("kms", HOME_REGION).create_key()["KeyMetadata"]["Arn"]
    far_key = account.client("kms", US).create_key()["KeyMetadata"]["Arn"]

    def source(name, *rules, key=None):
        account.bucket(name)
        if key:
            account.encrypt(name, key)
        if rules:
            account.replicate(name, *rules)

    source("v1-rule", v1("replica-us"))
    # Neither Filter nor Prefix: version 1, whole bucket (1.2).
    source("v1-rule-without-prefix", f"<ID>bare</ID><Status>Enabled</Status>{to('replica-us')}")
    source("v1-prefix-rule", v1("replica-us", prefix="logs/"))
    source("v2-rule", v2("replica-us"))
    source("v2-rule-with-deletes", v2("replica-us", deletes="Enabled"))
    source("empty-filter", v2("replica-us", selects="<Filter/>"))
    source("prefix-rule", v2("replica-us", selects="<Filter><Prefix>logs/</Prefix></Filter>"))
    source("tag-rule", v2("replica-us", selects="<Filter><Tag><Key>dr</Key><Value>yes</Value></Tag></Filter>"))
    source("and-rule", v2("replica-us", selects=(
        "<Filter><And><Prefix></Prefix><Tag><Key>dr</Key><Value>yes</Value></Tag></And></Filter>")))
    source("prefix-and-whole", v2("replica-us", selects="<Filter><Prefix>logs/</Prefix></Filter>", priority=2),
           v2("replica-us", priority=1))
    source("two-destinations", v2("replica-us", priority=1), v2("replica-eu", priority=2))
    source("near-and-far", v2("replica-near", priority=1), v2("replica-us", priority=2))
    source("disabled-rule", v2("replica-us", status="Disabled"))
    source("same-region", v2("replica-near"))
    source("suspended-source", v2("replica-us"))
    source("suspended-destination", v2("replica-suspended"))
    source("missing-destination", v2("replica-deleted"))
    source("kms-without-opt-in", v2("replica-us"), key=home_key)
    source("kms-key-of-wrong-region", v2("replica-us", criteria=KMS_OPT_IN, inside=replica_key(home_key)), key=home_key)
    source("kms-with-opt-in", v2("replica-us", criteria=KMS_OPT_IN, inside=replica_key(far_key)), key=home_key)
    # The higher priority wins for the same destination, and it does not opt in (1.4).
    source("kms-opt-in-outranked", v2("replica-us", priority=2),
           v2("replica-us", priority=1, criteria=KMS_OPT_IN, inside=replica_key(far_key)), key=home_key)
    source("no-rule")

    account.version("suspended-source", "Suspended")
    account.version("replica-suspended", "Suspended", US)
    account.client("s3", US).delete_bucket(Bucket="replica-deleted")


# name: (verdict, paths as (destination, region, scope, healthy), replication findings)
WHOLE_US = ("replica-us", US, "whole", True)
PARTIAL_US = ("replica-us", US, "partial", None)
CASES = {
    "v1-rule": ("protected", [WHOLE_US], {"s3-deletes-propagate"}),  # (1.6)
    "v1-rule-without-prefix": ("protected", [WHOLE_US], {"s3-deletes-propagate"}),
    "v1-prefix-rule": ("at-risk", [PARTIAL_US], {"s3-replication-partial-scope", "s3-deletes-propagate"}),
    "v2-rule": ("protected", [WHOLE_US], set()),
    "v2-rule-with-deletes": ("protected", [WHOLE_US], {"s3-deletes-propagate"}),
    "empty-filter": ("protected", [WHOLE_US], set()),  # version 2 by its presence alone (1.2)
    "prefix-rule": ("at-risk", [PARTIAL_US], {"s3-replication-partial-scope"}),  # (1.5)
    "tag-rule": ("at-risk", [PARTIAL_US], {"s3-replication-partial-scope"}),
    "and-rule": ("at-risk", [PARTIAL_US], {"s3-replication-partial-scope"}),
    "prefix-and-whole": ("protected", [WHOLE_US], set()),
    "two-destinations": ("protected", [WHOLE_US, ("replica-eu", EU, "whole", True)], set()),
    "near-and-far": ("protected", [WHOLE_US], None),
    "disabled-rule": ("unprotected", [], {"s3-replication-rule-disabled"}),
    "same-region": ("unprotected", [], {"s3-replication-same-region"}),  # (1.12)
    "suspended-source": ("at-risk", [("replica-us", US, "whole", False)], {"s3-versioning-not-enabled"}),
    "suspended-destination": (
        "at-risk", [("replica-suspended", US, "whole", False)], {"s3-destination-versioning-not-enabled"}),  # (1.14)
    "missing-destination": ("unprotected", [], {"s3-destination-missing"}),  # (1.12)
    "kms-without-opt-in": ("at-risk", [("replica-us", US, "partial", None)], {"s3-kms-objects-not-selected"}),  # (1.9)
    "kms-key-of-wrong-region": ("at-risk", [("replica-us", US, None, None)], {"s3-replica-key-wrong-region"}),
    "kms-with-opt-in": ("protected", [WHOLE_US], set()),
    "kms-opt-in-outranked": ("at-risk", [("replica-us", US, "partial", None)], {"s3-kms-objects-not-selected"}),
    "no-rule": ("unprotected", [], {"s3-no-replication"}),
    "replica-near": ("unprotected", [], {"s3-no-replication"}),
}


@pytest.fixture(scope="module")
def checked(module_home):
    """A scan of the furnished account, over all its regions."""
    with moto_account() as account:
        furnish(account)
        yield run(
            "check", "--output", "json", "--endpoint-url", account.url, home=module_home,
            environment={"AWS_REGION": HOME_REGION})


@pytest.fixture(scope="module")
def report(checked):
    return checked.report()


@pytest.mark.parametrize("name", CASES)
def test_each_bucket_gets_the_verdict_of_its_replication(report, name):
    assert resources(report, LOST)[name]["verdict"] == CASES[name][0]


@pytest.mark.parametrize("name", CASES)
def test_each_path_names_its_destination_and_what_it_lacks(report, name):
    verdict, expected, _ = CASES[name]
    resource = resources(report, LOST)[name]
    found = {(path["target"], path["region"]): path for path in resource["paths"]}
    assert set(found) == {(f"arn:aws:s3:::{bucket}", region) for bucket, region, _, _ in expected}
    for bucket, region, scope, healthy in expected:
        path = found[(f"arn:aws:s3:::{bucket}", region)]
        assert path["mechanism"] == "s3-replication"
        assert scope in (None, path["scope"]) and healthy in (None, path["healthy"])
        # A path that suffices makes the verdict, and says nothing against itself.
        suffices = path["scope"] == "whole" and path["healthy"]
        assert suffices == (verdict == "protected")
        assert suffices or path["reasons"]


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case[2] is not None])
def test_each_bucket_shows_the_findings_of_its_kind_and_no_others(report, name):
    _, paths, expected = CASES[name]
    found = set(resources(report, LOST)[name]["findings"])
    # That nothing replicates may be said beside why nothing does.
    optional = {"s3-no-replication"} if not paths else set()
    assert (found & REPLICATION_FINDINGS) - optional == expected - optional
    assert expected <= found


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case[0] == "protected"])
def test_objects_older_than_a_rule_are_never_proven_by_configuration(report, name):
    resource = resources(report, LOST)[name]
    assert UNVERIFIED in resource["findings"]
    assert resource["assurance"] == "configured"


@pytest.mark.parametrize("name", CASES)
def test_every_finding_of_a_resource_is_told_with_its_evidence(report, name):
    resource = resources(report, LOST)[name]
    told = {finding["id"] for finding in report["findings"] if finding["resource"] == resource["arn"]}
    assert set(resource["findings"]) <= told
    for finding in report["findings"]:
        if finding["resource"] == resource["arn"]:
            assert finding["evidence"], finding["id"]


def test_the_answer_is_no_and_so_is_the_exit_code(checked, report):
    assert scenario(report, LOST)["answer"] == "no"
    assert checked.code == 1


def test_each_region_that_holds_a_bucket_is_asked_about_and_no_other(report):
    assert {s["region"] for s in report["scenarios"]} == {HOME_REGION, US, EU}


def test_what_an_outage_does_not_touch_is_counted_as_unaffected(report):
    outage = scenario(report, US)
    assert set(resources(report, US)) == {"replica-us", "replica-suspended"}
    assert outage["counts"]["unaffected"] == len(CASES) + 1  # and replica-eu


def test_counts_are_those_of_the_resources_listed(report):
    for outage in report["scenarios"]:
        for verdict in ("protected", "at-risk", "unprotected", "unknown"):
            listed = [r for r in outage["resources"] if r["verdict"] == verdict]
            assert outage["counts"][verdict] == len(listed), (outage["region"], verdict)


def test_a_destination_in_the_lost_region_saves_nothing(report):
    for name, resource in resources(report, US).items():
        assert resource["verdict"] == "unprotected", name


def test_the_account_and_partition_are_named(report):
    assert (report["account"], report["partition"]) == (ACCOUNT, "aws")


def test_what_moto_does_not_answer_is_said_to_be_unread(report):
    assert report["complete"] is False
    assert gaps(report, "backup:ListProtectedResources", US)


def test_a_summary_for_people_starts_with_the_answer(module_home):
    with moto_account() as account:
        account.bucket("alone")
        done = run(
            "check", "--endpoint-url", account.url, "--region", HOME_REGION, "--region", US, home=module_home)
    assert done.code in (1, 2)
    assert done.out.splitlines()[0].strip()
    assert "us-east-1" in done.out and "alone" in done.out


# An account where AWS Backup decides and moto cannot tell.


def test_buckets_that_replicate_to_each_other_are_no_yes_while_what_aws_backup_protects_is_unread(home):
    """moto has no list of protected resources: what else there is to lose is not known."""
    with moto_account() as account:
        account.replication_role()
        account.bucket("east")
        account.bucket("west", US)
        account.replicate("east", v2("west"))
        account.replicate("west", v2("east"))
        done = run(
            "check", "--output", "json", "--endpoint-url", account.url, home=home,
            environment={"AWS_REGION": HOME_REGION})
    report = done.report()
    assert sorted((s["region"], s["answer"]) for s in report["scenarios"]) == [
        (HOME_REGION, "unknown"), (US, "unknown")]
    assert {resources(report, HOME_REGION)["east"]["verdict"], resources(report, US)["west"]["verdict"]} == {"protected"}
    assert gaps(report, "backup:ListProtectedResources", HOME_REGION)
    assert done.code == 2
