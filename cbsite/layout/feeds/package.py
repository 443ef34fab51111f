"""What describes the data to programs: a Data Package (specs.frictionlessdata.io, version 1).

Version 1 has `profile`, and an empty `resource` for ids of the register itself; programs of version 2 read it too. What
a list refers to, and ids of either of two registers, cannot be said as foreign keys: the descriptions say it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from cbsite.layout.parts.registers import HOLDS, title_of
from cbsite.layout.parts.wording import capital
from cbsite.layout.values import Fields, Plain
from cbsite.library.library import Library
from cbsite.plan.feeds import data_address, data_kinds, parts_of
from cbsite.records.fields import suggest_slug
from cbsite.records.kinds import Kind
from cbsite.schema import Column, columns_of

Pairs = tuple[tuple[str, Plain], ...]


def lay_out_package(library: Library) -> Fields:
    """The descriptor: each register as a table with its columns, and once more as JSON."""
    site, kinds = library.site, data_kinds(library)
    licence = Fields(
        (("path", site.licence.url or site.absolute("/licence/")), ("title", site.licence.name))
    )
    tables = (_table(library, kind, kinds) for kind in kinds)
    whole = (_whole(kind, part) for kind in kinds for part in _parts(library, kind))
    return Fields(
        (
            ("profile", "data-package"),
            ("name", suggest_slug(site.name) or "hub"),
            ("title", site.name),
            ("description", site.footer),
            ("homepage", site.absolute("/data/")),
            ("licenses", (licence,)),
            ("resources", (*tables, *whole)),
        )
    )


def _parts(library: Library, kind: Kind) -> range:
    return range(1, parts_of(library, kind) + 1)


def _table(library: Library, kind: Kind, kinds: tuple[Kind, ...]) -> Fields:
    """A register as a CSV file, or as several that are one table, with the type and meaning of each column."""
    schema = Fields(
        (
            ("fields", tuple(map(_field, columns_of(kind.model)))),
            ("missingValues", ("",)),
            ("primaryKey", "id"),
            ("foreignKeys", tuple(_keys(kind, kinds))),
        )
    )
    return Fields(
        (
            ("profile", "tabular-data-resource"),
            *_file(kind, kind.register, "csv", "text/csv", _parts(library, kind)),
            ("schema", schema),
        )
    )


def _whole(kind: Kind, part: int) -> Fields:
    """A file of the same records as JSON, where groups and lists are whole; such files do not join as CSV does."""
    name = f"{kind.register}-json" if part == 1 else f"{kind.register}-json-{part}"
    return Fields(
        (
            ("profile", "data-resource"),
            *_file(kind, name, "json", "application/json", range(part, part + 1)),
        )
    )


def _file(kind: Kind, name: str, form: Literal["csv", "json"], media: str, parts: range) -> Pairs:
    """What is said of a file, or of several in a row; a path is from the descriptor, which stands beside the first."""
    paths = tuple(data_address(kind.register, form, part).removeprefix("/data/") for part in parts)
    return (
        ("name", name),
        ("path", paths if len(paths) > 1 else paths[0]),
        ("title", title_of(kind)),
        ("description", HOLDS[kind.register]),
        ("format", form),
        ("mediatype", media),
        ("encoding", "utf-8"),
    )


def _field(column: Column) -> Fields:
    limits: list[tuple[str, Plain]] = [("required", True)] if column.filled else []
    if column.name == "id":
        limits.append(("unique", True))
    if column.words:
        limits.append(("enum", column.words))
    described: Pairs = (
        ("name", column.name),
        ("type", column.type),
        *((("format", column.format),) if column.format else ()),
        ("title", capital(re.sub(r"[._]", " ", column.name))),
        ("description", f"{capital(column.holds)}. {column.description}."),
        *((("constraints", Fields(tuple(limits))),) if limits else ()),
    )
    return Fields(described)


def _keys(kind: Kind, kinds: tuple[Kind, ...]) -> Iterator[Fields]:
    """The columns that hold one id of one register that is in the package too."""
    registers = {other.name: other.register for other in kinds}
    for column in columns_of(kind.model):
        if column.many or len(column.refers) != 1 or column.refers[0] not in registers:
            continue
        register = registers[column.refers[0]]
        resource = "" if register == kind.register else register
        reference = Fields((("resource", resource), ("fields", "id")))
        yield Fields((("fields", column.name), ("reference", reference)))
