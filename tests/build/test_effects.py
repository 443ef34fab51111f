"""What each command does to the world: only through `cbsite/ports`, and only where it may."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.cluster import local_cluster
from tests.support.command import REPOSITORY, environment, tree
from tests.support.git import Repository
from tests.support.hubs import small, write

WATCH = Path(__file__).with_name("watched.py")
PORTS = f"{REPOSITORY}/cbsite/ports/"


@dataclass(frozen=True)
class Effect:
    """What was done (`open r`, `open w`, `ask stat`, `socket.bind`, ...), to what, by which file of cbsite."""

    kind: str
    target: str
    by: str


def watched(folder: Path, *arguments: str | Path, code: int = 0) -> list[Effect]:
    """What a command did."""
    log = folder / "effects.jsonl"
    ended = subprocess.run(
        [sys.executable, str(WATCH), str(log), *map(str, arguments)],
        cwd=folder, env=environment(), capture_output=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    assert ended.returncode == code, ended.stderr
    return effects(log)


def effects(log: Path) -> list[Effect]:
    found = [Effect(*json.loads(line)) for line in log.read_text(encoding="utf-8").splitlines()]
    log.unlink()
    return found


def outside_ports(found: list[Effect]) -> list[Effect]:
    """What is done elsewhere than in ports, but for reading one of the computer's time zones."""
    zones = {e for e in found if e.kind == "open r" and "/zoneinfo/" in e.target}
    return sorted({e for e in found if not e.by.startswith(PORTS)} - zones, key=str)


def changed(found: list[Effect], root: Path) -> set[str]:
    """The top names under `root` in which something was written, made, renamed or removed."""
    paths = [
        Path(effect.target)
        for effect in found
        if effect.kind.startswith(("open w", "os.", "shutil."))
        and effect.kind not in ("os.scandir", "os.listdir", "os.fork")
        and effect.target != os.devnull
    ]
    strangers = [path for path in paths if not path.is_relative_to(root)]
    assert strangers == []
    return {path.relative_to(root).parts[0] for path in paths if path != root}


def done(found: list[Effect]) -> set[str]:
    """The kinds of what was done, without looks at whether there is a file."""
    return {effect.kind for effect in found if not effect.kind.startswith("ask ")}


def read_outside(found: list[Effect], *roots: Path) -> set[str]:
    """What was read that is in none of the folders."""
    reads = [e.target for e in found if e.kind in ("open r", "os.scandir", "os.listdir")]
    reads = [
        path for path in reads if "/zoneinfo/" not in path
    ]  # the computer's list of time zones
    return {path for path in reads if not any(Path(path).is_relative_to(root) for root in roots)}


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    return write(tmp_path / "hub", small())


def test_check_writes_nothing(tmp_path: Path, hub: Path) -> None:
    before = tree(hub)
    found = watched(tmp_path, "check", "--source", hub)
    assert len(found) > 20
    assert outside_ports(found) == []
    assert done(found) <= {"open r", "os.scandir", "os.listdir"}
    assert read_outside(found, hub / "content", REPOSITORY / "templates") == set()
    assert tree(hub) == before


def test_check_of_a_broken_hub_writes_nothing_either(tmp_path: Path) -> None:
    broken = REPOSITORY / "tests" / "hubs" / "broken"
    found = watched(tmp_path, "check", "--source", broken, code=1)
    assert outside_ports(found) == []
    assert done(found) <= {"open r", "os.scandir", "os.listdir"}


WRONG = "content/case-studies/one-door.md"
"""A file with words for a figure that are not the register's."""


@pytest.fixture
def wrong_hub(tmp_path: Path) -> Path:
    right = small()[WRONG]
    return write(tmp_path / "hub", small({WRONG: right.replace("[](figure", "[nine](figure")}))


def test_fix_that_is_not_told_to_write_writes_nothing(tmp_path: Path, wrong_hub: Path) -> None:
    before = tree(wrong_hub)
    found = watched(tmp_path, "fix", "--source", wrong_hub, code=1)
    assert outside_ports(found) == []
    assert done(found) <= {"open r", "os.scandir", "os.listdir"}
    assert read_outside(found, wrong_hub / "content", REPOSITORY / "templates") == set()
    assert tree(wrong_hub) == before


