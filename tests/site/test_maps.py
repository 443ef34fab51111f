"""Maps on whole sites: with a map, without one, and the demonstration hub's."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import yaml

from tests.support.command import REPOSITORY
from tests.support.hubs import site, small, write
from tests.support.maps import england, with_map

_HREF = re.compile(r'<a href="([^"]+)"')
_ROOM = re.compile(r'<div class="mapbox".*?</svg>\s*</div>', re.S)
_TABLE = re.compile(r'<table class="tbl key.*?</table>', re.S)

TEXT = """\
---
title: About
date: 2026-01-01
---

```map
title: Two places
places: [essex, kent]
```
"""


def _page(folder: Path, address: str) -> str:
    return (folder / address).read_text("utf-8")


def test_a_hub_with_a_map_shows_it_where_places_are(tmp_path: Path) -> None:
    hub = write(tmp_path, small(with_map(**{"content/pages/about.md": TEXT})))
    built, report = site(hub)
    assert [d for d in report if d.level == "error"] == []
    for address in ("index.html", "places/index.html", "about/index.html"):
        page = _page(built, address)
        (room,), tables = _ROOM.findall(page), _TABLE.findall(page)
        assert tables, address
        drawn = set(_HREF.findall(room))
        assert drawn, address
        assert drawn <= set(_HREF.findall(tables[0])), address
        assert "Map: Made for a test" in page
    place = _page(built, "places/essex/index.html")
    assert "Map square B1" in place
    assert 'role="img" aria-label="Essex on the map, in square B1' in place


def test_ids_of_several_maps_on_a_page_do_not_clash(tmp_path: Path) -> None:
    text = TEXT + "\n" + TEXT.partition("---\n\n")[2].replace("Two", "Again two")
    built, _ = site(write(tmp_path, small(with_map(**{"content/pages/about.md": text}))))
    ids = re.findall(r' id="([^"]+)"', _page(built, "about/index.html"))
    assert len(ids) == len(set(ids))
    assert sum(id.endswith("_land") for id in ids) == 2


def test_a_hub_without_a_map_has_no_trace_of_one(tmp_path: Path) -> None:
    built, report = site(write(tmp_path, small({"content/pages/about.md": TEXT})))
    assert [d for d in report if d.level == "error"] == []
    for file in built.rglob("*.html"):
        page = file.read_text("utf-8")
        assert not re.search(
            r'class="(map|mapbox|swatch|m-\w+)"|Map square|Natural Earth|plate-map', page
        ), file
    home = _page(built, "index.html")
    assert 'class="plate plate-home"' in home
    assert 'class="index"' in home
    about = _page(built, "about/index.html")
    assert "<caption>Two places</caption>" in about
    assert "Square" not in about
    assert '<th scope="col">Region</th>' in about


def test_every_place_with_an_area_is_on_a_map(built_hub: Path) -> None:
    """Of the demonstration hub: by its own id, its areas or its members' ids, as YAML alone says it."""
    places: dict[str, dict[str, object]] = {}
    for record in yaml.safe_load((REPOSITORY / "content/data/places.yml").read_text("utf-8")):
        places[record["id"]] = record
    for file in (REPOSITORY / "content/places").glob("*.md"):
        places[file.stem] = yaml.safe_load(file.read_text("utf-8").split("---\n")[1])
    areas = set(england().areas)

    def has_area(id: str) -> bool:
        record = places.get(id, {})
        members = record.get("members") or []
        assert isinstance(members, list)
        return bool(record.get("areas")) or id in areas or any(map(has_area, members))

    listed = _page(built_hub, "places/index.html")
    drawn = [id for id in places if has_area(id) or "lat" in places[id]]
    assert len(drawn) > 30
    for id in drawn:
        page = _page(built_hub, f"places/{id}/index.html")
        (square,) = re.findall(r"Map square ([A-H][1-9])</b>", page)
        assert 'class="map crop"' in page
        row = re.search(
            rf'<tr[^>]*>(?:(?!</tr>).)*href="\.\./places/{id}/".*?</tr>',
            listed[listed.index("list_1") :],
            re.S,
        )
        assert row is not None
        assert f">{square}<" in row[0]
    for id in places.keys() - set(drawn):
        file = built_hub / f"places/{id}/index.html"
        assert (
            not file.exists() or "Map square" not in file.read_text("utf-8").partition("</dl>")[0]
        )


def test_the_map_of_the_front_page_and_its_table_agree(built_hub: Path) -> None:
    chosen = yaml.safe_load((REPOSITORY / "content/site.yml").read_text("utf-8"))["home"]["places"]
    page = _page(built_hub, "index.html")
    (room,), (table,) = _ROOM.findall(page), _TABLE.findall(page)
    addresses = [f"places/{id}/" for id in chosen]
    assert _HREF.findall(table) == addresses
    assert sorted(_HREF.findall(room)) == sorted(addresses)
    for number, square in re.findall(r'aria-label="(\d+) [^"]*, map square (\w\d)"', room):
        assert f"<b>{number}</b>" in table
        assert f">{square}<" in table
    assert "Map: Made with Natural Earth" in page


def test_pages_with_maps_are_light(built_hub: Path) -> None:
    pages = [built_hub / "index.html", *built_hub.glob("places/**/index.html")]
    heavy = {
        page.relative_to(built_hub).as_posix(): size
        for page in pages
        if (size := len(gzip.compress(page.read_bytes(), 9))) > 20_000
    }
    assert heavy == {}
