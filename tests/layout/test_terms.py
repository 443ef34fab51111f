"""Words of the glossary in prose: linked at their first use on a page, and acronyms spelt out."""

from __future__ import annotations

from pathlib import Path

from cbsite.layout.values import PageValue, Text
from tests.support.hubs import SITE, Files, Made, make
from tests.support.prose import elements, inside

GLOSSARY = """\
- id: ofe
  label: OFE
  expand: Office for Examples
  definition: A department that gives examples.
- id: total-place
  label: Total Place
  definition: A forerunner.
- id: pooled-budget
  label: Pooled budget
  definition: Money in one pot.
- id: shy
  label: Shy word
  definition: One that is not linked.
  linked: no
"""

TO = "../glossary/#"


def hub(folder: Path, text: str, glossary: str = GLOSSARY, more: Files | None = None) -> Made:
    page = f"---\ntitle: A page\ndate: 2026-01-01\n---\n\n{text}\n"
    return make(
        folder, {"content/pages/a.md": page, "content/data/glossary.yml": glossary, **(more or {})}
    )


def html(page: PageValue) -> str:
    """The prose of a page as it is printed."""
    texts = inside(page.sections, Text)
    return "\n".join("".join(str(part) for part in text.parts) for text in texts)


def prose(folder: Path, text: str, glossary: str = GLOSSARY) -> str:
    made = hub(folder, text, glossary)
    assert not list(made.report)
    return html(made.page("/a/"))


def link(id: str, words: str) -> str:
    return f'<a class="term" href="{TO}{id}">{words}</a>'


def spelt(words: str) -> str:
    return f'<span class="quiet">{words}</span>'


def test_only_the_first_use_on_a_page_is_linked(tmp_path: Path) -> None:
    text = "Pooled budget.\n\nA pooled budget, and *a pooled budget*.\n"
    assert prose(tmp_path, text) == (
        f"<p>{link('pooled-budget', 'Pooled budget')}.</p>\n"
        "<p>A pooled budget, and <em>a pooled budget</em>.</p>"
    )


def test_the_first_use_may_stand_in_emphasis_a_list_or_a_table(tmp_path: Path) -> None:
    text = "**Total Place**\n\n- OFE\n\n| Head |\n| --- |\n| pooled budget |\n"
    made = prose(tmp_path, text)
    assert f"<strong>{link('total-place', 'Total Place')}</strong>" in made
    assert f"<li>{link('ofe', 'OFE')}{spelt(' (Office for Examples)')}</li>" in made
    assert f"<td>{link('pooled-budget', 'pooled budget')}</td>" in made


def test_a_term_may_run_over_the_end_of_a_line(tmp_path: Path) -> None:
    assert prose(tmp_path, "It was Total\nPlace then.") == (
        f"<p>It was {link('total-place', 'Total' + chr(10) + 'Place')} then.</p>"
    )


def test_nothing_is_linked_in_links_headings_code_and_other_languages(tmp_path: Path) -> None:
    text = (
        "## Total Place and OFE\n\n[Total Place](https://www.example.org/) `OFE` ~~OFE~~ "
        "[OFE]{lang=cy}\n\n```\nOFE\n```\n\n| OFE |\n| --- |\n| cell |\n\n![OFE](../images/a.png)\n"
    )
    made = prose(tmp_path, text.replace("![OFE](../images/a.png)", ""))
    assert "/glossary/" not in made
    assert "Office for Examples" not in made


def test_an_entry_may_opt_out_and_be_linked_by_hand(tmp_path: Path) -> None:
    assert prose(tmp_path, "A shy word and [a shy word](term:shy).") == (
        f"<p>A shy word and {link('shy', 'a shy word')}.</p>"
    )


def test_an_acronym_is_spelt_out_once(tmp_path: Path) -> None:
    assert prose(tmp_path, "The OFE and the OFE.") == (
        f"<p>The {link('ofe', 'OFE')}{spelt(' (Office for Examples)')} and the OFE.</p>"
    )


def test_an_acronym_is_not_spelt_out_where_the_text_does_it(tmp_path: Path) -> None:
    for number, text in enumerate(
        (
            "Office for Examples (OFE)",
            "the *Office for\nExamples* (OFE)",
            "OFE (Office for Examples)",
            "OFE, the Office for Examples,",
            "the office for examples, or OFE",
        )
    ):
        made = prose(tmp_path / str(number), text)
        assert link("ofe", "OFE") in made
        assert "quiet" not in made, text
    far = prose(tmp_path / "far", "The Office for Examples spoke. So did OFE.")
    assert spelt(" (Office for Examples)") in far


