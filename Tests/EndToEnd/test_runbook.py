"""The runbook of the simulated account: what it says, where it is written, and that the AWS CLI takes its commands."""

import re

import pytest

from lifeboat import run
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
    assert "could not be written" in runbook(snapshot, "--output-dir", tmp_path / "file", code=2).err
