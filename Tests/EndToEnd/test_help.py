"""Help that is asked for is given, and is no fault."""

import pytest

from lifeboat import run

COMMANDS = [[], ["check"], ["show"], ["calendar"], ["restore"], ["runbook"], ["doctor"], ["demo"], ["simulate"], ["interface"], ["history"],
            ["diff"], ["drills"], ["drills", "list"], ["drills", "record"]]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command) or "lifeboat")
def test_help_goes_to_stdout_and_ends_well(tmp_path, command):
    for arguments in ([*command, "--help"], ["help", *command]):
        result = run(*arguments, home=tmp_path, credentials=False)
        assert result.code == 0, result.err
        assert result.err == ""
        assert "USAGE: lifeboat" in result.out and "OPTIONS:" in result.out


def test_help_says_what_can_change_an_account(tmp_path):
    text = " ".join(run("--help", home=tmp_path, credentials=False).out.split())
    assert "never changes anything" not in text
    assert "changes nothing, unless you walk through a restore and type the name" in text


def test_the_version_is_said(tmp_path):
    result = run("--version", home=tmp_path, credentials=False)
    assert (result.code, result.err) == (0, "") and result.out.startswith("lifeboat ")


def test_an_unknown_option_is_wrong_usage(tmp_path):
    result = run("check", "--nothing-of-the-kind", home=tmp_path, credentials=False)
    assert result.code == 64 and "--nothing-of-the-kind" in result.err
