"""What `check` and `build` print, where, and in which form."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.command import cbsite, environment
from tests.support.hubs import SMALL, small, write

WRONG = {
    "content/data/pilots.yml": SMALL["content/data/pilots.yml"].replace(
        "place: essex", "place: esex"
    )
}
PROGRAMS = ["json", "sarif", "github", "gitlab"]


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A repository whose folder `hub` holds a hub with something wrong in it."""
    write(tmp_path / "hub", small(WRONG))
    return tmp_path


def paths(form: str, printed: str) -> set[str]:
    if form == "github":
        return {line.partition("file=")[2].partition(",")[0] for line in printed.splitlines()}
    found = json.loads(printed)
    if form == "gitlab":
        return {one["location"]["path"] for one in found}
    if form == "json":
        return {one["path"] for one in found}
    return {
        one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for one in found["runs"][0]["results"]
    }


@pytest.mark.parametrize("form", PROGRAMS)
def test_check_for_a_program(wrong: Path, form: str) -> None:
    ended = cbsite("check", "--source", "hub", "--format", form, folder=wrong)
    assert ended.returncode == 1
    assert ended.stderr == ""
    at = "content" if form == "json" else "hub/content"
    assert paths(form, ended.stdout) == {f"{at}/data/pilots.yml"}
    there = cbsite("check", "--format", form, folder=wrong / "hub")
    assert paths(form, there.stdout) == {"content/data/pilots.yml"}
    anywhere = cbsite("check", "--source", wrong / "hub", "--format", form, folder=wrong)
    assert paths(form, anywhere.stdout) == {"content/data/pilots.yml"}


@pytest.mark.parametrize("form", PROGRAMS)
def test_build_for_a_program_speaks_to_people_beside_it(wrong: Path, form: str) -> None:
    ended = cbsite("build", "--source", "hub", "--format", form, folder=wrong)
    assert ended.returncode == 1
    at = "content" if form == "json" else "hub/content"
    assert paths(form, ended.stdout) == {f"{at}/data/pilots.yml"}
    assert ("content/data/pilots.yml\n  line " in ended.stderr) == (form != "github")
    assert ended.stderr.endswith("Nothing was published.\n")
    write(wrong / "hub", small())
    built = cbsite("build", "--source", "hub", "--format", form, folder=wrong)
    assert built.returncode == 0
    assert paths(form, built.stdout) == set()
    assert "pages built. The front page is" in built.stderr


def test_check_and_build_print_the_same_for_people(wrong: Path) -> None:
    checked = cbsite("check", "--source", "hub", folder=wrong)
    assert checked.stderr == ""
    built = cbsite("build", "--source", "hub", folder=wrong)
    assert built.stdout == ""
    assert built.stderr == f"{checked.stdout}Nothing was published.\n"


@pytest.mark.parametrize(
    ("more", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, False),
    ],
)
def test_colours_in_a_pipe_only_when_asked_for(
    wrong: Path, more: dict[str, str], coloured: bool
) -> None:
    ended = cbsite("check", "--source", "hub", folder=wrong, **more)
    assert ("\x1b[31m" in ended.stdout) is coloured


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a thing of Unix")
@pytest.mark.parametrize(("more", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_has_colours_and_a_width(
    wrong: Path, more: dict[str, str], coloured: bool
) -> None:
    import os
    import pty

    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "cbsite.cli", "check", "--source", "hub"],
        cwd=wrong, env=environment(TERM="xterm", COLUMNS="50", **more),
        stdin=theirs, stdout=theirs, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(theirs)
    printed = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        printed += piece
    os.close(ours)
    assert running.wait(60) == 1
    text = printed.decode()
    assert ("\x1b[31m" in text) is coloured
    if not coloured:
        assert max(map(len, text.splitlines())) <= 50


def test_a_reader_who_stops_reading_hears_no_complaint(tmp_path: Path) -> None:
    many = "".join(f"- id: x{number}\n  labl: x\n" for number in range(3000))
    hub = write(tmp_path, small({"content/data/themes.yml": many}))
    running = subprocess.Popen(
        [sys.executable, "-m", "cbsite.cli", "check", "--source", str(hub)],
        env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert running.stdout
    assert running.stderr
    assert running.stdout.readline().startswith(b"3001 errors")
    running.stdout.close()
    assert running.stderr.read() == b""
    running.stderr.close()
    assert running.wait(60) == 1


def test_only_what_is_found_in_the_files_named(wrong: Path) -> None:
    hub = wrong / "hub"
    page = hub / "content/pages/about.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text("---\ntitle: About\ndate: 5 June 2012\n---\n\nWords.\n", "utf-8")
    ended = cbsite("check", "--format", "json", "content/pages", folder=hub)
    assert ended.returncode == 1
    assert paths("json", ended.stdout) == {"content/pages/about.md"}
    ended = cbsite("check", "content/data/pilots.yml", folder=hub)
    assert "pilots.yml\n" in ended.stdout
    assert "about.md" not in ended.stdout
    assert ended.stdout.endswith("on other files not shown. To see all:  cbsite check\n")
    ended = cbsite("check", "content/site.yml", folder=hub)
    assert ended.returncode == 0
    assert ended.stdout.startswith("Everything is in order.\n")
    ended = cbsite("check", "content/none.md", folder=hub)
    assert ended.returncode == 2
    assert "There is no content/none.md in " in ended.stderr
