"""News: the list, the years, the items, and the front page."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from cbsite.layout.values import Items
from cbsite.plan.lists import PAGE_SIZE
from tests.support.hubs import Files, Made, make
from tests.support.prose import inside


def item(title: str, day: str, more: str = "") -> str:
    return (
        f"---\ntitle: {title}\nsummary: Something new, told in one sentence of some length.\n"
        f"date: {day}\n{more}---\n\nWhat is new.\n"
    )


NEWS: Files = {
    "content/news/first.md": item("First", "2025-03-01"),
    "content/news/second.md": item("Second", "2026-02-01"),
    "content/news/third.md": item("Third", "2026-05-01", "expires: 2026-06-01\n"),
    "content/news/fourth.md": item("Fourth", "2026-05-31", "expires: 2026-06-02\n"),
    "content/news/waiting.md": item("Waiting", "2026-06-02"),
    "content/news/draft.md": item("Draft", "2026-01-01", "status: draft\n"),
    "content/news/gone.md": item(
        "Gone", "2026-01-01", "status: withdrawn\nwithdrawn_reason: It was wrong.\n"
    ),
}


def listed(made: Made, address: str) -> dict[str, list[str]]:
    return {
        section.title: [line.title.text for block in section.blocks if isinstance(block, Items) for line in block.items]
        for section in made.page(address).sections
    }  # fmt: skip


def test_news_stands_by_year_and_what_has_expired_after_it(tmp_path: Path) -> None:
    made = make(tmp_path, NEWS)
    assert listed(made, "/news/") == {
        "2026": ["Fourth", "Second"],
        "2025": ["First"],
        "Earlier": ["Third"],
    }
    more = [section.more.href for section in made.page("/news/").sections if section.more]
    assert more == ["../news/2026/", "../news/2025/"]


def test_each_year_has_a_page_with_all_its_news(tmp_path: Path) -> None:
    made = make(tmp_path, NEWS)
    assert listed(made, "/news/2026/") == {"": ["Fourth", "Third", "Second"]}
    assert listed(made, "/news/2025/") == {"": ["First"]}
    assert "/news/2024/" not in made.plan.pages


def test_an_item_stands_under_its_year(tmp_path: Path) -> None:
    made = make(tmp_path, NEWS)
    page = made.page("/news/2026/third/")
    assert [crumb.text for crumb in page.plate.crumbs] == ["Home", "News", "2026", "Third"]
    assert [notice.lead for notice in page.notices] == ["This was news until 1 June 2026."]
    assert made.page("/news/2026/fourth/").notices == ()
    (notice,) = made.page("/news/2026/gone/").notices
    assert notice.text == "It was wrong."
    assert "/news/2026/draft/" not in made.plan.pages


def test_the_front_page_shows_current_news_the_newest_first(tmp_path: Path) -> None:
    page = make(tmp_path, NEWS).page("/")
    (newest,) = (s for s in page.sections if s.id == "newest")
    (block,) = inside(newest, Items)
    assert [line.title.text for line in block.items] == ["Fourth", "Second", "One door", "A paper"]
    assert block.items[0].meta == ("News", "31 May 2026")


def test_a_hub_without_news_has_no_list_of_it(tmp_path: Path) -> None:
    only_gone = {"content/news/gone.md": NEWS["content/news/gone.md"]}
    assert "/news/" not in make(tmp_path, only_gone).plan.pages


def test_a_long_list_goes_over_several_pages(tmp_path: Path) -> None:
    start = datetime.date(2026, 1, 1)
    many = {
        f"content/news/item-{number}.md": item(
            f"Item {number}", (start + datetime.timedelta(days=number)).isoformat()
        )
        for number in range(PAGE_SIZE + 1)
    }
    made = make(tmp_path, many)
    for first in ("/news/", "/news/2026/"):
        last = made.page(f"{first}page/2/")
        assert [line.title.text for block in inside(last, Items) for line in block.items] == [
            "Item 0"
        ]
        assert last.pagination is not None
        assert last.pagination.previous == "../" * (last.frame.root.count("/")) + first[1:]
        assert made.page(first).pagination is not None
    with pytest.raises(KeyError):
        made.page("/news/page/3/")
