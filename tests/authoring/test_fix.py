"""`cbsite fix`: shows what it would do, writes when told, takes it back when told, leaves the rest to people."""

from __future__ import annotations

from pathlib import Path
from subprocess import CompletedProcess

import pytest

from cbsite.authoring import fix as fix_module
from cbsite.authoring.copies import CannotFix
from cbsite.authoring.fix import ROUNDS, Fixed, fix_content
from cbsite.authoring.undo import write_changes
from cbsite.build import Request
from cbsite.diagnostics import Edit, Report, Source
from cbsite.ports import Ports
from cbsite.ports.disk import Disk
from cbsite.ports.overlay import Overlay
from cbsite.project import find_project
from tests.support.command import cbsite, cbsite_here, tree
from tests.support.hubs import AS_OF, Files, Given, small, write

PAGE = "content/case-studies/one-door.md"
OTHER = "content/case-studies/two-doors.md"
WRONG = """\
---
title: One door
summary: How one place put six offices behind a single door, and what came of it.
date: 2026-01-03
themes: [families]
places: [essex]
sources: [release]
---

## The problem

There were [nine](figure:members) offices, and [ten](figure:members) doors.

There were [eleven](figure:members) more. See [the paper](paragraph:paper#2).
"""
CHANGES: Files = {PAGE: WRONG, OTHER: WRONG.replace("One door", "Two doors")}


def run(folder: Path, *arguments: str | Path) -> CompletedProcess[str]:
    return cbsite_here("fix", "--source", folder, "--as-of", str(AS_OF), *arguments)


def fixed(folder: Path, only: tuple[Path, ...] = ()) -> Fixed:
    ports = Ports.real()
    project = find_project(ports.disk, folder)
    return fix_content(Request(project, AS_OF), ports, only, lambda _: None)


def test_it_shows_what_it_would_do_and_writes_nothing(tmp_path: Path) -> None:
    hub = write(tmp_path, small({PAGE: WRONG}))
    before = tree(hub)
    ended = cbsite("fix", "--source", hub, "--as-of", str(AS_OF))
    assert ended.returncode == 1
    assert ended.stderr == ""
    lines = ended.stdout.splitlines()
    assert lines[0] == f"{PAGE}: 3 things on lines 12 to 14"
    assert [line.split(":")[0] for line in lines[1:4]] == ["  line 12", "  line 12", "  line 14"]
    assert all(line.endswith("  (W-FIGURE)") for line in lines[1:4])
    assert lines[4:6] == [f"--- {PAGE}", f"+++ {PAGE} (mended)"]
    assert "-There were [nine](figure:members) offices, and [ten](figure:members) doors." in lines
    assert "+There were [4](figure:members) offices, and [4](figure:members) doors." in lines
    assert "Nothing is written yet. To make these changes, run this again with  --write" in lines
    assert "\x1b" not in ended.stdout
    assert tree(hub) == before


def test_it_writes_and_takes_back_when_told(tmp_path: Path) -> None:
    hub = write(tmp_path, small(CHANGES))
    before = tree(hub)
    ended = run(hub, "--write")
    assert ended.returncode == 0
    assert "Mended 2 files. To take it back:  cbsite fix --undo" in ended.stdout
    assert {path for path, data in tree(hub).items() if before.get(path) != data} >= set(CHANGES)
    assert "[4](figure:members) offices, and [4](figure" in (hub / PAGE).read_text()
    again = run(hub, "--write")
    assert again.returncode == 0
    assert again.stdout == "There is nothing that cbsite can mend safely by itself.\n"
    undone = cbsite("fix", "--source", hub, "--undo")
    assert undone.returncode == 0
    assert undone.stdout.splitlines() == [
        f"{path} is as it was before." for path in sorted(CHANGES)
    ]
    assert {path: data for path, data in tree(hub).items() if "content/" in path} == before
    nothing = cbsite_here("fix", "--source", hub, "--undo")
    assert nothing.returncode == 2
    assert nothing.stderr.startswith("cbsite: There is nothing to undo")


