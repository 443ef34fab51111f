"""What the site and its server keep on people: readers, those named here, those who write."""

from __future__ import annotations

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.frame import CONTACT
from cbsite.layout.parts.plain_prose import bullets, link, paragraph
from cbsite.layout.parts.small_page import section, small_page
from cbsite.layout.parts.wording import day, row
from cbsite.layout.values import PageValue, Section, SummaryList, Table, Words
from cbsite.plan.mentions import MOST
from cbsite.records.person import Person
from cbsite.records.statements import Privacy

_LEDE = "What this site and its server keep on you, what the site shows of other people, and your rights."

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
                    *row("Who else receives personal data", notice.recipients),
                    *row("To reach us", Words("Contact and help", context.href_of(CONTACT))),
                )
            ),
        ),
        section("readers", "When you read this site", *_READERS),
        _server(notice),
        _people(context, notice),
        section(
            "letters", "When you write to us", *((paragraph(notice.mail),) if notice.mail else ())
        ),
        section("rights", "Your rights", *_RIGHTS),
        section(
            "complaints",
            "If you want to complain",
            paragraph(
                "You can complain to us: ",
                link("Contact and help", context.href_of(CONTACT)),
                ". You can also complain to the ",
                link(_ICO, _ICO_ADDRESS),
                ", which watches over the law on personal data in the United Kingdom.",
            ),
        ),
    )


_READERS = (
    paragraph(
        "The pages themselves collect nothing. They set no cookies, keep nothing in your browser, count no visits, and "
        "load nothing from other websites."
    ),
    paragraph(
        "Search runs in your browser. The words that you search for stand in the address of the result page, so that "
        "you can share it, and of the pages that you open from there, so that the words can be marked. The server "
        "sees them when your browser asks for these addresses."
    ),
)

_RIGHTS = (
    paragraph("Under data protection law you have the right to ask us, as a rule at no charge:"),
    bullets(
        "for a copy of the personal data that we keep on you (access)",
        "to put right what is wrong or not complete (rectification)",
        "to delete it (erasure)",
        "to keep it but not use it, such as while a question is open (restriction)",
        "to stop using it, for reasons of your own (objection)",
    ),
    paragraph(
        "Some of these rights depend on the lawful basis. Where that is your consent, you can take it back at any "
        "time. We must answer within one month, which may be extended by two more where a request is complex."
    ),
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


def _people(context: Context, notice: Privacy) -> Section:
    """Who is named in the register of people, why, and until when; all others there stand as a role."""
    library = context.library
    people = library.records(Person)
    rows = tuple(
        (
            Words(person.name or person.role),
            context.link_to("person", person.id, person.role),
            Words(person.basis or ""),
            Words(day(person.until) if person.until else "No end is set"),
        )
        for person in people
        if person.is_named(library.as_of)
    )
    register = paragraph(
        "Our register of people shows each by their role. A name stands beside it only with a reason, such as consent "
        "or a public office. When the day set for it is past, the next build of the site shows the role alone."
    )
    columns = ("Name", "Role", "Why", "Shown until")
    table = Table("Named here in a public role", columns, rows[:MOST])
    everyone = paragraph(
        f"These are {MOST} of {len(rows)} people; all of them are in the register of ",
        link("people", context.href_of("/people/")),
        ".",
    )
    return section(
        "people",
        "People shown on this site",
        *((register,) if people else ()),
        *((paragraph(notice.people),) if notice.people else ()),
        *((table,) if rows else ()),
        *((everyone,) if len(rows) > MOST else ()),
    )
