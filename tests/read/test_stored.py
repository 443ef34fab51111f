"""Readings as bytes: the same again; and what in them stands for facts, what for words."""

from __future__ import annotations

import msgspec
import pytest

from cbsite.diagnostics import Report
from cbsite.ports.disk import Disk
from cbsite.read.content import units_of
from cbsite.read.discover import discover
from cbsite.read.stored import kept
from cbsite.read.unit import Unit, read_unit
from tests.support.command import REPOSITORY
from tests.support.hubs import SMALL

CASE = SMALL["content/case-studies/one-door.md"]


def units(hub: str) -> list[Unit]:
    folder, disk = REPOSITORY / hub / "content", Disk()
    layout = discover(disk.walk(folder), "content", Report())
    return list(units_of(layout, "content", lambda path: disk.read(folder / path)))


@pytest.mark.parametrize(
    "hub", [".", "tests/hubs/full", "tests/hubs/mistakes", "tests/hubs/broken"]
)
def test_every_reading_comes_back_as_it_was(hub: str) -> None:
    found = units(hub)
    assert found
    for unit in found:
        reading = read_unit(unit)
        again = kept(reading).reading()
        assert again == reading, unit.path
        records = [(a.entry, b.entry) for a, b in zip(reading.records, again.records, strict=True)]
        for one, other in records:
            assert (one and one.record) == (other and other.record)


def unit(text: str) -> Unit:
    path = "case-studies/one-door.md"
    return Unit("content", "case-study", "markdown", "one-door", ((path, text.encode()),))


def told(text: str) -> tuple[bytes, bytes]:
    found = kept(read_unit(unit(text)))
    return found.facts, found.words


def test_a_reading_is_a_function_of_its_unit() -> None:
    encode = msgspec.msgpack.encode
    assert encode(kept(read_unit(unit(CASE)))) == encode(kept(read_unit(unit(CASE))))


@pytest.mark.parametrize(
    "more",
    ["\nMore words.\n", "\n**Strong** words.\n", "\n- a list\n- of two\n", "\n> A quotation.\n"],
)
def test_words_are_no_facts(more: str) -> None:
    before, after = told(CASE), told(f"{CASE}\n{more}\n")
    assert before[0] == after[0]
    assert before[1] != after[1]


def test_where_things_stand_is_neither() -> None:
    assert told(CASE) == told(CASE.replace("\n---\n", "\n---\n\n\n", 1))
    assert told(CASE) == told(CASE.replace("date:", "# a comment\ndate:", 1))


@pytest.mark.parametrize(
    "changed",
    [
        CASE.replace("One door", "Two doors"),
        CASE.replace("[families]", "[]"),
        f"{CASE}\n[Kent](place:kent)\n",
        f"{CASE}\n## Another heading\n",
        f"{CASE}\n**Gap.** Nobody knows.\n",
        f"{CASE}\n```figures\nfigures: [members]\n```\n",
        f"{CASE}\n| a | b |\n| --- | --- |\n| 1 | 2 |\n",
        CASE.replace("the paper]", "a paper]"),
        CASE.partition("## The problem")[0],
    ],
)  # fmt: skip
def test_what_other_pages_may_show_is_a_fact(changed: str) -> None:
    assert changed != CASE
    assert told(CASE)[0] != told(changed)[0]
