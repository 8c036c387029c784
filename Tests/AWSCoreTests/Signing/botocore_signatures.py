"""Random requests and the signatures that botocore gives them, one JSON object a line.

    python botocore_signatures.py [--count 1000] [--seed 20261120]

Same seed, same lines. Half are S3 (path signed as sent), half are other services (path normalised and
encoded again). Each line holds the request before signing and what the signer must add to it:

    s3                whether S3's rules apply
    method scheme host port path query headers body
                      port is null for the scheme's own; path is percent-encoded, as sent; query is a list of
                      [name, value or null] before percent-encoding; headers a list of [name, value]; body is base64
    service region accessKeyID secretAccessKey sessionToken date timestamp
                      sessionToken may be null; date is seconds since 1970, timestamp the same as X-Amz-Date
    addedHeaders      [name, value] that the signer adds, sorted by name, without Authorization
    authorization     the Authorization header
"""

import argparse
import base64
import datetime
import json
import random
import sys
from urllib.parse import quote

import botocore.auth
from botocore.auth import S3SigV4Auth, SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

REGIONS = ["us-east-1", "us-west-2", "eu-central-1", "ap-southeast-2", "cn-north-1", "us-gov-west-1", "eusc-de-east-1"]
SERVICES = [
    ("backup", "backup"), ("sts", "sts"), ("iam", "iam"), ("kms", "kms"), ("monitoring", "monitoring"),
    ("ec2", "ec2"), ("dynamodb", "dynamodb"), ("rds", "rds"), ("elasticfilesystem", "elasticfilesystem"),
]
PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~"
ODD = " !\"#$%&'()*+,/:;<=>?@[\\]^`{|}äßéΩ漢字🪣"
ARNS = [
    "arn:aws:backup:us-west-2:111122223333:recovery-point:1eb3b5e7-9eb0-435a-a80b-108b488b0d45",
    "arn:aws:ec2:us-east-1::snapshot/snap-0123456789abcdef0",
    "arn:aws:rds:eu-central-1:111122223333:snapshot:awsbackup:job-8a9b-42",
    "arn:aws:s3:::media.example.com",
    "arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-01",
]
DOTS = [".", "..", "", "..."]


