"""The fields of the record types: each described, and told as authors know it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, create_model
from pydantic.fields import FieldInfo

from cbsite.diagnostics import Report, Source
from cbsite.read.strict_yaml import read_yaml
from cbsite.read.validate import validate
from cbsite.read.yaml_lines import Window
from cbsite.read.yaml_tree import Mapping
from cbsite.records.blocks import TableBlock
from cbsite.records.case_study import CaseStudy
from cbsite.records.common import Image, Item
from cbsite.records.dates import PartialDate, When
from cbsite.records.event import Event
from cbsite.records.figure import Figure
from cbsite.records.glossary import Term
from cbsite.records.organisation import Organisation
from cbsite.records.part import Part
from cbsite.records.place import Place
from cbsite.records.programme import Programme
from cbsite.records.record import Citation, Record
from cbsite.records.site import Site
from cbsite.schema import FieldGuide, fields_of
from cbsite.schema.fields import plural
from cbsite.schema.guide import as_written


def _subtypes(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for one in model.__subclasses__():
        yield one
        yield from _subtypes(one)


MODELS: list[type[BaseModel]] = [
    PartialDate,
    Part,
    *dict.fromkeys(one for one in _subtypes(Part) if one.__module__.startswith("cbsite.records.")),
]
"""Every type that authors fill in: also those that no other type holds."""

FIELDS = [
    pytest.param(field, id=f"{model.__name__}.{field.name}")
    for model in MODELS
    for field in fields_of(model)
]


def everything(fields: tuple[FieldGuide, ...]) -> Iterator[FieldGuide]:
    for field in fields:
        yield field
        yield from everything(field.fields)


def field_at(model: type[BaseModel], path: str) -> FieldGuide:
    return next(one for one in everything(fields_of(model)) if one.path == path)


def test_all_types_are_met() -> None:
    assert len(MODELS) > 65
    assert {Record, Item, Event, Site, TableBlock, Citation} <= set(MODELS)


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_is_described_in_a_sentence_without_a_full_stop(field: FieldGuide) -> None:
    assert re.fullmatch(r"[A-Z](?:(?!  )[^\n|])*[^.\s]", field.description)
    assert len(field.description) <= 110
    # What only authors have to know goes on from there.
    assert re.fullmatch(r"(?:[a-z0-9\"](?:(?!  )[^\n|])*[^.\s])?", field.order)
    assert re.fullmatch(r"(?:(?:where|unless) [^\n|]*[^.\s])?", field.needed_where)
    assert not (field.required and field.needed_where)


def infos(model: type[BaseModel]) -> Iterator[tuple[str, FieldInfo, Any]]:
    for name, info in model.model_fields.items():
        for example in info.examples or ():
            yield name, info, example


EXAMPLES = [
    pytest.param(name, info, example, id=f"{model.__name__}.{name}: {example}")
    for model in MODELS
    for name, info, example in infos(model)
    if name in model.__annotations__
]


@pytest.mark.parametrize(("name", "info", "example"), EXAMPLES)
def test_every_example_can_be_written_as_the_guide_shows_it(
    name: str, info: FieldInfo, example: object
) -> None:
    taken = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
    model = create_model("One", __base__=Part, **{name: (taken, ...)})  # type: ignore[call-overload]
    report, source = Report(), Source("a.yml", f"{name}: {as_written(example)}\n")
    tree = read_yaml(Window(source, source.lines), report).value
    assert isinstance(tree, Mapping)
    assert validate(model, "record", tree, report) is not None
    assert not list(report)


def test_the_examples_of_dates_are_dates() -> None:
    model = create_model("One", __base__=Part, when=(When, ...))
    for example in field_at(PartialDate, "date").examples:
        assert model.model_validate({"when": example}).when.bounds  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("model", "path", "takes"),
    [
        (Event, "title", "text"),
        (Event, "id", "id"),
        (Event, "when", "date"),
        (Event, "when.date", "date"),
        (Event, "moved_from", "list of dates"),
        (Event, "places", "list of ids of places"),
        (Event, "lane", "id"),
        (Event, "kind", "one of these words"),
        (Event, "source", "group of fields"),
        (Event, "source.id", "id of a source or a document"),
        (Term, "see", "list of ids of glossary entries"),
        (Item, "contact", "id of an organisation or a person"),
        (Item, "translation_of", "reference"),
        (Item, "related", "list of references"),
        (Item, "review_by", "day"),
        (Item, "changes", "list of groups of fields"),
        (Item, "title", "title"),
        (CaseStudy, "summary", "summary"),
        (CaseStudy, "story", "yes or no"),
        (Image, "file", "picture"),
        (Place, "gss", "GSS code"),
        (Place, "lat", "number"),
        (Figure, "range.low", "number"),
        (Programme, "follows", "list of groups of fields, or ids of programmes"),
        (TableBlock, "rows", "list of lists of texts"),
        (Site, "base_url", "web address"),
        (Site, "contact.email", "e-mail address"),
        (Site, "language", "language tag"),
        (Site, "timezone", "time zone"),
    ],
)
def test_what_a_field_takes_in_plain_words(model: type[BaseModel], path: str, takes: str) -> None:
    assert field_at(model, path).takes == takes


def test_what_is_needed_allowed_and_else_so() -> None:
    kind, status = field_at(Event, "kind"), field_at(Event, "status")
    assert kind.required
    assert kind.words[:2] == ("event", "meeting")
    assert not status.required
    assert status.default == "published"
    assert field_at(CaseStudy, "story").default == "no"
    assert field_at(Term, "linked").default == "yes"
    assert field_at(Site, "timezone").default == "Europe/London"
    assert field_at(Event, "venue").default == ""
    assert field_at(CaseStudy, "themes").required
    assert not field_at(Item, "themes").required
    assert field_at(Organisation, "parent").refers == ("organisation",)
    assert field_at(Event, "source.id").refers == ("source", "document")


def test_the_plural_of_a_kind() -> None:
    assert [plural(noun) for noun in ("person", "glossary entry", "place")] == [
        "people",
        "glossary entries",
        "places",
    ]
