"""What the site and its server keep on people: readers, those named here, those who write."""

from __future__ import annotations

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.frame import CONTACT
from cbsite.layout.parts.plain_prose import bullets, link, paragraph
from cbsite.layout.parts.small_page import section, small_page
from cbsite.layout.parts.wording import day, row
from cbsite.layout.values import PageValue, Section, SummaryList, Table, Words
from cbsite.records.person import Person
from cbsite.records.site import Privacy

_LEDE = "What this site keeps on you, which is very little, and what it shows of other people."

_ICO = "Information Commissioner's Office (ICO)"
_ICO_ADDRESS = "https://ico.org.uk/"


def privacy(context: Context) -> PageValue:
    notice = context.library.site.privacy
    assert notice is not None
    return small_page(
        context,
        _LEDE,
        section(
            "who",
            "Who decides",
            SummaryList(
                (
                    *row("Controller", notice.controller),
                    *row("Data protection officer", notice.officer),
                    *row("To reach us", Words("Contact and help", context.href_of(CONTACT))),
                )
            ),
        ),
        section("readers", "When you read this site", *_READERS),
        _server(notice),
        _people(context),
        section("letters", "When you write to us", paragraph(
            "We use your name and address to answer you, and for nothing else. "
            "What you tell us about a page may change the page; your name will not stand there unless you agree.",
        )),
        section("rights", "Your rights", *_RIGHTS),
        section(
            "complaints",
            "If you want to complain",
            paragraph(
                "Tell us first, so that we can put it right: ",
                link("Contact and help", context.href_of(CONTACT)),
                ". You can also complain to the ",
                link(_ICO, _ICO_ADDRESS),
                ", which watches over the law on personal data in the United Kingdom.",
            ),
        ),
    )  # fmt: skip


_READERS = (
    paragraph(
        "The pages themselves collect nothing. They set no cookies, keep nothing in your browser, count no visits, and "
        "load nothing from other websites."
    ),
    paragraph(
        "Search runs in your browser. The words that you search for stand in the address of the result page, so that "
        "you can share it; the server sees them when your browser asks for that address."
    ),
)

_RIGHTS = (
    paragraph("You can ask us, at no charge:"),
    bullets(
        "to tell you what we keep on you, and to give you a copy",
        "to put right what is wrong",
        "to take it away, or to use it no longer",
        "to stop showing your name here",
    ),
    paragraph("The law gives us one month to answer. Nothing is decided about you by a machine."),
)


def _server(notice: Privacy) -> Section:
    return section(
        "server",
        "What the web server keeps",
        paragraph("As every web server does, ours sees the address of your device and the pages that it asks for."),
        SummaryList(
            (*row("What it keeps", notice.logs), *row("Lawful basis", notice.basis))
        ),
    )  # fmt: skip


def _people(context: Context) -> Section:
    """Who is named on the site, why, and until when; everybody else stands as a role."""
    library = context.library
    people = [person for person in library.records(Person) if person.is_named(library.as_of)]
    rows = tuple(
        (
            Words(person.name or person.role),
            context.link_to("person", person.id, person.role),
            Words(person.basis or ""),
            Words(day(person.until) if person.until else "No end is set"),
        )
        for person in people
    )
    table = (
        (Table("Named here in a public role", ("Name", "Role", "Why", "Shown until"), rows),)
        if rows
        else ()
    )
    return section(
        "people",
        "People shown on this site",
        paragraph(
            "People appear here by their role. A name stands beside it only where there is a reason, such as consent "
            "or a public office. When the day set for it is past, the next build of the site shows the role alone."
        ),
        paragraph(
            "Stories of families and residents are told only where nobody in them can be recognised."
        ),
        *table,
    )
