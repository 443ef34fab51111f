"""Edits change what readers see, once; a page that lacks them is found out."""

from pathlib import Path

import pytest

from benchmarks.corpus import invent
from benchmarks.site_folder import SORTS, SiteFolder
from benchmarks.tool import Edit, Edits, Tool, at_the_end, in_main
from benchmarks.tools.web import address_link, edit_figure, figures_json, markdown_files
from benchmarks.verify import NotBuilt, shows, verify, verify_edit

NETWORK = invent(10)


@pytest.fixture
def site(tmp_path: Path) -> SiteFolder:
    tool = Tool(
        name="A tool",
        version="1",
        source=lambda network: [
            ("data/figures.json", figures_json(network)),
            ("base.html", "<main>\n</main>\n"),
            *markdown_files(network, "content", address_link, "tags"),
        ],
        build=[],
        output="out",
        kept=["cache"],
        edits=lambda study: Edits(
            at_the_end(f"content/case-studies/{study.id}.md"),
            in_main("base.html"),
            edit_figure("data/figures.json", study),
        ),
        theme=None,
        feed=None,
        sitemap=None,
    )
    made = SiteFolder(tool, NETWORK, tmp_path / "site")
    made.lay_out()
    return made


@pytest.mark.parametrize("sort", SORTS)
def test_an_edit_is_made_again_and_taken_back(site: SiteFolder, sort: str) -> None:
    edit: Edit = getattr(site.tool.edits(site.edited_study), sort)
    path = site.folder / edit.file
    original = path.read_text("utf-8")
    for number in (40_001, 40_002):
        site.edit(sort, number)  # type: ignore[arg-type]
        assert shows(path.read_text("utf-8"), number)
    assert not shows(path.read_text("utf-8"), 40_001)
    site.restore()
    assert path.read_text("utf-8") == original


def test_an_edit_without_a_place_is_an_error() -> None:
    with pytest.raises(ValueError, match="has no"):
        Edit("a.txt", "nowhere", "{n}").changed("text", 1)


def test_numbers_are_found_with_or_without_comma() -> None:
    assert shows("<p>40001</p>", 40_001)
    assert shows("<p>40,001</p>", 40_001)
    assert not shows("<p>40002</p>", 40_001)


def test_missing_pages_and_words_are_found(site: SiteFolder) -> None:
    with pytest.raises(NotBuilt, match="made no"):
        verify(site)
    for path in site.page_paths():
        (site.output / path).parent.mkdir(parents=True)
        (site.output / path).write_text("nothing", "utf-8")
    with pytest.raises(NotBuilt, match="lacks"):
        verify(site)
    with pytest.raises(NotBuilt, match="does not show"):
        verify_edit(site, 40_001)


def test_to_forget_leaves_the_sources(site: SiteFolder) -> None:
    before = sorted(site.folder.rglob("*"))
    for name in ("out", "cache"):
        (site.folder / name).mkdir()
    site.forget()
    assert sorted(site.folder.rglob("*")) == before
    assert {path.name for path in site.away.glob("*/*")} == {"out", "cache"}
    site.tidy()
    assert not site.away.exists()
