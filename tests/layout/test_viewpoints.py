"""Viewpoints: each view with who says it, in what voice, when, and where."""

from __future__ import annotations

from pathlib import Path

from cbsite.layout.values import View, Viewpoints
from tests.support.hubs import SMALL, Made, make, site, small, write
from tests.support.pages import read_pages
from tests.support.prose import inside

FILE = "content/case-studies/one-door.md"
CASE = SMALL[FILE]
BLOCK = """
```viewpoints
question: Why did it end?
views:
  - says: It cost too much.
    source: {id: release, locator: the last lines}
  - says: Nobody wanted it.
    who: The chairman
    date: 2011-07~
    source: {id: paper, paragraph: "2"}
```
"""
SOURCES = SMALL["content/data/sources.yml"] + "  stance: opinion\n  issued: 2012-03\n"


def hub(folder: Path, block: str = BLOCK, sources: str = SOURCES) -> Made:
    return make(folder, {FILE: CASE + block, "content/data/sources.yml": sources})


def views(made: Made) -> tuple[View, ...]:
    (block,) = inside(made.page("/case-studies/one-door/"), Viewpoints)
    assert block.question == "Why did it end?"
    return tuple(block.views)


def test_each_view_says_who_when_and_where(tmp_path: Path) -> None:
    first, second = views(hub(tmp_path))
    assert first.stance is not None
    assert second.stance is not None
    assert first.when is not None
    assert second.when is not None
    assert (first.who, first.stance.text, first.says) == (
        "A department",
        "Opinion",
        "It cost too much.",
    )
    assert (first.when.text, first.source.text) == ("March 2012", "The release, the last lines")
    assert (second.who, second.stance.text, second.when.text) == (
        "The chairman",
        "Record",
        "about July 2011",
    )
    assert second.source.href == "../../documents/paper/#para-2"


def test_what_is_cited_is_checked_and_knows_it(tmp_path: Path) -> None:
    line = CASE.count("\n") + 10
    wrong = hub(tmp_path / "a", BLOCK.replace('"2"', '"9"'))
    assert wrong.problems() == [f"E-REF {FILE}:{line}:37"]
    unknown = hub(tmp_path / "b", BLOCK.replace("id: paper", "id: papr"))
    assert [problem.split()[0] for problem in unknown.problems()] == ["E-REF"]
    right = hub(tmp_path / "c")
    assert ("case-study", "one-door") in right.library.mentioned_in["document", "paper"]


def test_one_view_is_no_comparison(tmp_path: Path) -> None:
    alone = BLOCK[: BLOCK.index("  - says: Nobody")] + "```\n"
    made = hub(tmp_path, alone)
    assert made.messages("E-REQ") == [
        ("'views' needs at least 2 entries.", "Add a second view, or write it as text.")
    ]


def test_a_source_that_is_a_draft_tells_only_its_name(tmp_path: Path) -> None:
    made = hub(tmp_path, sources=SOURCES + "  status: draft\n")
    first, _ = views(made)
    assert (first.who, first.stance, first.when) == ("The release", None, None)
    assert first.source.href is None


def test_the_voice_is_printed_beside_the_words(tmp_path: Path) -> None:
    files = small({FILE: CASE + BLOCK, "content/data/sources.yml": SOURCES})
    made, report = site(write(tmp_path, files))
    assert not report.count("error")
    words = " ".join(read_pages(made)["case-studies/one-door/index.html"].words.split())
    assert "Opinion March 2012 A department It cost too much. The release, the last lines" in words
