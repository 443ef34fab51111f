"""How to reach the people who run the hub, and what to say."""

from __future__ import annotations

from cbsite.layout.parts.contact import mail, telephone
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.plain_prose import Part, bullets, link, paragraph
from cbsite.layout.parts.small_page import section, small_page
from cbsite.layout.parts.wording import row, sentence
from cbsite.layout.values import Block, Gap, PageValue, SummaryList
from cbsite.records.site import Contact

_LEDE = "How to reach us, and what to say so that we can put a mistake right."


def contact(context: Context) -> PageValue:
    site = context.library.site
    return small_page(
        context,
        _LEDE,
        section(
            "reach", "How to reach us", paragraph(sentence(site.contact.text)), _ways(site.contact)
        ),
        section("mistake", "If something is wrong", *_MISTAKE),
        section("access", "If you cannot use a page", paragraph(*_access(context))),
    )


def _ways(contact: Contact) -> Block:
    ways = (
        *row("E-mail", mail(contact.email) if contact.email else None),
        *row("Telephone", telephone(contact.phone) if contact.phone else None),
        *row("Post", contact.post),
        *row("Please note", contact.note),
    )
    return SummaryList(ways) if ways else Gap("This hub gives no address to write to.")


_MISTAKE = (
    paragraph("Tell us:"),
    bullets(
        "the address of the page, from the top of your browser",
        "the words or the number that you think are wrong",
        "what is right, and where we can read it: a paper, a paragraph, a web page",
    ),
    paragraph(
        "A correction needs a source, as everything here does. The page of a document, a case study or another text "
        "can list what was changed on it, with the day."
    ),
    paragraph(
        "If you have a paper that we do not hold, or can fill something marked as a gap, we would like to hear of it."
    ),
)


def _access(context: Context) -> tuple[Part, ...]:
    statement = context.to_address("accessibility statement", "/accessibility/")
    more: tuple[Part, ...] = ()
    if statement:
        more = (" What we know of is in our ", link(statement.text, statement.href), ".")
    return (
        "Say which page, what you tried to do, and what you use to read it, such as a screen reader. "
        "Say if you need it in another form, such as large print or plain text.",
        *more,
    )
