"""Rival claims on one scale: marks, hedges, scales, and words that never run into each other."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cbsite.checks.chart_units import check_chart_units
from cbsite.layout.blocks.charts import topic_charts
from cbsite.layout.blocks.scale import scale_for
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.drawing import text_width, wrap
from cbsite.layout.values import Chart, ClaimRow, Drawing, Gap, Label, Rivals
from cbsite.records.figure import Figure
from tests.support.hubs import ASSETS, SMALL, Made, make
from tests.support.prose import inside

TOPIC = "/figures/size/"
CASE = "content/case-studies/one-door.md"


def figure(id: str, value: str, more: str = "", counts: str = "places") -> str:
    number = f"range: {{{value}}}" if ":" in value else f"value: {value}"
    return f"""\
- id: {id}
  topic: size
  statement: What {id} says
  {number}
  counts: {counts}
  as_at: 2012-05
  source: {{id: release}}
{more}"""


def claims(folder: Path, *figures: str) -> Made:
    return make(
        folder, {"content/data/figures.yml": SMALL["content/data/figures.yml"] + "".join(figures)}
    )


def rows(made: Made) -> dict[str, ClaimRow]:
    """The rows of the widest drawing of the topic's only chart, by the value that they print."""
    (chart,) = inside(made.page(TOPIC), Chart)
    assert [d.size for d in chart.drawings] == ["narrow", "mid", "wide"]
    return {row.value.text: row for row in chart.drawings[-1].rows}


def test_a_single_figure_has_no_chart(tmp_path: Path) -> None:
    page = claims(tmp_path).page(TOPIC)
    assert not list(inside(page, Chart))
    assert len(list(inside(page, Rivals))) == 1


def test_each_unit_has_a_chart_of_its_own(tmp_path: Path) -> None:
    made = claims(
        tmp_path,
        figure("more", "9"),
        figure("cost", "4000000", "  unit: GBP\n"),
        figure("sum", "8000000", "  unit: GBP\n"),
        figure("share", "20", "  unit: percent\n"),
    )
    charts = list(inside(made.page(TOPIC), Chart))
    drawn = [[row.value.text for row in chart.drawings[0].rows] for chart in charts]
    assert sorted(drawn) == [["4", "9"], ["£4m", "£8m"]]
    pounds = next(chart for chart in charts if "£" in chart.label)
    assert pounds.title == "2 claims, from £4m to £8m"
    assert all("£" in label.text for label in pounds.drawings[0].bar.labels)


def test_marks_are_dots_rings_and_squares(tmp_path: Path) -> None:
    made = claims(
        tmp_path,
        figure("nine", "9"),
        figure("some", "7", "  qualifier: over\n"),
        figure("others", "8", counts="councils"),
        figure("yearly", "6", "  period: a year\n"),
    )
    shapes = {words: row.shape for words, row in rows(made).items()}
    assert shapes == {
        "4": "dot",
        "9": "dot",
        "over 7": "ring",
        "8": "square",
        "6 a year": "square",
    }
    (chart,) = inside(made.page(TOPIC), Chart)
    assert chart.text == (
        "Filled dot: a printed number. Ring: a number with a hedge. "
        "Arrow: the source leaves that end open. Square: counts something else."
    )


def test_where_no_two_count_the_same_all_are_squares(tmp_path: Path) -> None:
    made = claims(tmp_path, figure("others", "8", counts="councils"))
    assert {row.shape for row in rows(made).values()} == {"square"}
    (chart,) = inside(made.page(TOPIC), Chart)
    assert "each counts something of its own" in chart.text


def test_a_source_is_no_rival_of_itself(tmp_path: Path) -> None:
    made = claims(
        tmp_path,
        figure("nine", "9", counts="councils"),
        figure("eight", "8", counts="councils"),
        figure("seven", "7", "  places: [essex]\n"),
    )
    assert {row.shape for row in rows(made).values()} == {"square"}