def test_what_an_acronym_owns_stands_before_its_expansion(tmp_path: Path) -> None:
    made = prose(tmp_path, "OFE's view")
    assert made == f"<p>{link('ofe', 'OFE')}&#39;s{spelt(' (Office for Examples)')} view</p>"


def test_an_expansion_fits_into_brackets_and_is_marked_as_ours_in_a_quotation(
    tmp_path: Path,
) -> None:
    assert f"({link('ofe', 'OFE')}{spelt(', Office for Examples')})" in prose(
        tmp_path / "a", "A department (OFE)."
    )
    quoted = prose(tmp_path / "b", "> We asked OFE.")
    assert f"{link('ofe', 'OFE')}{spelt(' [Office for Examples]')}" in quoted


def test_a_link_of_the_author_is_the_first_use_and_spells_an_acronym_out(tmp_path: Path) -> None:
    made = prose(tmp_path / "a", "[OFE](term:ofe), OFE, [Total Place](term:total-place)")
    assert made == (
        f"<p>{link('ofe', 'OFE')}{spelt(' (Office for Examples)')}, OFE, "
        f"{link('total-place', 'Total Place')}</p>"
    )
    # Empty words are the label; other words are no acronym.
    assert spelt(" (Office for Examples)") in prose(tmp_path / "b", "[](term:ofe)")
    assert "quiet" not in prose(tmp_path / "c", "[the office](term:ofe) and OFE")
    # After a first use without a link of the author's, that is an ordinary link.
    made = prose(tmp_path / "d", "OFE and [OFE](term:ofe)")
    assert made.count("quiet") == 1 and made.count('class="term"') == 2


def test_a_page_in_another_language_has_only_the_links_of_its_author(tmp_path: Path) -> None:
    made = hub(
        tmp_path,
        "",
        more={
            "content/pages/a.md": "---\ntitle: Tudalen\ndate: 2026-01-01\nlang: cy\n---\n\n"
            "OFE a [Total Place](term:total-place)\n"
        },
    )
    assert html(made.page("/a/")) == f"<p>OFE a {link('total-place', 'Total Place')}</p>"


def test_drafts_and_withdrawn_entries_are_not_linked(tmp_path: Path) -> None:
    hidden = GLOSSARY.replace("Examples\n", "Examples\n  status: draft\n", 1).replace(
        "A forerunner.\n", "A forerunner.\n  status: withdrawn\n  withdrawn_reason: It is wrong.\n"
    )
    assert prose(tmp_path / "a", "OFE and Total Place", hidden) == "<p>OFE and Total Place</p>"
    # A link of the author's still leads to the notice, and is an ordinary one.
    made = hub(tmp_path / "b", "[Total Place](term:total-place)", hidden)
    assert html(made.page("/a/")) == f'<p><a href="{TO}total-place">Total Place</a></p>'


def test_each_page_has_its_own_first_use_and_a_paper_one_for_all_its_paragraphs(
    tmp_path: Path,
) -> None:
    paper = """\
---
title: A paper
short_title: The paper
kind: committee-report
summary: A paper that prints the numbers of its paragraphs, as papers do.
date: 2026-01-02
publisher: lga
issued: 2012-05
stance: record
held: full
---

1. OFE said so.

2. OFE said it again.
"""
    made = hub(
        tmp_path,
        "OFE",
        more={"content/documents/paper.md": paper, "content/case-studies/one-door.md": "",
              "content/data/figures.yml": ""},
    )  # fmt: skip
    for address in ("/a/", "/documents/paper/"):
        page = made.page(address)
        marked = [link for link in elements(page, "a") if link.get("class") == "term"]
        assert [link.words for link in marked] == ["OFE"]


def test_a_site_in_welsh_links_the_words_of_a_welsh_page(tmp_path: Path) -> None:
    made = hub(
        tmp_path,
        "",
        more={
            "content/site.yml": SITE + "language: cy\n",
            "content/pages/a.md": "---\ntitle: A\ndate: 2026-01-01\nlang: cy-GB\n---\n\nTotal Place\n",
        },
    )
    assert html(made.page("/a/")) == f"<p>{link('total-place', 'Total Place')}</p>"
