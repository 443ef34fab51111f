"""Ten broken files: ten diagnostics in one run, nothing published, the old site as it was."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.support.command import REPOSITORY, cbsite, tree
from tests.support.hubs import small, where, write

BROKEN = REPOSITORY / "tests" / "hubs" / "broken"

EXPECTED = [
    "E-LINK content/case-studies/link.md:13:54",
    "E-FILE content/case-studies/picture.md:12:13",
    "E-DATE content/data/events.yml:3:9",
    "E-REF content/data/pilots.yml:7:14",
    "E-YAML-COLON content/data/places.yml:6:14",
    "E-DUPKEY content/data/programmes.yml:5:3",
    "E-REQ content/data/sources.yml:1:3",
    "E-KEY content/data/themes.yml:3:3",
    "E-ENCODING content/documents/letter.md:2:27",
    "E-HTML content/pages/about.md:7:18",
]


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A copy of the broken hub, in which a site has been built before it broke."""
    hub = tmp_path / "hub"
    write(hub, small())
    assert cbsite("build", "--source", hub).returncode == 0
    shutil.rmtree(hub / "content")
    shutil.copytree(BROKEN / "content", hub / "content")
    return hub


def test_ten_mistakes_in_one_run() -> None:
    before = tree(BROKEN)
    ended = cbsite("check", "--source", BROKEN, "--format", "json")
    found = json.loads(ended.stdout)
    assert [where(one) for one in found] == EXPECTED
    assert {one["level"] for one in found} == {"error"}
    assert all(one["message"] and one["hint"] for one in found)
    assert ended.returncode == 1
    assert ended.stderr == ""
    assert tree(BROKEN) == before


def test_the_old_site_stays(broken: Path) -> None:
    before = tree(broken / "site")
    ended = cbsite("build", "--source", broken)
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert "Traceback" not in ended.stderr
    assert "\n10 errors, 0 warnings.\n" in ended.stderr
    assert ended.stderr.endswith("\nNothing was published.\n")
    for line in EXPECTED:
        code, place = line.split(" ")
        path, number, column = place.split(":")
        assert f"{path}\n  line {number}, column {column}: " in ended.stderr
        assert f"    ({code}, help: cbsite help {code})" in ended.stderr
    assert tree(broken / "site") == before
    assert sorted(path.name for path in broken.iterdir()) == [".cbsite", "content", "site"]


def test_without_an_old_site_there_is_none(tmp_path: Path) -> None:
    shutil.copytree(BROKEN / "content", tmp_path / "content")
    assert cbsite("build", "--source", tmp_path).returncode == 1
    # What could be read is remembered for the next build, but there is no site.
    assert sorted(path.name for path in tmp_path.iterdir()) == [".cbsite", "content"]


def test_each_line_is_shown_with_a_mark_under_it() -> None:
    ended = cbsite("check", "--source", BROKEN)
    lines = ended.stdout.splitlines()
    at = lines.index("        when: 2012-02-30")
    assert lines[at - 2] == "content/data/events.yml"
    assert lines[at - 1] == "  line 3, column 9: '2012-02-30' is not in the calendar."
    assert lines[at + 1] == "              ^^^^^^^^^^"
    assert lines[at + 2].startswith("    ")


@pytest.mark.parametrize("mistake", sorted(path.split(":")[0].split(" ")[1] for path in EXPECTED))
def test_each_mistake_alone_stops_the_build(tmp_path: Path, mistake: str) -> None:
    """The ten do not hide one another, and each is enough."""
    target = write(tmp_path, small()) / mistake
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(BROKEN / mistake, target)
    ended = cbsite("check", "--source", tmp_path, "--format", "json")
    assert ended.returncode == 1
    (expected,) = (line for line in EXPECTED if mistake in line)
    assert expected in [where(one) for one in json.loads(ended.stdout)]


def test_a_hub_without_its_site_file(tmp_path: Path) -> None:
    write(tmp_path, small({"content/site.yml": "", "content/data/themes.yml": "- id: A B\n"}))
    ended = cbsite("check", "--source", tmp_path, "--format", "json")
    codes = {one["code"] for one in json.loads(ended.stdout)}
    assert "E-SITE" in codes
    assert len(codes) > 1  # the other mistakes too
    assert ended.returncode == 1


def test_strict_lets_warnings_stop_the_build(tmp_path: Path) -> None:
    case = small()["content/case-studies/one-door.md"]
    words = case.replace("[](figure:members)", "[over 30](figure:members)")
    write(tmp_path, small({"content/case-studies/one-door.md": words}))
    assert cbsite("check", "--source", tmp_path).returncode == 0
    ended = cbsite("build", "--source", tmp_path, "--strict")
    assert ended.returncode == 1
    assert "(W-FIGURE, " in ended.stderr
    assert not (tmp_path / "site").exists()
    assert cbsite("build", "--source", tmp_path).returncode == 0
