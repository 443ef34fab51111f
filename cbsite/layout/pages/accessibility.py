"""The accessibility statement, with what the law and the model statement of GOV.UK ask for.

The law: the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018
(SI 2018/952), regulation 8.
"""

from __future__ import annotations

from cbsite.layout.parts.contact import mail, telephone
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.frame import CONTACT
from cbsite.layout.parts.plain_prose import Part, bullets, link, paragraph, strong
from cbsite.layout.parts.small_page import section, small_page
from cbsite.layout.parts.wording import day, row, sentence
from cbsite.layout.values import PageValue, Section, SummaryList
from cbsite.read.nodes import Node
from cbsite.records.site import Site
from cbsite.records.statements import Accessibility, Unmet

_LEDE = "How far everybody can use this site, what does not work yet, and what to do about it."

_LAW = (
    "Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018"
)
_LAW_ADDRESS = "https://www.legislation.gov.uk/uksi/2018/952/contents"
_WCAG = "Web Content Accessibility Guidelines version 2.2 AA standard"
_WCAG_ADDRESS = "https://www.w3.org/TR/WCAG22/"
_EHRC = "Equality and Human Rights Commission (EHRC)"
_EHRC_ADDRESS = "https://www.equalityhumanrights.com/"
_EASS = "Equality Advisory and Support Service (EASS)"
_EASS_ADDRESS = "https://www.equalityadvisoryservice.com/"

_ECNI = "Equality Commission for Northern Ireland (ECNI)"
_ECNI_ADDRESS = "https://www.equalityni.org/"

_STATUS = {
    "full": "This website is fully compliant with the ",
    "partial": "This website is partially compliant with the ",
    "none": "This website is not compliant with the ",
    "not-assessed": "This website has not been assessed as a whole against the ",
}
_OUT_OF_SCOPE = (
    "not-in-scope",
    "Content that is not within the scope of the accessibility regulations",
    "What the regulations do not cover:",
)
_BURDEN = (
    "disproportionate-burden",
    "Disproportionate burden",
    "What it would be a disproportionate burden to put right at present:",
)


def accessibility(context: Context) -> PageValue:
    site = context.library.site
    statement = site.accessibility
    assert statement is not None
    return small_page(
        context,
        _LEDE,
        section(
            "use",
            "What you can do here",
            paragraph(
                "This statement is for ",
                strong(site.name),
                f", at {site.base_url}. We want as many people as possible to be able to use it. ",
                "You should be able to:",
            ),
            _USE,
        ),
        section("known", "How accessible this website is", *_known(statement)),
        section(
            "feedback",
            "If you need something in another form, or find a problem",
            *_feedback(context, statement),
        ),
        _enforcement(site),
        _technical(site, statement),
        *_not_accessible(site, statement),
        section(
            "prepared",
            "How this statement was prepared, and how we test",
            SummaryList(
                (
                    *row("Prepared on", day(statement.prepared)),
                    *row("Last reviewed on", day(statement.reviewed)),
                )
            ),
            paragraph(statement.tested),
        ),
    )


_USE = bullets(
    "read every page without a mouse, and see where you are on it",
    "enlarge the text, or read on a narrow screen, without scrolling from side to side",
    "read in light or dark colours, as your device is set, or in colours of your own",
    "read every page without JavaScript; only search needs it, and there are lists to use instead",
    "have every map and chart as a table or list with the same values",
    "print any page",
)  # fmt: skip


def _known(statement: Accessibility) -> tuple[Node, ...]:
    problems = [one for one in statement.unmet if one.why != "not-in-scope"]
    if not problems and statement.status == "not-assessed":
        return (
            paragraph(
                "We know of no part of this website that does not meet the standard. But not all of it has been "
                "tested, and there may be barriers that we have not found."
            ),
        )
    if not problems:
        return (paragraph("We know of no part of this website that does not meet the standard."),)
    return (
        paragraph("We know that some parts of this website are not fully accessible:"),
        bullets(*(sentence(one.what) for one in problems)),
    )


