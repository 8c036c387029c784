"""The runbook of the simulated account: what it says, where it is written, and that the AWS CLI takes its commands."""

import json
import pathlib
import re

import pytest

from lifeboat import run
from simulator import KEYS, Simulator
from test_recovery_commands import asked, recorded


def runbook(snapshot, *arguments, code=0):
    result = run("runbook", "--snapshot", snapshot, *arguments, home="/nonexistent", credentials=False)
    assert result.code == code, result.err
    return result


@pytest.fixture(scope="module")
def book(snapshot):
    return runbook(snapshot, "--lost", "us-east-1").out


def commands(text):
    return re.findall(r"^```sh\n(.*?)\n```$", text, re.M | re.S)


def test_every_command_is_taken_by_the_aws_cli(book, tmp_path):
    # One of each shape.
    shapes = {}
    for command in commands(book):
        options = tuple(re.findall(r" --[a-z0-9-]+", command))
        shapes.setdefault((tuple(command.split()[1:3]), options), command)
    assert len(shapes) >= 12
    for number, command in enumerate(shapes.values()):
        folder = tmp_path / str(number)
        folder.mkdir()
        for arguments in recorded(command, folder):
            result = asked(arguments, tmp_path)
            assert "Could not connect to the endpoint URL" in result.stderr, (arguments, result.stderr)


def test_what_is_written_in_capitals_is_explained(book):
    for page in re.split(r"^# ", book, flags=re.M):
        for section in re.split(r"^## ", page, flags=re.M):
            for word in re.findall(r"[ \"](BUCKET|CLASS|AVAILABILITY-ZONE|NEW-TOKEN|ROLE|JOB-ID|VOLUME-ID)[ \"-]", "".join(commands(section))):
                assert f"- {word}: " in section, section


def test_what_has_a_way_back_comes_first_and_nothing_links_to_a_file_that_is_not_there(book):
    ways, none = book.index("## There is a way back"), book.index("## No way back is known")
    assert ways < book.index("s3-bucket media-originals") < none < book.index("dynamodb-table feature-flags")
    assert none < book.index("EC2 encoder-1") and none < book.index("ebs-volume mail-spool")
    assert "](" not in book


def test_the_second_call_waits_for_the_first(book):
    page = book[book.index("# catalogue (aurora-cluster)"):]
    page = page[: page.index("\n# ")]
    start, wait = page.index("aws backup start-restore-job"), page.index("Once that has ended, call rds:CreateDBInstance")
    assert start < page.index("aws backup describe-restore-job") < wait < page.index("aws rds create-db-instance")


def test_one_resource_alone(snapshot):
    out = runbook(snapshot, "terraform-state").out
    assert out.startswith("# If us-east-1 is lost\n")
    assert "# terraform-state (s3-bucket)" in out and "media-originals" not in out.split("## What could not")[0]
    assert "there is no resource nothing" in runbook(snapshot, "nothing", code=64).err


def test_a_folder_for_each_region(snapshot, tmp_path):
    runbook(snapshot, "--output-dir", tmp_path / "book")
    assert (tmp_path / "book/eu-central-1/README.md").exists()
    home = tmp_path / "book/us-east-1"
    index = (home / "README.md").read_text()
    links = re.findall(r"\]\((.*?)\)", index)
    assert len(links) > 30 and sorted(links + ["README.md"]) == sorted(path.name for path in home.iterdir())
    assert "aws backup start-restore-job" in (home / "s3-bucket-terraform-state.md").read_text()


def test_a_folder_that_cannot_be_written_to(snapshot, tmp_path):
    (tmp_path / "file").write_text("")
    taken = runbook(snapshot, "--output-dir", tmp_path / "file", code=64).err
    assert taken == f"lifeboat: the runbook cannot be written to {tmp_path}/file: it is not a directory\n"
    inside = runbook(snapshot, "--output-dir", tmp_path / "file" / "inside", code=2).err
    assert "could not be written" in inside and inside.endswith(": Not a directory\n") and "Cocoa" not in inside


@pytest.mark.parametrize("region", ["us-west-9", "nowhere", "../etc"])
def test_a_region_that_does_not_exist_is_refused_as_check_refuses_it(snapshot, home, region):
    wrong = runbook(snapshot, "--lost", region, code=64)
    asked = run("check", "--snapshot", snapshot, "--lost", region, home=home, credentials=False)
    assert wrong.out == "" and asked.code == 64
    assert wrong.err.splitlines()[0] == asked.err.splitlines()[0]


def changed(snapshot, tmp_path, change):
    """The snapshot with a change, as a file of its own."""
    inventory = json.loads(pathlib.Path(snapshot).read_text())
    change(inventory)
    path = tmp_path / "changed.json"
    path.write_text(json.dumps(inventory))
    return path


def test_what_could_not_be_read_ends_it_with_2_and_one_sentence(snapshot, tmp_path):
    def deny(document):
        listing = document["inventory"]["bucketListing"]
        document["inventory"]["bucketListing"] = {
            key: listing[key] for key in ("call", "region", "at")} | {"status": "denied", "cause": "AccessDenied"}

    result = runbook(changed(snapshot, tmp_path, deny), "--lost", "us-east-1", code=2)
    assert result.out.startswith("# If us-east-1 is lost\n")
    assert result.err.count("\n") == 1 and "the buckets of the account: denied (AccessDenied)" in result.err


def test_an_account_without_resources_has_no_runbook(home):
    account = Simulator.start("--empty")
    try:
        for arguments in ([], ["--lost", "us-east-1"]):
            result = run(
                "runbook", *arguments, "--endpoint-url", account.url, home=home, credentials=False,
                environment=KEYS | {"AWS_REGION": "us-east-1"})
            assert result.code == 2 and result.err.count("\n") == 1, result.err
    finally:
        account.stop()
