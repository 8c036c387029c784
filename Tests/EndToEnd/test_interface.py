"""The interface in a real terminal: every pane, keys, sizes, signals, and terminals of all kinds."""

import os
import random
import signal

import pytest

from simulator import KEYS, Simulator
from tmux import Tmux

PANES = ["Posture", "Buckets", "Replication", "Calendar", "Resources", "Restore", "Activity"]


@pytest.fixture
def demo(home):
    """The interface on the demo account, once it has shown its answer."""
    with Tmux("demo", home=home) as terminal:
        terminal.start().wait("goes down now: NO")
        yield terminal


def left(terminal, has_other_screen=True):
    """The shell has its terminal back as it was; a terminal with one screen alone keeps what was drawn above it."""
    terminal.wait("shell>", gone=["goes down"] if has_other_screen else [])
    terminal.type("clear; stty -a > after.stty; cmp before.stty after.stty && echo SAME-$((40+2))")
    terminal.wait("SAME-42")


def test_the_first_screen_is_a_verdict(demo):
    text = demo.text()
    assert "unprotected" in text and "? help" in text


@pytest.mark.parametrize("number, title", list(enumerate(PANES, 1)))
def test_each_pane_opens_by_its_number(demo, number, title):
    demo.press(str(number))
    demo.press("?")
    demo.wait("!word leaves out", gone=["goes down now"])
    demo.press("Escape")
    demo.wait(title, gone=["!word leaves out"])


def test_a_reason_is_two_keys_away(demo):
    demo.press("Enter")
    demo.wait("Findings") if "Findings" in demo.text() else demo.wait("arn:aws:")
    demo.press("q")
    demo.wait("goes down now")


def test_filter_sort_and_palette(demo):
    demo.press("2")
    demo.press("/")
    demo.run("send-keys", "-l", "region:eu-central")
    demo.wait("eu-central-1", "/region:eu-central")
    demo.press("Enter", "s")
    demo.wait("Sort by")
    demo.press("Escape").wait("eu-central-1", gone=["Sort by"])
    demo.press(":")
    demo.run("send-keys", "-l", "calen")
    demo.wait("calendar")
    demo.press("Enter")
    demo.wait("4 Calendar", gone=["Run a command"])


def test_quitting_asks_and_gives_the_terminal_back(demo):
    demo.press("q")
    demo.wait("Leave Lifeboat?")
    demo.press("Enter")
    demo.wait("goes down now", gone=["Leave Lifeboat?"])
    demo.press("q", "y")
    left(demo)


def test_a_storm_of_sizes_leaves_the_screen_whole(demo):
    draw = random.Random(7)
    sizes = [(1, 1), (300, 100), (2, 2), (59, 15)] + [(draw.randint(1, 300), draw.randint(1, 100)) for _ in range(60)]
    for columns, rows in sizes:
        demo.resize(columns, rows)
    demo.resize(50, 10)
    demo.wait("needs 60x16", "has 50x10")
    demo.resize(120, 40)
    demo.wait("goes down now", "q quit")


def test_suspend_and_resume(demo):
    demo.press("C-z")
    demo.wait("shell>", gone=["goes down"])
    demo.type("fg")
    demo.wait("goes down now", "q quit")
    demo.press("2")
    demo.wait("encryption") if "encryption" in demo.text() else demo.wait("2 Buckets")
    demo.press("q", "y")
    left(demo)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_gives_the_terminal_back(demo, number):
    os.kill(demo.pid(), number)
    left(demo)


@pytest.mark.parametrize("term", ["xterm-256color", "screen-256color", "tmux-256color", "linux", "vt100"])
def test_terminals_of_all_kinds(home, term):
    with Tmux("demo", home=home, term=term) as terminal:
        terminal.start().wait("goes down now: NO", "q quit")
        terminal.press("2", "3", "1", "?")
        terminal.wait("!word leaves out")
        # A key within the escape delay would be one with alt.
        terminal.press("Escape").wait("goes down now", gone=["!word leaves out"])
        terminal.press("q", "y")
        left(terminal, has_other_screen=term not in ("linux", "vt100"))


def test_a_terminal_that_cannot_is_told_of_check(home):
    with Tmux("demo", home=home, term="dumb") as terminal:
        terminal.start().wait("lifeboat check")


def test_a_locale_without_utf8_gets_ascii(home):
    with Tmux("demo", home=home, environment={"LC_ALL": "C", "LANG": "C"}) as terminal:
        text = terminal.start().wait("goes down now: NO", "q quit")
        assert text.isascii()


def test_no_color_shows_no_colour(home):
    with Tmux("demo", home=home, environment={"NO_COLOR": "1"}) as terminal:
        terminal.start().wait("goes down now: NO")
        text = terminal.text(colours=True)
        assert "\x1b[3" not in text.replace("\x1b[39m", "") and "38;5" not in text


def test_a_region_that_goes_dark_keeps_its_values(home):
    simulator = Simulator.start()
    try:
        with Tmux("--endpoint-url", simulator.url, home=home, environment=KEYS, columns=120, rows=40) as terminal:
            terminal.start().wait("goes down now: NO", gone=["reading"], limit=60)
            terminal.press("2").wait("eu-central-1")
            simulator.faults(darkRegions={"eu-central-1": "silent"})
            terminal.press("R")
            terminal.press("1")
            terminal.wait("goes down now")
            text = terminal.wait("eu-central-1 TIMEOUT", "showing", limit=90)
            terminal.press("2", "/")
            terminal.run("send-keys", "-l", "shop-eu")
            terminal.wait("shop-eu-exports", "TIMEOUT")
            terminal.press("Enter").wait("filter shop-eu")
            terminal.press("q", "y")
            left(terminal)
    finally:
        simulator.stop()


def test_without_a_terminal_it_says_what_to_use(home):
    from lifeboat import run

    result = run(home=home)
    assert result.code == 64
    assert "lifeboat check" in result.err


@pytest.mark.parametrize("text, sentence", [
    ("keys:\n  refresh: [\"?\"]\n", "2: the key ? would run both refresh and help"),
    ("theme: purple\n", "\"purple\" is not the name of a theme"),
    ("keys: [\n", "lifeboat.yaml:2"),
])
def test_a_settings_file_that_is_wrong_is_named_with_its_line(home, text, sentence):
    (home / "lifeboat.yaml").write_text(text)
    with Tmux("demo", home=home) as terminal:
        terminal.start().wait("lifeboat:", sentence)
