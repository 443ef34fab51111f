"""Map files that are wrong: said in words, at the place, and never a traceback."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cbsite.diagnostics import Report, Source
from cbsite.read.map_file import read_map
from tests.support.command import cbsite
from tests.support.hubs import small, where, write
from tests.support.maps import map_text, small_map, with_map

AREAS = small_map()["areas"]


def _found(text: str) -> tuple[list[str], str]:
    report = Report()
    assert read_map(Source("templates/maps/small.json", text), report) is None
    return [where(one) for one in report], " ".join(one.message for one in report)


def test_a_good_file_is_read() -> None:
    report = Report()
    file = read_map(Source("templates/maps/small.json", map_text()), report)
    assert list(report) == []
    assert file is not None
    assert [area.id for area in file.areas] == ["essex", "kent", "surrey"]


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("", ":1:1", "not JSON"),
        ("{\n\"name\": 'x'\n}", ":2:9", "not JSON"),
        (map_text().replace('"Essex",', '"Essex"'), ":18:33", "expecting ',' delimiter"),
        ("[1, 2]", ":1:1", "does not hold the fields of a map"),
        ("[" * 5000, ":1:", "not JSON"),
    ],
    ids=["empty", "quotes", "comma", "a list", "deep"],
)
def test_what_is_not_a_map_in_json_is_said(text: str, place: str, said: str) -> None:
    found, message = _found(text)
    assert len(found) == 1
    assert found[0].startswith(f"E-MAP templates/maps/small.json{place}")
    assert said in message


@pytest.mark.parametrize(
    ("changes", "place", "said"),
    [
        ({"credit": None}, "E-REQ templates/maps/small.json:2:1", "has no credit"),
        ({"areas": []}, "E-REQ", "at least one entry"),
        ({"colour": "red"}, "E-KEY templates/maps/small.json:22:1", "'colour' is not a field"),
        ({"width": "wide"}, "E-VALUE templates/maps/small.json:4:10", "'wide' is not a number"),
        (
            {"areas": [AREAS[0], {**AREAS[1], "path": "M0 0C1 1 2 2 3 3"}]},
            "E-VALUE templates/maps/small.json:19:40",
            "not a path of straight lines",
        ),
        (
            {"areas": [AREAS[0], {**AREAS[1], "id": "essex"}]},
            "E-VALUE templates/maps/small.json:19:8",
            "Two areas of the map have the id 'essex'",
        ),
        ({"areas": [{**AREAS[0], "id": "Essex County"}]}, "E-VALUE", "cannot be an id"),
    ],
    ids=["missing", "no areas", "unknown", "number", "path", "twice", "id"],
)
def test_each_wrong_field_is_found_at_its_place(
    changes: dict[str, Any], place: str, said: str
) -> None:
    found, message = _found(map_text(**changes))
    assert len(found) == 1
    assert found[0].startswith(place)
    assert said in message


def test_the_command_explains_a_broken_map(tmp_path: Path) -> None:
    ended = cbsite("check", "--source", write(tmp_path, small(with_map("{"))))
    assert ended.returncode == 1
    assert "templates/maps/small.json\n  line 1, " in ended.stdout
    assert "Traceback" not in ended.stderr


def test_a_map_that_is_not_there_is_said_at_its_line(tmp_path: Path) -> None:
    hub = write(tmp_path, small(with_map()))
    site = hub / "content/site.yml"
    site.write_text(site.read_text("utf-8").replace("map: small", "map: smal"), "utf-8")
    ended = cbsite("check", "--source", hub)
    line = site.read_text("utf-8").splitlines().index("map: smal") + 1
    assert ended.returncode == 1
    assert f"content/site.yml\n  line {line}, column 6" in ended.stdout
    assert "There is no map called 'smal'." in ended.stdout
    assert "\n      map: small\n" in ended.stdout
