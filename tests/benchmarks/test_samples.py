"""Ratios, each in its own round; results written and read again; tables and charts."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.charts import charts
from benchmarks.report import report
from benchmarks.samples import Results, Sample, joined, median_ratio
from benchmarks.store import load, save

MACHINE: dict[str, str | int] = {
    "cores": 2,
    "processor": "Intel(R) Xeon(R)",
    "memory_gib": 24,
    "system": "A system",
    "kernel": "6.1",
    "python": "3.11.7",
}


@pytest.fixture
def results() -> Results:
    samples = [
        Sample(
            pages,
            tool,
            "cold",
            number,
            wall=round(pages / 1000 * times * noise, 4),
            cpu=pages / 500,
        )
        for pages in (100, 1000)
        for tool, times in (("hugo", 1.0), ("cbsite-bare", 1.2))
        for number, noise in ((1, 1.0), (2, 3.0), (3, 1.0))
    ]
    memory = [Sample(pages, "hugo", "cold", 0, peak=pages * 2**20) for pages in (100, 1000)]
    tool: dict[str, object] = {
        "name": "Hugo",
        "version": "1",
        "data": "a file",
        "notes": ["no feed"],
    }
    return Results(MACHINE, "2026-01-31", {"hugo": tool}, [*samples, *memory])


def test_a_ratio_is_of_one_round(results: Results) -> None:
    """A noisy round takes both, so the ratio stays."""
    assert results.ratio(100, "cbsite-bare", "hugo", "cold", "wall") == pytest.approx(1.2)


def test_the_median_of_the_ratios_not_the_ratio_of_the_medians() -> None:
    assert median_ratio({1: 1.0, 2: 4.0, 3: 9.0}, {1: 1.0, 2: 2.0, 3: 1.0}) == 2.0


def test_rounds_that_only_one_has_do_not_count() -> None:
    assert median_ratio({1: 3.0, 2: 50.0}, {1: 1.0, 3: 1.0}) == 3.0
    assert median_ratio({1: 3.0}, {2: 1.0}) is None


def test_the_round_of_memory_is_not_timed(results: Results) -> None:
    assert results.values(100, "hugo", "cold", "wall").keys() == {1, 2, 3}
    assert results.values(100, "hugo", "cold", "peak").keys() == {0}


def test_results_are_read_as_they_were_written(results: Results, tmp_path: Path) -> None:
    path = save(results, tmp_path)
    assert path.name == "2026-01-31-2-cores-intel-xeon.json"
    assert load(path) == results


def test_several_runs_become_one(results: Results) -> None:
    again = Results(results.machine, "2026-12-01", {}, [Sample(100, "hugo", "cold", 1, wall=9.0)])
    other = Results(results.machine, "2026-11-01", {}, [Sample(7, "late", "cold", 1, wall=1.0)])
    one = joined([results, again, other])
    assert one.values(100, "hugo", "cold", "wall") == {1: 9.0}
    assert one.values(7, "late", "cold", "wall") == {1: 1.0}
    # Three rounds and that of memory were measured again.
    assert len(one.samples) == len(results.samples) - 4 + 2
    assert (one.date, one.tools) == ("2026-12-01", results.tools)
    with pytest.raises(ValueError, match="different machines"):
        joined([results, Results({"cpu": "another"}, "2026-12-01")])


def test_the_report_has_values_and_ratios(results: Results) -> None:
    text = report(results)
    assert "| Hugo | 0.10 s (1.00x) |" in text
    assert "0.12 s (1.20x)" in text
    assert "100 MiB" in text
    assert "no feed" in text


def test_charts_are_svg(results: Results) -> None:
    made = list(charts(results))
    assert [what for what, _, _ in made] == ["wall", "peak"]
    for _, _, drawing in made:
        ElementTree.fromstring(drawing)
