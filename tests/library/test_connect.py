"""References between records: both ways, unknown ones, and those to what is not published yet."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from cbsite.diagnostics import Report
from cbsite.library.connect import connect
from cbsite.ports.disk import Disk
from cbsite.read.content import read_content
from tests.support.hubs import AS_OF, SMALL, Made, make

PLACES = SMALL["content/data/places.yml"]
PILOTS = SMALL["content/data/pilots.yml"]
EVENTS = SMALL["content/data/events.yml"]
FIGURES = SMALL["content/data/figures.yml"]
CASE = SMALL["content/case-studies/one-door.md"]


def mentions(made: Made, kind: str, id: str) -> list[str]:
    return [":".join(entry.key) for entry in made.library.mentions((kind, id))]


def test_the_small_hub_is_in_order(tmp_path: Path) -> None:
    made = make(tmp_path)
    assert made.problems() == []
    assert len(made.library.entries) == 12
    assert list(made.library.entries) == sorted(made.library.entries)
    assert not made.library.hidden


def test_each_thing_knows_where_it_is_mentioned(tmp_path: Path) -> None:
    made = make(tmp_path)
    # In fields, in prose, and as a paragraph of a paper; a citation of a document is of the document.
    assert mentions(made, "place", "essex") == [
        "case-study:one-door",
        "document:paper",
        "pilot:whole-essex",
    ]
    assert mentions(made, "figure", "members") == ["case-study:one-door"]
    assert mentions(made, "document", "paper") == ["case-study:one-door", "figure:members"]
    assert mentions(made, "source", "release") == ["case-study:one-door", "event:meeting"]
    assert mentions(made, "topic", "size") == ["figure:members"]
    assert mentions(made, "place", "kent") == []


def test_what_a_block_shows_is_mentioned(tmp_path: Path) -> None:
    text = CASE + "\n```figures\nfigures: [members]\n```\n\n```timeline\nplaces: [kent]\n```\n"
    made = make(tmp_path, {"content/case-studies/one-door.md": text.replace("](figure:", "](#")})
    assert "case-study:one-door" in mentions(made, "figure", "members")
    assert mentions(made, "place", "kent") == ["case-study:one-door"]


def test_a_thing_does_not_mention_itself(tmp_path: Path) -> None:
    text = CASE + "\nThis is [this page](case-study:one-door).\n"
    made = make(tmp_path, {"content/case-studies/one-door.md": text})
    assert mentions(made, "case-study", "one-door") == []


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "message", "hint"),
    [
        (
            "content/data/pilots.yml", "place: essex", "place: esex", ":4:10",
            "There is no place with the id 'esex'.", "Write essex if you mean that.",
        ),
        (
            "content/data/pilots.yml", "place: essex", "place: wales", ":4:10",
            "There is no place with the id 'wales'.",
            "Use one that is in places (essex, kent), or add it there first.",
        ),
        (
            "content/data/pilots.yml", "stage: live", "stage: live\n  milestones: [meeting, launch]", ":7:25",
            "There is no event with the id 'launch'.", "Use one that is in events (meeting), or add it there first.",
        ),
        (
            "content/data/pilots.yml", "stage: live", "stage: live\n  team: A team\n  partners: [lgo]", ":8:14",
            "There is no organisation with the id 'lgo'.", "Write lga if you mean that.",
        ),
        (
            "content/data/events.yml", "id: release", "id: relase", ":8:16",
            "There is no source or document with the id 'relase'.", "Write release if you mean that.",
        ),
        (
            "content/data/events.yml", "lane: local", "lane: locale", ":6:9",
            "'locale' is not one of the lanes in site.yml.", "Write local if you mean that.",
        ),
        (
            "content/data/pilots.yml", "stage: live", "stage: live\n  cohort: first", ":7:11",
            "'first' is not one of the cohorts of 'Budgets'.",
            "There is nothing in the cohorts of 'Budgets' yet: add it there first.",
        ),
        (
            "content/data/figures.yml", 'paragraph: "1"', 'paragraph: "3"', ":7:35",
            "'A paper' has no paragraph 3.", None,
        ),
        (
            "content/data/figures.yml", 'id: paper, paragraph: "1"', 'id: release, paragraph: "1"', ":7:37",
            "prints no paragraph numbers here, so paragraph 1 cannot be cited.", "locator:",
        ),
        (
            "content/case-studies/one-door.md", "[](figure:members)", "[](figure:member)", ":12:22",
            "There is no figure with the id 'member'.", "Write members if you mean that.",
        ),
        (
            "content/case-studies/one-door.md", "paragraph:paper#2", "paragraph:paper#20", ":12:72",
            "has no paragraph 20.", "(1, 2)",
        ),
        (
            "content/case-studies/one-door.md", "paragraph:paper#2", "paragraph:papers#2", ":12:66",
            "There is no document with the id 'papers'.", "Write paper if you mean that.",
        ),
        (
            "content/site.yml", "lede: What", "places: [esex]\n  lede: What", ":14:12",
            "There is no place with the id 'esex'.", "Write essex if you mean that.",
        ),
    ],
)  # fmt: skip
def test_a_reference_that_leads_nowhere(
    tmp_path: Path, file: str, old: str, new: str, place: str, message: str, hint: str | None
) -> None:
    assert old in SMALL[file]
    made = make(tmp_path, {file: SMALL[file].replace(old, new)})
    assert made.problems() == [f"E-REF {file}{place}"]
    ((said, advice),) = made.messages("E-REF")
    assert message in said
    assert hint is None or hint in advice


def test_drafts_are_hidden_and_those_who_refer_to_them_are_told(tmp_path: Path) -> None:
    changes = {
        "content/data/places.yml": PLACES.replace("name: Kent\n", "name: Kent\n  status: draft\n"),
        "content/case-studies/one-door.md": CASE + "\nAs in [Kent](place:kent).\n",
    }
    made = make(tmp_path, changes)
    assert ("place", "kent") in made.library.hidden
    assert ("place", "kent") not in made.library.entries
    assert made.problems() == ["W-DRAFTREF content/case-studies/one-door.md:14:14"]
    assert made.plan.links["case-study", "one-door"]["place:kent"] is None
    assert "/places/kent/" not in made.plan.pages
    assert mentions(made, "place", "kent") == ["case-study:one-door"]

    shown = make(tmp_path, changes, drafts=True)
    assert shown.problems() == []
    assert "/places/kent/" in shown.plan.pages


def test_a_draft_does_not_count_as_a_mention(tmp_path: Path) -> None:
    made = make(tmp_path, {"content/case-studies/one-door.md": CASE.replace(
        "date: ", "status: draft\ndate: ")})  # fmt: skip
    assert mentions(made, "place", "essex") == ["document:paper", "pilot:whole-essex"]
    assert made.problems() == []


@pytest.mark.parametrize(("days", "hidden"), [(-1, True), (0, False), (1, False)])
def test_an_item_waits_for_its_day(tmp_path: Path, days: int, hidden: bool) -> None:
    changes = {"content/case-studies/one-door.md": CASE.replace("2026-01-03", AS_OF.isoformat())}
    made = make(tmp_path, changes, as_of=AS_OF + datetime.timedelta(days))
    assert (("case-study", "one-door") in made.library.hidden) is hidden
    expected = ["I-FUTURE content/case-studies/one-door.md:4:7"] if hidden else []
    assert made.problems() == expected


def test_the_problems_of_a_draft_wait_with_it(tmp_path: Path) -> None:
    pilots = PILOTS.replace("place: essex", "place: wales\n  status: draft").replace(
        "id: whole-essex", "id: whole-essex"
    )
    events = EVENTS.replace("  pilots: [whole-essex]\n", "")
    changes = {"content/data/pilots.yml": pilots, "content/data/events.yml": events}
    assert make(tmp_path, changes).problems() == []
    assert make(tmp_path, changes, drafts=True).problems() == ["E-REF content/data/pilots.yml:4:10"]


def test_a_source_and_a_document_share_their_ids(tmp_path: Path) -> None:
    sources = SMALL["content/data/sources.yml"]
    changes = {
        "content/data/sources.yml": sources + sources.replace("id: release", "id: paper"),
        "content/data/figures.yml": FIGURES.replace(', paragraph: "1"', ""),
    }
    assert make(tmp_path, changes).problems() == ["E-DUPID content/documents/paper.md"]


def test_what_could_not_be_read_is_not_called_unknown(tmp_path: Path) -> None:
    changes = {"content/data/places.yml": PLACES.replace("kind: council", "kind: counsil", 1)}
    assert make(tmp_path, changes).problems() == ["E-ENUM content/data/places.yml:3:9"]


@pytest.mark.parametrize(
    ("file", "old", "new", "problems"),
    [
        (
            "content/data/pilots.yml", "place: essex", "place: nope\n  wrong: x\n  partners: [lga, lgo, Bad]",
            ["E-REF :4:10", "E-KEY :5:3", "E-REF :6:19", "E-VALUE :6:24"],
        ),
        (
            "content/data/pilots.yml", "place: essex", "place: nope\n  wrong: x\n  status: draft", ["E-KEY :5:3"],
        ),
        (
            "content/data/figures.yml", 'source: {id: paper, paragraph: "1"}', "source: {id: papers, wrong: x}",
            ["E-REF :7:16", "E-KEY :7:24"],
        ),
        (
            "content/case-studies/one-door.md", "date: ",
            "lead: lgo\nstage: wrong\npartners: [{org: lga}, {org: lgb}]\ndate: ",
            ["E-REF :4:7", "E-ENUM :5:8", "E-REF :6:30"],
        ),
        (
            "content/data/events.yml", "lane: local", "lane: locl\n  wrong: x",
            ["E-REF :6:9", "E-KEY :7:3"],
        ),
        (
            "content/data/pilots.yml", "stage: live", "cohort: first\n  stage: livid",
            ["E-REF :6:11", "E-ENUM :7:10"],
        ),
        (
            "content/data/figures.yml", 'paragraph: "1"}', 'paragraph: "12"}\n  wrong: x',
            ["E-REF :7:35", "E-KEY :8:3"],
        ),
        (
            "content/case-studies/one-door.md", "## The problem",
            "```figures\nfigures: [member]\nwrong: x\n```",
            ["E-REF :11:11", "E-KEY :12:1"],
        ),
    ],
)  # fmt: skip
def test_unknown_ids_are_told_with_the_other_errors_of_a_record(
    tmp_path: Path, file: str, old: str, new: str, problems: list[str]
) -> None:
    assert old in SMALL[file]
    made = make(tmp_path, {file: SMALL[file].replace(old, new)})
    assert sorted(made.problems()) == sorted(p.replace(" ", f" {file}") for p in problems)


def test_unknown_ids_in_the_hub_itself_are_told_with_its_other_errors(tmp_path: Path) -> None:
    site = SMALL["content/site.yml"].replace("lede: What", "places: [esex, essex]\n  wrong: What")
    files = {**SMALL, "content/site.yml": site}
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    report = Report()
    content = read_content(Disk(), tmp_path / "content", report)
    connect(content, content.site, AS_OF, False, report)
    assert [(d.code, str(d.span.text).strip()[:6]) for d in report] == [
        ("E-REQ", "title:"), ("E-REF", "places"), ("E-KEY", "wrong:"),
    ]  # fmt: skip


def test_a_record_with_errors_mentions_nothing(tmp_path: Path) -> None:
    pilots = PILOTS.replace("place: essex", "place: kent\n  wrong: x")
    made = make(tmp_path, {"content/data/pilots.yml": pilots})
    assert mentions(made, "place", "kent") == []
