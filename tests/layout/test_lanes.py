"""The timeline drawn: the shape of each date, marks that keep their place in time, lists beside the drawing."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cbsite.layout.blocks.lanes import lanes, mark_key
from cbsite.layout.blocks.marks import drawn
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.drawing import text_width
from cbsite.layout.values import Events, LaneMark, Lanes, MarkKey
from cbsite.records.event import Event
from tests.support.hubs import ASSETS, SITE, SMALL, make
from tests.support.prose import inside

TIMELINE = "/timeline/"

Draw = Callable[[list[Event]], tuple[Lanes, ...]]


def event(id: str, when: object, certainty: str = "happened", **more: object) -> Event:
    return Event.model_validate(
        {
            "id": id,
            "title": f"What {id} is",
            "when": when,
            "kind": "event",
            "certainty": certainty,
            "lane": "local",
            "source": {"id": "release"},
            **more,
        }
    )


@pytest.fixture(scope="module")
def draw(tmp_path_factory: pytest.TempPathFactory) -> Draw:
    """Draws events on the timeline of the small hub. A function, as hypothesis prints what a test is given."""
    made = make(tmp_path_factory.mktemp("hub"))
    context = Context(made.library, made.plan, made.plan.pages[TIMELINE], ASSETS)
    return lambda events: lanes(context, events)


@pytest.mark.parametrize(
    ("when", "certainty", "more", "shape"),
    [
        ("2012-05-21", "happened", {}, "dot"),
        ("2012-05", "happened", {}, "bar"),
        ("2012-05-21/2012-05-22", "happened", {}, "bar"),
        ("2012-05-21", "planned", {}, "ring"),
        ("2012-05", "expected", {}, "open"),
        ("2012-05~", "happened", {}, "box"),
        ("2011-12/2012-02", "happened", {}, "box"),
        ({"date": "2012-05-02/2012-06-03", "display": "between"}, "happened", {}, "box"),
        ("2012-05~", "planned", {}, "box"),
        ({"date": "2012-05", "display": "early May"}, "happened", {}, "box"),
        ({"date": "2012-05", "display": "May"}, "happened", {}, "bar"),
        ({"date": "2012-05-21", "display": "one Monday"}, "happened", {}, "dot"),
        ("2012-05", "planned", {"kind": "deadline"}, "by"),
        ("2012-05-21", "happened", {"kind": "target"}, "by"),
        ("2012-05-21", "moved", {"moved_from": ("2012-05-01",)}, "moved"),
        ("2012-05-21", "cancelled", {}, "cancelled"),
    ],
)
def test_a_date_is_drawn_only_as_exactly_as_it_is_known(
    when: object, certainty: str, more: dict[str, object], shape: str
) -> None:
    found = drawn(event("one", when, certainty, **more))
    assert found is not None
    assert found.shape == shape


@pytest.mark.parametrize("when", ["2012", "2012~", {"display": "after the summer"}])
def test_a_year_or_words_alone_are_not_drawn(when: object) -> None:
    assert drawn(event("one", when)) is None


def test_marks_too_near_are_stacked_and_keep_their_time(draw: Draw) -> None:
    (drawing,) = draw(
        [event("a", "2012-05-21"), event("b", "2012-05-21"), event("c", "2012-12-01")],
    )
    first, second, alone = sorted(drawing.marks, key=lambda mark: (mark.start, mark.y))
    assert first.start == second.start
    assert second.y - first.y >= 14
    assert alone.y == drawing.lines[0] == (first.y + second.y) / 2


def test_the_bar_measures_from_before_the_first_to_after_the_last(draw: Draw) -> None:
    chosen = [event("a", "2010-05"), event("b", "2013-03-13"), event("c", "2015")]
    (drawing,) = draw(chosen)
    assert drawing.bar.left <= min(mark.start for mark in drawing.marks)
    assert max(mark.end for mark in drawing.marks) <= drawing.bar.right
    assert [label.text for label in drawing.bar.labels][:4] == [
        "May 2010",
        "Sep",
        "Jan 2011",
        "May",
    ]
    assert drawing.title == "2 dates in 1 lane"
    assert drawing.text == (
        "Every mark is listed below. 1 more stands in the lists only: our sources give a year at most."
    )
    assert drawing.label == (
        "Chart of 2 events in 1 lane (Local), from May 2010 to April 2013. Each is in the lists below."
    )


def test_the_title_names_the_year_with_most(draw: Draw) -> None:
    chosen = [event("a", "2010-05"), event("b", "2012-03-13"), event("c", "2012-04-13")]
    (drawing,) = draw(chosen)
    assert drawing.title == "2 of 3 dates fall in 2012"


def test_a_single_mark_makes_no_drawing(draw: Draw) -> None:
    assert draw([event("a", "2012-05"), event("b", "2015")]) == ()


def test_what_moved_from_a_day_not_known_has_its_old_mark_a_little_before(draw: Draw) -> None:
    moved = event("a", "2012-05-21", "moved", moved_from=({"display": "earlier"},))
    (drawing,) = draw([moved, event("b", "2012-01")])
    mark = next(one for one in drawing.marks if one.shape == "moved")
    assert mark.start < mark.end


def test_the_key_has_only_the_marks_in_use() -> None:
    inferred = {"date": "2012-05", "basis": "inferred"}
    (key,) = mark_key(
        [event("a", "2012-05-21"), event("b", inferred, "planned"), event("c", "2015")]
    )
    assert [shape for shape, _ in key.marks] == ["dot", "open"]
    assert "square brackets" in key.text
    assert mark_key([event("c", "2015")]) == ()


DAYS = st.dates().map(lambda day: f"{max(day.year, 2):04}-{day.month:02}-{day.day:02}")
NEAR = st.integers(1, 28).map(lambda day: f"2012-05-{day:02}") | st.just("2012-05")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(DAYS | NEAR, st.sampled_from(["happened", "planned", "moved", "cancelled"])),
        min_size=2,
        max_size=25,
    )
)
def test_marks_never_touch(draw: Draw, dates: list[tuple[str, str]]) -> None:
    chosen = [event(f"e{number}", when, state) for number, (when, state) in enumerate(dates)]
    for drawing in draw(chosen):
        assert drawing.height < 700
        for mark in drawing.marks:
            assert min(mark.start, mark.end) >= drawing.bar.left - 0.1
            assert max(mark.start, mark.end) <= drawing.bar.right + 0.1
        for one, other in combinations(drawing.marks, 2):
            assert apart(one, other), (one, other)
        ends = [(label.x, label.x + text_width(label.text)) for label in drawing.bar.labels]
        assert all(right <= left for (_, right), (left, _) in pairwise(ends))


def apart(one: LaneMark, other: LaneMark) -> bool:
    ends = [sorted((mark.start, mark.end)) for mark in (one, other)]
    return (
        abs(one.y - other.y) >= 14 or ends[0][1] + 12 <= ends[1][0] or ends[1][1] + 12 <= ends[0][0]
    )


EVENT = """\
- id: {id}
  title: Event {id}
  when: {when}
  kind: event
  certainty: {certainty}
  lane: local
  source: {{id: release}}