def test_nothing_to_mend(tmp_path: Path) -> None:
    ended = run(write(tmp_path, small()))
    assert ended.returncode == 0
    assert ended.stdout == "There is nothing that cbsite can mend safely by itself.\n"
    assert not (tmp_path / ".cbsite").exists()


@pytest.mark.parametrize("name", [OTHER, "content/case-studies", "absolute"])
def test_only_the_files_that_are_named(tmp_path: Path, name: str) -> None:
    hub = write(tmp_path, small(CHANGES))
    ended = run(hub, hub / OTHER if name == "absolute" else name, "--write")
    assert ended.returncode == 0
    assert (hub / OTHER).read_text() != CHANGES[OTHER]
    assert ((hub / PAGE).read_text() == WRONG) == (name != "content/case-studies")
    assert PAGE not in ended.stdout or name == "content/case-studies"


def test_files_are_named_from_where_one_is(tmp_path: Path) -> None:
    hub = write(tmp_path, small(CHANGES))
    ended = cbsite_here(
        "fix", "--source", "../..", "two-doors.md", folder=hub / "content/case-studies"
    )
    assert ended.returncode == 1
    assert ended.stdout.startswith(f"{OTHER}: 3 things")


@pytest.mark.parametrize("name", ["content/pages/none.md", "templates/base.html", "../x", "/"])
def test_files_that_are_not_there(tmp_path: Path, name: str) -> None:
    hub = write(tmp_path, small({"templates/base.html": "x"}))
    ended = run(hub, name)
    assert ended.returncode == 2
    assert ended.stderr.startswith(f"cbsite: There is no {name} in ")


@pytest.mark.parametrize("also", ["--write", PAGE])
def test_undo_stands_alone(tmp_path: Path, also: str) -> None:
    ended = run(write(tmp_path, small()), "--undo", also)
    assert ended.returncode == 2
    assert "--undo brings back all files of the last --write: use it alone." in ended.stderr


def test_what_is_left_for_people(tmp_path: Path) -> None:
    hub = write(
        tmp_path, small({PAGE: WRONG, OTHER: WRONG.replace("place:", "x").replace("essex", "esex")})
    )
    ended = run(hub, "--write")
    assert ended.returncode == 0
    left = ended.stdout.partition("Left for a person to mend:\n")[2].splitlines()
    assert left == [f"  {OTHER}: 1 error", "To see them:  cbsite check"]


def test_what_cannot_be_seen_is_written_out(tmp_path: Path) -> None:
    hub = write(tmp_path, small({PAGE: WRONG.replace(" offices, and", "\u202e offices\x1b[31m,")}))
    shown = run(hub).stdout
    assert "\u202e" not in shown
    assert "\x1b" not in shown


# --- in memory ---------------------------------------------------------------------------------


Rule = tuple[str, str, str]
"""Path, words and what to put in their place, wherever they stand."""


def with_rules(monkeypatch: pytest.MonkeyPatch, *rules: Rule) -> list[int]:
    """Have checks find only these rules' words, and say how often a check was made."""
    looks: list[int] = []

    def check(request: Request, ports: Ports, report: Report) -> None:
        looks.append(1)
        for path, words, instead in rules:
            text = ports.disk.read(request.project.root / path).decode().replace("\r\n", "\n")
            source = Source(path, text)
            for line, there in enumerate(source.lines, start=1):
                if (column := there.find(words) + 1) and "\n" not in words:
                    span = source.span(line, column, line, column + len(words))
                    report.add("W-WORD", span, "Words.", "Mend them.", [Edit(span, instead)])

    monkeypatch.setattr(fix_module, "check_content", check)
    return looks


def test_it_goes_on_until_nothing_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hub = write(tmp_path, {"content/a.md": "x\r\naaaaa aa\r\n"})
    looks = with_rules(monkeypatch, ("content/a.md", "aa", "b"), ("content/a.md", "bb", "c"))
    (file,) = fixed(hub).files
    assert file.change.after == b"x\r\nca b\r\n"
    assert {line for line, _ in file.problems} == {2}
    assert len(looks) == 4


