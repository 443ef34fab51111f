"""Records from YAML: every mistake at its place, in the words of people who write."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from cbsite.diagnostics import Report, Source, corrected_lines
from cbsite.read.model_fields import group_in
from cbsite.read.strict_yaml import read_yaml
from cbsite.read.validate import validate
from cbsite.read.yaml_lines import Window
from cbsite.read.yaml_tree import Mapping
from cbsite.records.blocks import BLOCKS
from cbsite.records.kinds import BY_NAME, KINDS
from cbsite.records.part import Part
from cbsite.records.site import Site

JARGON = re.compile(
    r"[Ii]nput|should be|valid (string|dict|tuple|list|integer|bool)|dictionary|tuple|instance|pydantic|"
    r"NoneType|\bstr\b|\bdict\b|Literal|model_|_type|validation|Decimal|regex|pattern|characters? long"
)
WRONG = [
    "",
    "''",
    "x",
    "[a]",
    "[[a]]",
    "{a: b}",
    "[{a: b}]",
    "[1, '']",
    "'@ x: y'",
    "2012-13-45",
    "{id: [a]}",
    "[~, {}]",
]


def check(model: type[Part], text: str, **given: str) -> Report:
    report, source = Report(), Source("a.yml", text)
    tree = read_yaml(Window(source, source.lines), report).value
    assert isinstance(tree, Mapping)
    validate(model, "record", tree, report, **given)
    return report


MODELS: list[type[Part]] = [*(kind.model for kind in KINDS), *BLOCKS.values(), Site]


def groups(model: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Paths of all fields, at any depth."""
    for name, field in model.model_fields.items():
        yield (*path, name)
        inner = group_in(field.annotation)
        if inner is not None and len(path) < 3:
            yield from groups(inner, (*path, name))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@pytest.mark.parametrize("wrong", WRONG)
def test_no_jargon_whatever_is_typed(model: type[Part], wrong: str) -> None:
    for path in groups(model):
        for brackets in (False, True):
            text = wrong
            for name in reversed(path[1:]):
                text = f"[{{{name}: {text}}}]" if brackets else f"{{{name}: {text}}}"
            for diagnostic in check(model, f"{path[0]}: {text}"):
                assert not JARGON.search(diagnostic.message), diagnostic
                assert not JARGON.search(diagnostic.hint), diagnostic
                assert diagnostic.message.endswith((".", "?")), diagnostic
                assert diagnostic.span.start is not None


CASE = """title: A title
date: 2012-06-01
summary: A summary that is long enough to be shown in lists, and says something.
themes: [families]
illustrative: true
"""


