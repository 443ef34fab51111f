"""A list over several pages, as it is printed."""

from __future__ import annotations

import re
from pathlib import Path

from cbsite.plan.lists import PAGE_SIZE
from tests.support.hubs import SMALL, site, small, write
from tests.support.pages import read_pages

PAPER = SMALL["content/documents/paper.md"]


def test_pages_of_a_long_list(tmp_path: Path) -> None:
    files = {
        f"content/documents/paper-{at:03}.md": PAPER.replace("A paper", f"Paper {at:03}").replace(
            "The paper", f"P{at:03}"
        )
        for at in range(2 * PAGE_SIZE)
    }
    folder, _ = site(write(tmp_path, small(files)))
    pages = read_pages(folder)
    second = pages["documents/page/2/index.html"]
    nav = re.search(r'<nav aria-label="Pages of the list">.*?</nav>', second.html, re.DOTALL)
    assert nav is not None
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", nav[0])).split()
    assert words == ["Previous", "page", "Page", "1", "Page", "2", "Page", "3", "Next", "page"]
    assert re.findall(r"<(\w+) aria-current=\"page\">", nav[0]) == ["span"]
    # Each way out leads to a page that is there.
    linked = {path for path, _ in second.targets(second.leads)}
    assert {"documents/index.html", "documents/page/3/index.html"} <= linked
    assert linked <= set(pages) | {"search/index.html"}
    assert second.title.startswith("Documents: page 2")
    assert "finder.js" not in second.html
    sitemap = (folder / "sitemap.xml").read_text("utf-8")
    assert f"{second.canonical}</loc>" in sitemap
