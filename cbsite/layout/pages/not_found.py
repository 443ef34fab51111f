"""The page for addresses that lead nowhere."""

from __future__ import annotations

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.frame import SECTIONS, frame
from cbsite.layout.values import Items, ListItem, PageValue, Plate, Section, Words
from cbsite.plan.address import Location

_TITLE = "Page not found"
_LEDE = (
    "There is no page at this address. It may have been typed wrongly, or the page may have moved."
)


def not_found(context: Context) -> PageValue:
    home = Words("The front page", context.href(Location("/")))
    links = (
        home,
        *(link for words, address in SECTIONS if (link := context.to_address(words, address))),
    )
    return PageValue(
        "pages/not-found.html",
        frame(context, _TITLE, _LEDE),
        Plate(_TITLE, _LEDE, search=True),
        (
            Section(
                "lists",
                "Where to go from here",
                (Items(tuple(ListItem(link) for link in links), short=True),),
            ),
        ),
    )