def test_hedges_leave_ends_open_or_soft(tmp_path: Path) -> None:
    made = claims(
        tmp_path,
        figure("a", "20", "  qualifier: at least\n"),
        figure("b", "21", "  qualifier: as many as\n"),
        figure("c", "22", "  qualifier: nearly\n"),
        figure("d", "23", "  qualifier: possibly around\n"),
        figure("e", "low: 10, high: 12"),
        figure("f", "low: 30, high: 35", "  qualifier: up to\n"),
    )
    found = rows(made)
    (chart,) = inside(made.page(TOPIC), Chart)
    bar = chart.drawings[-1].bar
    up, down, nearly, about = (
        found[w] for w in ("at least 20", "as many as 21", "nearly 22", "possibly around 23")
    )
    assert (up.arrow, up.line, up.soft) == ("right", (up.marks[0], bar.right), False)
    assert (down.arrow, down.line, down.soft) == ("left", (bar.left, down.marks[0]), False)
    assert (nearly.arrow, nearly.soft) == ("left", True)
    assert nearly.line is not None and bar.left < nearly.line[0] < nearly.marks[0]
    assert (about.arrow, about.soft) == ("", True)
    assert about.line is not None and about.line[0] < about.marks[0] < about.line[1]
    assert found["4"].line is None
    both = found["10 to 12"]
    assert both.line == both.marks == (both.marks[0], both.marks[1])
    ceiling = found["up to 30 to 35"]
    assert ceiling.line == (bar.left, ceiling.marks[1])


def test_rows_say_what_differs(tmp_path: Path) -> None:
    two = claims(tmp_path / "a", figure("nine", "9"))
    names = [label.text for label in rows(two)["9"].names]
    assert names == ["The release", "places"]
    three = claims(tmp_path / "b", figure("nine", "9"), figure("ten", "10"))
    names = [label.text for label in rows(three)["9"].names]
    assert names == ["The release", "What nine says"]


def test_a_chart_in_prose_has_a_table_of_the_same_values(tmp_path: Path) -> None:
    block = "\n```chart\ntitle: Nine is more than four\ntopic: size\n```\n"
    files = {
        CASE: SMALL[CASE] + block,
        "content/data/figures.yml": SMALL["content/data/figures.yml"] + figure("nine", "9"),
    }
    made = make(tmp_path, files)
    (chart,) = inside(made.page("/case-studies/one-door/"), Chart)
    assert chart.title == "Nine is more than four"
    assert [d.size for d in chart.drawings] == ["narrow", "mid"]
    assert chart.table is not None
    assert [row[1].text for row in chart.table.rows] == ["4", "9"]
    assert chart.table.rows[0][3].href == "../../documents/paper/#para-1"


def test_a_chart_of_what_is_not_published_is_a_gap(tmp_path: Path) -> None:
    text = SMALL["content/data/figures.yml"].replace(
        "- id: members", "- id: members\n  status: draft"
    )
    block = "\n```chart\ntitle: One number\nfigures: [members]\n```\n"
    case = SMALL[CASE].replace("[](figure:members)", "Some") + block
    made = make(tmp_path, {CASE: case, "content/data/figures.yml": text})
    page = made.page("/case-studies/one-door/")
    assert not list(inside(page, Chart))
    assert "Not published yet." in [gap.text for gap in inside(page, Gap)]


def test_a_chart_with_several_units_is_an_error(tmp_path: Path) -> None:
    block = "\n```chart\ntitle: Pounds and places\nfigures: [members, cost, sum]\n```\n"
    figures = "".join(
        figure(id, "4000000", "  unit: GBP\n").replace("topic: size", "topic: money")
        for id in ("cost", "sum")
    )
    files = {
        CASE: SMALL[CASE] + block,
        "content/data/figures.yml": SMALL["content/data/figures.yml"] + figures,
        "content/data/topics.yml": SMALL["content/data/topics.yml"]
        + "- id: money\n  question: How much?\n",
    }
    made = make(tmp_path, files)
    check_chart_units(made.library, made.report)
    line = files[CASE].splitlines().index("figures: [members, cost, sum]") + 1
    assert made.problems() == [f"E-CHART {CASE}:{line}:10"]
    assert made.messages("E-CHART") == [
        (
            "The chart would set pounds and counts on one scale.",
            "Make one chart for each unit, such as one with 'figures: [cost, sum]'.",
        )
    ]


