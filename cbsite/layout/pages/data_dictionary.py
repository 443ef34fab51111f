"""The data dictionary: every column of every register's file, what it holds and what it means."""

from __future__ import annotations

from collections.abc import Iterable

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.plain_prose import link, paragraph
from cbsite.layout.parts.registers import HOLDS, title_of
from cbsite.layout.parts.small_page import section, small_page
from cbsite.layout.parts.wording import capital
from cbsite.layout.values import PageValue, Section, Table, Words
from cbsite.plan.feeds import data_kinds
from cbsite.read.nodes import Node
from cbsite.records.common import Item
from cbsite.records.kinds import Kind
from cbsite.records.record import Record
from cbsite.schema import Column, columns_of

_LEDE = "What each column of the data files holds, and what it means. The fields of the JSON files are the same."

_HEAD = ("Column", "What it holds", "What it means")


def data_dictionary(context: Context) -> PageValue:
    kinds = data_kinds(context.library)
    every = columns_of(Record)
    of_prose = tuple(column for column in columns_of(Item) if column not in every)
    return small_page(
        context,
        _LEDE,
        section("every", "In every file", _how(context), _table("Columns of every file", every)),
        *_prose(kinds, of_prose),
        *(_register(kind, (*every, *of_prose)) for kind in kinds),
    )


def _how(context: Context) -> Node:
    page = context.to_address("how to read the files", "/data/")
    known = (
        "A dot stands between a group and its field. All rows have an id, an address and a status; any other cell "
        "may be empty."
    )
    return paragraph(known, " See ", link(page.text, page.href), ".") if page else paragraph(known)


def _prose(kinds: tuple[Kind, ...], columns: tuple[Column, ...]) -> tuple[Section, ...]:
    """What the registers of texts share, where there are any."""
    names = [title_of(kind).lower() for kind in kinds if kind.prose]
    if not names:
        return ()
    words = paragraph(f"These files have the columns below as well: {', '.join(names)}.")
    table = _table("Columns of every file of texts", columns)
    return (section("prose", "In every file of texts", words, table),)


def _register(kind: Kind, shared: tuple[Column, ...]) -> Section:
    """The columns of a register beside those that it shares with others."""
    own = [column for column in columns_of(kind.model) if column not in shared]
    title = title_of(kind)
    words = paragraph(f"{HOLDS[kind.register]}.")
    return section(
        kind.register, title, words, *([_table(f"Columns of {title.lower()}", own)] if own else ())
    )


def _table(caption: str, columns: Iterable[Column]) -> Table:
    rows = tuple(
        (Words(one.name), Words(_holds(one)), Words(f"{one.description}.")) for one in columns
    )
    return Table(caption, _HEAD, rows)


def _holds(column: Column) -> str:
    if not column.words:
        return capital(column.holds)
    return f"{capital(column.holds)}: {', '.join(column.words)}"
