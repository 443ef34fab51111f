"""The page on cookies: there are none."""

from __future__ import annotations

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.plain_prose import bullets, link, paragraph
from cbsite.layout.parts.small_page import section, small_page
from cbsite.layout.values import PageValue

_LEDE = "This site sets no cookies."


def cookies(context: Context) -> PageValue:
    privacy = context.to_address("What the site and its server keep on you", "/privacy/")
    more = (paragraph(link(privacy.text, privacy.href), "."),) if privacy else ()
    return small_page(
        context,
        _LEDE,
        section(
            "none",
            "Nothing is kept in your browser",
            paragraph("So there is nothing here to accept or refuse. In detail:"),
            bullets(
                "the pages set no cookies, and read none",
                "they keep nothing in your browser's own storage",
                "they load nothing from other websites: no fonts, no maps, no counters, no films",
                "they do not count your visits, or follow you from page to page",
            ),
            paragraph(
                "Your browser may keep copies of pages for a while, as it does with every site, to open them faster."
            ),
        ),
        section(
            "checked",
            "How we know",
            paragraph(
                "The program that makes this site refuses to publish a page that would load anything from elsewhere, "
                "and its tests look into a browser after a visit for cookies and stored data."
            ),
            *more,
        ),
    )
