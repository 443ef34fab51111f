"""Lineage: any graph in order of time, circles too, with rails that never lie over one another."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from cbsite.layout.blocks.lineage import Line, in_time, rails
from cbsite.layout.values import Lineage
from tests.support.hubs import make
from tests.support.prose import inside

IDS = "abcdefgh"


def test_what_follows_stands_after_and_dates_decide_the_rest() -> None:
    dates = {"late": "2012", "new": "2011-04", "old": "", "first": "2009"}
    lines = (Line("old", "new"), Line("late", "first", dashed=True))
    assert in_time(dates, lines) == ("first", "old", "new", "late")


def test_what_has_no_date_keeps_its_order() -> None:
    assert in_time({"b": "", "a": "", "c": "2012"}, ()) == ("c", "b", "a")


def test_a_circle_begins_with_the_earliest() -> None:
    lines = (Line("a", "b"), Line("b", "c"), Line("c", "a"))
    assert in_time({"a": "2012", "b": "2010", "c": "2011"}, lines) == ("b", "c", "a")


def test_lines_into_one_row_share_a_rail() -> None:
    found, count = rails("abc", (Line("a", "c"), Line("b", "c")))
    assert count == 1
    assert [[rail.part for rail in row] for row in found] == [["out"], ["through", "out"], ["into"]]


def test_a_dashed_line_has_a_rail_of_its_own_whichever_way_it_is_written() -> None:
    found, count = rails("ab", (Line("a", "b"), Line("b", "a", dashed=True)))
    assert count == 2
    assert sorted((rail.dashed, rail.part) for rail in found[0]) == [(False, "out"), (True, "out")]


LINES = st.lists(
    st.builds(Line, st.sampled_from(IDS), st.sampled_from(IDS), st.booleans()), max_size=30
)


@given(LINES, st.lists(st.sampled_from(["", "2010", "2011", "2012"]), min_size=8, max_size=8))
def test_any_graph_can_be_drawn(lines: list[Line], years: list[str]) -> None:
    order = in_time(dict(zip(IDS, years, strict=True)), lines)
    assert sorted(order) == list(IDS)
    found, count = rails(order, lines)
    assert count <= 6
    running: dict[float, bool] = {}
    for row in found:
        here = {rail.x: {one.part for one in row if one.x == rail.x} for rail in row}
        for x, parts in here.items():
            # A rail begins once, runs without a break, and ends once.
            assert parts in ({"out"}, {"through"}, {"through", "out"}, {"into"})
            assert ("through" in parts or "into" in parts) == (x in running)
        assert set(running) <= set(here)
        for rail in row:
            assert running.get(rail.x, rail.dashed) == rail.dashed
        running = {
            x: next(r.dashed for r in row if r.x == x)
            for x, parts in here.items()
            if "into" not in parts
        }
    assert not running


PROGRAMMES = """\
- id: budgets
  name: Budgets
  stage: live
  phases:
    - {phase: announced, date: 2010-10, source: {id: release}}
  follows: [total]
- id: total
  name: Total
  stage: ended
- id: rival
  name: Rival
  stage: announced
  competes_with:
    - {id: budgets, source: {id: release}, note: The release sets them side by side.}
- id: alone
  name: Alone
  stage: not-known
- id: child
  name: Child
  stage: proposed
  follows: [budgets]
- id: cousin
  name: Cousin
  stage: proposed
  follows: [rival]
"""


def names(folder: Path, address: str) -> list[tuple[str, bool]]:
    made = make(folder, {"content/data/programmes.yml": PROGRAMMES})
    return [
        (kin.name.text, kin.here)
        for drawn in inside(made.page(address), Lineage)
        for kin in drawn.rows
    ]


def test_all_programmes_that_are_related_stand_in_one_drawing(tmp_path: Path) -> None:
    assert names(tmp_path, "/programmes/") == [
        ("Total", False),
        ("Budgets", False),
        ("Child", False),
        ("Rival", False),
        ("Cousin", False),
    ]


def test_the_page_of_a_programme_shows_its_own_kin(tmp_path: Path) -> None:
    assert names(tmp_path / "a", "/programmes/budgets/") == [
        ("Total", False),
        ("Budgets", True),
        ("Child", False),
        ("Rival", False),
    ]
    assert names(tmp_path / "b", "/programmes/alone/") == []


def test_the_rows_say_in_words_what_the_lines_show(tmp_path: Path) -> None:
    made = make(tmp_path, {"content/data/programmes.yml": PROGRAMMES})
    (drawn,) = inside(made.page("/programmes/"), Lineage)
    budgets = next(kin for kin in drawn.rows if kin.name.text == "Budgets")
    said = {row.term: [words.text for words in row.values] for row in budgets.rows}
    assert said == {"Announced": ["October 2010"]}
    follows, competes = budgets.ties
    assert (follows.term, follows.name, follows.sources) == ("Follows", "Total", ())
    assert (competes.term, competes.name) == ("Competes with", "Rival")
    assert competes.note == "The release sets them side by side."
    assert budgets.name.href == "../programmes/budgets/"


RELEASE = """\
- id: release
  title: A release
  short_title: The release
  publisher: A department
  kind: news
  stance: opinion
"""


def test_a_relation_names_its_source_and_what_sort_of_text_that_is(tmp_path: Path) -> None:
    files = {"content/data/programmes.yml": PROGRAMMES, "content/data/sources.yml": RELEASE}
    made = make(tmp_path, files)
    (drawn,) = inside(made.page("/programmes/"), Lineage)
    ties = [tie for kin in drawn.rows for tie in kin.ties if tie.term == "Competes with"]
    # Both rows tell of it, whichever of the two programmes says so.
    assert [tie.name for tie in ties] == ["Rival", "Budgets"]
    for tie in ties:
        assert [(words.text, words.note) for words in tie.sources] == [("The release", "opinion")]
        assert tie.sources[0].href is not None
    rows = {row.term: row.values for row in made.page("/programmes/rival/").plate.rows}
    assert [(words.text, words.note) for words in rows["Competes with"]] == [
        ("Budgets", "opinion, The release")
    ]


def test_the_id_of_a_relation_is_checked_whichever_way_it_is_written(tmp_path: Path) -> None:
    programmes = """\
- id: budgets
  name: Budgets
  stage: live
  follows: [nobody]
  competes_with: [{id: nothing}]
- id: wrong
  name: Wrong
  stage: soon
  follows: [nowhere]
"""
    made = make(tmp_path, {"content/data/programmes.yml": programmes})
    assert [problem for problem in made.problems() if "E-REF" in problem] == [
        "E-REF content/data/programmes.yml:4:13",
        "E-REF content/data/programmes.yml:5:24",
        "E-REF content/data/programmes.yml:9:13",
    ]