def test_fix_writes_the_wrong_file_and_its_copy(tmp_path: Path, wrong_hub: Path) -> None:
    for command in (["--write"], ["--undo"]):
        found = watched(tmp_path, "fix", "--source", wrong_hub, *command)
        assert outside_ports(found) == []
        assert changed(found, wrong_hub) == {"content", ".cbsite"}
        written = {Path(e.target) for e in found if e.kind in ("open w", "os.rename", "os.remove")}
        in_content = {path for path in written if path.is_relative_to(wrong_hub / "content")}
        # A file changes by way of one beside it, whose name begins with its own.
        assert {path.name.lstrip(".").split(".")[0] for path in in_content} == {"one-door"}
        own = wrong_hub / "content", wrong_hub / ".cbsite", REPOSITORY / "templates"
        assert read_outside(found, *own) <= {str(wrong_hub)}
        assert not any(e.kind.startswith(("socket.", "subprocess.")) for e in found)


def test_build_writes_the_site_and_its_own_folder(tmp_path: Path, hub: Path) -> None:
    found = watched(tmp_path, "build", "--source", hub)
    assert outside_ports(found) == []
    assert changed(found, hub) == {"site", "site.next", ".cbsite"}
    assert read_in_a_build(found, hub) == set()
    programs = {Path(e.target).name for e in found if e.kind == "subprocess.Popen"}
    assert len(programs) == 1
    assert "pagefind" in programs.pop()
    assert not any(e.kind.startswith("socket.") for e in found)


def test_a_build_of_what_has_not_changed_writes_nothing(tmp_path: Path, hub: Path) -> None:
    watched(tmp_path, "build", "--source", hub)
    before = tree(hub)
    found = watched(tmp_path, "build", "--source", hub)
    assert outside_ports(found) == []
    assert changed(found, hub) == set()
    assert read_in_a_build(found, hub) == set()
    assert not any(e.kind.startswith(("socket.", "subprocess.")) for e in found)
    assert tree(hub) == before


def test_a_build_after_an_edit_writes_the_same_places(tmp_path: Path, hub: Path) -> None:
    watched(tmp_path, "build", "--source", hub)
    edited = hub / WRONG
    edited.write_text(edited.read_text(encoding="utf-8") + "\nMore words.\n", encoding="utf-8")
    found = watched(tmp_path, "build", "--source", hub)
    assert outside_ports(found) == []
    assert changed(found, hub) == {"site", "site.next", ".cbsite"}
    assert read_in_a_build(found, hub) == set()


@pytest.fixture
def kept(tmp_path: Path, hub: Path) -> Path:
    """The hub in a repository."""
    Repository(hub).commit("2012-01-31", {".gitignore": "/site/\n/.cbsite/\n"})
    return hub


def programs(found: list[Effect]) -> list[str]:
    """The names of the programs that were started."""
    return sorted(Path(e.target).name for e in found if e.kind == "subprocess.Popen")


def test_a_build_in_a_repository_reads_its_history_and_leaves_it_as_it_is(
    tmp_path: Path, kept: Path
) -> None:
    before = tree(kept / ".git")
    found = watched(tmp_path, "build", "--source", kept)
    assert outside_ports(found) == []
    assert changed(found, kept) == {"site", "site.next", ".cbsite"}
    assert read_in_a_build(found, kept) == which_commit(kept)
    assert [name for name in programs(found) if "pagefind" not in name] == ["git"]
    assert not any(e.kind.startswith("socket.") for e in found)
    assert tree(kept / ".git") == before


def test_a_build_of_what_has_not_changed_starts_no_git(tmp_path: Path, kept: Path) -> None:
    watched(tmp_path, "build", "--source", kept)
    before = tree(kept)
    found = watched(tmp_path, "build", "--source", kept)
    assert outside_ports(found) == []
    assert read_in_a_build(found, kept) == which_commit(kept)
    assert programs(found) == []
    assert changed(found, kept) == set()
    assert tree(kept) == before


@pytest.mark.parametrize("command", ["check", "fix", "schema"])
def test_only_what_makes_a_site_asks_for_its_history(
    tmp_path: Path, kept: Path, command: str
) -> None:
    found = watched(tmp_path, command, "--source", kept)
    assert programs(found) == []
    assert not any(Path(e.target).is_relative_to(kept / ".git") for e in found)


def which_commit(hub: Path) -> set[str]:
    """What tells a build which commit is checked out."""
    return {str(hub / ".git" / name) for name in ("HEAD", "commondir", "refs/heads/main")}


def read_in_a_build(found: list[Effect], hub: Path) -> set[str]:
    """What a build read that is none of its business."""
    own = (
        hub / "content",
        REPOSITORY / "templates",
        # Its own code, by which it knows whether what is remembered is still right.
        REPOSITORY / "cbsite",
        hub / "site",
        hub / "site.next",
        hub / ".cbsite",
    )
    # The versions of packages are in the names of their folders; where a site was, it looks beside it.
    return read_outside(found, *own) - {sysconfig.get_path("purelib"), str(hub)}


