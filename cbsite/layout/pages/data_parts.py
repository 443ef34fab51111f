"""The files of a register whose data is in several."""

from __future__ import annotations

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.data_file import data_file
from cbsite.layout.parts.frame import frame
from cbsite.layout.parts.pages import on_this_page, pagination
from cbsite.layout.parts.record_page import crumbs
from cbsite.layout.parts.registers import HOLDS, title_of
from cbsite.layout.values import PageValue, Plate, Section, Table, Words
from cbsite.plan.feeds import MOST_RECORDS, data_address, parts_address, parts_of, records_in_part
from cbsite.plan.lists import ListPart
from cbsite.records.kinds import BY_REGISTER

_LEDE = "Each file holds at most {most:,} records, in order of their ids; together they hold all of them."


def data_parts(context: Context) -> PageValue:
    register = ListPart.of(context.page).value
    kind = BY_REGISTER[register]
    count = parts_of(context.library, kind)
    rows = tuple(
        (
            Words(f"Part {number}"),
            Words(own[0].key[1]),
            Words(own[-1].key[1]),
            Words(str(len(own))),
            data_file(context, data_address(register, "csv", number)),
            data_file(context, data_address(register, "json", number)),
        )
        for number in on_this_page(context, range(1, count + 1))
        for own in (records_in_part(context.library, kind, number),)
    )
    title = f"Data: {title_of(kind)}"
    columns = ("File", "First id", "Last id", "Records", "CSV", "JSON")
    table = Table(HOLDS[register], columns, rows)
    return PageValue(
        "pages/list.html",
        frame(context, title, f"{title}: {context.library.site.name}"),
        Plate(title, _LEDE.format(most=MOST_RECORDS), crumbs=crumbs(context, title_of(kind))),
        (Section("", "", (table,)),),
        pagination=pagination(context, parts_address(register), count),
    )
