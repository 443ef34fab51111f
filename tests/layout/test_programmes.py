"""Programmes, their groups of pilots, and pilots: plans beside outcomes, states, gaps."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbsite.layout.values import (
    Events,
    FigureCards,
    Gap,
    Items,
    Kin,
    Plan,
    Plans,
    Route,
    Section,
    Stop,
    SummaryList,
    Table,
)
from tests.support.hubs import SMALL, Made, make
from tests.support.prose import inside

PROGRAMMES = "content/data/programmes.yml"
PILOTS = "content/data/pilots.yml"
EVENTS = "content/data/events.yml"

BUDGETS = """\
- id: budgets
  name: Budgets
  stage: live
  phases:
    - {phase: announced, date: 2010-11, source: {id: release}}
    - phase: announced
      date: 2010-10
      note: The paper is earlier.
      source: {id: paper, paragraph: "1"}
    - {phase: live, date: 2011-04, source: {id: release}}
  cohorts:
    - id: first
      name: First wave
      planned: Sixteen areas
      announced: 2010-10
      source: {id: release}
      outcome: Fourteen areas
      outcome_source: {id: paper, paragraph: "2"}
      became: [second]
      figures: [members]
    - id: second
      name: Second wave
    - id: third
      name: Third wave
"""

PILOT = """\
- id: whole-essex
  name: Whole Essex
  programme: budgets
  cohort: first
  place: essex
  level: whole-place
  stage: {stage}
{more}"""


def hub(folder: Path, stage: str = "live", more: str = "", **changes: str) -> Made:
    pilot = PILOT.format(stage=stage, more=more)
    return make(folder, {PROGRAMMES: BUDGETS, PILOTS: pilot, **changes})


def said(stop: Stop) -> list[str]:
    return [one.text for one in stop.said]


def test_two_sources_for_one_phase_stand_side_by_side(tmp_path: Path) -> None:
    (route,) = inside(hub(tmp_path).page("/programmes/budgets/"), Route)
    announced, confirmed, live, ended = route.stops
    assert said(announced) == ["October 2010", "November 2010"]
    assert announced.said[0].note == "The paper is earlier."
    assert [one.source.text for one in announced.said if one.source] == [
        "The paper, paragraph 1",
        "The release",
    ]
    assert (confirmed.state, confirmed.said[0].gap) == ("done", True)
    assert (live.state, said(live)) == ("now", ["April 2011"])
    assert (ended.state, said(ended)) == ("todo", ["Our sources do not say"])
    assert ended.said[0].gap


@pytest.mark.parametrize(
    ("stage", "phases", "states"),
    [
        ("ended", "", ["done", "done", "done", "now"]),
        ("announced", "", ["now", "todo", "todo", "todo"]),
        ("not-known", "live", ["done", "done", "done", "todo"]),
        ("not-known", "", []),
        ("proposed", "", []),
    ],
)
def test_every_stage_of_a_programme_is_drawn_or_told(
    tmp_path: Path, stage: str, phases: str, states: list[str]
) -> None:
    text = f"- id: budgets\n  name: Budgets\n  stage: {stage}\n"
    if phases:
        text += f"  phases:\n    - {{phase: {phases}, date: 2011, source: {{id: release}}}}\n"
    page = make(tmp_path, {PROGRAMMES: text}).page("/programmes/budgets/")
    assert [stop.state for route in inside(page, Route) for stop in route.stops] == states
    (section,) = [s for s in page.sections if s.id == "see_phases"]
    assert states or isinstance(section.blocks[0], Gap)


def test_plan_and_outcome_stand_side_by_side_even_where_empty(tmp_path: Path) -> None:
    (table,) = inside(hub(tmp_path).page("/programmes/budgets/"), Plans)
    first, second, _ = table.rows
    assert first.name.href == "../../programmes/budgets/first/"
    assert (first.planned.text, first.outcome.text) == ("Sixteen areas", "Fourteen areas")
    assert [w.text for w in first.planned_by] == ["Announced October 2010", "The release"]
    assert [w.text for w in first.outcome_by] == ["The paper, paragraph 2"]
    assert [w.href for w in first.became] == ["../../programmes/budgets/second/"]
    assert first.pilots.text == "1"
    assert (second.planned.gap, second.outcome.gap, second.pilots.gap) == (True, True, True)


def test_a_group_has_a_page_of_its_own(tmp_path: Path) -> None:
    page = hub(tmp_path).page("/programmes/budgets/first/")
    assert page.plate.title == "First wave"
    assert [crumb.text for crumb in page.plate.crumbs] == [
        "Home",
        "Programmes",
        "Budgets",
        "First wave",
    ]
    rows = {row.term: [w.text for w in row.values] for row in page.plate.rows}
    assert rows == {
        "Programme": ["Budgets"],
        "Announced": ["October 2010"],
        "Pilots we can name": ["1"],
        "Became": ["Second wave"],
        "Source": ["The release", "The paper, paragraph 2"],
    }
    (plan,) = inside(page, Plan)
    assert plan.outcome.text == "Fourteen areas"
    (table,) = inside(page, Table)
    assert table.caption == "Level: whole place"
    assert [cell.text for cell in table.rows[0][:3]] == ["Whole Essex", "Essex", "Live"]
    assert table.rows[0][2].shape == "disc"
    (cards,) = inside(page, FigureCards)
    assert [card.number for card in cards.cards] == ["4"]
    assert [(kin.name.text, kin.here) for kin in inside(page, Kin)] == [
        ("First wave", True),
        ("Second wave", False),
    ]
    assert page.indexed is not None
    assert ("programme", "Budgets") in page.indexed.filters
    assert {name for name, _ in page.indexed.sorts} == {"title", "date"}


def test_a_group_without_pilots_says_so(tmp_path: Path) -> None:
    page = hub(tmp_path).page("/programmes/budgets/second/")
    rows = {row.term: row.values for row in page.plate.rows}
    assert rows["Announced"][0].gap
    assert [w.text for w in rows["Came from"]] == ["First wave"]
    assert "None of our sources names a pilot of this group." in [g.text for g in inside(page, Gap)]


def test_the_groups_of_a_withdrawn_programme_have_no_pages(tmp_path: Path) -> None:
    text = BUDGETS.replace(
        "  stage: live\n", "  stage: live\n  status: withdrawn\n  withdrawn_reason: A mistake.\n", 1
    )
    made = hub(tmp_path, **{PROGRAMMES: text})
    assert "/programmes/budgets/first/" not in made.plan.pages
    rows = {row.term for row in made.page("/pilots/whole-essex/").plate.rows}
    assert "Group" not in rows


def test_an_old_address_cannot_be_that_of_a_group(tmp_path: Path) -> None:
    pilot = PILOT.format(stage="live", more="  aliases: [/programmes/budgets/first/]\n")
    made = make(tmp_path, {PROGRAMMES: BUDGETS, PILOTS: pilot})
    assert made.problems() == [f"E-CLASH {PILOTS}:8:13"]


@pytest.mark.parametrize(
    ("old", "new", "where", "message"),
    [
        ("id: second", "id: first", "21:11", "Two cohorts of the programme have the id 'first'."),
        ("[second]", "[sceond]", "19:16", "The programme has no other cohort 'sceond'."),
        ("[second]", "[first]", "19:16", "The programme has no other cohort 'first'."),
    ],
)
def test_groups_must_fit_together(
    tmp_path: Path, old: str, new: str, where: str, message: str
) -> None:
    made = make(tmp_path, {PROGRAMMES: BUDGETS.replace(old, new), PILOTS: ""})
    (found,) = made.messages("E-VALUE")
    assert found[0] == message
    assert f"E-VALUE {PROGRAMMES}:{where}" in made.problems()


HISTORY = """\
  stage_history:
    - {stage: selected, date: 2011-12, source: {id: release}}
    - {stage: selected, date: 2011-11, source: {id: paper, paragraph: "1"}, note: By the paper.}
