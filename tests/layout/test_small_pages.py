"""Contact, accessibility, privacy, cookies, licence: what must be there is there, and only what is true."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.hubs import SITE, SMALL, make, site, small, write
from tests.support.pages import Page, broken, read_pages

STATEMENT = """\
accessibility:
  status: partial
  prepared: 2026-01-02
  reviewed: 2026-03-04
  tested: By an officer with a keyboard.
  response: We answer within a week
  unmet:
    - what: Old papers are scans
      why: non-compliance
      criterion: 1.1.1 Non-text content
      alternative: We send the text.
      fix_by: 2027-01-01
    - what: Films of meetings have no captions
      why: disproportionate-burden
    - what: Papers from before 2018
      why: not-in-scope
"""
CONTACT = """\
contact:
  text: Write to us
  email: us@example.org
  phone: "020 7946 0000"
  post: 1 Example Street, Exampleton
  note: We are closed on Sundays.
"""
PEOPLE = """\
- id: named
  name: Ada Penny
  role: Head of examples
  publish: full
  basis: She agreed
  until: 2026-12-31
- id: unnamed
  name: Never Shown
  role: Clerk
  publish: role-only
- id: past
  name: Once Shown
  role: Former head
  publish: full
  basis: She agreed
  until: 2026-05-31
