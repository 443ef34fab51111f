"""The glossary: words and acronyms from A to Z, what they mean, and who uses them."""

from __future__ import annotations

from itertools import groupby

from cbsite.layout.blocks.lists import withdrawn
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.list_page import list_page
from cbsite.layout.parts.mentions import mentioned
from cbsite.layout.parts.pages import on_this_page, titles
from cbsite.layout.parts.search_tags import plain_tags
from cbsite.layout.parts.wording import row
from cbsite.layout.values import Directory, DirectoryEntry, Jumps, PageValue, Section, Words
from cbsite.library.library import Library
from cbsite.plan.address import Location
from cbsite.plan.orders import letter
from cbsite.plan.orders import terms as by_letter
from cbsite.plan.registers import places_on_registers, register_of
from cbsite.records.glossary import Term

_LEDE = "Words and short forms of the papers, what they mean, and which paper uses them."


def glossary(context: Context) -> PageValue:
    every = register_of(context.library, context.page.kind)
    here = on_this_page(context, every)
    terms = (term for term in here if isinstance(term, Term) and term.status != "withdrawn")
    letters = tuple(
        Section(_anchor(first), first, (Directory(tuple(_entry(context, term) for term in group)),))
        for first, group in groupby(terms, key=letter)
    )
    title = titles(context)[0]
    sections = (*_jumps(context), *letters, *withdrawn(here))
    return list_page(context, _LEDE, sections, len(every), plain_tags(context.page.title, title))


def _jumps(context: Context) -> tuple[Section, ...]:
    """The letters of all pages, each with the way to where it begins."""
    links = tuple(
        Words(first, context.href(Location(address, _anchor(first))))
        for first, address in context.library.once(_letters).items()
    )
    return (Section("", "", (Jumps("Letters", links),)),) if len(links) > 1 else ()


def _letters(library: Library) -> dict[str, str]:
    """Each letter, and the page on which it begins."""
    found: dict[str, str] = {}
    for term in library.once(by_letter):
        found.setdefault(letter(term), library.once(places_on_registers)["term", term.id].address)
    return found


def _entry(context: Context, term: Term) -> DirectoryEntry:
    used, sources = context.cite_all(term.used_by), context.cite_all(term.sources)
    return DirectoryEntry(
        term.id,
        term.label,
        term.expand or "",
        " ".join(part for part in (term.definition, term.summary) if part),
        (
            *row("Also called", ", ".join(term.synonyms)),
            *row("Used by", *used),
            *row("See also", *context.links_to("term", term.see)),
            *row("Source", *(() if sources == used else sources)),
        ),
        mentioned(context, ("term", term.id)),
    )


def _anchor(first: str) -> str:
    return f"letter_{first.lower() if first.isascii() and first.isalpha() else ord(first[0])}"
