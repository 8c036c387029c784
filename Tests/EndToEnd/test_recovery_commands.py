"""The command lines of a recovery, run by a shell, are taken by the AWS CLI as they stand."""

import json
import os
import pathlib
import subprocess

import pytest

ROOT = pathlib.Path(__file__).parents[2]
LINES = (ROOT / "Tests/RecoveryTests/Review/commands.txt").read_text().splitlines()
AWS = ROOT / ".venv/bin/aws"

# Stands for `aws`: writes its arguments down, and lists two versions where it is asked for any.
RECORDER = """#!{python}
import json, sys
with open({log!r}, "a") as log:
    log.write(json.dumps(sys.argv[1:]) + "\\n")
if "list-object-versions" in sys.argv:
    print("v2\\tphotos/a b.jpg")
    print("v1\\tphotos/a b.jpg")
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


def asked(arguments, home):
    """The AWS CLI with an endpoint where nobody listens: it connects only once it has taken all arguments."""
    return subprocess.run(
        [AWS, *arguments, "--endpoint-url", "http://127.0.0.1:1"],
        capture_output=True,
        text=True,
        timeout=60,
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "AWS_ACCESS_KEY_ID": "AKIALIFEBOATDEMO0001",
            "AWS_SECRET_ACCESS_KEY": "nothing",
            "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_MAX_ATTEMPTS": "1",
        },
    )


def test_markers_are_deleted_by_version_and_versions_copied_once_a_key(tmp_path):
    (marker, copy) = [next(line for line in LINES if name in line) for name in ("delete-object", "copy-object")]
    (tmp_path / "m").mkdir(), (tmp_path / "c").mkdir()
    deletes = recorded(marker, tmp_path / "m")[1:]
    assert [call[call.index("--version-id") + 1] for call in deletes] == ["v2", "v1"]
    assert all(call[call.index("--key") + 1] == "photos/a b.jpg" for call in deletes)
    copies = recorded(copy, tmp_path / "c")[1:]
    assert [call[call.index("--copy-source") + 1] for call in copies] == ["shop/photos/a b.jpg?versionId=v2"]


def test_metadata_is_what_it_was(tmp_path):
    [call] = recorded(next(line for line in LINES if "start-restore-job" in line), tmp_path)
    metadata = json.loads(call[call.index("--metadata") + 1])
    assert json.loads(metadata["ItemsToRestore"]) == ["it's/", "b c/"]
