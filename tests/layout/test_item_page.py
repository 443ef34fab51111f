"""What every item's page has: related items, a contact, how to cite it, its headings, other languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cbsite.layout.values import Items, Notes, PageValue, SummaryList, Words
from tests.support.hubs import SMALL, Files, Made, make, site, small, write
from tests.support.pages import read_pages
from tests.support.prose import inside

FILE = "content/case-studies/one-door.md"
CASE = SMALL[FILE]
ADDRESS = "/case-studies/one-door/"
PAPER = SMALL["content/documents/paper.md"]
PEOPLE = """\
- id: officer
  name: Ada Example
  role: Head of examples
  email: ada@example.org
  phone: "+44 20 7946 0000"
  publish: full
  basis: Consent
  until: {until}
"""


def made_with(folder: Path, fields: str = "", more: Files | None = None, body: str = "") -> Made:
    text = CASE.replace("themes:", f"{fields}themes:", 1) + body
    return make(folder, {FILE: text, **(more or {})})


def section(page: PageValue, id: str) -> list[tuple[str, tuple[str, ...]]]:
    """Terms and values of the summary list in a section."""
    found = [s for s in (*page.sections, *page.margin) if s.id == id]
    return [
        (row.term, tuple(value.text for value in row.values))
        for block in inside(tuple(found), SummaryList)
        for row in block.rows
    ]


def related(page: PageValue) -> list[tuple[str, tuple[str, ...]]]:
    (found,) = [s for s in (*page.sections, *page.margin) if s.id == "see_related"]
    (block,) = inside(found, Items)
    return [(item.title.text, item.meta) for item in block.items]


def cited(page: PageValue) -> str:
    (found,) = [s for s in (*page.sections, *page.margin) if s.id == "see_cite"]
    (notes,) = inside(found, Notes)
    return str(notes.notes[0].words[0].text)


def test_related_items_say_why_they_are_here(tmp_path: Path) -> None:
    opinion = PAPER.replace("stance: record", "stance: opinion\nthemes: [families]")
    page = made_with(tmp_path, more={"content/documents/paper.md": opinion}).page(ADDRESS)
    assert related(page) == [
        ("Whole Essex", ("Pilot", "same place: Essex")),
        ("A paper", ("Committee paper", "Opinion", "same theme: Families")),
    ]


def test_what_the_authors_choose_comes_instead(tmp_path: Path) -> None:
    page = made_with(tmp_path, "related: [document:paper, place:kent]\n").page(ADDRESS)
    assert related(page) == [("A paper", ("Committee paper",)), ("Kent", ("Place",))]


def test_a_citation_names_hub_title_address_and_day(tmp_path: Path) -> None:
    made = made_with(tmp_path)
    assert cited(made.page(ADDRESS)) == (
        "Test hub (2026). One door. https://test.example.org/hub/case-studies/one-door/ "
        "(published 3 January 2026)."
    )
    assert cited(made.page("/documents/paper/")) == (
        "The LGA (2012). A paper. Text on Test hub. https://test.example.org/hub/documents/paper/ "
        "(published 2 January 2026)."
    )


@pytest.mark.parametrize(
    ("issued", "year"),
    [
        ("{date: 2012-05, basis: inferred}", "[2012]"),
        ("{date: 2010-12/2011-01, basis: inferred}", "[2010-11]"),
        ("{date: 2010/2012}", "2010-12"),
        ("{display: one spring}", "no date"),
    ],
)
def test_a_year_in_a_citation_is_as_sure_as_it_is(tmp_path: Path, issued: str, year: str) -> None:
    paper = PAPER.replace("issued: 2012-05", f"issued: {issued}").replace(
        "held: full", "held: summary"
    )
    made = make(tmp_path, {"content/documents/paper.md": paper})
    assert cited(made.page("/documents/paper/")).startswith(
        f"The LGA ({year}). A paper. Summary on Test hub. "
    )


def test_an_update_is_dated_and_explained(tmp_path: Path) -> None:
    fields = "updated: 2026-02-03\nchanges:\n  - {date: 2026-02-03, note: Put right.}\n"
    page = made_with(tmp_path, fields).page(ADDRESS)
    assert page.frame.updated == "3 February 2026"
    assert section(page, "see_changes") == [("3 February 2026", ("Put right.",))]
    assert ("Last updated", ("3 February 2026",)) in section(page, "see_summary")
    assert "(last updated 3 February 2026)" in cited(page)


def test_without_a_contact_the_hub_is_asked(tmp_path: Path) -> None:
    page = made_with(tmp_path).page(ADDRESS)
    assert section(page, "see_contact") == [
        ("Who knows more", ("None of our sources names one.",)),
        ("This hub", ("Contact and help",)),
    ]


def test_a_contact_is_an_organisation_or_a_person_as_long_as_they_may_be_shown(
    tmp_path: Path,
) -> None:
    org = made_with(tmp_path / "a", "contact: lga\n").page(ADDRESS)
    assert section(org, "see_contact")[0] == ("Who knows more", ("The LGA",))
    ways = ("ada@example.org", "+44 20 7946 0000")
    for until, shown in (
        ("2026-06-01", ("Ada Example, Head of examples", *ways)),
        ("2026-05-31", ("Head of examples",)),
    ):
        more = {"content/data/people.yml": PEOPLE.format(until=until)}
        page = made_with(tmp_path / until, "contact: officer\n", more).page(ADDRESS)
        assert section(page, "see_contact")[0] == ("Who knows more", shown)
        links = {w.href for w in inside(page.margin, Words) if w.href and ":" in w.href}
        dialled = {"mailto:ada@example.org", "tel:+442079460000"}
        assert links == (dialled if len(shown) > 1 else set())


def test_only_a_long_text_lists_its_headings(tmp_path: Path) -> None:
    two = made_with(tmp_path / "a", body="\n## What we did\n\nWords.\n")
    assert two.page(ADDRESS).contents == ()
    three = made_with(
        tmp_path / "b", body="\n## What we did\n\nWords.\n\n## What changed\n\nWords.\n"
    )
    assert [(w.text, w.href) for w in three.page(ADDRESS).contents] == [
        ("The problem", "#the-problem"),
        ("What we did", "#what-we-did"),
        ("What changed", "#what-changed"),
    ]


WELSH = (
    CASE.replace("title: One door", "title: Un drws")
    .replace("themes:", "lang: cy\ntranslation_of: case-study:one-door\nthemes:", 1)
)  # fmt: skip


def test_translations_lead_to_each_other(tmp_path: Path) -> None:
    more = {
        "content/case-studies/un-drws.md": WELSH,
        "content/case-studies/japanese.md": WELSH.replace("lang: cy", "lang: ja"),
    }
    made = made_with(tmp_path, more=more)
    found = {
        id: [
            (t.language, t.name, t.href)
            for t in made.page(f"/case-studies/{id}/").frame.translations
        ]
        for id in ("one-door", "un-drws")
    }
    japanese = ("ja", "日本語", "../../case-studies/japanese/")
    assert found == {
        "one-door": [("cy", "Cymraeg", "../../case-studies/un-drws/"), japanese],
        "un-drws": [("en-GB", "English", "../../case-studies/one-door/"), japanese],
    }
    assert [n.lead for n in made.page("/case-studies/un-drws/").notices] == [
        "A translation (Cymraeg)."
    ]


def test_translations_stand_in_the_head_too(tmp_path: Path) -> None:
    files = small({FILE: CASE, "content/case-studies/un-drws.md": WELSH})
    made, _ = site(write(tmp_path, files))
    html = (made / "case-studies/one-door/index.html").read_text("utf-8")
    link = '<link rel="alternate" hreflang="cy" href="https://test.example.org/hub/case-studies/un-drws/">'
    assert link in html
    assert re.search(r'<a href="[^"]+un-drws/" hreflang="cy" lang="cy">Cymraeg</a>', html)


def test_cards_for_links(tmp_path: Path) -> None:
    made, _ = site(write(tmp_path, small()))
    html = (made / "case-studies/one-door/index.html").read_text("utf-8")
    found = dict(re.findall(r'<meta property="og:(\w+)" content="([^"]*)">', html))
    assert found == {
        "type": "article",
        "title": "One door",
        "description": "How one place put six offices behind a single door, and what came of it.",
        "url": "https://test.example.org/hub/case-studies/one-door/",
        "site_name": "Test hub",
    }
    home = (made / "index.html").read_text("utf-8")
    assert '<meta property="og:type" content="website">' in home


def test_the_pages_above_stand_in_the_way_back(tmp_path: Path) -> None:
    page = made_with(tmp_path).page(ADDRESS)
    assert [(w.text, w.href) for w in page.plate.crumbs] == [
        ("Home", "../../"),
        ("Case studies", "../../case-studies/"),
        ("One door", None),
    ]


def test_the_story_and_the_way_to_copy_it(tmp_path: Path) -> None:
    fields = (
        "story: yes\nanonymised: yes\npilot: whole-essex\npilots: [whole-essex]\n"
        "transfer:\n  needs: [A room, A day]\n  would_not_work_if: [Nobody comes]\n"
        "evidence: {confidence: 4, link: 'https://example.org/study'}\n"
    )
    page = made_with(tmp_path, fields).page(ADDRESS)
    assert section(page, "see_transfer") == [
        ("You need", ("A room", "A day")),
        ("It would not work if", ("Nobody comes",)),
    ]
    leads = [note.lead for notes in inside(page.sections, Notes) for note in notes.notes]
    assert leads[0] == "A story."
    terms = [term for term, _ in section(page, "see_summary")]
    assert terms.count("Pilot") == 1
    assert "Pilots" not in terms
    assert "https://example.org/study" in {w.href for w in inside(page.margin, Words)}


def test_the_network_takes_its_place_in_the_navigation(tmp_path: Path) -> None:
    page = "---\ntitle: The network\ndate: 2026-01-01\n---\n\nWords.\n"
    before = make(tmp_path / "a").page("/").frame
    after = make(tmp_path / "b", {"content/pages/network.md": page}).page("/network/").frame
    assert [item.words for item in before.nav if item.words in ("Network", "Pilots")] == ["Pilots"]
    assert [item.words for item in after.nav if item.words in ("Network", "Pilots")] == ["Network"]
    assert "Pilots" in [w.text for w in after.registers]
    assert "Pilots" not in [w.text for w in before.registers]
    assert [item.current for item in after.nav if item.words == "Network"] == ["page"]


def test_a_page_below_a_section_is_in_it(tmp_path: Path) -> None:
    nav = made_with(tmp_path).page(ADDRESS).frame.nav
    assert {item.words: item.current for item in nav if item.current} == {"Case studies": "true"}


def test_help_comes_first_at_the_foot_of_every_page(tmp_path: Path) -> None:
    made, _ = site(write(tmp_path, small()))
    pages = [page for page in read_pages(made).values() if not page.refresh]
    assert len(pages) > 15
    for page in pages:
        foot = page.html[page.html.index("<footer") :]
        first = re.search(r'<a href="([^"]*)">([^<]*)</a>', foot)
        assert first is not None
        assert first[2] == "Contact and help", page.path