@pytest.mark.parametrize(
    ("old", "new", "place", "message", "hint"),
    [
        ("title: A title", "titel: A title", "E-KEY 1:1",
         "'titel' is not a field of the record.", "Write title if that is what was meant."),
        ("title: A title\n", "", "E-REQ 1:1", "The record has no title.",
         "Add a line that begins with title: and gives it."),
        ("title: A title", "title:", "E-REQ 1:1", "'title' is empty.", "Write the value after the colon."),
        ("title: A title", "title: ''", "E-REQ 1:8", "'title' is empty.", "Write something between the quotes."),
        ("2012-06-01", "2012-06-31", "E-DATE 2:7", "'2012-06-31' is not in the calendar.",
         "30 June is the last day of June."),
        ("2012-06-01", "26/06/2012", "E-DATE 2:7",
         "'26/06/2012' is not a date that can be read here.", "Write the year first, then the month, then the day."),
        ("[families]", "families", "E-TYPE 4:9", "'themes' takes a list.",
         "Put it between square brackets, with a comma between any two entries."),
        ("[families]", "[]", "E-REQ 4:9", "'themes' needs at least one entry.",
         "Write it like themes: [first, second], or put each entry on its own line after a hyphen."),
        ("[families]", "[Families!]", "E-VALUE 4:10",
         "'Families!' cannot be an id. An id has only small letters a to z, digits, and single hyphens between them.",
         "Write it with small letters, digits and hyphens."),
        ("illustrative: true", "illustrative: maybe", "E-VALUE 5:15", "'maybe' is neither true nor false.",
         "Write true or false."),
        ("illustrative: true", "illustrative: [a]", "E-TYPE 5:15", "'illustrative' takes true or false, not a list.",
         "Write true or false."),
        ("title: A title", "title: {Kent}", "E-TYPE 1:8", "'title' takes words, not a group of fields.", ""),
        ("illustrative: true", f"illustrative: true\nrelated: [{', '.join(f'place:a{n}' for n in range(7))}]",
         "E-VALUE 6:10", "'related' takes at most 5, and here are 7.", "Take 2 out."),
        ("illustrative: true", "illustrative: true\nstage: lives", "E-ENUM 6:8",
         "'lives' is not allowed for 'stage'.",
         "Write one of: idea, design, testing, live, scaled, stopped."),
        ("illustrative: true", "illustrative: true\npartners:\n  - role: x", "E-REQ 7:5",
         "Entry 1 of 'partners' has no org.",
         "Add a line that begins with org: and gives it."),
        ("illustrative: true", "illustrative: true\ndates:\n  start:2012", "E-YAML-SPACE 7:3",
         "There is no space after the colon of 'start'.", "Put a space after the colon."),
        ("illustrative: true", "illustrative: true\ndates:\n  begin: 2012", "E-KEY 7:3",
         "'begin' is not a field of 'dates'.",
         "Use one of its fields: start, end, ongoing."),
        ("illustrative: true", "illustrative: true\nupdated: 2012-07-01", "E-VALUE 6:10",
         "'updated' is set, but no change is noted.", "Add  changes:  with a date and a note."),
        ("illustrative: true", "illustrative: true\nupdated: 2012-05-31\nchanges: [{date: 2012-05-31, note: n}]",
         "E-VALUE 6:10", "'updated' is before 'date', the day of first publishing.", "Put one of the two right."),
        ("illustrative: true", "illustrative: true\ndates:\n  end: 2011\n  start: 2012-01", "E-VALUE 7:8",
         "The scheme ends before it starts.", "Put one of the two right."),
        ("illustrative: true", "illustrative: false", "E-REQ 1:1", "A case study names no sources and no places.",
         "Add  sources:  with ids from sources.yml or of documents, and  places:  with ids from places.yml."),
        ("illustrative: true", "places: [essex]", "E-REQ 1:1", "A case study names no sources.",
         "Add  sources:  with ids from sources.yml or of documents."),
        ("illustrative: true", "illustrative: true\nplaces:\n  - essex\n  -\n", "E-REQ 8:4",
         "Entry 2 of 'places' is empty.",
         "Write something, or delete the line."),
    ],
)  # fmt: skip
def test_messages(problems, old: str, new: str, place: str, message: str, hint: str) -> None:  # type: ignore[no-untyped-def]
    assert old in CASE
    report = check(BY_NAME["case-study"].model, CASE.replace(old, new), id="a")
    assert problems(report) == [place]
    diagnostic = next(iter(report))
    assert diagnostic.message == message
    assert diagnostic.hint == hint or not hint


@pytest.mark.parametrize(
    ("kind", "text", "place", "message"),
    [
        (
            "place",
            "name: A\nkind: area\nmembers: [b, a]\n",
            "E-VALUE 3:14",
            "The place is listed as a member of itself.",
        ),
        (
            "organisation",
            "name: A\nkind: group\nparent: a\n",
            "E-VALUE 3:9",
            "The organisation is its own parent.",
        ),
    ],
)
def test_nothing_holds_itself(  # type: ignore[no-untyped-def]
    problems, kind: str, text: str, place: str, message: str
) -> None:
    report = check(BY_NAME[kind].model, text, id="a")
    assert problems(report) == [place]
    assert next(iter(report)).message == message


