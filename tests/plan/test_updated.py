"""When pages say that they were last updated."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from cbsite.plan.lists import PAGE_SIZES
from cbsite.plan.own_pages import REGISTER_TITLES
from cbsite.plan.registers import ON_REGISTER_PAGE
from cbsite.plan.updated import _REGISTERS, updated
from cbsite.rebuild.dates import _HAVE_THEIR_OWN
from cbsite.records.common import Item
from cbsite.records.kinds import BY_NAME, KINDS
from tests.support.documents import ANNEXES, SPLIT
from tests.support.hubs import Files, Made, make, small

OF_FILES = {
    "content/data/places.yml": "2012-02-01",
    "content/data/places/devon.yml": "2012-03-01",
    "content/places/surrey.md": "2012-01-01",
    "content/data/topics.yml": "2012-05-01",
    "content/data/figures.yml": "2012-04-01",
    "content/data/events.yml": "2012-06-01",
    "content/data/pilots.yml": "2012-07-01",
}

OWN: Files = {
    "content/data/places/devon.yml": "name: Devon\nkind: council\n",
    "content/places/surrey.md": "---\nname: Surrey\nkind: council\n---\n\nWords.\n",
}
"""Records with files of their own."""


def days_of(made: Made, days: Mapping[str, str]) -> dict[str, str]:
    """What pages say, by address, with these days of files; those that say nothing are left out."""
    read = {path: datetime.date.fromisoformat(day) for path, day in days.items()}
    library = replace(made.library, days=read)
    found = {address: updated(library, page) for address, page in made.plan.pages.items()}
    return {address: day.isoformat() for address, day in found.items() if day}


ITEMS = {"/case-studies/one-door/": "2026-01-03", "/documents/paper/": "2026-01-02"}
"""They say it themselves."""


def test_without_a_history_only_items_say_it(tmp_path: Path) -> None:
    assert days_of(make(tmp_path, OWN), {}) == ITEMS


def test_lists_and_records_with_files_of_their_own(tmp_path: Path) -> None:
    made = make(tmp_path, OWN)
    assert made.problems() == []
    told = days_of(made, {**OF_FILES, "content/documents/paper.md": "2030-01-01"})
    assert told == {
        **ITEMS,
        "/places/": "2012-03-01",
        "/places/devon/": "2012-03-01",
        "/places/surrey/": "2012-01-01",
        "/figures/": "2012-05-01",
        "/pilots/": "2012-07-01",
        "/timeline/": "2012-06-01",
    }


def test_the_pages_of_a_list_are_as_old_as_the_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PAGE_SIZES, "places", 1)
    told = days_of(make(tmp_path), OF_FILES)
    assert told["/places/page/2/"] == told["/places/"] == "2012-02-01"


def test_a_choice_from_a_list_says_nothing(tmp_path: Path) -> None:
    """Nobody knows whether the commit changed what has been chosen."""
    events = small()["content/data/events.yml"]
    more = events.replace("id: meeting", "id: report").replace("2012-05-21", "2013")
    made = make(tmp_path, {"content/data/events.yml": events + more})
    assert made.problems() == []
    chosen = {address for address in made.plan.pages if address.startswith("/timeline/")}
    assert len(chosen) > 2
    assert chosen & set(days_of(made, OF_FILES)) == {"/timeline/"}


@pytest.mark.parametrize("path", ["content/data/places.yml", "content/data/places/devon.yml"])
def test_a_file_without_a_day_leaves_its_list_without_one(tmp_path: Path, path: str) -> None:
    days = {name: day for name, day in OF_FILES.items() if name != path}
    assert "/places/" not in days_of(make(tmp_path, OWN), days)


def test_a_draft_dates_no_list(tmp_path: Path) -> None:
    draft = {"content/data/places/devon.yml": "name: Devon\nkind: council\nstatus: draft\n"}
    assert days_of(make(tmp_path, draft), OF_FILES)["/places/"] == "2012-02-01"
    assert days_of(make(tmp_path, draft, drafts=True), OF_FILES)["/places/"] == "2012-03-01"


def test_a_withdrawn_record_says_when(tmp_path: Path) -> None:
    gone = OWN["content/data/places/devon.yml"] + "status: withdrawn\nwithdrawn_reason: Gone.\n"
    told = days_of(make(tmp_path, {"content/data/places/devon.yml": gone}), OF_FILES)
    assert told["/places/devon/"] == told["/places/"] == "2012-03-01"


def test_a_topic_is_as_old_as_its_figures(tmp_path: Path) -> None:
    figure = (
        "topic: size\nstatement: Places in the network\nvalue: 4\ncounts: places\nas_at: 2012-05\n"
        "source: {id: release, locator: the top}\n"
    )
    own = {
        "content/data/topics.yml": "",
        "content/data/topics/size.yml": "question: How many places are there?\n",
        "content/data/figures.yml": "",
        "content/data/figures/members.yml": figure,
    }
    days = {"content/data/topics/size.yml": "2012-01-01"}
    figures = {"content/data/figures/members.yml": "2012-02-01"}
    made = make(tmp_path / "own", own)
    assert made.problems() == []
    assert days_of(made, days | figures)["/figures/size/"] == "2012-02-01"
    assert "/figures/size/" not in days_of(made, days)
    # Of a list of figures nobody knows which of them a commit changed.
    listed = make(tmp_path / "list", {name: own[name] for name in list(own)[:2]})
    every = days | {"content/data/figures.yml": "2012-02-01"}
    assert "/figures/size/" not in days_of(listed, every)
    assert days_of(listed, every)["/figures/"] == "2012-02-01"


def test_every_page_of_an_item_says_the_same(tmp_path: Path) -> None:
    told = days_of(make(tmp_path, {**SPLIT, **ANNEXES}), {})
    mine = {day for address, day in told.items() if address.startswith("/documents/two-rivers/")}
    assert len(mine) == 1
    assert len([address for address in told if address.startswith("/documents/two-rivers/")]) > 2


def test_the_pages_show_it(tmp_path: Path) -> None:
    made = make(tmp_path, OWN)
    assert made.page("/places/").frame.updated == ""
    days = {path: datetime.date.fromisoformat(day) for path, day in OF_FILES.items()}
    dated = replace(made, library=replace(made.library, days=days))
    assert dated.page("/places/").frame.updated == "1 March 2012"
    assert dated.page("/timeline/").frame.updated == "1 June 2012"
    assert dated.page("/places/surrey/").frame.updated == "1 January 2012"
    assert dated.page("/places/essex/").frame.updated == ""


def test_every_register_that_says_no_day_itself_is_thought_of() -> None:
    items = {kind.name for kind in KINDS if issubclass(kind.model, Item)}
    assert {kind for kinds in _REGISTERS.values() for kind in kinds} == set(BY_NAME) - items
    assert {f"{BY_NAME[name].register}/" for name in items} == set(_HAVE_THEIR_OWN)
    pages = {*REGISTER_TITLES, *(page.strip("/") for page in ON_REGISTER_PAGE.values()), "figures"}
    assert set(_REGISTERS) == pages - {BY_NAME[name].register for name in items}