class Requests:
    """Draws requests from one seed."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def text(self, longest, odd=0.25):
        count = self.random.randint(1, longest)
        return "".join(self.random.choice(ODD if self.random.random() < odd else PLAIN) for _ in range(count))

    def path(self, s3):
        segments = []
        for _ in range(self.random.randint(0, 5)):
            kind = self.random.random()
            if kind < 0.15:
                segments.append(self.random.choice(DOTS))
            elif kind < 0.35:
                segments.append(self.random.choice(ARNS))
            else:
                segments.append(self.text(18))
        encoded = "/" + "/".join(quote(segment, safe="-_.~") for segment in segments)
        if encoded != "/" and self.random.random() < 0.2:
            encoded += "/"
        return encoded

    def query(self):
        items = []
        for _ in range(self.random.choice([0, 0, 1, 1, 2, 3, 6])):
            kind = self.random.random()
            if kind < 0.3:
                items.append([self.random.choice(["versioning", "replication", "object-lock", "tagging"]), None])
            elif kind < 0.4:
                items.append([self.text(6), ""])
            else:
                items.append([self.text(10), self.text(24)])
        if items and self.random.random() < 0.2:
            items.append([items[0][0], self.text(8)])
        return items

    def headers(self):
        headers = []
        if self.random.random() < 0.6:
            headers.append(["Content-Type", self.random.choice(
                ["application/json", "application/x-amz-json-1.1", "application/x-www-form-urlencoded; charset=utf-8"])])
        if self.random.random() < 0.4:
            headers.append(["X-Amz-Target", "TrentService.DescribeKey"])
        if self.random.random() < 0.4:
            headers.append(["User-Agent", "lifeboat/0.1 (Linux)"])
        if self.random.random() < 0.2:
            headers.append(["Expect", "100-continue"])
        if self.random.random() < 0.2:
            headers.append(["X-Amzn-Trace-Id", "Root=1-5759e988-bd862e3fe1be46a994272793"])
        for index in range(self.random.choice([0, 0, 1, 2, 3])):
            name = self.random.choice(["x-amz-meta-", "X-Amz-Meta-", "x-amz-"]) + f"{self.random.choice('abcz')}{index}"
            words = [self.text(8, odd=0) for _ in range(self.random.randint(1, 4))]
            padding = " " * self.random.choice([0, 0, 1, 3])
            headers.append([name, padding + (" " * self.random.randint(1, 3)).join(words) + padding])
            if self.random.random() < 0.2:
                headers.append([name, self.text(5, odd=0)])
        return headers

    def body(self, method):
        if method in ("GET", "HEAD", "DELETE"):
            return b""
        return self.random.randbytes(self.random.choice([0, 1, 55, 56, 64, 200, 4096]))

    def credentials(self):
        letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
        base64_letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/+"
        key = "AKIA" + "".join(self.random.choice(letters) for _ in range(16))
        secret = "".join(self.random.choice(base64_letters) for _ in range(40))
        token = None
        if self.random.random() < 0.5:
            token = "".join(self.random.choice(base64_letters) for _ in range(self.random.randint(100, 700))) + "=="
        return key, secret, token

    def draw(self, index):
        s3 = index % 2 == 0
        region = self.random.choice(REGIONS)
        scheme = self.random.choice(["https", "https", "http"])
        if s3:
            service = "s3"
            host = self.random.choice([
                f"s3.{region}.amazonaws.com", f"media.s3.{region}.amazonaws.com",
                f"111122223333.s3-control.{region}.amazonaws.com"])
        else:
            prefix, service = self.random.choice(SERVICES)
            host = f"{prefix}.{region}.amazonaws.com"
        port = self.random.choice([None, None, 4566, 8443])
        if self.random.random() < 0.2:
            host, port = "127.0.0.1", self.random.randint(1024, 65535)
        method = self.random.choice(["GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH"])
        key, secret, token = self.credentials()
        return {
            "s3": s3, "method": method, "scheme": scheme, "host": host, "port": port, "path": self.path(s3),
            "query": self.query(), "headers": self.headers(),
            "body": base64.b64encode(self.body(method)).decode(), "service": service, "region": region,
            "accessKeyID": key, "secretAccessKey": secret, "sessionToken": token,
            # Every second from 2016 to 2036: leap days, ends of months and years.
            "date": self.random.randint(1451606400, 2082758399),
        }


def sign(drawn):
    """Adds to a drawn request what botocore's signer gives it."""
    moment = datetime.datetime.fromtimestamp(drawn["date"], datetime.timezone.utc)
    botocore.auth.get_current_datetime = lambda *_, **__: moment

    host = drawn["host"] if drawn["port"] is None else f"{drawn['host']}:{drawn['port']}"
    url = f"{drawn['scheme']}://{host}{drawn['path']}"
    if drawn["query"]:
        url += "?" + "&".join(
            quote(name, safe="-_.~") + ("" if value is None else "=" + quote(value, safe="-_.~"))
            for name, value in drawn["query"])
    request = AWSRequest(method=drawn["method"], url=url, data=base64.b64decode(drawn["body"]))
    for name, value in drawn["headers"]:
        request.headers.add_header(name, value)
    given = len(request.headers.items())

    signer = S3SigV4Auth if drawn["s3"] else SigV4Auth
    credentials = Credentials(drawn["accessKeyID"], drawn["secretAccessKey"], drawn["sessionToken"])
    signer(credentials, drawn["service"], drawn["region"]).add_auth(request)

    added = [[name, value] for name, value in request.headers.items()[given:]]
    drawn["timestamp"] = moment.strftime("%Y%m%dT%H%M%SZ")
    drawn["authorization"] = next(value for name, value in added if name == "Authorization")
    drawn["addedHeaders"] = sorted([name, value] for name, value in added if name != "Authorization")
    return drawn


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=20261120)
    options = parser.parse_args()
    requests = Requests(options.seed)
    for index in range(options.count):
        json.dump(sign(requests.draw(index)), sys.stdout, ensure_ascii=True, separators=(",", ":"))
        sys.stdout.write("\n")


if __name__ == "__main__":
    main()