def box(label: Label) -> tuple[float, float, float, float]:
    """Left, right, top and bottom of some words, in the widest font."""
    width = text_width(label.text, label.voice == "bold")
    left = label.x - {"start": 0, "middle": width / 2, "end": width}[label.anchor]
    return left, left + width, label.y - 13, label.y + 4


def check_words(drawing: Drawing) -> None:
    """Words stay inside the drawing and apart from each other."""
    labels = [*drawing.bar.labels]
    for row in drawing.rows:
        labels += [*row.names, row.value]
    for label in labels:
        left, right, top, bottom = box(label)
        assert left >= -0.2, label
        assert right <= drawing.width + 0.2, label
        assert top >= 0, label
        assert bottom <= drawing.height, label
    for one, other in combinations(map(box, labels), 2):
        apart = one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]
        assert apart, (one, other)


QUALIFIERS = st.sampled_from([None, "over", "nearly", "about", "up to", "less than"])
AMOUNTS = st.integers(0, 10**11) | st.integers(0, 40)


@pytest.fixture(scope="module")
def charts(tmp_path_factory: pytest.TempPathFactory) -> Callable[[list[Figure]], tuple[Chart, ...]]:
    """Draws figures on a page of the small hub. A function, as hypothesis prints what a test is given."""
    made = make(tmp_path_factory.mktemp("hub"))
    context = Context(made.library, made.plan, made.plan.pages[TOPIC], ASSETS)
    return lambda figures: topic_charts(context, figures)


@settings(max_examples=60, deadline=None)
@given(
    values=st.lists(st.tuples(AMOUNTS, AMOUNTS, QUALIFIERS), min_size=2, max_size=6),
    unit=st.sampled_from(["count", "GBP", "percent", "months"]),
    counts=st.sampled_from(
        ["places", "money that six business cases were to bring to the councils"]
    ),
)
def test_words_never_run_into_each_other(
    charts: Callable[[list[Figure]], tuple[Chart, ...]],
    values: list[tuple[int, int, str | None]],
    unit: str,
    counts: str,
) -> None:
    figures = [
        Figure.model_validate(
            {
                "id": f"f{number}",
                "topic": "size",
                "statement": counts,
                "range": {"low": str(min(one, other)), "high": str(max(one, other))},
                "unit": unit,
                "qualifier": hedge,
                "counts": counts,
                "as_at": "2012-05",
                "source": {"id": "release"},
            }
        )
        for number, (one, other, hedge) in enumerate(values)
    ]
    (chart,) = charts(figures)
    for drawing in chart.drawings:
        check_words(drawing)
        left, right = drawing.bar.left, drawing.bar.right
        for row in drawing.rows:
            assert all(left <= x <= right for x in (*row.marks, *(row.line or ())))


def bare(low: str, high: str) -> Figure:
    return Figure.model_validate(
        {
            "id": "a",
            "topic": "size",
            "statement": "Places",
            "range": {"low": low, "high": high},
            "counts": "places",
            "as_at": "2012",
            "source": {"id": "release"},
        }
    )


def test_scales_have_round_steps_and_begin_at_nought_where_that_is_near() -> None:
    near = scale_for([bare("3", "10")], 0, 1000)
    assert (near.first, near.step) == (Decimal(0), Decimal(2))
    far = scale_for([bare("28", "31")], 0, 1000)
    assert far.first > 20
    assert far.step == 1
    same = scale_for([bare("13", "13")], 0, 1000)
    assert same.first < 13 < same.first + same.step * same.blocks
    none = scale_for([bare("0", "0")], 0, 1000)
    assert none.at(Decimal(0)) == 0
    below = scale_for([bare("-5", "5")], 0, 1000)
    assert below.first <= -5


def test_long_words_wrap() -> None:
    assert wrap("one two three", text_width("one two")) == ("one two", "three")
    assert wrap("antidisestablishmentarianism now", 20) == ("antidisestablishmentarianism", "now")
