"""The record of what is done in the demo: in a folder of its own, which nobody else can have laid out."""

import stat

from tmux import Tmux


def test_the_demo_keeps_its_record_where_nobody_else_looks_and_takes_it_away(home, tmp_path):
    folder = tmp_path / "temporary"
    folder.mkdir()
    with Tmux("demo", home=home, environment={"TMPDIR": str(folder)}, columns=120, rows=40) as terminal:
        terminal.start().wait("goes down now", gone=["reading"], limit=60)
        process = terminal.pid()
        terminal.press("6").wait("terraform-state", limit=60)
        [made] = folder.glob("lifeboat-demo-*")
        assert made.is_dir() and not made.is_symlink() and stat.S_IMODE(made.stat().st_mode) == 0o700
        # A name that can be told before could be a link to somewhere else.
        assert made.name != f"lifeboat-demo-{process}"
        assert {path.name.split("-")[0].split(".")[0] for path in made.iterdir()} == {"ledger"}
        terminal.press("q", "q").wait("shell>")
    assert list(folder.glob("lifeboat-demo-*")) == []
