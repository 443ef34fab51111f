"""A paper that is split into files, as a stranger finds it: no old link to it is lost."""

from __future__ import annotations

from pathlib import Path

from tests.support.documents import ANNEXES, CITING, FOLDER, ONE_PAGE, SPLIT, of_every_kind
from tests.support.hubs import Files, site, small, write
from tests.support.pages import Page, broken, read_pages

COVER = "documents/two-rivers/index.html"


def pages(folder: Path, paper: Files) -> dict[str, Page]:
    write(folder, small({**ANNEXES, **CITING, **of_every_kind(), **paper}))
    built, report = site(folder)
    assert [d for d in report if d.level == "error"] == []
    assert broken(built) == []
    return read_pages(built)


def test_a_paper_split_into_files_keeps_all_its_links_alive(tmp_path: Path) -> None:
    one, split = pages(tmp_path / "one", ONE_PAGE), pages(tmp_path / "split", SPLIT)
    # All that could be linked to from outside while the paper was one page ...
    old = {anchor for anchor in one[COVER].ids if "_" not in anchor}
    assert {"para-1", "para-3-1", "para-4", "context", "the-sums"} <= old
    # ... is on the cover still, and the link that has the anchor leads to where the words now are.
    assert old <= set(split[COVER].ids)
    ways = {anchor: path for path, anchor in split[COVER].targets(split[COVER].leads) if anchor}
    for anchor in old:
        if anchor.startswith("para-"):
            assert ways[anchor] != COVER
            assert anchor in split[ways[anchor]].ids
    # No id stands twice on any page, and search has no page twice.
    for page in split.values():
        assert len(page.ids) == len(set(page.ids)), page.path
    whole = split["documents/two-rivers/print/index.html"]
    assert not whole.indexed
    assert whole.canonical == "https://test.example.org/hub/documents/two-rivers/"
    assert old - {"the-sums", "context", "money"} <= set(whole.ids)


def test_cells_are_words_and_never_markup(tmp_path: Path) -> None:
    evil = 'A,B\n<script>alert(1)</script>,"<img src=x onerror=alert(1)> {{ page }}"\n'
    made = pages(tmp_path, {**SPLIT, f"{FOLDER}/annex-a.csv": evil})
    page = made["documents/two-rivers/annex-a/index.html"]
    assert "<script>alert(1)</script>" in page.words
    assert "{{ page }}" in page.words
    assert page.inline == []
    assert "img" not in page.tags
