"""Records from YAML: every mistake at its place, in the words of people who write."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from cbsite.diagnostics import Report, Source
from cbsite.read.model_fields import group_in
from cbsite.read.strict_yaml import read_yaml
from cbsite.read.validate import validate
from cbsite.read.yaml_lines import Window
from cbsite.read.yaml_tree import Mapping
from cbsite.records.blocks import BLOCKS
from cbsite.records.fields import Part
from cbsite.records.kinds import BY_NAME, KINDS
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
         "'titel' is not a field of the record.", "Did you mean title?"),
        ("title: A title\n", "", "E-REQ 1:1", "The record has no title.", "Add a line  title: ..."),
        ("title: A title", "title:", "E-REQ 1:1", "'title' is empty.", "Write it after the colon:  title: ..."),
        ("title: A title", "title: ''", "E-REQ 1:8", "'title' is empty.", "Write something between the quotes."),
        ("2012-06-01", "2012-06-31", "E-DATE 2:7", "'2012-06-31' is not in the calendar.",
         "30 June is the last day of June. Did you mean 2012-06-30?"),
        ("2012-06-01", "26/06/2012", "E-DATE 2:7",
         "'26/06/2012' is not a date that can be read here.", "Write 2012-06-26"),
        ("[families]", "families", "E-TYPE 4:9", "'themes' takes a list.", "Write  themes: [families]"),
        ("[families]", "[]", "E-REQ 4:9", "'themes' needs at least one entry.",
         "Write  themes: [first, second]  or each on its own line after a hyphen."),
        ("[families]", "[Families!]", "E-VALUE 4:10",
         "'Families!' cannot be an id. An id has only small letters a to z, digits, and single hyphens between them.",
         "Write families"),
        ("illustrative: true", "illustrative: maybe", "E-VALUE 5:15", "'maybe' is neither true nor false.",
         "Write true or false."),
        ("illustrative: true", "illustrative: [a]", "E-TYPE 5:15", "'illustrative' takes true or false, not a list.",
         "Write true or false."),
        ("title: A title", "title: {Kent}", "E-TYPE 1:9", "'title' takes words, not a group of fields.", ""),
        ("illustrative: true", f"illustrative: true\nrelated: [{', '.join(f'place:a{n}' for n in range(7))}]",
         "E-VALUE 6:10", "'related' takes at most 5, and here are 7.", "Take 2 out."),
        ("illustrative: true", "illustrative: true\nstage: lives", "E-ENUM 6:8",
         "'lives' is not allowed for 'stage'.",
         "Did you mean live? Write one of: idea, design, testing, live, scaled, stopped."),
        ("illustrative: true", "illustrative: true\npartners:\n  - role: x", "E-REQ 7:5",
         "Entry 1 of 'partners' has no org.",
         "Add a line  org: ..."),
        ("illustrative: true", "illustrative: true\ndates:\n  start:2012", "E-TYPE 7:3",
         "There is no space after the colon of 'start'.", "Write  start: 2012"),
        ("illustrative: true", "illustrative: true\ndates:\n  begin: 2012", "E-KEY 7:3",
         "'begin' is not a field of 'dates'.",
         "Its fields are start, end, ongoing."),
        ("illustrative: true", "illustrative: true\nupdated: 2012-07-01", "E-VALUE 6:10",
         "'updated' is set, but no change is noted.", "Add  changes:  with a date and a note."),
        ("illustrative: true", "illustrative: true\nupdated: 2012-05-31\nchanges: [{date: 2012-05-31, note: n}]",
         "E-VALUE 6:10", "'updated' is before 'date', the day of first publishing.", "Put one of the two right."),
        ("illustrative: true", "illustrative: true\ndates:\n  end: 2011\n  start: 2012-01", "E-VALUE 7:8",
         "The scheme ends before it starts.", "Put one of the two right."),
        ("illustrative: true", "illustrative: false", "E-VALUE 1:1", "A case study names no sources and no places.",
         "Add  sources:  and  places:  with a list of ids from sources.yml and places.yml."),
        ("illustrative: true", "places: [essex]", "E-VALUE 1:1", "A case study names no sources.",
         "Add  sources:  with a list of ids from sources.yml."),
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
