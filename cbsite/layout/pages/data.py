"""The data of every register, to take away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.data_file import data_file
from cbsite.layout.parts.files import size_words
from cbsite.layout.parts.plain_prose import bullets, link, paragraph
from cbsite.layout.parts.registers import HOLDS, title_of
from cbsite.layout.parts.small_page import section, small_page
from cbsite.layout.values import PageValue, Table, Words
from cbsite.plan.feeds import PACKAGE, data_address, data_kinds, parts_address, parts_of
from cbsite.plan.small_pages import DICTIONARY
from cbsite.read.nodes import Node
from cbsite.records.kinds import Kind

_LEDE = "Everything that the registers of this site hold, as files for a spreadsheet or a program."

_ELSEWHERE = {"events": "/timeline/", "topics": "/figures/"}
"""Registers whose page is called something else."""

_RULES = (
    "A row of a CSV file, or an object of a JSON file, is one record: its id, its address on this site, "
    "then its fields. Both files hold the same.",
    "A dot stands between a group and its field: source.id is the id of the source.",
    "In CSV, the parts of a list have a semicolon and a space between them. A list of groups is one cell, "
    "written as JSON.",
    "Dates are only as exact as the source (EDTF): 2012, 2012-05, 2012-05-21, 2012-05~ for about May 2012, and "
    "two dates with a slash for the time between them. Beside a date stand the source's own words for it, and "
    "whether the source prints the year or the hub worked it out. Where there are only words and no date, both "
    "the date and that are empty.",
    "An empty cell of a CSV file, or null in JSON, means that our sources do not say, or that the field does not "
    "apply; it never means none or 0.",
    "CSV files are UTF-8 and open in Excel as they are. Text that Excel would take for a formula has an "
    "apostrophe before it.",
    "Of what is withdrawn, only the id, the address and the reason are given.",
)


def data(context: Context) -> PageValue:
    kinds = data_kinds(context.library)
    site = context.library.site
    return small_page(
        context,
        _LEDE,
        section("registers", "Registers", _registers(context, kinds)),
        section(
            "reading",
            "How to read the files",
            bullets(*_RULES),
            paragraph("The text of a page is not in the data: follow the address."),
        ),
        section(
            "licence",
            "Licence, and how to cite",
            paragraph(
                "The data may be used under the ",
                link(site.licence.name, site.licence.url),
                ", except where a record names another licence.",
            ),
            paragraph(
                f"Name {site.name}, the register, its address and the day on which you took it. Figures and dates come "
                "from the sources that they name: cite those too."
            ),
        ),
        section("columns", "What each column means", *_dictionary(context)),
    )


def _registers(context: Context, kinds: tuple[Kind, ...]) -> Table:
    rows = tuple(
        (
            _named(context, kind),
            Words(HOLDS[kind.register]),
            Words(str(len(context.library.of_kind(kind.name)))),
            *_files(context, kind),
        )
        for kind in kinds
    )
    return Table(
        "What there is to take", ("Register", "What it holds", "Records", "CSV", "JSON"), rows
    )


def _named(context: Context, kind: Kind) -> Words:
    """The name of a register, with a link to its page where it has one."""
    title = title_of(kind)
    address = _ELSEWHERE.get(kind.register, f"/{kind.register}/")
    return context.to_address(title, address) or Words(title)


def _files(context: Context, kind: Kind) -> Iterator[Words]:
    """Links to the CSV and JSON file of a register, or to the list of them where it is in several."""
    count = parts_of(context.library, kind)
    forms: tuple[Literal["csv", "json"], ...] = ("csv", "json")
    for form in forms:
        if count > 1:
            address = parts_address(kind.register)
            yield Words(f"{count} {form.upper()} files", context.href_of(address))
        else:
            yield data_file(context, data_address(kind.register, form))


def _dictionary(context: Context) -> tuple[Node, ...]:
    """Where the columns are explained, for people and for programs."""
    size = size_words(context.plan.sizes.get(PACKAGE, 0))
    return (
        paragraph(
            "The ",
            link("data dictionary", context.href_of(DICTIONARY)),
            " says of every column what it holds and what it means.",
        ),
        paragraph(
            "Programs read the same in ",
            link("datapackage.json", context.href_of(PACKAGE)),
            f" ({size}), which is a Data Package of the Frictionless standards.",
        ),
    )
