"""A tiny account on loopback whose replies a test can spoil one by one.

Two regions; one bucket `media` in us-east-1 that replicates, whole and rightly, to `media-dr` in us-west-2; nothing in
AWS Backup, no databases, tables, volumes or file systems. Replies are bytes: a test names a request and gives what goes
onto the wire instead.
"""

import contextlib
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, quote, urlsplit

XML = "application/xml"
JSON = "application/json"
S3_NAMESPACE = ' xmlns="http://s3.amazonaws.com/doc/2006-03-01/"'

CALLER = (
    '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>'
    "<Arn>arn:aws:iam::123456789012:user/test</Arn><UserId>AIDACKCEVSQ6C2EXAMPLE</UserId><Account>123456789012</Account>"
    "</GetCallerIdentityResult></GetCallerIdentityResponse>")
REGIONS = (
    '<DescribeRegionsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><regionInfo>' + "".join(
        f"<item><regionName>{name}</regionName><regionEndpoint>ec2.{name}.amazonaws.com</regionEndpoint>"
        "<optInStatus>opt-in-not-required</optInStatus></item>" for name in ("us-east-1", "us-west-2"))
    + "</regionInfo></DescribeRegionsResponse>")
BUCKETS = (
    f"<ListAllMyBucketsResult{S3_NAMESPACE}><Buckets><Bucket><Name>media</Name>"
    "<CreationDate>2024-05-01T12:00:00.000Z</CreationDate><BucketRegion>us-east-1</BucketRegion></Bucket></Buckets>"
    "</ListAllMyBucketsResult>")
REPLICATION = (
    f"<ReplicationConfiguration{S3_NAMESPACE}><Role>arn:aws:iam::123456789012:role/replication</Role><Rule><ID>all</ID>"
    "<Priority>1</Priority><Filter><Prefix></Prefix></Filter><Status>Enabled</Status><Destination>"
    "<Bucket>arn:aws:s3:::media-dr</Bucket></Destination><DeleteMarkerReplication><Status>Disabled</Status>"
    "</DeleteMarkerReplication></Rule></ReplicationConfiguration>")
ENCRYPTION = (
    f"<ServerSideEncryptionConfiguration{S3_NAMESPACE}><Rule><ApplyServerSideEncryptionByDefault>"
    "<SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>")


def document(statement):
    return quote(f'{{"Version":"2012-10-17","Statement":[{statement}]}}')


# The role that replicates: S3 may assume it, and its one inline policy lets it do its work.
ROLE = "<RoleName>replication</RoleName><Arn>arn:aws:iam::123456789012:role/replication</Arn>"
TRUST = '{"Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},"Action":"sts:AssumeRole"}'
IAM_RESULTS = {
    "GetRole": f"<Role>{ROLE}<AssumeRolePolicyDocument>{document(TRUST)}</AssumeRolePolicyDocument></Role>",
    "ListAttachedRolePolicies": "<IsTruncated>false</IsTruncated><AttachedPolicies/>",
    "ListRolePolicies": "<IsTruncated>false</IsTruncated><PolicyNames><member>replicate</member></PolicyNames>",
    "GetRolePolicy": "<RoleName>replication</RoleName><PolicyName>replicate</PolicyName><PolicyDocument>"
    + document('{"Effect":"Allow","Action":"s3:*","Resource":"*"}') + "</PolicyDocument>",
}
# No databases, tables, volumes or file systems.
EMPTY_LISTS = {
    "DescribeDBInstances": "<DBInstances/>", "DescribeDBClusters": "<DBClusters/>",
    "DescribeGlobalClusters": "<GlobalClusters/>",
    "DescribeDBInstanceAutomatedBackups": "<DBInstanceAutomatedBackups/>",
    "DescribeDBSnapshots": "<DBSnapshots/>", "DescribeDBClusterSnapshots": "<DBClusterSnapshots/>",
}
EMPTY_SETS = {"DescribeVolumes": "<volumeSet/>", "DescribeSnapshots": "<snapshotSet/>"}
JSON_LISTS = {
    "/2015-02-01/file-systems/replication-configurations": '{"Replications":[]}',
    "/2015-02-01/file-systems": '{"FileSystems":[]}',
    "/policies": '{"Policies":[]}',
    "/account-settings": '{"ResourceTypeOptInPreference":{"S3":true},"ResourceTypeManagementPreference":{}}',
    "/global-settings": '{"GlobalSettings":{}}',
    "/backup/plans": '{"BackupPlansList":[]}',
    "/backup-vaults": '{"BackupVaultList":[]}',
    "/resources": '{"Results":[]}',
    "/backup-jobs": '{"BackupJobs":[]}',
    "/copy-jobs": '{"CopyJobs":[]}',
    "/restore-jobs": '{"RestoreJobs":[]}',
    "/restore-testing/plans": '{"RestoreTestingPlans":[]}',
}


def s3_error(code):
    return f"<Error><Code>{code}</Code><Message>{code}</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>"