def test_build_elsewhere(tmp_path: Path, hub: Path) -> None:
    found = watched(tmp_path, "build", "--source", hub, "--output", tmp_path / "out" / "public")
    assert outside_ports(found) == []
    assert changed(found, tmp_path) <= {"out", "hub"}
    assert changed([e for e in found if str(hub) in e.target], hub) == {".cbsite"}
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["public"]


def test_build_speaks_to_the_cluster_that_is_named_and_to_nobody_else(
    tmp_path: Path, hub: Path
) -> None:
    with local_cluster(tmp_path / "cluster", workers=1) as cluster:
        found = watched(tmp_path, "build", "--source", hub, "--cluster", cluster.address)
    connected = {e for e in found if e.kind == "socket.connect"}
    at = cluster.address.removeprefix("tcp://").replace(":", " ")
    assert {e.target for e in connected} == {at}
    assert outside_ports([e for e in found if e not in connected]) == []
    assert changed(found, hub) <= {"site", "site.next", ".cbsite"}
    assert not any(e.kind == "socket.bind" for e in found)


def test_init_writes_new_files_only(tmp_path: Path) -> None:
    found = watched(tmp_path, "init", tmp_path / "new")
    assert outside_ports(found) == []
    assert changed(found, tmp_path) == {"new"}
    assert done(found) <= {"open r", "open w", "os.scandir", "os.listdir", "os.mkdir"}
    assert read_outside(found, REPOSITORY / "cbsite", tmp_path / "new") == set()


def test_schema_writes_files_for_editors_only(tmp_path: Path, hub: Path) -> None:
    found = watched(tmp_path, "schema", "--source", hub)
    assert outside_ports(found) == []
    assert changed(found, hub) == {".vscode", "frontmatter.json"}
    assert read_outside(found, hub) == set()
    assert not any(e.kind.startswith(("socket.", "subprocess.")) for e in found)


def test_serve_listens_on_this_computer_only(tmp_path: Path, hub: Path) -> None:
    log = tmp_path / "effects.jsonl"
    running = subprocess.Popen(
        [sys.executable, str(WATCH), str(log), "serve", "--source", str(hub)],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment(), cwd=tmp_path,
    )  # fmt: skip
    try:
        assert running.stdout
        address = ""
        while not address:
            line = running.stdout.readline().decode()
            assert line, "the preview ended"
            address = next((word for word in line.split() if word.startswith("http")), "")
        address = address.rstrip(".")
        deadline = time.monotonic() + 20
        while True:
            try:
                with urllib.request.urlopen(address, timeout=5) as answer:
                    assert b"The front page" in answer.read()
                break
            except OSError:
                assert time.monotonic() < deadline
                time.sleep(0.1)
    finally:
        running.terminate()
        running.wait(20)
        if running.stdout:
            running.stdout.close()
    found = effects(log)
    assert outside_ports(found) == []
    assert changed(found, hub) == {".cbsite"}
    bound = {e.target for e in found if e.kind == "socket.bind"}
    assert bound
    assert all(target.startswith(("127.0.0.1 ", "::1 ")) for target in bound)
    assert not any(e.kind in ("socket.connect", "socket.getaddrinfo") for e in found)


def test_the_watcher_sees_what_goes_past_the_ports(tmp_path: Path) -> None:
    """So that a hook that sees nothing does not pass."""
    log = tmp_path / "effects.jsonl"
    script = tmp_path / "cbsite_like.py"
    script.write_text(
        "import runpy, sys, subprocess, socket, os\n"
        f"sys.argv = ['watched', {str(log)!r}]\n"
        f"watched = runpy.run_path({str(WATCH)!r}, run_name='watched')\n"
        f"watched['watch']({str(log)!r}, {str(tmp_path) + '/'!r})\n"
        f"open({str(tmp_path / 'a')!r}, 'w').close()\n"
        f"os.rename({str(tmp_path / 'a')!r}, {str(tmp_path / 'b')!r})\n"
        f"os.unlink({str(tmp_path / 'b')!r})\n"
        "subprocess.run(['true'])\n"
        "socket.socket().close()\n"
        "import pathlib\n"
        "pathlib.Path('a').resolve(), pathlib.Path('a').exists(), pathlib.Path.home(), os.path.abspath('a')\n"
    )
    subprocess.run([sys.executable, str(script)], check=True, env=environment(), timeout=30)
    found = effects(log)
    acts = {"open w", "os.rename", "os.remove", "subprocess.Popen", "socket.__new__"}
    asks = {"ask lstat", "ask stat", "ask getcwd", "ask path.expanduser"}
    assert acts | asks <= {effect.kind for effect in found}
    assert {e.by for e in found} == {str(script)}
