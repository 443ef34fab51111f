"""What is written in another language says so wherever it is named (WCAG 2.2, success criterion 3.1.2)."""

from __future__ import annotations

from pathlib import Path

from cbsite.layout.values import Words
from tests.support.hubs import SMALL, make, site, small, write
from tests.support.prose import inside

CASE = SMALL["content/case-studies/one-door.md"]
WELSH = (
    CASE.replace("title: One door", "title: Un drws")
    .replace("summary: How one place", "summary: Sut y gwnaeth un lle, how one place")
    .replace("themes:", "lang: cy\ntranslation_of: case-study:one-door\nthemes:", 1)
)
FILES = {
    "content/case-studies/un-drws.md": WELSH,
    "content/documents/paper.md": SMALL["content/documents/paper.md"].replace(
        "held:", "related: [case-study:un-drws, case-study:one-door]\nheld:", 1
    ),
}


def test_a_link_by_its_title_has_the_language_of_the_title(tmp_path: Path) -> None:
    page = make(tmp_path, FILES).page("/documents/paper/")
    found = {words.text: words.language for words in inside(page, Words)}
    assert (found["Un drws"], found["One door"]) == ("cy", "")


def test_pages_mark_titles_and_summaries(tmp_path: Path) -> None:
    made, _ = site(write(tmp_path, small(FILES)))
    themes = (made / "themes/families/index.html").read_text("utf-8")
    assert '<a href="../../case-studies/un-drws/" lang="cy">Un drws</a>' in themes
    assert '<p lang="cy">Sut y gwnaeth' in themes
    assert '<a href="../../case-studies/one-door/">One door</a>' in themes
    own = (made / "case-studies/un-drws/index.html").read_text("utf-8")
    assert '<span aria-current="page" lang="cy">Un drws</span>' in own
