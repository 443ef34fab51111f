"""The full fictional hub: it leaves out no field, no kind, no value and no mark, and says nothing but what is meant."""

from __future__ import annotations

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from cbsite.diagnostics import Report, Source
from cbsite.read.map_file import read_map
from cbsite.read.nodes import Node, NodeType
from cbsite.records.blocks import BLOCKS
from cbsite.records.document import AnnexFields, SectionFields
from cbsite.records.kinds import KINDS
from cbsite.records.map_file import MapFile
from cbsite.records.site import Checks, Site
from tests.site.test_drafts import found_in
from tests.support.command import cbsite
from tests.support.hubs import Made, opened
from tests.support.pages import read_pages
from tests.support.templates import DAY, FULL

HIDDEN = ("quokka", "wombat", "77123")
"""Words of drafts and of what waits for its day."""

MEANT = {"W-REVIEW": 2, "W-EXPIRED": 1, "W-DRAFTREF": 1, "I-FUTURE": 3}
"""What the hub is warned of, and how often: an overdue case study and briefing, a person whose day is past,
a link to a draft, and a case study, a paper and a piece of news that wait."""

NOT_TYPED = {("Site", "id")}
"""Fields that nobody types."""

NOT_TOGETHER = {("Accessibility", "status"): {"full", "none", "not-assessed"}}
"""Values of a field that stands once in a hub, and so has one value."""


@pytest.fixture(scope="module")
def full() -> Made:
    return opened(FULL, datetime.date.fromisoformat(DAY))


def parts(value: Any) -> Iterator[BaseModel]:
    """A model and every model inside it."""
    if isinstance(value, BaseModel):
        yield value
        value = tuple(getattr(value, name) for name in type(value).model_fields)
    if isinstance(value, tuple):
        for item in value:
            yield from parts(item)


@cache
def models(model: type[BaseModel]) -> frozenset[type[BaseModel]]:
    """A type of model and every type inside it."""
    found = {model}
    for field in model.model_fields.values():
        for inner in inside(field.annotation):
            found |= models(inner)
    return frozenset(found)