"""


def pages(folder: Path, text: str = SITE, more: dict[str, str] | None = None) -> dict[str, Page]:
    made, report = site(write(folder, small({"content/site.yml": text, **(more or {})})))
    assert not report.count("error"), list(report)
    assert broken(made) == []
    return {path.removesuffix("/index.html"): page for path, page in read_pages(made).items()}


def words(page: Page) -> str:
    main = page.html[page.html.index("<main") : page.html.index("</main>")]
    return " ".join(Page("", main).words.split())


@pytest.mark.parametrize("public", ["yes", "no"])
def test_the_statement_has_what_the_law_asks_for(tmp_path: Path, public: str) -> None:
    text = SITE.replace("public_sector: no", f"public_sector: {public}") + STATEMENT
    page = pages(tmp_path, text)["accessibility"]
    said = words(page)
    standard = "accessibility regulations" if public == "yes" else "standard"
    for part in (
        "https://test.example.org/hub/",
        "We know that some parts of this website are not fully accessible: Old papers are scans. "
        "Films of meetings have no captions.",
        "in another form",
        "if you find a problem that is not listed here",
        "How soon we answer: We answer within a week.",
        "Enforcement procedure",
        "Equality and Human Rights Commission (EHRC)",
        "This website is partially compliant with the Web Content Accessibility Guidelines version 2.2 AA standard, "
        "due to the non-compliances and exemptions listed below.",
        f"Non-compliance with the {standard} What does not meet the standard yet: What Old papers "
        "are scans. WCAG success criterion 1.1.1 Non-text content What to use instead We send the text. "
        "To be put right by 1 January 2027",
        "Disproportionate burden What it would be a disproportionate burden to put right at present: "
        "What Films of meetings have no captions.",
        "Content that is not within the scope of the accessibility regulations What the regulations do not cover: "
        "What Papers from before 2018.",
        "Prepared on 2 January 2026 Last reviewed on 4 March 2026 By an officer with a keyboard.",
    ):
        assert part in said
    assert {
        "https://www.equalityadvisoryservice.com/",
        "https://www.equalityhumanrights.com/",
        "https://www.legislation.gov.uk/uksi/2018/952/contents",
        "../contact/",
    } <= set(page.leads)
    assert ("is responsible for enforcing" in said) == (public == "yes")
    assert ("they do not bind it" in said) == (public == "no")
    assert ("in accordance with the accessibility regulations." in said) == (public == "yes")


def test_a_site_without_faults_lists_none(tmp_path: Path) -> None:
    full = STATEMENT[: STATEMENT.index("  unmet")].replace("partial", "full")
    said = words(pages(tmp_path, SITE + full)["accessibility"])
    assert "This website is fully compliant with the" in said
    assert "We know of no part of this website that does not meet the standard." in said
    assert "Non-compliance" not in said
    assert "listed below" not in said


def test_a_site_that_was_not_assessed_claims_nothing(tmp_path: Path) -> None:
    text = STATEMENT[: STATEMENT.index("  unmet")].replace("partial", "not-assessed")
    bare = SITE.replace("public_sector: no\n", "")
    said = words(pages(tmp_path, bare + text)["accessibility"])
    assert "This website has not been assessed as a whole against the Web Content" in said
    assert "there may be barriers that we have not found." in said
    assert "compliant" not in said
    assert "bind it" not in said  # nobody said who runs the hub
    assert "all the same" not in said


def test_the_contact_page_gives_every_way(tmp_path: Path) -> None:
    page = pages(tmp_path, SITE.replace("contact:\n  text: Write to us\n", CONTACT))["contact"]
    assert {"mailto:us@example.org", "tel:02079460000"} <= set(page.leads)
    said = words(page)
    for part in (
        "1 Example Street, Exampleton",
        "We are closed on Sundays.",
        "the address of the page",
    ):
        assert part in said


def test_a_hub_that_cannot_be_reached_says_so(tmp_path: Path) -> None:
    assert "Gap. This hub gives no address to write to." in words(pages(tmp_path)["contact"])


def test_the_privacy_page_names_whom_the_site_names(tmp_path: Path) -> None:
    page = pages(tmp_path, more={"content/data/people.yml": PEOPLE})["privacy"]
    said = words(page)
    assert "Controller Those who test." in said
    assert "What it keeps Nothing." in said
    assert "Ada Penny Head of examples She agreed 31 December 2026" in said
    assert "Never Shown" not in said
    assert "Once Shown" not in said
    assert "https://ico.org.uk/" in page.leads


def test_the_privacy_page_says_only_what_the_hub_says(tmp_path: Path) -> None:
    bare = words(pages(tmp_path / "a")["privacy"])
    for part in (
        "(access)",
        "(rectification)",
        "(erasure)",
        "(restriction)",
        "(objection)",
        "one month",
    ):
        assert part in bare
    for part in (
        "When you write to us",
        "People shown",
        "receives",
        "for nothing else",
        "by a machine",
    ):
        assert part not in bare
    more = "  mail: Kept for a year.\n  people: A public task.\n  recipients: The firm of the server.\n"
    said = words(pages(tmp_path / "b", SITE + more)["privacy"])
    for part in (
        "When you write to us Kept for a year.",
        "People shown on this site A public task.",
        "Who else receives personal data The firm of the server.",
    ):
        assert part in said


def test_the_licence_page_lists_what_is_under_other_terms(tmp_path: Path) -> None:
    paper = SMALL["content/documents/paper.md"].replace("held:", "licence: CC BY 4.0\nheld:")
    case = SMALL["content/case-studies/one-door.md"].replace(
        "themes:", "licence: Open licence\nthemes:"
    )
    more = {"content/documents/paper.md": paper, "content/case-studies/one-door.md": case}
    page = pages(tmp_path, more=more)["licence"]
    said = words(page)
    assert (
        "Pages with a licence of their own Page Kind Licence A paper Committee paper CC BY 4.0"
        in said
    )
    assert "One door" not in said
    for part in ("logos", "personal data", "what belongs to others"):
        assert part in said


@pytest.mark.parametrize("id", ["contact", "accessibility", "privacy", "cookies", "licence"])
def test_a_page_of_the_hubs_own_takes_its_place(tmp_path: Path, id: str) -> None:
    own = {f"content/pages/{id}.md": "---\ntitle: In our words\ndate: 2026-01-01\n---\n\nWords.\n"}
    made = make(tmp_path, {"content/site.yml": SITE + STATEMENT, **own})
    assert made.problems() == []
    assert made.plan.pages[f"/{id}/"].key == ("page", id)
    assert made.page(f"/{id}/").plate.title == "In our words"


def test_a_draft_does_not_take_its_place(tmp_path: Path) -> None:
    own = "---\ntitle: In our words\ndate: 2026-01-01\nstatus: draft\n---\n\nNot yet.\n"
    made = make(tmp_path, {"content/pages/cookies.md": own})
    assert made.page("/cookies/").plate.title == "Cookies"


def test_they_stand_at_the_foot_in_this_order(tmp_path: Path) -> None:
    own = "---\ntitle: About us all\ndate: 2026-01-01\n---\n\nWords.\n"
    more = {
        "content/pages/about.md": own,
        "content/pages/team.md": own.replace("About us all", "Team"),
    }
    html = pages(tmp_path, SITE + STATEMENT, more)["index.html"].html
    foot = html[html.index("<footer") :]
    links = [part.partition("<")[0] for part in foot.split('">') if "</a>" in part[:40]]
    assert links[:7] == [
        "Contact and help", "About", "Team", "Accessibility", "Privacy", "Cookies", "Licence",
    ]  # fmt: skip
