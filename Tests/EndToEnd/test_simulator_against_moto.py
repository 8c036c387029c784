"""The same calls to the simulated account and to moto: the same answers, but for names that each makes up.

Each case is a script of calls; what they answer (or the error's status and code) must be equal once times, identifiers
and what is listed in IGNORED are left out. Not here is what moto answers and AWS does not: buckets in the order of their
making, no EventBridge in notifications, `Years: 0` beside `Days`, no marker for an object that was never there, optional
fields of an inventory taken apart, and replication rules that lose their filters.
"""

import json
import re

import pytest
from botocore.exceptions import ClientError

from moto_comparison import client, moto, reset, simulated  # noqa: F401
from simulator import ACCOUNT

# Made up by each side, or told by one side only where AWS tells it too.
IGNORED = {
    "ResponseMetadata", "VersionId", "CreationDate", "LastModified", "Owner", "BucketArn", "CreateDate", "RoleId",
    "UserId", "KeyId", "AccessKeyId", "SecretAccessKey", "SessionToken", "Expiration", "AssumedRoleId", "UpdateDate",
    "PolicyId", "NextVersionIdMarker", "VersionIdMarker", "DeleteMarkerVersionId", "NextContinuationToken",
    "ContinuationToken", "ChecksumAlgorithm", "ChecksumType", "ChecksumCRC32", "Initiator", "Location", "TransitionDefaultMinimumObjectSize",
    "RequestCharged", "BucketRegion", "AccessPointAlias", "MaxSessionDuration", "ServerSideEncryption", "RoleLastUsed",
    "EncodingType", "Marker", "KeyMarker", "Prefix", "PermissionsBoundaryUsageCount", "CopySourceVersionId",
    "SigningAlgorithms", "KeyUsage", "MultiRegion", "Tags",
}
TRUST = json.dumps({"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"Service": "s3.amazonaws.com"}, "Action": "sts:AssumeRole"}]})
POLICY = json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]})
VERSIONED = ("put_bucket_versioning", {"Bucket": "one", "VersioningConfiguration": {"Status": "Enabled"}})
EU = {"CreateBucketConfiguration": {"LocationConstraint": "eu-west-1"}}


def s3(operation, region="us-east-1", **parameters):
    return ("s3", region, operation, parameters)


def iam(operation, **parameters):
    return ("iam", "us-east-1", operation, parameters)


def bucket(*calls):
    """A bucket `one` with versioning, then the calls."""
    return [s3("create_bucket", Bucket="one"), s3(VERSIONED[0], **VERSIONED[1]), *calls]


def replication(**rule):
    return {"Role": f"arn:aws:iam::{ACCOUNT}:role/crr", "Rules": [
        {"ID": "r", "Status": "Enabled", "Destination": {"Bucket": "arn:aws:s3:::two"}, **rule}]}