def inside(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that an annotation speaks of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from inside(argument)


def literals(annotation: Any) -> set[str]:
    """The words that a field may have, where they are listed."""
    if get_origin(annotation) is Literal:
        return {word for word in get_args(annotation) if isinstance(word, str)}
    return {word for argument in get_args(annotation) for word in literals(argument)}


def front_matter(path: Path) -> list[str]:
    """The names of the fields above a text, if there are any."""
    text = path.read_text(encoding="utf-8")
    return re.findall(r"^(\w+):", text.split("---\n")[1], re.M) if text.startswith("---") else []


def given(full: Made) -> list[BaseModel]:
    """Everything that the hub's files say, as models."""
    texts = [text for entry in full.library.entries.values() for text in entry.texts]
    whole = [
        full.library.site,
        *(entry.record for shelf in (full.library.entries, full.library.hidden) for entry in shelf.values()),
        *(block.fields for text in texts for block in text.prose.blocks),
    ]  # fmt: skip
    return [part for one in whole for part in parts(one)]


def expected() -> set[type[BaseModel]]:
    roots = [Site, *(kind.model for kind in KINDS), *BLOCKS.values()]
    # A hub sets the levels of a few checks; that each can be set is tested with the checks.
    return {model for root in roots for model in models(root)} - {Checks}


def test_every_field_is_given(full: Made) -> None:
    found = {(type(one).__name__, name) for one in given(full) for name in one.model_fields_set}
    folder = FULL / "content/documents/purse-plan"
    beside: dict[type[BaseModel], str] = {SectionFields: "0*.md", AnnexFields: "annex-*.md"}
    for model, names in beside.items():
        for path in folder.glob(names):
            found |= {(model.__name__, key) for key in front_matter(path)}
    every = {*expected(), *beside}
    wanted = {(model.__name__, name) for model in every for name in model.model_fields}
    assert len(wanted) > 300
    assert sorted(wanted - found) == sorted(NOT_TYPED)


def test_every_field_of_a_map_is_given(full: Made) -> None:
    report = Report()
    path = FULL / f"templates/maps/{full.library.site.map}.json"
    made = read_map(Source(path.name, path.read_text(encoding="utf-8")), report)
    assert not list(report)
    found = {(type(one), name) for one in parts(made) for name in one.model_fields_set}
    assert {(m, name) for m in models(MapFile) for name in m.model_fields} - found == set()


def test_every_kind_has_a_record_in_every_state(full: Made) -> None:
    shelves = (full.library.entries, full.library.hidden)
    states = {(e.kind, e.record.status) for shelf in shelves for e in shelf.values()}
    words = ("published", "withdrawn", "archived", "draft")
    assert {(kind.name, word) for kind in KINDS for word in words} - states == set()


def test_every_value_occurs(full: Made) -> None:
    found: defaultdict[tuple[type[BaseModel], str], set[str]] = defaultdict(set)
    for one in given(full):
        for name in type(one).model_fields:
            found[type(one), name].add(str(getattr(one, name)))
    missing = {
        (model.__name__, name): left
        for model in expected()
        for name, field in model.model_fields.items()
        if (left := literals(field.annotation) - found[model, name])
    }
    assert missing == NOT_TOGETHER


def nodes(of: tuple[Node, ...]) -> Iterator[Node]:
    for node in of:
        yield node
        yield from nodes(node.children)


def test_every_mark_of_a_text_occurs(full: Made) -> None:
    texts = [text.prose for entry in full.library.entries.values() for text in entry.texts]
    every = [node for prose in texts for node in nodes(prose.children)]
    assert {node.type for node in every} == set(get_args(NodeType))
    for type, attribute, values in (
        ("alert", "kind", {"note", "tip", "important", "warning", "caution"}),
        ("heading", "level", set("23456")),
        ("table_cell", "align", {"left", "right", "center", ""}),
        ("list_item", "task", {"open", "done", ""}),
        ("bullet_list", "tight", {"true", "false"}),
        ("numbered_paragraph", "depth", {"1", "2"}),
        ("span", "lang", {"cy", "ar", "he"}),
        ("footnote", "back", {"1", "2"}),
    ):
        assert {node.get(attribute) for node in every if node.type == type} == values, type
    assert {block.word for prose in texts for block in prose.blocks} == set(BLOCKS)
    linked = {link.target.partition(":")[0] for prose in texts for link in prose.links}
    assert {kind.name for kind in KINDS} | {"paragraph", "https", "mailto", "tel"} <= linked


def test_every_sort_of_file_is_there() -> None:
    endings = Counter(path.suffix for path in (FULL / "content").rglob("*") if path.is_file())
    assert set(endings) == {".yml", ".md", ".csv", ".pdf", ".jpg", ".png", ".webp", ".gif"}
    assert max(path.stat().st_size for path in FULL.rglob("*") if path.is_file()) < 20_000


def test_it_is_warned_of_what_is_meant_and_no_more(tmp_path: Path) -> None:
    ended = cbsite("check", "--source", FULL, "--as-of", DAY, folder=tmp_path)
    assert ended.returncode == 0
    assert Counter(re.findall(r"^    \(([A-Z]-[A-Z-]+)[),]", ended.stdout, re.M)) == MEANT


def test_it_says_that_it_is_fiction(full_hub: Path) -> None:
    pages = read_pages(full_hub)
    assert all(
        "All of this is fiction." in page.words for page in pages.values() if not page.refresh
    )
    assert "Nothing in the Vale is real" in pages["about/index.html"].words


def test_what_is_hidden_is_nowhere(full_hub: Path) -> None:
    assert {word: found_in(full_hub, word) for word in HIDDEN} == {word: [] for word in HIDDEN}
    assert found_in(full_hub, "draft-") == []
    assert found_in(full_hub, "bertold") == []  # whose day is past
    assert found_in(full_hub, "ada invented")  # so that a search that finds nothing does not pass


def test_what_is_withdrawn_keeps_its_address_and_no_more(full: Made, full_hub: Path) -> None:
    pages = read_pages(full_hub)
    proper = {page.address: page for page in pages.values() if not page.refresh}
    gone = [e for e in full.library.entries.values() if e.record.status == "withdrawn"]
    with_page = {e.record.heading: full.plan.locations[e.key].address for e in gone}
    with_page = {name: at for name, at in with_page.items() if name in proper[at].title}
    assert len(with_page) == 12
    for name, address in with_page.items():
        assert " is withdrawn. There is no fog." in " ".join(proper[address].words.split())
        assert [at for at, page in proper.items() if name in page.words] == [address]
