"""What the program says when what it is given is bad: a sentence, the right exit code, no trace, no secret.

    exit  when
    0 1   the question was answered: yes, no
    2     it could not be told: no credentials, credentials that are refused or malformed, no network, a reply that
          decides and cannot be read. What the environment does to us, AWS's own configuration files included.
    64    wrong usage: unknown options and values, and a file named on the command line that cannot be used
    70    a defect of ours: never here

`run` itself checks that no secret, no trace and no other exit code shows.
"""

import pytest

from bad_input import check, says_it_once
from fault_server import BUCKETS, JSON, REPLICATION, fault_server, reply, s3_error
from lifeboat import SECRET, TOKEN, gaps, resources, run
from moto_account import free_port

HTML = "<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Corporate proxy</h1></body></html>"


# Replies that are not what they should be.


def test_the_unspoilt_account_is_protected(home):
    with fault_server() as server:
        result = check(server.url, home)
    assert resources(result.report(), "us-east-1")["media"]["verdict"] == "protected"
    assert result.code == 0


def on_replication(body, status=200, content_type="application/xml"):
    return lambda request: (
        reply(status, body, content_type) if request.path == "/media" and "replication" in request.query else None)


DEEP = "<a>" * 200_000 + "</a>" * 200_000
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(9)) + "]>"
    "<ReplicationConfiguration><Role>&j;</Role></ReplicationConfiguration>")
