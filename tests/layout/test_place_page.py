"""A place's page: which dates and figures stand on it, and which are left to the pages that hold them all."""

from __future__ import annotations

from pathlib import Path

from cbsite.layout.values import Events, FigureCards, PageValue, Words
from tests.support.hubs import make, small
from tests.support.prose import inside


def _event(id: str, more: str) -> str:
    return (
        f"- id: {id}\n  title: {id}\n  when: 2012-05-21\n  kind: meeting\n  certainty: happened\n"
        f"  lane: local\n  source: {{id: release, locator: the first lines}}\n  {more}\n"
    )


def _pilot(place: str) -> str:
    return (
        f"- id: whole-{place}\n  name: Whole {place}\n  programme: budgets\n  cohort: first\n"
        f"  place: {place}\n  level: whole-place\n  stage: live\n"
    )


def _page(folder: Path, pilots: str, words: str = "") -> PageValue:
    figures = "".join(
        f"- id: {id}\n  topic: size\n  statement: {id}\n  value: {value}\n  counts: places\n"
        f"  as_at: 2012-05\n  places: [essex]\n  source: {{id: paper, paragraph: '1'}}\n"
        for id, value in (("members", 4), ("offices", 6))
    )
    files = small(
        {
            "content/data/programmes.yml": "- id: budgets\n  name: Budgets\n  stage: live\n"
            "  cohorts:\n    - id: first\n      name: First\n      level: whole-place\n"
            "      source: {id: release, locator: the first lines}\n",
            "content/data/pilots.yml": pilots,
            "content/data/events.yml": _event("shared", f"pilots: [{_ids(pilots)}]")
            + _event("own", "pilots: [whole-essex]")
            + _event("here", "places: [essex]"),
            "content/data/figures.yml": figures,
            "content/data/places.yml": "- id: kent\n  name: Kent\n  kind: council\n",
            "content/places/essex.md": f"---\nname: Essex\nkind: council\n---\n\n{words}\n",
        }
    )
    return make(folder, files).page("/places/essex/")


def _ids(pilots: str) -> str:
    lines = (line for line in pilots.splitlines() if line.startswith("- id"))
    return ", ".join(line.removeprefix("- id: ") for line in lines)


def _dates(page: PageValue) -> list[str]:
    return [row.title.text for block in inside(page, Events) for row in block.rows]


def test_what_all_pilots_of_a_group_share_is_left_to_the_pilots_page(tmp_path: Path) -> None:
    page = _page(tmp_path, _pilot("essex") + _pilot("kent"))
    assert sorted(_dates(page)) == ["here", "own"]
    (section,) = (section for section in page.sections if section.id == "see_dates")
    assert section.more == Words("All dates of Whole essex", "../../pilots/whole-essex/#see_dates")


def test_a_pilot_alone_in_its_group_shares_with_nobody(tmp_path: Path) -> None:
    page = _page(tmp_path, _pilot("essex"))
    assert sorted(_dates(page)) == ["here", "own", "shared"]
    (section,) = (section for section in page.sections if section.id == "see_dates")
    assert section.more is None


def test_figures_that_the_text_marks_have_no_card(tmp_path: Path) -> None:
    page = _page(tmp_path / "one", _pilot("essex"), "There were [](figure:members).")
    (cards,) = inside(page, FigureCards)
    assert [card.statement.text for card in cards.cards] == ["offices"]
    both = _page(tmp_path / "both", _pilot("essex"), "[](figure:members), [](figure:offices).")
    assert not list(inside(both, FigureCards))