@pytest.mark.parametrize(
    "dates", ["start: 2012-05, end: 2012", "start: 2012, end: 2012-03", "end: 2012", "start: 2012"]
)
def test_dates_that_may_be_in_order(problems, dates: str) -> None:  # type: ignore[no-untyped-def]
    report = check(BY_NAME["case-study"].model, f"id: a\n{CASE}dates: {{{dates}}}\n")
    assert problems(report) == []


def test_empty_optional_fields_are_absent(problems) -> None:  # type: ignore[no-untyped-def]
    report = check(
        BY_NAME["case-study"].model,
        "id: a\n" + CASE + "lead:\nplaces:\npartners:\nevidence:\n  method:\n",
    )
    assert problems(report) == []


def test_all_mistakes_in_one_go(problems) -> None:  # type: ignore[no-untyped-def]
    report = check(BY_NAME["place"].model, "id: A\nname: ''\nkind: county\ngss: X\nnmae: x\n")
    assert problems(report) == [
        "E-VALUE 1:5",
        "E-REQ 2:7",
        "E-ENUM 3:7",
        "E-VALUE 4:6",
        "E-KEY 5:1",
    ]


@pytest.mark.parametrize(
    ("field", "message", "hint"),
    [
        ("lat: 152.08", "'lat' is 152.08, but cannot be more than 90.", "Write 90 or less."),
        ("lat: -90.1", "'lat' is -90.1, but cannot be less than -90.", "Write -90 or more."),
        ("lon: 181", "'lon' is 181, but cannot be more than 180.", "Write 180 or less."),
    ],
)
def test_a_number_out_of_range(field: str, message: str, hint: str) -> None:
    place = next(kind.model for kind in KINDS if kind.name == "place")
    text = f"name: A\nkind: council\n{field}"
    found = [d for d in check(place, text, id="a") if d.code == "E-VALUE"]
    assert [(d.message, d.hint) for d in found] == [(message, hint)]


