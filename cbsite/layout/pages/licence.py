"""What readers may do with what is on the site."""

from __future__ import annotations

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.kind_words import kind_words
from cbsite.layout.parts.plain_prose import bullets, link, paragraph
from cbsite.layout.parts.small_page import section, small_page
from cbsite.layout.parts.wording import day
from cbsite.layout.values import PageValue, Table, Words
from cbsite.plan.mentions import MOST
from cbsite.read.nodes import Node
from cbsite.records.common import Item
from cbsite.records.kinds import KIND_OF, KINDS
from cbsite.records.site import History

_LEDE = "What you may do with the words, figures and drawings on this site, and what is left out."


def licence(context: Context) -> PageValue:
    site = context.library.site
    history, atlas = site.history, context.atlas
    return small_page(
        context,
        _LEDE,
        section(
            "words",
            "What you may use again",
            paragraph(
                "The text and the data of this site may be used under the ",
                link(site.licence.name, site.licence.url),
                ", except where a page says otherwise.",
            ),
            paragraph(
                "Name the hub and the page when you do. Documents, case studies, news, collections and pages of text "
                "give a reference to copy, under the heading Cite this page. For any other page, its title, the hub "
                "and the address will do."
            ),
        ),
        section("exceptions", "Under other terms", *_exceptions(context)),
        section(
            "excluded",
            "What the licence does not cover",
            bullets(
                "logos, coats of arms and the marks of organisations",
                "personal data, such as the names of people",
                "what belongs to others: pictures with a credit of their own, and the documents and web pages that are "
                "cited or summed up here",
            ),
        ),
        section("maps", "Maps", *((paragraph(atlas.credit),) if atlas else ())),
        section(
            "history",
            "How old it is",
            paragraph(site.footer),
            *((_marked(history),) if history else ()),
        ),
    )


def _marked(history: History) -> Node:
    return paragraph(
        f"Documents issued from {day(history.start)} to {day(history.end)} are marked: "
        f"{history.lead} {history.text}"
    )


def _exceptions(context: Context) -> tuple[Table | Node, ...]:
    """The items that say they are under another licence than the site; of very many the first."""
    common = context.library.site.licence.name
    models = (kind.model for kind in KINDS if issubclass(kind.model, Item))
    items = [item for model in models for item in context.library.records(model)]
    rows = tuple(
        (
            context.link_to(KIND_OF[type(item)], item.id),
            Words(kind_words(item)),
            Words(item.licence),
        )
        for item in items
        if isinstance(item, Item) and item.licence and item.licence != common
    )
    if not rows:
        return ()
    table = Table("Pages with a licence of their own", ("Page", "Kind", "Licence"), rows[:MOST])
    if len(rows) <= MOST:
        return (table,)
    data = link("data of the registers", context.href_of("/data/"))
    more = f"These are {MOST} of {len(rows)} pages. Each says its licence, as do the "
    return table, paragraph(more, data, ".")