def test_mends_that_undo_one_another_leave_the_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = write(tmp_path, {"content/a.md": "a1", "content/b.md": "b1"})
    rules = ("content/a.md", "a", "b"), ("content/a.md", "b", "a"), ("content/b.md", "b", "c")
    looks = with_rules(monkeypatch, *rules)
    made = fixed(hub)
    assert [file.change.path for file in made.files] == ["content/b.md"]
    assert ROUNDS < len(looks) < ROUNDS + 4
    assert {one.span.path for one in made.left} == {"content/a.md"}
    write_changes(Disk(), find_project(Disk(), hub), [file.change for file in made.files])
    assert fixed(hub).files == ()


def test_a_mend_that_grows_the_file_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = write(tmp_path, {"content/a.md": "a"})
    with_rules(monkeypatch, ("content/a.md", "a", "aa"))
    assert fixed(hub).files == ()


def test_an_edit_that_changes_nothing_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = write(tmp_path, {"content/a.md": "a"})
    looks = with_rules(monkeypatch, ("content/a.md", "a", "a"))
    assert fixed(hub).files == ()
    assert len(looks) == 1


def test_an_edit_of_a_character_by_itself_saves_the_file_as_utf_8(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = write(tmp_path, {"content/a.md": b"caf\xe9\r\n"})

    def check(request: Request, ports: Ports, report: Report) -> None:
        if b"\xe9" in ports.disk.read(request.project.root / "content/a.md"):
            span = Source("content/a.md", "café\n").span(1, 4, 1, 5)
            report.add("E-ENCODING", span, "Not UTF-8.", "Save it.", [Edit(span, "é")])

    monkeypatch.setattr(fix_module, "check_content", check)
    (file,) = fixed(hub).files
    assert file.change.after == "café\r\n".encode()
    assert file.before == file.after


def test_templates_and_strangers_are_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files: Given = dict.fromkeys(["content/a.md", "templates/b.html", "c.md"], "a")
    hub = write(tmp_path, files)
    with_rules(monkeypatch, *((path, "a", "b") for path in [*files, "content/../c.md"]))
    assert [file.change.path for file in fixed(hub).files] == ["content/a.md"]


def test_a_file_changed_between_check_and_mend(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = write(tmp_path, {"content/a.md": "a"})
    with_rules(monkeypatch, ("content/a.md", "a", "b"))
    seen = vars(fix_module)["check_content"]

    def check(request: Request, ports: Ports, report: Report) -> None:
        seen(request, ports, report)
        (hub / "content/a.md").write_text("mine, a")

    monkeypatch.setattr(fix_module, "check_content", check)
    with pytest.raises(CannotFix, match=r"changed content/a\.md just now"):
        fixed(hub)


def test_a_content_folder_that_is_a_link(tmp_path: Path) -> None:
    write(tmp_path / "elsewhere", small(CHANGES))
    (tmp_path / "hub").mkdir()
    (tmp_path / "hub/content").symlink_to(tmp_path / "elsewhere/content")
    with pytest.raises(CannotFix, match="is a link"):
        fixed(tmp_path / "hub")


def test_the_overlay_shows_changed_files_as_they_would_be(tmp_path: Path) -> None:
    write(tmp_path, {"a/b.md": "old", "a/c.md": "c"})
    disk = Overlay(Disk())
    place, other = tmp_path / "a/b.md", tmp_path / "a/c.md"
    assert not disk.was_read(place)
    assert disk.read(place) == disk.read_again(place) == b"old"
    disk.changed[place] = b"newer"
    assert disk.read(place) == disk.read_again(place) == b"newer"
    assert [(found.path, found.size) for found in disk.walk(tmp_path / "a")] == [
        ("b.md", 5),
        ("c.md", 1),
    ]
    assert (disk.size(place), disk.size(other)) == (5, 1)
    assert disk.read(other) == b"c"
    other.write_bytes(b"changed")
    assert disk.read_again(other) is None
    assert place.read_bytes() == b"old"
