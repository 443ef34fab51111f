"""Sources: the documents the hub publishes, and the pages it cites."""

from __future__ import annotations

from cbsite.layout.blocks.lists import items, withdrawn
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.list_page import list_page
from cbsite.layout.parts.mentions import mentioned
from cbsite.layout.parts.pages import is_first, on_this_page, titles
from cbsite.layout.parts.search_tags import plain_tags
from cbsite.layout.parts.stances import stance_word
from cbsite.layout.parts.wording import HELD, label, when
from cbsite.layout.values import Items, ListItem, PageValue, Section, Words
from cbsite.plan.mentions import MOST
from cbsite.plan.orders import documents as by_date
from cbsite.plan.registers import register_of
from cbsite.records.source import SourceRecord

_LEDE = (
    "Where everything on this site comes from: the documents summarised here, and the other "
    "public pages that add to them."
)


def sources(context: Context) -> PageValue:
    every = register_of(context.library, context.page.kind)
    here = on_this_page(context, every)
    lines = tuple(
        _line(context, source)
        for source in here
        if isinstance(source, SourceRecord) and source.status != "withdrawn"
    )
    others = Section("see_others", "Other public pages", (Items(lines, searchable=True),))
    sections = (
        *(_documents(context) if is_first(context) else ()),
        *((others,) if lines else ()),
        *withdrawn(here),
    )
    title = titles(context)[0]
    return list_page(context, _LEDE, sections, len(every), plain_tags("Sources", title))


def _documents(context: Context) -> tuple[Section, ...]:
    """The documents of this site in order of issue; of very many the first, and the way to all."""
    documents = context.library.once(by_date)
    if not documents:
        return ()
    count = len(documents)
    more = context.to_address(f"All {count} documents", "/documents/") if count > MOST else None
    title = "Documents on this site"
    return (Section("see_documents", title, items(context, documents[:MOST]), more),)


def _line(context: Context, source: SourceRecord) -> ListItem:
    issued = when(source.issued) if source.issued else Words("No date given")
    facts = (
        source.publisher,
        issued.text,
        label(source.kind),
        f"By {source.author}" if source.author else "",
        "" if source.url else "No web address known",
        stance_word(source),
        "" if source.held == "reference-only" else f"We hold: {HELD[source.held].lower()}",
        f"Licence: {source.licence}" if source.licence else "",
    )
    return ListItem(
        Words(source.title, source.url),
        tuple(fact for fact in facts if fact),
        " ".join(part for part in (source.summary, source.note, issued.note) if part),
        source.id,
        (Words("Archived copy", source.archived),) if source.archived else (),
        mentioned(context, ("source", source.id)),
    )
