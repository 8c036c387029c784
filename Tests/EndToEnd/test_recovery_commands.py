"""The command lines of a recovery, run by a shell, are taken by the AWS CLI as they stand."""

import contextlib
import functools
import io
import json
import os
import pathlib
import subprocess
import threading
import unittest.mock
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, quote, unquote, urlsplit

import pytest
from awscli.clidriver import create_clidriver

ROOT = pathlib.Path(__file__).parents[2]
LINES = (ROOT / "Tests/RecoveryTests/Review/commands.txt").read_text().splitlines()
AWS = ROOT / ".venv/bin/aws"

# Stands for `aws`: writes its arguments down, and lists a version and a marker where it is asked for any.
RECORDER = """#!{python}
import json, sys
with open({log!r}, "a") as log:
    log.write(json.dumps(sys.argv[1:]) + "\\n")
if "list-object-versions" in sys.argv:
    key = "photos/a b.jpg\\t."
    print("m\\tTrue\\t2026-11-22T00:00:00+00:00\\tm1\\t-\\t-\\t-\\t" + key)
    print('v\\tFalse\\t2026-11-20T00:00:00+00:00\\tv1\\tSTANDARD\\t"e"\\t1\\t' + key)
"""


def recorded(line, folder):
    """What a shell makes of a line: the arguments of each `aws`."""
    log = folder / "calls.jsonl"
    recorder = folder / "aws"
    recorder.write_text(RECORDER.format(python=ROOT / ".venv/bin/python", log=str(log)))
    recorder.chmod(0o755)
    environment = {"PATH": f"{folder}:/usr/bin:/bin"}
    subprocess.run(["sh", "-c", line], check=True, env=environment, capture_output=True, timeout=60)
    return [json.loads(text) for text in log.read_text().splitlines()]


@pytest.mark.parametrize("line", LINES, ids=lambda line: " ".join(line.split()[1:3]))
def test_the_aws_cli_takes_it(line, tmp_path):
    calls = recorded(line, tmp_path)
    assert calls
    for arguments in calls:
        result = asked(arguments, tmp_path)
        assert "Could not connect to the endpoint URL" in result.stderr, (arguments, result.stderr)


def test_what_it_does_not_take_is_told_apart(tmp_path):
    for wrong in (["rds", "promote-read-replica"], ["rds", "promote-read-replica", "--nothing", "x"]):
        assert "Could not connect" not in asked(wrong, tmp_path).stderr


ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    # Where it has its own models, which it says on being imported.
    "AWS_DATA_PATH": os.environ["AWS_DATA_PATH"],
    "AWS_ACCESS_KEY_ID": "AKIALIFEBOATDEMO0001",
    "AWS_SECRET_ACCESS_KEY": "nothing",
    "AWS_EC2_METADATA_DISABLED": "true",
    "AWS_MAX_ATTEMPTS": "1",
}


