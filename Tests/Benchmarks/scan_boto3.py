"""The calls of a scan with boto3 and 32 threads: lists the buckets and asks each of them seven things.

    python scan_boto3.py --url http://127.0.0.1:PORT [--threads 32]

Prints one line of JSON: calls, wall and CPU seconds.
"""

import argparse
import json
import resource
import time
from concurrent.futures import ThreadPoolExecutor

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

ASKED = [
    "get_bucket_versioning", "get_bucket_replication", "get_bucket_encryption",
    "get_bucket_lifecycle_configuration", "get_object_lock_configuration",
    "get_bucket_notification_configuration", "get_bucket_tagging",
]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--url", required=True)
    parser.add_argument("--threads", type=int, default=32)
    options = parser.parse_args()
    began = time.monotonic()
    s3 = boto3.client(
        "s3", region_name="us-east-1", endpoint_url=options.url, aws_access_key_id="AKIAIOSFODNN7EXAMPLE",
        aws_secret_access_key="wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        config=Config(max_pool_connections=options.threads, s3={"addressing_style": "path"}))

    def ask(pair):
        bucket, operation = pair
        try:
            getattr(s3, operation)(Bucket=bucket)
        except ClientError as error:
            if error.response["ResponseMetadata"]["HTTPStatusCode"] != 404:
                raise

    calls, names = 0, []
    for page in s3.get_paginator("list_buckets").paginate(PaginationConfig={"PageSize": 10000}):
        calls += 1
        names += [bucket["Name"] for bucket in page["Buckets"]]
    with ThreadPoolExecutor(options.threads) as pool:
        calls += sum(1 for _ in pool.map(ask, [(name, operation) for name in names for operation in ASKED]))
    wall = time.monotonic() - began
    usage = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({"calls": calls, "wall": round(wall, 3), "cpu": round(usage.ru_utime + usage.ru_stime, 3)}))


if __name__ == "__main__":
    main()