CASES = {
    "buckets are made, found and removed": [
        s3("create_bucket", Bucket="one"), s3("head_bucket", Bucket="one"), s3("delete_bucket", Bucket="one"),
        s3("head_bucket", Bucket="one"), s3("delete_bucket", Bucket="one"),
    ],
    "a bucket of another region has its location": [
        s3("create_bucket", region="eu-west-1", Bucket="one", **EU),
        s3("get_bucket_location", region="eu-west-1", Bucket="one"),
        s3("create_bucket", Bucket="two"), s3("get_bucket_location", Bucket="two"),
    ],
    "bad names and places are refused": [
        s3("create_bucket", region="eu-west-1", Bucket="one"), s3("create_bucket", Bucket="ab"),
        s3("create_bucket", Bucket="one", **EU),
    ],
    "a bucket is not made twice outside us-east-1": [
        s3("create_bucket", region="eu-west-1", Bucket="one", **EU),
        s3("create_bucket", region="eu-west-1", Bucket="one", **EU),
    ],
    "buckets are listed": [
        s3("create_bucket", Bucket="a-one"), s3("create_bucket", Bucket="b-two"), s3("list_buckets"),
    ],
    "buckets are listed in pages": [
        s3("create_bucket", Bucket="a-one"), s3("create_bucket", Bucket="b-two"),
        s3("list_buckets", MaxBuckets=1), s3("list_buckets", Prefix="b", MaxBuckets=10),
    ],
    "versioning that was never enabled is empty": [
        s3("create_bucket", Bucket="one"), s3("get_bucket_versioning", Bucket="one")],
    "versioning is told": bucket(
        s3("get_bucket_versioning", Bucket="one"),
        s3("put_bucket_versioning", Bucket="one", VersioningConfiguration={"Status": "Suspended"}),
        s3("get_bucket_versioning", Bucket="one")),
    "what is not configured has a code of its own": bucket(
        s3("get_bucket_replication", Bucket="one"), s3("get_bucket_lifecycle_configuration", Bucket="one"),
        s3("get_bucket_tagging", Bucket="one"), s3("get_bucket_policy", Bucket="one"),
        s3("get_object_lock_configuration", Bucket="one"), s3("get_bucket_cors", Bucket="one"),
        s3("get_bucket_website", Bucket="one")),
    "what has a default tells it": bucket(
        s3("get_bucket_notification_configuration", Bucket="one"), s3("get_bucket_logging", Bucket="one"),
        s3("get_bucket_accelerate_configuration", Bucket="one")),
    "a bucket that is not there": [
        s3(operation, Bucket="one") for operation in (
            "head_bucket", "get_bucket_versioning", "get_bucket_replication", "get_bucket_encryption",
            "get_bucket_lifecycle_configuration", "list_objects_v2", "list_object_versions", "get_bucket_location")],
    "encryption": bucket(
        s3("put_bucket_encryption", Bucket="one", ServerSideEncryptionConfiguration={"Rules": [{
            "ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "alias/a"},
            "BucketKeyEnabled": True}]}),
        s3("get_bucket_encryption", Bucket="one")),
    "lifecycle": bucket(
        s3("put_bucket_lifecycle_configuration", Bucket="one", LifecycleConfiguration={"Rules": [
            {"ID": "old", "Status": "Enabled", "Filter": {"Prefix": "logs/"}, "Expiration": {"Days": 30},
             "NoncurrentVersionExpiration": {"NoncurrentDays": 7}}]}),
        s3("get_bucket_lifecycle_configuration", Bucket="one"),
        s3("delete_bucket_lifecycle", Bucket="one"), s3("get_bucket_lifecycle_configuration", Bucket="one")),
    "tags": bucket(
        s3("put_bucket_tagging", Bucket="one", Tagging={"TagSet": [{"Key": "tier", "Value": "gold"}]}),
        s3("get_bucket_tagging", Bucket="one"),
        s3("put_bucket_tagging", Bucket="one", Tagging={"TagSet": [{"Key": "aws:x", "Value": "y"}]}),
        s3("delete_bucket_tagging", Bucket="one"), s3("get_bucket_tagging", Bucket="one")),
    "policy": bucket(
        s3("put_bucket_policy", Bucket="one", Policy=POLICY), s3("get_bucket_policy", Bucket="one"),
        s3("delete_bucket_policy", Bucket="one"), s3("get_bucket_policy", Bucket="one")),
    "object lock": [
        s3("create_bucket", Bucket="one", ObjectLockEnabledForBucket=True),
        s3("get_object_lock_configuration", Bucket="one"), s3("get_bucket_versioning", Bucket="one"),
        s3("put_object_lock_configuration", Bucket="one", ObjectLockConfiguration={
            "ObjectLockEnabled": "Enabled", "Rule": {"DefaultRetention": {"Mode": "GOVERNANCE", "Days": 10}}}),
    ],
    "public access block and ownership": bucket(
        s3("put_public_access_block", Bucket="one", PublicAccessBlockConfiguration={
            "BlockPublicAcls": True, "IgnorePublicAcls": True, "BlockPublicPolicy": False, "RestrictPublicBuckets": False}),
        s3("get_public_access_block", Bucket="one"), s3("delete_public_access_block", Bucket="one"),
        s3("get_public_access_block", Bucket="one"),
        s3("put_bucket_ownership_controls", Bucket="one", OwnershipControls={"Rules": [
            {"ObjectOwnership": "ObjectWriter"}]}),
        s3("get_bucket_ownership_controls", Bucket="one"), s3("delete_bucket_ownership_controls", Bucket="one"),
        s3("get_bucket_ownership_controls", Bucket="one")),
    "inventory": bucket(
        s3("put_bucket_inventory_configuration", Bucket="one", Id="all", InventoryConfiguration={
            "Id": "all", "IsEnabled": True, "IncludedObjectVersions": "All", "Schedule": {"Frequency": "Daily"},
            "Destination": {"S3BucketDestination": {"Bucket": "arn:aws:s3:::one", "Format": "CSV"}}}),
        s3("list_bucket_inventory_configurations", Bucket="one"),
        s3("get_bucket_inventory_configuration", Bucket="one", Id="all")),
    "replication is removed": bucket(
        s3("create_bucket", Bucket="two"),
        s3("put_bucket_versioning", Bucket="two", VersioningConfiguration={"Status": "Enabled"}),
        s3("put_bucket_replication", Bucket="one", ReplicationConfiguration=replication(
            Priority=1, Filter={"Prefix": ""}, DeleteMarkerReplication={"Status": "Disabled"})),
        s3("get_bucket_replication", Bucket="one"),
        s3("delete_bucket_replication", Bucket="one"), s3("get_bucket_replication", Bucket="one")),
    "replication needs versioning": [
        s3("create_bucket", Bucket="one"), s3("create_bucket", Bucket="two"),
        s3("put_bucket_replication", Bucket="one", ReplicationConfiguration=replication(Prefix="")),
    ],
    "objects are written, read and listed": bucket(
        s3("put_object", Bucket="one", Key="a/b c.txt", Body=b"hello", ContentType="text/plain", Metadata={"k": "v"}),
        s3("put_object", Bucket="one", Key="z", Body=b"zz", StorageClass="STANDARD_IA", Tagging="tier=gold"),
        s3("head_object", Bucket="one", Key="a/b c.txt"), s3("get_object", Bucket="one", Key="a/b c.txt"),
        s3("get_object", Bucket="one", Key="a/b c.txt", Range="bytes=1-2"), s3("head_object", Bucket="one", Key="z"),
        s3("list_objects_v2", Bucket="one"), s3("list_objects_v2", Bucket="one", Prefix="a", MaxKeys=1),
        s3("list_objects_v2", Bucket="one", Delimiter="/"), s3("list_objects", Bucket="one"),
        s3("get_object_tagging", Bucket="one", Key="z")),
    "objects that are not there": bucket(
        s3("head_object", Bucket="one", Key="none"), s3("get_object", Bucket="one", Key="none")),
    "markers hide, versions remain": bucket(
        s3("put_object", Bucket="one", Key="k", Body=b"1"), s3("put_object", Bucket="one", Key="k", Body=b"22"),
        s3("delete_object", Bucket="one", Key="k"), s3("head_object", Bucket="one", Key="k"),
        s3("list_objects_v2", Bucket="one"), s3("list_object_versions", Bucket="one"),
        s3("delete_bucket", Bucket="one")),
    "many objects are removed at once": bucket(
        s3("put_object", Bucket="one", Key="a", Body=b"1"), s3("put_object", Bucket="one", Key="b", Body=b"2"),
        s3("delete_objects", Bucket="one", Delete={"Objects": [{"Key": "a"}, {"Key": "b"}]}),
        s3("list_object_versions", Bucket="one", Prefix="a")),
    "without versioning objects go for good": [
        s3("create_bucket", Bucket="one"), s3("put_object", Bucket="one", Key="a", Body=b"1"),
        s3("delete_object", Bucket="one", Key="a"), s3("list_object_versions", Bucket="one"),
    ],
    "objects are copied": bucket(
        s3("put_object", Bucket="one", Key="a", Body=b"1", ContentType="text/plain"),
        s3("copy_object", Bucket="one", Key="b", CopySource="one/a"), s3("head_object", Bucket="one", Key="b"),
        s3("copy_object", Bucket="one", Key="b", CopySource="one/none")),
    "who am I": [("sts", "us-east-1", "get_caller_identity", {})],
    "roles and their inline policies": [
        iam("create_role", RoleName="crr", AssumeRolePolicyDocument=TRUST), iam("get_role", RoleName="crr"),
        iam("create_role", RoleName="crr", AssumeRolePolicyDocument=TRUST),
        iam("put_role_policy", RoleName="crr", PolicyName="p", PolicyDocument=POLICY),
        iam("list_role_policies", RoleName="crr"), iam("get_role_policy", RoleName="crr", PolicyName="p"),
        iam("get_role_policy", RoleName="crr", PolicyName="q"), iam("delete_role", RoleName="crr"),
        iam("delete_role_policy", RoleName="crr", PolicyName="p"), iam("delete_role", RoleName="crr"),
        iam("get_role", RoleName="crr"),
    ],
    "attached policies": [
        iam("create_role", RoleName="crr", AssumeRolePolicyDocument=TRUST),
        iam("create_policy", PolicyName="mine", PolicyDocument=POLICY),
        iam("attach_role_policy", RoleName="crr", PolicyArn=f"arn:aws:iam::{ACCOUNT}:policy/mine"),
        iam("list_attached_role_policies", RoleName="crr"),
        iam("get_policy", PolicyArn=f"arn:aws:iam::{ACCOUNT}:policy/mine"),
        iam("get_policy_version", PolicyArn=f"arn:aws:iam::{ACCOUNT}:policy/mine", VersionId="v1"),
        iam("get_policy", PolicyArn=f"arn:aws:iam::{ACCOUNT}:policy/none"),
    ],
    "keys": [
        ("kms", "us-east-1", "describe_key", {"KeyId": "alias/none"}),
        ("kms", "us-east-1", "describe_key", {"KeyId": "11111111-2222-4333-8444-555555555555"}),
        ("kms", "us-east-1", "create_key", {"Description": "media"}),
        ("kms", "us-east-1", "create_key", {"MultiRegion": True}),
    ],
}


def plain(value):
    """A reply without what each side makes up."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items() if key not in IGNORED and inner is not None}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if hasattr(value, "read"):
        return value.read()
    if isinstance(value, str):
        return re.sub("(key/)[-0-9a-z]+|arn:aws:[a-z]+::[0-9]+:user/[a-z]+", r"\1", value)
    return value


def play(url, script):
    """What each call of a script answers."""
    answers = []
    for service, region, operation, parameters in script:
        try:
            reply = getattr(client(url, service, region), operation)(**parameters)
            answers.append((operation, "done", plain(reply)))
        except ClientError as error:
            answers.append((operation, error.response["ResponseMetadata"]["HTTPStatusCode"], error.response["Error"]["Code"]))
    return answers


@pytest.mark.parametrize("case", CASES)
def test_answers_as_moto_does(case, moto, simulated):  # noqa: F811
    reset(moto)
    theirs, ours = play(moto, CASES[case]), play(simulated.url, CASES[case])
    assert ours == theirs