"""


def test_the_way_of_a_pilot_has_every_source(tmp_path: Path) -> None:
    (route,) = inside(hub(tmp_path, "scoping", HISTORY).page("/pilots/whole-essex/"), Route)
    assert [stop.state for stop in route.stops] == ["done", "done", "now", "todo", "todo", "todo"]
    assert said(route.stops[1]) == ["November 2011", "December 2011"]
    assert route.stops[0].said[0].gap
    assert route.stops[2].said[0].gap


def test_ended_closes_the_way(tmp_path: Path) -> None:
    more = HISTORY + "    - {stage: ended, date: 2013, source: {id: release}}\n"
    (route,) = inside(hub(tmp_path, "ended", more).page("/pilots/whole-essex/"), Route)
    assert [stop.name for stop in route.stops][-2:] == ["Live", "Ended"]
    assert (route.stops[-1].state, said(route.stops[-1])) == ("now", ["2013"])


def test_one_not_selected_is_crossed_out_and_keeps_what_came_before(tmp_path: Path) -> None:
    more = """\
  stage_history:
    - {stage: announced, date: 2011-06, source: {id: release}}
    - {stage: not-selected, date: 2011-12, source: {id: release}}
"""
    made = hub(tmp_path, "not-selected", more)
    (route,) = inside(made.page("/pilots/whole-essex/"), Route)
    assert [(stop.state, stop.name) for stop in route.stops] == [
        ("done", "Announced"),
        ("refused", "Not selected"),
    ]
    (table,) = inside(made.page("/pilots/"), Table)
    assert table.rows[0][2].shape == "crossed"


def test_one_without_history_says_so(tmp_path: Path) -> None:
    page = hub(tmp_path).page("/pilots/whole-essex/")
    assert any("no dates for this pilot" in gap.text for gap in inside(page, Gap))


LINES = """\
  budget_lines:
    - {name: Supported housing, department: lga, in_scope: "yes", source: {id: release}}
    - {name: Schools, in_scope: "no", source: {id: release}, note: By law.}
    - {name: Skills, in_scope: sought, source: {id: release}}
    - {name: Courts, in_scope: unclear, source: {id: paper, paragraph: "1"}}
