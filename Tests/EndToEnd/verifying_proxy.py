"""A proxy that forwards only what is signed as AWS would accept it.

The signature of each request is computed anew with botocore's signers from what came over the wire: the raw path and
query, the headers that the request says are signed, the body. A request that differs is answered 403 and recorded.

    with verifying_proxy("http://127.0.0.1:5000", "SECRET") as proxy: ... proxy.url, proxy.accepted, proxy.rejected
"""

import contextlib
import datetime
import hashlib
import hmac
import http.client
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from botocore.auth import S3SigV4Auth, SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

AUTHORIZATION = re.compile(
    r"AWS4-HMAC-SHA256 Credential=(?P<key>[^/]+)/(?P<day>\d{8})/(?P<region>[^/]+)/(?P<service>[^/]+)/aws4_request, "
    r"SignedHeaders=(?P<signed>[a-z0-9;-]+), Signature=(?P<signature>[0-9a-f]{64})")
# Where the operations of a service live, so that a right signature for the wrong service is found too.
FORM_SERVICES = {"2011-06-15": "sts", "2016-11-15": "ec2", "2010-05-08": "iam", "2010-08-01": "monitoring",
                 "2014-10-31": "rds"}
TARGET_SERVICES = {
    "TrentService": "kms", "GraniteServiceVersion20100801": "monitoring", "DynamoDB_20120810": "dynamodb"}
BACKUP_PATHS = (
    "/account-settings", "/global-settings", "/supported-resource-types", "/backup/", "/backup-vaults", "/resources",
    "/backup-jobs", "/copy-jobs", "/restore-jobs", "/restore-testing", "/audit/", "/legal-holds", "/tags/")
PATH_SERVICES = {"/2015-02-01/": "elasticfilesystem", "/policies": "dlm"} | dict.fromkeys(BACKUP_PATHS, "backup")


class Seen:
    """A request that came through, and what was wrong with it."""

    def __init__(self, method, target, service, reason):
        self.method, self.target, self.service, self.reason = method, target, service, reason

    def __repr__(self):
        return f"{self.method} {self.target} ({self.service}): {self.reason or 'accepted'}"


def signing_service(method, target, headers, body):
    """The service a request is meant for, as far as its shape tells; None where it does not."""
    if method == "POST" and "X-Amz-Target" in headers:
        return TARGET_SERVICES.get(headers["X-Amz-Target"].partition(".")[0])
    if method == "POST" and urlsplit(target).path == "/":
        version = re.search(rb"(?:^|&)Version=([0-9-]+)", body)
        return FORM_SERVICES.get(version.group(1).decode()) if version else None
    path = urlsplit(target).path
    return next((service for start, service in PATH_SERVICES.items() if path.startswith(start)), "s3")


def fault(method, target, headers, body, access_key, secret, token=None):
    """What is wrong with a request's signature, in a few words; None when AWS would accept it."""
    given = AUTHORIZATION.fullmatch(headers.get("Authorization") or "")
    if not given:
        return "no Authorization header of version 4"
    if given["key"] != access_key:
        return "another access key"
    stamp = headers.get("X-Amz-Date") or ""
    if not re.fullmatch(r"\d{8}T\d{6}Z", stamp) or not stamp.startswith(given["day"]):
        return "X-Amz-Date and the credential's day differ"
    moment = datetime.datetime.strptime(stamp, "%Y%m%dT%H%M%SZ").replace(tzinfo=datetime.timezone.utc)
    if abs((datetime.datetime.now(datetime.timezone.utc) - moment).total_seconds()) > 300:
        return "X-Amz-Date is more than five minutes off"
    if (headers.get("X-Amz-Security-Token") or None) != token:
        return "another session token"

    signed = given["signed"].split(";")
    must = {"host"} | {name.lower() for name in headers if name.lower().startswith("x-amz-")} - {"x-amzn-trace-id"}
    if signed != sorted(signed) or not must <= set(signed):
        return f"signed headers are {signed}, and must hold {sorted(must)} in order"
    expected = signing_service(method, target, headers, body)
    if expected and expected != given["service"]:
        return f"signed for {given['service']}, meant for {expected}"
    declared = headers.get("X-Amz-Content-SHA256")
    if given["service"] == "s3" and not declared:
        return "no X-Amz-Content-SHA256"
    if declared and declared != hashlib.sha256(body).hexdigest():
        return "X-Amz-Content-SHA256 is not that of the body"

    request = AWSRequest(method=method, url=f"http://{headers['Host']}{target}", data=body)
    for name in signed:
        for value in headers.get_all(name) or [""]:
            request.headers.add_header(name, value)
    request.context["timestamp"] = stamp
    signer_type = S3SigV4Auth if given["service"] == "s3" else SigV4Auth
    signer = signer_type(Credentials(access_key, secret), given["service"], given["region"])
    canonical = signer.canonical_request(request)
    if not hmac.compare_digest(signer.signature(signer.string_to_sign(request, canonical), request), given["signature"]):
        return "SignatureDoesNotMatch; the canonical request is\n" + canonical
    return None


class VerifyingProxy:
    """The proxy at `url`, and what came through it."""

    def __init__(self):
        self.url = ""
        self.seen = []

    @property
    def accepted(self):
        return [request for request in self.seen if not request.reason]

    @property
    def rejected(self):
        return [request for request in self.seen if request.reason]


@contextlib.contextmanager
def verifying_proxy(upstream, access_key, secret, token=None):
    """Verifies and forwards to `upstream`, an HTTP URL with host and port."""
    proxy = VerifyingProxy()
    destination = urlsplit(upstream)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def forward(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            reason = fault(self.command, self.path, self.headers, body, access_key, secret, token)
            scope = AUTHORIZATION.fullmatch(self.headers.get("Authorization") or "")
            proxy.seen.append(Seen(self.command, self.path, scope["service"] if scope else None, reason))
            if reason:
                return self.reply(403, [("Content-Type", "application/xml")], (
                    b"<Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not "
                    b"match the signature you provided.</Message></Error>"))
            connection = http.client.HTTPConnection(destination.hostname, destination.port, timeout=60)
            connection.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
            for name, value in self.headers.items():
                if name.lower() != "connection":
                    connection.putheader(name, value)
            connection.endheaders(body or None)
            answer = connection.getresponse()
            content = answer.read()
            headers = [(name, value) for name, value in answer.getheaders() if name.lower() not in (
                "connection", "content-length", "transfer-encoding", "server", "date")]
            connection.close()
            self.reply(answer.status, headers, content)

        def reply(self, status, headers, content):
            self.send_response(status)
            for name, value in headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(content)

        do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = forward

        def log_message(self, *_):
            pass

    class Server(ThreadingHTTPServer):
        request_queue_size = 512
        daemon_threads = True

        def handle_error(self, *_):
            pass

    server = Server(("127.0.0.1", 0), Handler)
    proxy.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield proxy
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