def reply(status, body, content_type=XML, **headers):
    """A reply as bytes; its Content-Length is the body's."""
    body = body if isinstance(body, bytes) else body.encode()
    lines = [f"HTTP/1.1 {status} -", f"Content-Type: {content_type}", f"Content-Length: {len(body)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


def healthy(request):
    """What the unspoilt account answers."""
    if request.action == "GetCallerIdentity":
        return reply(200, CALLER, "text/xml")
    if request.action == "DescribeRegions":
        return reply(200, REGIONS, "text/xml")
    if request.action in IAM_RESULTS:
        name = request.action
        return reply(
            200, f'<{name}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><{name}Result>{IAM_RESULTS[name]}'
            f"</{name}Result></{name}Response>", "text/xml")
    if request.action in EMPTY_LISTS:
        name = request.action
        return reply(200, f"<{name}Response><{name}Result>{EMPTY_LISTS[name]}</{name}Result></{name}Response>", "text/xml")
    if request.action in EMPTY_SETS:
        return reply(200, f"<{request.action}Response>{EMPTY_SETS[request.action]}</{request.action}Response>", "text/xml")
    if request.headers.get("X-Amz-Target") == "DynamoDB_20120810.ListTables":
        return reply(200, '{"TableNames":[]}', JSON)
    if request.headers.get("X-Amz-Target") == "DynamoDB_20120810.ListBackups":
        return reply(200, '{"BackupSummaries":[]}', JSON)
    if request.headers.get("X-Amz-Target") == "DynamoDB_20120810.ListGlobalTables":
        return reply(200, '{"GlobalTables":[]}', JSON)
    if request.method == "POST":
        return reply(403, "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>no</Message></Error>"
                     "</ErrorResponse>", "text/xml")
    if request.path == "/":
        return reply(200, BUCKETS)
    for start, lists in JSON_LISTS.items():
        if request.path.startswith(start):
            return reply(200, lists, JSON)
    region = {"/media": "us-east-1", "/media-dr": "us-west-2"}.get(request.path)
    if not region:
        return reply(404, s3_error("NoSuchBucket"))
    if request.method == "HEAD":
        return reply(200, "", x_amz_bucket_region=region)
    answers = {
        "versioning": (200, f"<VersioningConfiguration{S3_NAMESPACE}><Status>Enabled</Status></VersioningConfiguration>"),
        "replication": (200, REPLICATION) if request.path == "/media" else (
            404, s3_error("ReplicationConfigurationNotFoundError")),
        "encryption": (200, ENCRYPTION),
        "lifecycle": (404, s3_error("NoSuchLifecycleConfiguration")),
        "object-lock": (404, s3_error("ObjectLockConfigurationNotFoundError")),
        "notification": (200, f"<NotificationConfiguration{S3_NAMESPACE}/>"),
        "tagging": (404, s3_error("NoSuchTagSet")),
    }
    for name, (status, body) in answers.items():
        if name in request.query:
            return reply(status, body)
    return reply(501, s3_error("NotImplemented"))


class Request:
    """A request as tests ask about it."""

    def __init__(self, handler):
        self.method = handler.command
        parts = urlsplit(handler.path)
        self.path = parts.path
        self.query = dict(parse_qsl(parts.query, keep_blank_values=True))
        self.body = handler.rfile.read(int(handler.headers.get("Content-Length") or 0))
        self.headers = handler.headers
        self.action = dict(parse_qsl(self.body.decode(errors="replace"))).get("Action")
        # The region of the credential scope: which region the caller believes to speak to.
        authorization = self.headers.get("Authorization") or ""
        scope = authorization.partition("Credential=")[2].split(",")[0].split("/")
        self.region = scope[2] if len(scope) > 2 else None


class FaultServer:
    """The account at `url`; `spoil` sees each request first and returns bytes, parts of bytes that are sent as they come,
    or None to leave it healthy."""

    def __init__(self, url, seen):
        self.url = url
        self.seen = seen


@contextlib.contextmanager
def fault_server(spoil=lambda request: None, tls=None):
    """`tls` is the server's SSL context; None speaks plain HTTP."""
    seen = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self):
            request = Request(self)
            seen.append(request)
            spoilt = spoil(request)
            parts = healthy(request) if spoilt is None else spoilt
            for part in [parts] if isinstance(parts, bytes) else parts:
                self.wfile.write(part)
                self.wfile.flush()
            # A spoilt reply may lie about its length: only the end of the connection tells where it stops.
            self.close_connection = spoilt is not None

        do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = answer

        def log_message(self, *_):
            pass

    class Server(ThreadingHTTPServer):
        request_queue_size = 256
        daemon_threads = True

        def handle_error(self, *_):
            pass  # a client that went away is no failure of the test

    server = Server(("127.0.0.1", 0), Handler)
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield FaultServer(f"http://127.0.0.1:{server.server_address[1]}", seen)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
