"""Every record of a register as data: its fields as modelled, with whole addresses, and nothing private."""

from __future__ import annotations

import datetime
from decimal import Decimal
from functools import cache
from typing import Any

from pydantic import BaseModel

from cbsite.layout.values import Dataset, Fields, Plain
from cbsite.library.library import Library
from cbsite.plan.address import Location
from cbsite.plan.feeds import records_in_part
from cbsite.plan.plan import Plan
from cbsite.read.entry import Entry
from cbsite.records.dates import PartialDate
from cbsite.records.inside import files_in, references_in
from cbsite.records.kinds import BY_REGISTER
from cbsite.records.part import Loc
from cbsite.records.person import Person
from cbsite.schema import columns_of

_PERSONAL = ("name", "email", "phone", "basis")
"""What of a person is in the data only as long as the page may show it."""

_OF_THE_WITHDRAWN = ("id", "address", "status", "withdrawn_reason")


def lay_out_data(library: Library, plan: Plan, register: str, number: int = 1) -> Dataset:
    """All published records of a register, by id; of a large one, those of its `number`th part.

    Of a withdrawn record only its id, address, status and the reason are given. Ids of what is not
    published are left out, as are names that may not be shown on the day of the build.
    """
    kind = BY_REGISTER[register]
    own = records_in_part(library, kind, number)
    records = tuple(_record(library, plan, entry) for entry in own)
    columns = tuple(column.name for column in columns_of(kind.model))
    return Dataset(columns, records)


def _record(library: Library, plan: Plan, entry: Entry) -> Fields:
    record, location = entry.record, plan.locations[entry.key]
    address = ("address", _absolute(library, location))
    values = _plain(record, _otherwise(library, plan, entry))
    assert isinstance(values, Fields)
    id, *others = values.pairs
    pairs = (id, address, *others)
    if record.status == "withdrawn":
        pairs = tuple(pair for pair in pairs if pair[0] in _OF_THE_WITHDRAWN)
    return Fields(pairs)


def _otherwise(library: Library, plan: Plan, entry: Entry) -> dict[Loc, str | None]:
    """The values that are not given as they are written, by their place; None leaves one out."""
    found: dict[Loc, str | None] = {}
    for loc, kind, id in references_in(entry.record):
        referred = library.find((kind, id))
        if referred is None or not library.is_published(referred):
            found[loc] = None
    for loc, _, path in files_in(entry.record):
        target = plan.links[entry.key].get(path)
        found[loc] = _absolute(library, target) if isinstance(target, Location) else None
    if isinstance(entry.record, Person) and not entry.record.is_named(library.as_of):
        found |= {(name,): None for name in _PERSONAL}
    return found


def _absolute(library: Library, location: Location) -> str:
    anchor = f"#{location.anchor}" if location.anchor else ""
    return library.site.absolute(location.address) + anchor


def _plain(value: Any, otherwise: dict[Loc, str | None]) -> Plain:
    """A value of a record as data; a day is text, and a list loses what is left out."""
    if () in otherwise:
        return otherwise[()]
    if value is None or isinstance(value, bool | str | Decimal):
        return value
    if isinstance(value, tuple):
        items = [_plain(item, _inside(otherwise, index)) for index, item in enumerate(value)]
        return tuple([item for item in items if item is not None])
    if isinstance(value, datetime.date):
        return value.isoformat()
    assert isinstance(value, BaseModel)
    if isinstance(value, PartialDate) and value.date is None:
        # The source gives no date, so nothing says where one comes from.
        value = value.model_copy(update={"basis": None})
    model: type[BaseModel] = type(value)
    names = _names(model)
    return Fields(
        tuple([(name, _plain(getattr(value, name), _inside(otherwise, name))) for name in names])
    )


def _inside(otherwise: dict[Loc, str | None], step: str | int) -> dict[Loc, str | None]:
    """What is given otherwise inside a field or an item; of most records nothing is."""
    if not otherwise:
        return otherwise
    return {loc[1:]: value for loc, value in otherwise.items() if loc[0] == step}


@cache
def _names(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(model.model_fields)
