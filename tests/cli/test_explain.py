"""`cbsite explain`, and what `build --timings` prints."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.command import cbsite
from tests.support.hubs import small, write

DOOR = "content/case-studies/one-door.md"


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    folder = write(tmp_path / "hub", small())
    assert build(folder) == 0
    return folder


def build(folder: Path) -> int:
    return cbsite("build", "--source", folder, "--no-search").returncode


def explained(folder: Path, page: str) -> list[str]:
    ended = cbsite("explain", "--source", folder, "--no-search", page)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.splitlines()


def test_a_new_page(hub: Path) -> None:
    address, source, template, why = explained(hub, "/case-studies/one-door/")
    assert address == "/case-studies/one-door/"
    assert source.strip() == f"shows {DOOR}"
    assert template.strip() == "is printed by templates/pages/case-study.html"
    assert why == "It was rendered: the site had no such page before."


@pytest.mark.parametrize(
    "page", ["case-studies/one-door", "case-studies/one-door/index.html", DOOR]
)
def test_ways_to_name_a_page(hub: Path, page: str) -> None:
    assert explained(hub, page)[0] == "/case-studies/one-door/"


def test_a_page_whose_text_changed_and_one_that_stayed(hub: Path) -> None:
    file = hub / DOOR
    file.write_text(file.read_text("utf-8") + "\nMore words.\n", "utf-8")
    assert build(hub) == 0
    *_, why, where = explained(hub, DOOR)
    assert why == "It was rendered: what it shows has changed."
    assert where.startswith("  changed: page.sections[")
    assert explained(hub, "/contact/")[-1].startswith("It was not rendered")


def test_a_template_that_changed(hub: Path) -> None:
    own = {"templates/parts/blocks/gap.html": "<p>A gap: {{ block.text }}</p>\n"}
    write(hub, own)
    assert build(hub) == 0
    assert explained(hub, "/contact/")[-1].endswith("but a template has changed.")


def test_a_page_of_the_site_that_was_lost(hub: Path) -> None:
    (hub / "site/contact/index.html").unlink()
    assert build(hub) == 0
    assert "the file of the site was missing" in explained(hub, "/contact/")[-1]


def test_no_such_page(hub: Path) -> None:
    ended = cbsite("explain", "--source", hub, "--no-search", "/nowhere/")
    assert ended.returncode == 2
    assert "made no page /nowhere/" in ended.stderr


def test_a_hub_that_was_never_built(tmp_path: Path) -> None:
    ended = cbsite("explain", "--source", write(tmp_path, small()), "/contact/")
    assert ended.returncode == 2
    assert "Run  cbsite build  first." in ended.stderr
    assert not (tmp_path / ".cbsite").exists()


def test_timings_as_a_table(hub: Path) -> None:
    write(hub, {"content/site.yml": (hub / "content/site.yml").read_text("utf-8") + "# x\n"})
    ended = cbsite("build", "--source", hub, "--no-search", "--timings")
    lines = ended.stderr.splitlines()
    assert lines[0].split() == ["stage", "seconds", "of", "processors"]
    names = [line[:12].strip() for line in lines]
    assert names[1:3] == ["Starting", "Looking"]
    assert {"Reading", "Planning", "Making pages", "Publishing"} <= set(names)
    assert lines[-1].startswith("all ")


def test_timings_as_json(hub: Path) -> None:
    ended = cbsite("build", "--source", hub, "--no-search", "--timings=json")
    said = json.loads(ended.stderr)
    assert [stage["stage"] for stage in said["stages"]] == ["Starting", "Looking"]
    assert said["seconds"] == pytest.approx(sum(one["seconds"] for one in said["stages"]), abs=0.01)
    assert all(stage["cpu_seconds"] >= 0 for stage in said["stages"])
    assert "pages built." in ended.stdout
