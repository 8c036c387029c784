"""The commands of the README, run as they are written: each section in a shell of its own."""

import os
import re
import socket
import subprocess
import threading
import urllib.request

import pytest

from lifeboat import ROOT, program
from simulator import ACCESS_KEY, SECRET_KEY, Simulator

README = (ROOT / "README.md").read_text()
SECTIONS = {
    part.splitlines()[0]: re.findall(r"^```sh\n(.*?)^```$", part, re.M | re.S)
    for part in re.split(r"^## ", README, flags=re.M)[1:]}
# Those that the gate runs anyway, and one that wants a terminal: `test_interface.py` opens it on one.
ELSEWHERE = {"make demo", "make build", ".build/release/lifeboat"}


def commands(blocks):
    """Each with its own here-document."""
    lines = iter("".join(blocks).splitlines())
    for line in lines:
        if "<<'END'" in line:
            line += "".join("\n" + text for text in iter(lambda: next(lines), "END")) + "\nEND"
        if re.sub(r"\s+#.*", "", line) not in ELSEWHERE:
            yield line


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def shell(section, folder, environment, port):
    """How each command ended, with what all of them said."""
    (folder / ".build/release").mkdir(parents=True)
    (folder / ".build/release/lifeboat").symlink_to(program())
    script = "".join(
        f"{line}\necho \"@@ $? {number}\"\n" for number, line in enumerate(commands(SECTIONS[section])))
    process = subprocess.Popen(
        ["sh", "-c", script.replace("4566", str(port)).replace("my-bucket", "terraform-state") + "kill $! 2> /dev/null\n"], cwd=folder, text=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        env={"HOME": str(folder), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "AWS_EC2_METADATA_DISABLED": "true"}
        | environment)
    ended = threading.Timer(240, process.kill)
    ended.start()
    said, codes = [], {}
    for line in process.stdout:
        said.append(line)
        if line.startswith("@@ "):
            code, number = map(int, line.split()[1:])
            codes[number] = code
        if "StartRestoreJob accepted" in line:
            # The shell beside it that the README speaks of.
            url = f"http://127.0.0.1:{port}/_lifeboat/advance?seconds=600"
            urllib.request.urlopen(urllib.request.Request(url, method="POST"), timeout=10).close()
    ended.cancel()
    process.wait(10)
    return {line: codes.get(number) for number, line in enumerate(commands(SECTIONS[section]))}, "".join(said)


@pytest.fixture(scope="module")
def own_account():
    """Stands for the account of whoever reads the README."""
    simulator = Simulator.start()
    yield {"AWS_ENDPOINT_URL": simulator.url, "AWS_ACCESS_KEY_ID": ACCESS_KEY, "AWS_SECRET_ACCESS_KEY": SECRET_KEY,
           "AWS_REGION": "us-east-1"}
    simulator.stop()


@pytest.mark.parametrize("section", [
    name for name, blocks in SECTIONS.items() if blocks and name not in ("Recovery", "The simulated account")])
def test_the_commands_of_a_section_run(section, own_account, tmp_path):
    codes, said = shell(section, tmp_path, own_account, 0)
    # No is an answer, and so is that it could not be told; anything else is a mistake in the README.
    assert codes and set(codes.values()) <= {0, 1, 2}, (codes, said)


def test_a_recovery_runs_as_it_is_written_on_a_machine_with_nothing(tmp_path):
    codes, said = shell("Recovery", tmp_path, {}, free_port())
    asked = {line for line, code in codes.items() if code == 2}
    assert set(codes.values()) == {0, 2}, (codes, said)
    # Nobody is there to answer those that ask.
    assert all(re.search(r"lifeboat restore( --rehearse| --resume)?( |$)", line) for line in asked) and len(asked) == 3, asked
    assert "Done, and recorded" in said
    assert "arn:aws:s3:::terraform-state" in said and (tmp_path / "runbook/us-east-1/README.md").exists()


def test_each_command_has_a_row(tmp_path):
    """What `lifeboat --help` lists is in the table, and nothing else."""
    text = subprocess.run([program(), "--help"], capture_output=True, text=True, timeout=60).stdout
    listed = set(re.findall(r"^  ([a-z]+) ", text[text.index("SUBCOMMANDS"):], re.M)) - {"interface", "help"}
    rows = set(re.findall(r"^\| `lifeboat ([a-z]+)` \|", README, re.M))
    assert rows == listed
