"""What a page weighs, how it fits a screen and paper, and what works without a mouse or a script."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.support.pages import read_pages
from tests.support.templates import PAGES

OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  const wide = document.documentElement.scrollWidth > width;
  return wide ? [...document.querySelectorAll("body *")]
    .filter((e) => e.getBoundingClientRect().right > width + 1)
    .map((e) => e.tagName + "." + e.className).slice(0, 5).concat("page") : [];
}"""


def packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def test_pages_are_light(built_hub: Path) -> None:
    heavy = {p: size for p in read_pages(built_hub) if (size := packed(built_hub / p)) > 20_000}
    assert heavy == {}
    assert packed(built_hub / "assets/style.css") <= 12_000
    assert packed(built_hub / "assets/search.js") <= 15_000


def test_nothing_runs_over_the_edge(page: Page, site_server: str) -> None:
    over = {}
    for template, address in PAGES.items():
        page.goto(site_server + address)
        if template == "search with results":
            page.wait_for_selector("#hits li a")
        for width in (320, 360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            if found := page.evaluate(OVERFLOW):
                over[template, width] = found
    assert over == {}


def test_overflow_would_be_found(page: Page, site_server: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(site_server)
    page.evaluate(
        """() => {
          const wide = document.createElement("div");
          wide.style.width = "900px";
          wide.textContent = "wide";
          document.body.append(wide);
        }"""
    )
    assert page.evaluate(OVERFLOW)


def test_paper_has_no_navigation(page: Page, site_server: str) -> None:
    page.goto(f"{site_server}places/essex/")
    assert page.is_visible("nav.nav")
    page.emulate_media(media="print")
    for gone in ("nav.nav", "header form", "a.skip"):
        assert not page.is_visible(gone), gone
    for stays in ("h1", "main h2", "footer"):
        assert page.is_visible(stays), stays
    ink = page.evaluate("() => getComputedStyle(document.querySelector('main p')).color")
    assert sum(map(int, re.findall(r"\d+", ink)[:3])) < 300


def test_the_first_stop_of_the_keyboard_skips_to_the_text(page: Page, site_server: str) -> None:
    for address in ("", "places/essex/"):
        page.goto(site_server + address)
        page.keyboard.press("Tab")
        link = page.evaluate("() => document.activeElement.getAttribute('href')")
        assert link == "#main_content"
        box = page.evaluate(
            "() => { const b = document.activeElement.getBoundingClientRect(); return [b.x, b.y, b.width]; }"
        )
        assert box[0] >= 0
        assert box[1] >= 0
        assert box[2] > 20
        page.keyboard.press("Enter")
        assert page.evaluate("() => document.activeElement.id") == "main_content"
        page.keyboard.press("Tab")
        assert page.evaluate(
            "() => document.querySelector('main').contains(document.activeElement)"
        )


def test_pages_can_be_read_without_javascript(browser: Browser, site_server: str) -> None:
    plain, full = browser.new_context(java_script_enabled=False), browser.new_context()
    one, other = plain.new_page(), full.new_page()
    for address in ("", "places/essex/", "documents/whole-place-update/", "timeline/"):
        one.goto(site_server + address)
        other.goto(site_server + address)
        words = one.inner_text("body")
        assert len(words) > 500, address
        assert words == other.inner_text("body"), address
    plain.close()
    full.close()


def test_only_the_search_page_has_a_script(built_hub: Path) -> None:
    with_script = {page.path for page in read_pages(built_hub).values() if "script" in page.tags}
    assert with_script == {"search/index.html"}


def test_the_browser_understands_the_stylesheet(
    page: Page, site_server: str, built_hub: Path
) -> None:
    text = (built_hub / "assets/style.css").read_text(encoding="utf-8")
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    assert text.count("{") == text.count("}")
    assert set(re.findall(r"var\((--[\w-]+)\)", text)) <= set(re.findall(r"(--[\w-]+)\s*:", text))
    lines = [
        (name.strip(), value.replace("!important", "").strip())
        for block in re.findall(r"\{([^{}]*)\}", text)
        for name, colon, value in (part.partition(":") for part in block.split(";"))
        if colon and not name.strip().startswith("--")
    ]
    assert len(lines) > 300
    page.goto(site_server)
    unknown = page.evaluate("(all) => all.filter(([n, v]) => !CSS.supports(n, v))", lines)
    assert [one for one in unknown if one[0] not in ("size",)] == []
