"""Finders: the whole list, the pages of values, and long lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbsite.layout.values import Items, PageValue
from cbsite.plan.lists import PAGE_SIZE
from tests.support.hubs import SMALL, Files, Made, make

PAPER = SMALL["content/documents/paper.md"]


def papers(number: int) -> Files:
    """So many documents more: two letters for each note, issued in two years."""
    files = {}
    for at in range(number):
        kind, year = ("note" if at % 3 == 0 else "letter"), 2010 + at % 2
        text = PAPER.replace("A paper\n", f"Paper {at:03}\n").replace("The paper", f"P{at:03}")
        text = text.replace("committee-report", kind).replace("issued: 2012-05", f"issued: {year}")
        files[f"content/documents/paper-{at:03}.md"] = text
    return files


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A hub with 120 documents."""
    made = make(tmp_path_factory.mktemp("many"), papers(119))
    assert made.problems() == []
    return made


def titles(page: PageValue) -> list[str]:
    lists = [block for section in page.sections for block in section.blocks]
    return [item.title.text for block in lists if isinstance(block, Items) for item in block.items]


def hrefs(page: PageValue) -> list[str | None]:
    assert page.pagination is not None
    return [link.href for link in page.pagination.links]


def test_a_long_list_is_parted(many: Made) -> None:
    addresses = ["/documents/", "/documents/page/2/", "/documents/page/3/"]
    pages = [many.page(address) for address in addresses]
    assert [len(titles(page)) for page in pages] == [PAGE_SIZE, PAGE_SIZE, 20]
    shown = [title for page in pages for title in titles(page)]
    assert len(set(shown)) == 120
    assert [page.plate.title for page in pages] == [
        "Documents", "Documents: page 2", "Documents: page 3",
    ]  # fmt: skip
    assert {page.finder.count for page in pages if page.finder} == {"120 documents"}
    assert "/documents/page/4/" not in many.plan.pages


def test_each_page_of_a_long_list_leads_to_the_others(many: Made) -> None:
    first, second = many.page("/documents/"), many.page("/documents/page/2/")
    assert hrefs(first) == [None, "../documents/page/2/", "../documents/page/3/"]
    assert hrefs(second) == ["../../../documents/", None, "../../../documents/page/3/"]
    assert first.pagination is not None
    assert second.pagination is not None
    assert (first.pagination.previous, first.pagination.next) == (None, "../documents/page/2/")
    assert (second.pagination.previous, second.pagination.next) == (
        "../../../documents/", "../../../documents/page/3/",
    )  # fmt: skip
    assert second.frame.canonical == "https://test.example.org/hub/documents/page/2/"


def test_the_pages_of_a_value_are_parted_too(many: Made) -> None:
    first, second = (many.page(f"/documents/kind/letter/{more}") for more in ("", "page/2/"))
    assert len(titles(first)) == PAGE_SIZE
    assert len(titles(first)) + len(titles(second)) == 79
    assert first.plate.title == "Documents: Letter"
    assert hrefs(first) == [None, "../../../documents/kind/letter/page/2/"]
    assert first.finder is not None
    assert first.finder.count == "79 documents"
    assert first.finder.all is not None
    assert first.finder.all.href == "../../../documents/"
    assert many.page("/documents/kind/note/").pagination is None


def test_a_script_narrows_a_list_only_where_all_of_it_is_on_the_page(
    many: Made, tmp_path: Path
) -> None:
    long = many.page("/documents/").finder
    assert long is not None
    assert not long.live
    made = make(tmp_path, papers(3))
    whole, letters = (made.page(f"/documents/{more}").finder for more in ("", "kind/letter/"))
    assert whole is not None
    assert whole.live
    assert letters is not None
    assert not letters.live


def test_values_have_their_counts_and_their_pages(many: Made) -> None:
    finder = many.page("/documents/").finder
    assert finder is not None
    groups = {group.name: group.values for group in finder.groups}
    assert [(v.label, v.count, v.href) for v in groups["kind"]] == [
        ("Committee paper", 1, "../documents/kind/committee-report/"),
        ("Letter", 79, "../documents/kind/letter/"),
        ("Note", 40, "../documents/kind/note/"),
    ]
    assert [(v.label, v.count) for v in groups["year"]] == [("2012", 1), ("2011", 59), ("2010", 60)]
    # Nothing to choose between.
    assert not {"publisher", "stance"} & set(groups)
    letters = many.page("/documents/kind/letter/").finder
    assert letters is not None
    current = [v.value for group in letters.groups for v in group.values if v.current]
    assert current == ["letter"]


def test_a_line_says_which_values_it_has(many: Made) -> None:
    (section,) = many.page("/documents/").sections
    (block,) = section.blocks
    assert isinstance(block, Items)
    lines = {item.title.text: dict(item.data) for item in block.items}
    assert lines["Paper 000"] == {
        "kind": "note", "publisher": "lga", "stance": "record", "year": "2010",
    }  # fmt: skip


def test_the_pages_of_values_are_for_people_not_for_search(many: Made) -> None:
    page = many.page("/documents/year/2011/")
    assert page.indexed is None
    assert page.plate.title == "Documents: Year 2011"
    assert [(crumb.text, crumb.href) for crumb in page.plate.crumbs] == [
        ("Home", "../../../"), ("Documents", "../../../documents/"), ("Year 2011", None),
    ]  # fmt: skip


def test_of_very_many_pages_the_near_ones_are_named(tmp_path: Path) -> None:
    made = make(tmp_path, papers(8 * PAGE_SIZE))
    way = made.page("/documents/page/5/").pagination
    assert way is not None
    assert [(link.number, link.after_gap) for link in way.links] == [
        (1, False), (3, True), (4, False), (5, False), (6, False), (7, False), (9, True),
    ]  # fmt: skip