def asked(arguments, home):
    """The AWS CLI with an endpoint where nobody listens: it connects only once it has taken all arguments.

    In this process, for it takes a second to start; one at a time, for it writes to the process's own streams."""
    out, err = io.StringIO(), io.StringIO()
    with (
        unittest.mock.patch.dict(os.environ, ENVIRONMENT | {"HOME": str(home)}, clear=True),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            code = driver().main([*arguments, "--endpoint-url", "http://127.0.0.1:1"])
        except SystemExit as stop:
            code = stop.code
    return subprocess.CompletedProcess(arguments, code, out.getvalue(), err.getvalue())


@functools.cache
def driver():
    return create_clidriver()


# Versions, and what a command does of a whole bucket.

BEFORE, AT, AFTER, LATEST = (f"2026-11-{day}T12:00:00.000Z" for day in (20, 21, 22, 23))


def version(key, name, at, latest=False, etag="a", storage="STANDARD"):
    return (
        f"<Version><Key>{quote(key)}</Key><VersionId>{name}</VersionId><IsLatest>{str(latest).lower()}</IsLatest>"
        f"<LastModified>{at}</LastModified><ETag>&quot;{etag}&quot;</ETag><Size>1</Size>"
        f"<StorageClass>{storage}</StorageClass></Version>")


def marker(key, name, at, latest=True):
    return (
        f"<DeleteMarker><Key>{quote(key)}</Key><VersionId>{name}</VersionId>"
        f"<IsLatest>{str(latest).lower()}</IsLatest><LastModified>{at}</LastModified></DeleteMarker>")


class Bucket:
    """A bucket of S3 on loopback: tells of its versions, page by page, and writes down what is to be changed."""

    def __init__(self, *pages):
        self.changes, bucket = [], self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                query = parse_qs(urlsplit(self.path).query)
                number = int(query.get("version-id-marker", ["0"])[0])
                more = number + 1 < len(pages)
                self.answer(
                    "<ListVersionsResult><EncodingType>url</EncodingType>"
                    f"<IsTruncated>{str(more).lower()}</IsTruncated><NextKeyMarker>k</NextKeyMarker>"
                    f"<NextVersionIdMarker>{number + 1}</NextVersionIdMarker>{pages[number]}</ListVersionsResult>")

            def do_PUT(self):
                source = self.headers["x-amz-copy-source"]
                bucket.changes.append((self.key, unquote(source), self.headers.get("x-amz-storage-class")))
                self.answer("<CopyObjectResult><ETag>a</ETag></CopyObjectResult>")

            def do_DELETE(self):
                bucket.changes.append((self.key, parse_qs(urlsplit(self.path).query)["versionId"][0]))
                self.answer("")

            @property
            def key(self):
                return unquote(urlsplit(self.path).path).removeprefix("/shop/")

            def answer(self, text):
                body = text.encode()
                self.send_response(200 if body else 204)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def run(self, line, home):
        """The line, by the AWS CLI, on this bucket."""
        done = subprocess.run(
            ["sh", "-c", line], capture_output=True, text=True, timeout=120,
            env={
                "PATH": f"{AWS.parent}:/usr/bin:/bin", "HOME": str(home), "AWS_ACCESS_KEY_ID": "AKIALIFEBOATDEMO0001",
                "AWS_SECRET_ACCESS_KEY": "nothing", "AWS_EC2_METADATA_DISABLED": "true", "LC_ALL": "C.UTF-8",
                "AWS_ENDPOINT_URL": f"http://127.0.0.1:{self.server.server_port}"})
        self.server.shutdown()
        assert done.returncode == 0 and not done.stderr, done.stderr
        return sorted(self.changes)


def test_versions_of_a_moment_are_copied_as_lifeboat_does(tmp_path):
    line = next(line for line in LINES if "copy-object" in line)
    split = "photos/split é&\"$(x) %41.jpg"
    bucket = Bucket(
        version("-as it was", "1", AT, latest=True)
        + version("changed", "2", AFTER, latest=True, etag="b") + version("changed", "1", AT, storage="STANDARD_IA")
        + version("written after", "1", AFTER, latest=True)
        + version("back already", "3", LATEST, latest=True) + version("back already", "2", AFTER, etag="b")
        + version("back already", "1", BEFORE)
        + version("gone by then", "2", AFTER, latest=True, etag="b") + version("gone by then", "1", BEFORE)
        + version("made anew", "2", AT) + version("made anew", "1", BEFORE)
        + version("with a\ttab", "1", BEFORE) + version("with a\nline", "1", BEFORE)
        + version(split, "3", AFTER, latest=True, etag="c")
        + marker("gone by then", "m", AT, latest=False) + marker("made anew", "m", AFTER),
        version(split, "2", AT, etag="b") + version(split, "1", BEFORE))
    assert bucket.run(line, tmp_path) == [
        ("changed", "shop/changed?versionId=1", "STANDARD_IA"),
        ("made anew", "shop/made anew?versionId=2", "STANDARD"),
        (split, f"shop/{split}?versionId=2", "STANDARD")]


def test_markers_are_removed_as_lifeboat_does(tmp_path):
    line = next(line for line in LINES if "delete-object" in line and ">=since" in line and "since=2026" in line)
    bucket = Bucket(
        marker("-hidden", "m1", AT) + marker("hidden again", "m3", AFTER) + marker("hidden again", "m2", AT, latest=False)
        + marker("hidden before", "m1", BEFORE) + marker("hides nothing", "m1", AFTER)
        + marker("is back", "m1", AFTER, latest=False) + marker("with a\ttab", "m1", AFTER)
        + version("-hidden", "1", BEFORE) + version("hidden before", "1", BEFORE) + version("is back", "2", AFTER, latest=True),
        version("hidden again", "1", BEFORE) + version("with a\ttab", "1", BEFORE))
    assert bucket.run(line, tmp_path) == [("-hidden", "m1"), ("hidden again", "m3")]


def test_metadata_is_what_it_was(tmp_path):
    [call] = recorded(next(line for line in LINES if "start-restore-job" in line), tmp_path)
    metadata = json.loads(call[call.index("--metadata") + 1])
    assert json.loads(metadata["ItemsToRestore"]) == ["it's/", "b c/"]