SPOILT_XML = {
    "truncated": REPLICATION[: len(REPLICATION) // 2],
    "empty": "",
    "an error with status 200": s3_error("InternalError"),
    "HTML": HTML,
    "JSON": '{"Rules": []}',
    "not UTF-8": REPLICATION.replace("all", "\udcff\udcfe").encode("utf-8", "surrogateescape"),
    "another document": BUCKETS,
    "nested 200,000 deep": DEEP,
    "entities that multiply": LAUGHS,
}


@pytest.mark.parametrize("kind", SPOILT_XML)
def test_a_replication_document_that_cannot_be_read_leaves_its_bucket_unknown(home, kind):
    with fault_server(on_replication(SPOILT_XML[kind])) as server:
        result = check(server.url, home)
    report = result.report()
    assert resources(report, "us-east-1")["media"]["verdict"] == "unknown"
    assert report["complete"] is False
    assert gaps(report, "s3:GetBucketReplication", "us-east-1")
    assert result.code == 2


def test_a_reply_that_ends_before_its_length_leaves_its_bucket_unknown(home):
    def cut(request):
        if request.path == "/media" and "replication" in request.query:
            whole = reply(200, REPLICATION)
            return whole[:-100]

    with fault_server(cut) as server:
        result = check(server.url, home)
    assert resources(result.report(), "us-east-1")["media"]["verdict"] == "unknown"
    assert result.code == 2


def test_an_unknown_status_of_a_rule_is_no_protection_and_no_crash(home):
    with fault_server(on_replication(REPLICATION.replace("<Status>Enabled", "<Status>Paused"))) as server:
        result = check(server.url, home)
    assert resources(result.report(), "us-east-1")["media"]["verdict"] != "protected"
    assert result.code in (1, 2)


SPOILT_LISTS = {
    "truncated": '{"BackupVaultList":[{"BackupVaultName":"va',
    "another kind": '{"BackupVaultList":"none"}',
    "an array": "[]",
    "null": "null",
    "HTML": HTML,
    "nested 100,000 deep": "[" * 100_000,
}


@pytest.mark.parametrize("kind", SPOILT_LISTS)
def test_vaults_that_cannot_be_read_are_a_gap_and_what_else_is_known_stands(home, kind):
    def spoil(request):
        if request.path.startswith("/backup-vaults") and request.region == "us-west-2":
            return reply(200, SPOILT_LISTS[kind], JSON)

    with fault_server(spoil) as server:
        result = check(server.url, home)
    report = result.report()
    # Replication is enough: what AWS Backup holds cannot make it worse.
    assert resources(report, "us-east-1")["media"]["verdict"] == "protected"
    assert gaps(report, "backup:ListBackupVaults", "us-west-2")
    assert report["complete"] is False
    assert result.code == 0


@pytest.mark.parametrize("had_a_backup, verdict", [(True, "unknown"), (False, "unprotected")])
def test_vaults_that_cannot_be_read_leave_a_bucket_unknown_that_ever_had_a_backup(home, had_a_backup, verdict):
    """AWS lists what was ever backed up in a region (2.13); what never was has no copy anywhere."""
    def spoil(request):
        if had_a_backup and request.path == "/resources/" and request.region == "us-east-1":
            return reply(200, '{"Results":[{"ResourceArn":"arn:aws:s3:::media","ResourceType":"S3"}]}', JSON)
        if request.path.startswith("/backup-vaults") and request.region == "us-west-2":
            return reply(200, SPOILT_LISTS["truncated"], JSON)
        if request.path == "/media" and "replication" in request.query:
            return reply(404, s3_error("ReplicationConfigurationNotFoundError"))

    with fault_server(spoil) as server:
        result = check(server.url, home)
    assert resources(result.report(), "us-east-1")["media"]["verdict"] == verdict
    assert result.code == (2 if had_a_backup else 1)


@pytest.mark.parametrize("kind", ["truncated", "HTML"])
def test_a_list_of_buckets_that_cannot_be_read_is_no_empty_account(home, kind):
    body = {"truncated": BUCKETS[: len(BUCKETS) // 2], "HTML": HTML}[kind]
    with fault_server(lambda r: reply(200, body) if r.path == "/" and r.method == "GET" else None) as server:
        result = check(server.url, home)
    says_it_once(result, "s3:ListBuckets")
    assert result.code == 2


def test_a_proxy_that_answers_html_to_everything_is_said_in_one_sentence(home):
    with fault_server(lambda _: reply(200, HTML, "text/html")) as server:
        result = check(server.url, home)
    says_it_once(result)
    assert "<html" not in result.err.lower() and "<h1>" not in result.err
    assert result.code == 2


def test_a_proxy_that_refuses_everything_is_said_in_one_sentence(home):
    with fault_server(lambda _: reply(407, HTML, "text/html")) as server:
        result = check(server.url, home)
    says_it_once(result, "407")
    assert result.code == 2


@pytest.mark.parametrize("code", ["ExpiredToken", "ExpiredTokenException", "RequestExpired"])
def test_an_expired_token_is_named(home, code):
    def expired(request):
        if request.method == "POST":
            return reply(403, f"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>The security token "
                         "included in the request is expired</Message></Error></ErrorResponse>", "text/xml")
        if request.path.startswith(("/backup", "/account", "/resources", "/copy", "/restore")):
            return reply(403, f'{{"__type":"{code}","message":"The security token included in the request is expired"}}',
                         JSON)
        return reply(400, s3_error(code))

    with fault_server(expired) as server:
        result = check(server.url, home, environment={"AWS_SESSION_TOKEN": TOKEN})
    says_it_once(result, "expired")
    assert result.code == 2


def test_refused_keys_are_named(home):
    def refused(request):
        if request.method == "POST":
            return reply(403, "<ErrorResponse><Error><Type>Sender</Type><Code>InvalidClientTokenId</Code><Message>The "
                         "security token included in the request is invalid.</Message></Error></ErrorResponse>", "text/xml")
        if request.path.startswith(("/backup", "/account", "/resources", "/copy", "/restore")):
            return reply(403, '{"__type":"UnrecognizedClientException","message":"The security token included in the '
                         'request is invalid."}', JSON)
        return reply(403, s3_error("InvalidAccessKeyId"))

    with fault_server(refused) as server:
        result = check(server.url, home)
    says_it_once(result, "credentials")
    assert result.code == 2


def test_a_token_that_aws_repeats_is_not_repeated(home):
    """AWS's message about a wrong signature holds the canonical request, session token included."""
    def echo(request):
        sent = "".join(f"{name.lower()}:{value}\n" for name, value in request.headers.items())
        return reply(403, "<ErrorResponse><Error><Type>Sender</Type><Code>SignatureDoesNotMatch</Code><Message>The "
                     f"Canonical String for this request should have been\n'{sent}'</Message></Error></ErrorResponse>")

    with fault_server(echo) as server:
        result = check(server.url, home, environment={"AWS_SESSION_TOKEN": TOKEN})
    assert result.code == 2


# No network, no credentials.


def test_a_refused_connection_is_said_in_one_sentence(home):
    result = check(f"http://127.0.0.1:{free_port()}", home, timeout=60)
    says_it_once(result)
    assert result.code == 2


def test_a_name_that_does_not_resolve_is_said_in_one_sentence(home):
    result = check("http://aws.invalid", home, timeout=60)
    says_it_once(result, "aws.invalid")
    assert result.code == 2


def test_no_credentials_is_said_in_one_sentence(home):
    result = run("check", "--output", "json", "--region", "us-east-1", home=home, credentials=False, timeout=60)
    says_it_once(result, "credentials")
    assert result.code == 2


def test_half_of_a_key_pair_is_named(home):
    result = run("check", "--region", "us-east-1", home=home, credentials=False, timeout=60,
                 environment={"AWS_ACCESS_KEY_ID": "AKIAIOSFODNN7EXAMPLE"})
    says_it_once(result, "AWS_SECRET_ACCESS_KEY")
    assert result.code == 2


def test_an_unknown_profile_is_named(home):
    result = run("check", "--profile", "nosuch", "--region", "us-east-1", home=home, credentials=False, timeout=60)
    says_it_once(result, "nosuch")
    assert result.code in (2, 64)


@pytest.mark.parametrize("name, text, line", [
    ("config", "[default]\nregion = us-east-1\n[profile prod\nregion = us-west-2\n", 3),
    ("config", "[default]\nregion = us-east-1\nthis line says nothing\n", 3),
    ("credentials", "[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key\n", 3),
])
def test_a_broken_line_of_a_configuration_file_is_named_by_file_and_line(home, name, text, line):
    directory = home / ".aws"
    directory.mkdir()
    (directory / name).write_text(text)
    result = run("check", "--region", "us-east-1", home=home, credentials=False, timeout=60)
    says_it_once(result, f"~/.aws/{name}", f"line {line}")
    assert result.code == 2


def test_a_broken_line_never_shows_the_secret_that_stands_on_it(home):
    directory = home / ".aws"
    directory.mkdir()
    (directory / "credentials").write_text(
        f"[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key {SECRET}\n")
    result = run("check", "--region", "us-east-1", home=home, credentials=False, timeout=60)
    assert result.code == 2


# Usage.


@pytest.mark.parametrize("arguments, named", [
    (["check", "--regoin", "us-east-1"], "--regoin"),
    (["check", "--output", "yaml"], "yaml"),
    (["check", "--region", "not a region"], "not a region"),
    (["check", "--region", "nowhere"], "nowhere"),
    (["check", "--endpoint-url", "localhost"], "localhost"),
    (["frobnicate"], "frobnicate"),
])
def test_wrong_usage_is_named(home, arguments, named):
    result = run(*arguments, home=home, timeout=60)
    assert named in result.err
    assert not result.out
    assert result.code == 64