"""


def test_budget_lines_say_what_is_in_with_shape_and_words(tmp_path: Path) -> None:
    page = hub(tmp_path, more=LINES).page("/pilots/whole-essex/")
    (table,) = inside(page, Table)
    assert [(row[0].text, row[1].text, row[1].shape) for row in table.rows] == [
        ("Supported housing", "In scope", "ticked"),
        ("Schools", "Out of scope", "crossed"),
        ("Skills", "Sought", "half-square"),
        ("Courts", "Not clear", "dashed-square"),
    ]
    assert table.rows[0][2].href == "../../organisations/lga/"
    assert table.rows[1][2].gap
    assert table.rows[1][0].note == "By law."
    assert table.rows[3][3].href == "../../documents/paper/#para-1"


def test_a_pilot_without_budget_lines_or_team_shows_gaps(tmp_path: Path) -> None:
    page = hub(tmp_path).page("/pilots/whole-essex/")
    (section,) = [s for s in page.sections if s.id == "see_budgets"]
    assert isinstance(section.blocks[0], Gap)
    (people,) = inside(page.margin, SummaryList)
    assert people.rows[0].values[0].gap


def test_milestones_stand_apart_from_other_dates(tmp_path: Path) -> None:
    events = SMALL[EVENTS] + SMALL[EVENTS].replace("id: meeting", "id: proposal").replace(
        "first meeting", "proposal"
    )
    made = hub(tmp_path, more="  milestones: [proposal]\n  contact: lga\n", **{EVENTS: events})
    page = made.page("/pilots/whole-essex/")
    titles = {
        section.title: [row.title.text for block in section.blocks for row in block.rows]
        for section in inside(page, Section)
        if section.blocks and isinstance(section.blocks[0], Events)
    }
    assert titles == {"Milestones": ["The proposal"], "Other dates": ["The first meeting"]}
    (people,) = inside(page.margin, SummaryList)
    contact = next(row for row in people.rows if row.term == "Contact")
    assert contact.values[0].href == "../../organisations/lga/"


def test_pilots_are_listed_by_group_then_level(tmp_path: Path) -> None:
    alone = (
        SMALL[PILOTS].replace("whole-essex", "whole-kent").replace("place: essex", "place: kent")
    )
    pilots = PILOT.format(stage="live", more="") + alone
    page = make(tmp_path, {PROGRAMMES: BUDGETS, PILOTS: pilots}).page("/pilots/")
    assert [section.title for section in page.sections] == [
        "First wave",
        "Whole place, in no group",
    ]
    more = page.sections[0].more
    assert more is not None
    assert more.href == "../programmes/budgets/first/"


def test_a_large_group_is_named_in_part_with_the_way_to_all(tmp_path: Path) -> None:
    pilots = "".join(
        PILOT.format(stage="live", more="").replace("whole-essex", f"p{number}")
        for number in range(9)
    )
    made = make(tmp_path, {PROGRAMMES: BUDGETS, PILOTS: pilots, EVENTS: ""})
    (section,) = [s for s in made.page("/pilots/p0/").margin if s.id == "see_siblings"]
    (shown,) = section.blocks
    assert isinstance(shown, Items)
    assert len(shown.items) == 6
    assert section.more is not None
    assert (section.more.text, section.more.href) == (
        "All 9 of the group",
        "../../programmes/budgets/first/",
    )
    (section,) = [s for s in made.page("/programmes/budgets/").margin if s.id == "see_pilots"]
    (groups,) = section.blocks
    assert isinstance(groups, Items)
    assert [(line.title.text, line.meta) for line in groups.items] == [
        ("First wave", ("9 pilots",))
    ]