"""


def written(*events: tuple[str, str, str], more: str = "") -> dict[str, str]:
    text = "".join(EVENT.format(id=id, when=when, certainty=state) for id, when, state in events)
    return {"content/data/events.yml": SMALL["content/data/events.yml"] + text + more}


def test_the_timeline_is_drawn_and_listed(tmp_path: Path) -> None:
    made = make(tmp_path, written(("talk", "2011-02", "planned"), ("aim", "2015", "planned")))
    page = made.page(TIMELINE)
    (drawing,) = inside(page, Lanes)
    assert len(drawing.marks) == 2
    assert len(list(inside(page, MarkKey))) == 1
    assert [s.title for s in page.sections if s.id.startswith("y_")] == ["2011", "2012", "2015"]
    assert sum(len(block.rows) for block in inside(page, Events)) == 3


def test_too_many_for_one_drawing_are_drawn_year_by_year(tmp_path: Path) -> None:
    crowd = [
        (f"y{year}-{n}", f"{year}-0{n}-1{n}", "happened")
        for year in (1950, 2011)
        for n in range(1, 9)
    ]
    packed = [(f"p{n}", f"2011-05-{n:02}", "happened") for n in range(1, 29)]
    made = make(tmp_path, written(*crowd, *packed))
    page = made.page(TIMELINE)
    by_year = {s.title: [block.template for block in s.blocks] for s in page.sections}
    assert "see_overview" not in {s.id for s in page.sections}
    assert by_year["1950"] == ["lanes", "events"]
    assert by_year["2011"] == ["lanes", "events"]
    assert by_year["2012"] == ["events"]


def test_lanes_stand_in_the_order_of_the_site(tmp_path: Path) -> None:
    lanes_of = "lanes:\n  - id: local\n    label: Local\n"
    site = SITE.replace(
        lanes_of, lanes_of.replace("lanes:\n", "lanes:\n  - {id: top, label: Top}\n")
    )
    more = EVENT.format(id="one", when="2012-01-01", certainty="happened").replace("local", "top")
    made = make(tmp_path, {"content/site.yml": site, **written(more=more)})
    (drawing,) = inside(made.page(TIMELINE), Lanes)
    assert [name.text for name in drawing.names] == ["Top", "Local"]
    marks = {mark.y for mark in drawing.marks}
    assert marks == set(drawing.lines)


def test_a_plan_and_what_came_of_it_name_each_other(tmp_path: Path) -> None:
    more = (
        EVENT.format(
            id="forecast", when="{date: 2011-09, display: end of the summer}", certainty="expected"
        )
        + EVENT.format(id="outcome", when="2011-10-17", certainty="happened")
        + "  outcome_of: [forecast]\n"
    )
    made = make(tmp_path, written(more=more))
    rows = {
        row.title.text: row for block in inside(made.page(TIMELINE), Events) for row in block.rows
    }
    (came,) = rows["Event forecast"].outcomes
    assert (came.term, came.values[0].href, came.values[0].note) == (
        "What came of it",
        "#outcome",
        "17 October 2011",
    )
    (foreseen,) = rows["Event outcome"].outcomes
    assert (foreseen.term, foreseen.values[0].href) == ("Foreseen as", "#forecast")
    assert foreseen.values[0].note == "end of the summer 2011"
