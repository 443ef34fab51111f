"""What stands in the way of a build: an exit code, words for people, and the old site untouched."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.command import cbsite, environment, python, tree
from tests.support.hubs import small, write

HOLD = """
import sys
from pathlib import Path
from cbsite.ports.disk import Disk
with Disk().lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""

TROUBLE = """
import errno, os, sys
from cbsite import cli
from cbsite.ports import disk

how, after = sys.argv[1], int(sys.argv[2])
calls = 0
real = disk._write

def failing(path, *rest, **more):
    global calls
    calls += 1
    if calls > after:
        number = getattr(errno, how)
        raise OSError(number, os.strerror(number), str(path))
    return real(path, *rest, **more)

disk._write = failing
sys.argv = ["cbsite", *sys.argv[3:]]
cli.main()
"""

BUG = """
import sys
from cbsite import build, cli

def wrong(*_):
    raise KeyError("no such thing")

build.make_plan = wrong
cli.main()
"""


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    """A hub with a built site."""
    folder = write(tmp_path / "hub", small())
    assert cbsite("build", "--source", folder).returncode == 0
    return folder


@pytest.fixture
def edited(hub: Path) -> Path:
    """The same, in which every page must be made anew."""
    site = hub / "content" / "site.yml"
    site.write_text(site.read_text("utf-8").replace("Test hub", "Best hub"), "utf-8")
    return hub


def refused(ended: subprocess.CompletedProcess[str], code: int, *words: str) -> None:
    """The program ended with this code, said these words, and showed nothing of its inside."""
    assert ended.returncode == code, ended.stderr
    assert ended.stdout == ""
    assert "Traceback" not in ended.stderr
    for said in words:
        assert said in ended.stderr


def test_a_folder_of_someone_elses(hub: Path) -> None:
    theirs = write(hub.parent / "photos", {"beach.jpg": "sand", ".hidden/x": "y"})
    before = tree(theirs)
    ended = cbsite("build", "--source", hub, "--output", theirs)
    refused(ended, 2, "cbsite did not make", "--output")
    assert tree(theirs) == before


@pytest.mark.parametrize("output", ["content", "content/site", ".", ".."])
def test_folders_that_are_never_replaced(hub: Path, output: str) -> None:
    before = tree(hub / "content")
    refused(cbsite("build", "--source", hub, "--output", hub / output), 2, "cannot be published")
    assert tree(hub / "content") == before


def test_a_file_of_ones_own_in_the_site(hub: Path) -> None:
    (hub / "site" / "notes.txt").write_text("mine")
    before = tree(hub / "site")
    refused(cbsite("build", "--source", hub), 2, "notes.txt")
    assert tree(hub / "site") == before


def test_another_build_at_work(edited: Path) -> None:
    hub = edited
    before = tree(hub / "site")
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(hub / ".cbsite" / "lock")],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment(),
    )  # fmt: skip
    try:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        refused(cbsite("build", "--source", hub), 75, "Another build of this hub is running.")
    finally:
        holder.communicate("")
    assert tree(hub / "site") == before
    assert cbsite("build", "--source", hub).returncode == 0


@pytest.mark.parametrize(
    ("how", "after"), [("ENOSPC", 0), ("ENOSPC", 12), ("EROFS", 0), ("EIO", 20)]
)
def test_a_disk_that_refuses(edited: Path, how: str, after: int) -> None:
    hub = edited
    before = tree(hub / "site")
    ended = python("-c", TROUBLE, how, str(after), "build", "--source", hub)
    refused(ended, 74, "The disk refused", "The old site is as it was.")
    assert len(ended.stderr.strip().splitlines()) == 1
    assert tree(hub / "site") == before
    assert sorted(path.name for path in hub.iterdir()) == [".cbsite", "content", "site"]
    assert cbsite("build", "--source", hub).returncode == 0


def test_a_bug_of_ours(edited: Path) -> None:
    hub = edited
    before = tree(hub / "site")
    arguments = ("-c", BUG, "build", "--source", hub)
    refused(python(*arguments), 70, "mistake in cbsite", "KeyError: 'no such thing'")
    assert tree(hub / "site") == before
    # Whoever is to mend it can see more.
    assert "Traceback" in python(*arguments, CBSITE_TRACEBACK="1").stderr


def test_the_cache_and_the_index_may_be_thrown_away(hub: Path) -> None:
    write(hub / ".cbsite", {"anything": "at all", "lock": "\x00\x01"})
    assert cbsite("build", "--source", hub).returncode == 0


def test_a_rebuild_removes_what_is_no_more(hub: Path) -> None:
    (hub / "content/case-studies/one-door.md").unlink()
    assert (hub / "site/case-studies/one-door/index.html").exists()
    ended = cbsite("build", "--source", hub)
    assert ended.returncode == 0, ended.stderr
    assert not (hub / "site/case-studies").exists()
    assert sorted(path.name for path in hub.iterdir()) == [".cbsite", "content", "site"]


def test_warnings_stop_a_strict_build_of_what_was_published_with_them(tmp_path: Path) -> None:
    door = "content/case-studies/one-door.md"
    folder = write(tmp_path, small({door: small()[door] + "\nThe QZB met.\n"}))
    for _ in range(2):
        ended = cbsite("build", "--source", folder, "--no-search")
        assert ended.returncode == 0
        assert "W-ACRONYM" in ended.stderr
    ended = cbsite("build", "--source", folder, "--no-search", "--strict")
    assert ended.returncode == 1
    assert "Nothing was published." in ended.stderr
    assert ended.stderr.count("(W-ACRONYM") == 1