def _feedback(context: Context, statement: Accessibility) -> tuple[Node, ...]:
    contact = context.library.site.contact
    ways: list[tuple[Part, ...]] = []
    if contact.email:
        ways.append(("by e-mail: ", link(contact.email, mail(contact.email).href)))
    if contact.phone:
        ways.append(("by telephone: ", link(contact.phone, telephone(contact.phone).href)))
    if contact.post:
        ways.append((f"by post: {contact.post}",))
    ways.append(("more on the page ", link("Contact and help", context.href_of(CONTACT))))
    exempt = (
        " You can also ask about anything that is left out below as out of scope or as a disproportionate burden."
        if any(one.why != "non-compliance" for one in statement.unmet)
        else ""
    )
    return (
        paragraph(
            "Write to us if you need something on this site in another form, such as large print, plain text or "
            "an audio recording; if you find a problem that is not listed here; or if you think that we do not "
            f"meet the standard.{exempt}"
        ),
        bullets(*ways),
        *((paragraph(sentence(contact.note)),) if contact.note else ()),
        paragraph(f"How soon we answer: {sentence(statement.response)}"),
    )


def _enforcement(site: Site) -> Section:
    """The way to those who enforce the law; the way to advice for a hub that it does not bind."""
    commission = link(_EHRC, _EHRC_ADDRESS)
    law = link(_LAW, _LAW_ADDRESS)
    service = link(_EASS, _EASS_ADDRESS)
    if site.public_sector:
        return section(
            "enforcement",
            "Enforcement procedure",
            paragraph(
                "The ", commission, " is responsible for enforcing the ", law,
                " (the accessibility regulations). If you are not happy with how we answer you, contact the ",
                service, ".",
            ),
            paragraph(
                "In Northern Ireland, the ", link(_ECNI, _ECNI_ADDRESS),
                " is responsible for enforcing the regulations, and you can contact it instead.",
            ),
        )  # fmt: skip
    bound = (
        "No such body runs this hub, so they do not bind it. "
        if site.public_sector is False
        else ""
    )
    return section(
        "enforcement",
        "Enforcement procedure",
        paragraph(
            "The ", law, " (the accessibility regulations) bind public sector bodies. ", bound,
            "The ", commission, " enforces them where they apply.",
        ),
        paragraph(
            "If you are not happy with how we answer, the ", service,
            " can advise you on your rights under the Equality Act 2010.",
        ),
    )  # fmt: skip


def _technical(site: Site, statement: Accessibility) -> Section:
    promise = (
        paragraph(
            "We are committed to making this website accessible, in accordance with the accessibility regulations."
        ),
    )
    return section(
        "technical",
        "Technical information about this website's accessibility",
        *(promise if site.public_sector else ()),
        paragraph(
            strong("Compliance status. "),
            _STATUS[statement.status],
            link(_WCAG, _WCAG_ADDRESS),
            _why(statement),
        ),
    )


def _why(statement: Accessibility) -> str:
    """What ends the sentence on the status, as the model statement has it."""
    if statement.status not in ("partial", "none"):
        return "."
    reasons = {one.why for one in statement.unmet}
    causes = "non-compliances" if "non-compliance" in reasons else ""
    if reasons - {"non-compliance"}:
        causes += " and exemptions" if causes else "exemptions"
    if statement.status == "partial":
        return f", due to the {causes} listed below."
    return f". The {causes} are listed below."


def _not_accessible(site: Site, statement: Accessibility) -> tuple[Section, ...]:
    """What is not accessible, by the reason why."""
    standard = "accessibility regulations" if site.public_sector else "standard"
    failing = (
        "non-compliance",
        f"Non-compliance with the {standard}",
        "What does not meet the standard yet:",
    )
    return tuple(
        section(
            why,
            title,
            paragraph(lead),
            *(_unmet(one) for one in statement.unmet if one.why == why),
        )
        for why, title, lead in (failing, _BURDEN, _OUT_OF_SCOPE)
        if any(one.why == why for one in statement.unmet)
    )


def _unmet(one: Unmet) -> SummaryList:
    return SummaryList(
        (
            *row("What", sentence(one.what)),
            *row("WCAG success criterion", one.criterion),
            *row("What to use instead", one.alternative),
            *row("To be put right by", day(one.fix_by) if one.fix_by else None),
        )
    )