@pytest.mark.parametrize(
    ("kind", "old", "new", "safe"),
    [
        ("event", "when: 26/06/2012", "when: 2012-06-26", True),
        ("event", "when: 26.06.2012", "when: 2012-06-26", True),
        ("event", "when: 26 June 2012", "when: 2012-06-26", True),
        ("event", "when: 26th June 2012", "when: 2012-06-26", True),
        ("event", "when: Tuesday 26 June 2012", "when: 2012-06-26", True),
        ("event", "when: June 26, 2012", "when: 2012-06-26", True),
        ("event", "when: 06/26/2012", "when: 2012-06-26", False),
        ("event", "when: June 2012", "when: 2012-06", True),
        ("event", "when: 2012-6-5", "when: 2012-06-05", True),
        ("event", "when: 2012/06/05", "when: 2012-06-05", True),
        ("event", "when: '26/06/2012'", 'when: "2012-06-26"', True),
        ("event", "when: 31 June 2012", "when: 2012-06-30", False),
        ("event", "when: 29/02/2011", "when: 2011-02-28", False),
        ("event", "when: early May 2012", "when: {date: 2012-05~, display: early May}", False),
        ("event", "when: spring 2012", "when: {date: 2012~, display: spring}", False),
        ("event", "when: about 2012", "when: 2012~", False),
        ("event", "when: 2012/13", "when: 2012/2013", False),
        ("event", "when: 2012-13", "when: 2012/2013", False),
        ("event", "when: 26/06/12", "when: 2012-06-26", False),
        ("event", "when: 2012-06/2012-05", "when: 2012-05/2012-06", False),
        ("event", "when: 2012-06-26 to 2012-06-28", "when: 2012-06-26/2012-06-28", True),
        ("event", "when: 26-28 June 2012", "when: 2012-06-26/2012-06-28", True),
        ("event", "when: 2012-06-26 10:30", "when: 2012-06-26", False),
        ("event", "when: {date: 26/06/2012, note: x}", "when: {date: 2012-06-26, note: x}", True),
        ("event", "when: 10:30", "", True),
        ("event", "when: soon", "", True),
        ("news", "date: June 2012", "", True),
        ("news", "date: 2012-06", "", True),
        ("news", "date: 26 June 2012", "date: 2012-06-26", True),
        ("figure", "value: £1,200", "value: 1200", False),
        ("figure", "value: 120,000", "value: 120000", True),
        ("figure", "value: 2.2bn", "value: 2200000000", False),
        ("figure", "value: 1,2", "", True),
        ("figure", "value: 3 or 4", "", True),
        ("place", "members: kent, essex", "members: [kent, essex]", True),
        ("place", "members: kent", "members: [kent]", True),
        ("place", "members: Kent and Essex", "members: [kent, essex]", False),
        ("place", "aka: The county, once", 'aka: ["The county, once"]', False),
        ("place", "aka: [{Kent}]", 'aka: ["{Kent}"]', False),
        ("place", "council: Kent County", "council: kent-county", False),
        ("place", "council: Kent's", "council: kent-s", False),
        ("place", "GSS year: x", "gss_year: x", True),
        ("place", "gss-year: x", "gss_year: x", True),
        ("place", "rejion: x", "region: x", False),
        ("place", "status: Published", "status: published", True),
        ("place", "status: publishd", "status: published", False),
        ("event", "certainty: Cancelled", "certainty: cancelled", True),
    ],
)
def test_the_corrected_line(kind: str, old: str, new: str, safe: bool) -> None:
    """What is proposed can be put in place, and is then no longer called wrong."""
    found = [
        one
        for one in check(BY_NAME[kind].model, f"{old}\nnothing: x\n", id="a")
        if one.span.start and one.span.start.line == 1 and one.code != "E-REQ"
    ]
    assert len(found) == 1, found
    assert "\n".join(corrected_lines(found[0].edits)) == new
    assert found[0].safe == safe
    assert found[0].hint.endswith(".")
    if new:
        after = check(BY_NAME[kind].model, f"{new}\nnothing: x\n", id="a")
        assert not [one for one in after if one.span.start and one.code == found[0].code != "E-KEY"]


def test_the_day_comes_first_is_said() -> None:
    (found,) = [
        d for d in check(BY_NAME["event"].model, "when: 5.6.2012", id="a") if d.code == "E-DATE"
    ]
    assert "the day is taken to come first" in found.hint


def test_errors_cannot_be_set_to_another_level() -> None:
    found = [
        one for one in check(Site, "checks: {E-LINK: off, W-LINC: off}") if one.code == "E-KEY"
    ]
    assert [(one.message, one.edits) for one in found][:1] == [
        ("Errors cannot be set to another level.", ())
    ]
    assert "W-LINC" in found[1].message


def test_a_short_word_is_not_taken_for_a_longer_one() -> None:
    (found,) = [one for one in check(Site, "checks: {W-DATE: no}") if one.code == "E-ENUM"]
    assert found.edits == ()
    assert "off" in found.hint


def test_the_right_letters_of_a_field_may_be_capitals() -> None:
    hints = {
        d.edits[0].replacement: d.hint
        for d in check(Site, "checks: {w-date: off}\nName: A")
        if d.edits
    }
    assert "small letters" in hints["name"]
    assert "small letters" not in hints["W-DATE"]


def test_all_rules_that_an_item_breaks_are_told() -> None:
    text = (
        "title: News\ndate: 2026-01-05\nexpires: 2025-01-01\nupdated: 2025-01-01\n"
        "review_by: 2024-01-01\nstatus: withdrawn\nsummary: What the councils met for, and what they agreed to do.\n"
    )
    found = [one for one in check(BY_NAME["news"].model, text, id="a") if one.code == "E-VALUE"]
    assert [one.span.start.line for one in found if one.span.start] == [3, 4, 4, 5, 6]
