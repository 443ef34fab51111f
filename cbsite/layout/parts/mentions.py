"""Where a thing is mentioned: every record knows who refers to it."""

from __future__ import annotations

from itertools import groupby

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.whole_lists import first_of
from cbsite.layout.parts.wording import capital
from cbsite.layout.values import Row, Section, SummaryList, Words
from cbsite.plan.mentions import whole_list
from cbsite.read.entry import Entry, Key
from cbsite.records.kinds import BY_NAME

ANCHOR = "see_mentions"

_FEW = 8
"""As many fit in the margin; more stand in a section at the end of the page."""


def mentioned(context: Context, key: Key) -> tuple[Words, ...]:
    """Links to the records that refer to `key`, by kind and name; of very many, one link to their list."""
    whole = whole_list(context.library, context.plan.facets, key)
    if whole is not None:
        return (Words(f"{whole.count} pages", context.href_of(whole.address)),)
    return tuple(context.link(entry) for entry in _entries(context, key))


def mentions_section(
    context: Context, key: Key, but_not: tuple[str, ...] = (), at_end: bool = False
) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """The section "Mentioned in", for the end of the page or for the margin: one of the two is empty.

    Kinds in `but_not` are listed elsewhere on the page.
    """
    entries = [entry for entry in _entries(context, key) if entry.kind not in but_not]
    if not entries:
        return (), ()
    rows = tuple(
        Row(_plural(kind), _links(context, key, kind, tuple(group)))
        for kind, group in groupby(entries, key=lambda entry: entry.kind)
    )
    section = (Section(ANCHOR, "Mentioned in", (SummaryList(rows, searchable=False),)),)
    return (section, ()) if at_end or len(entries) > _FEW else ((), section)


def _links(context: Context, key: Key, kind: str, entries: tuple[Entry, ...]) -> tuple[Words, ...]:
    shown, more = first_of(context, key, kind, entries)
    return (*(context.link(entry) for entry in shown), *((more,) if more else ()))


def _entries(context: Context, key: Key) -> list[Entry]:
    entries = context.library.mentions(key)
    return sorted(entries, key=lambda entry: (entry.kind, entry.record.heading.lower()))


def _plural(kind: str) -> str:
    return capital(BY_NAME[kind].register.replace("-", " "))
