"""What a page weighs, how it fits a screen and paper, and what works without a mouse or a script."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from tests.support.pages import read_pages
from tests.support.templates import BuiltHub, visit

OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  const wide = document.documentElement.scrollWidth > width;
  return wide ? [...document.querySelectorAll("body *")]
    .filter((e) => e.getBoundingClientRect().right > width + 1)
    .map((e) => e.tagName + "." + e.className).slice(0, 5).concat("page") : [];
}"""


COLLISIONS = """() => [...document.querySelectorAll(".facts>li")].filter((card) => {
  const letters = document.createRange();
  letters.selectNodeContents(card.querySelector(".big"));
  const a = letters.getBoundingClientRect(), line = card.querySelector(".big").getBoundingClientRect();
  const b = card.querySelector(".says").parentElement.getBoundingClientRect();
  const apart = a.right <= b.left || b.right <= a.left || line.bottom <= b.top || b.bottom <= line.top;
  return !apart || a.right > card.getBoundingClientRect().right + 1;
}).map((card) => card.innerText)"""
"""The cards of figures whose number lies over its statement, or leaves its card."""

SCRIPTED = ("search", "case-studies", "documents", "timeline")
"""Templates where a script offers more than the page does by itself."""

COMPARED = (
    "home",
    "place",
    "document, numbered",
    "document, section",
    "figures",
    "topic",
    "programme",
)
"""Templates whose pages are read with scripts as well, to see that those change nothing."""


def packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def test_pages_are_light(each_hub: BuiltHub) -> None:
    site = each_hub.site
    heavy = {p: size for p in read_pages(site) if (size := packed(site / p)) > 20_000}
    assert heavy == {}
    assert packed(site / "assets/style.css") <= 12_000
    assert sum(packed(script) for script in (site / "assets").glob("*.js")) <= 15_000


def test_nothing_runs_over_the_edge(page: Page, each_hub: BuiltHub) -> None:
    over = {}
    for template, address in each_hub.pages.items():
        visit(page, each_hub.address, template, address)
        for width in (320, 360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            if found := page.evaluate(OVERFLOW):
                over[template, width] = found
    assert over == {}


def test_numbers_keep_clear_of_what_they_say(page: Page, each_hub: BuiltHub) -> None:
    over, seen = {}, 0
    pages = read_pages(each_hub.site)
    for path in sorted(pages):
        if 'class="facts' not in (each_hub.site / path).read_text(encoding="utf-8"):
            continue
        page.goto(each_hub.address + path)
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            cards = page.locator(".facts>li").count()
            seen += cards
            if found := page.evaluate(COLLISIONS):
                over[path, width] = found
    assert seen > 10
    assert over == {}


def test_a_number_over_its_words_would_be_found(page: Page, site_server: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(site_server)
    page.evaluate("() => { document.querySelector('.facts .big').append('999,999,999'); }")
    assert page.evaluate(COLLISIONS)


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


def test_pages_can_be_read_without_javascript(browser: Browser, each_hub: BuiltHub) -> None:
    plain, full = browser.new_context(java_script_enabled=False), browser.new_context()
    one, other = plain.new_page(), full.new_page()
    for template, address in each_hub.pages.items():
        if "?" in address:
            continue  # only a script can answer a question
        visit(one, each_hub.address, template, address)
        words = one.inner_text("body")
        assert len(words) > 500, address
        if template in COMPARED:
            visit(other, each_hub.address, template, address)
            assert words == other.inner_text("body"), address
    plain.close()
    full.close()


def test_lists_offer_links_in_place_of_boxes_without_javascript(
    browser: Browser, each_hub: BuiltHub
) -> None:
    plain = browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    for template in SCRIPTED[1:]:
        page.goto(f"{each_hub.address}{template}/")
        # A hub of few papers may have one value of a facet only; of several, each is a link.
        assert page.locator("main .facets a:visible").count() > 1, template
        assert page.locator("main .facets input:visible").count() == 0, template
    plain.close()


def test_pages_have_few_scripts(each_hub: BuiltHub) -> None:
    scripts = {
        page.path: {urlsplit(load).path.rpartition("/")[2] for load in page.loads if ".js" in load}
        for page in read_pages(each_hub.site).values()
        if not page.refresh
    }
    assert all("highlight.js" in names for names in scripts.values())
    more = {path: names - {"highlight.js"} for path, names in scripts.items()}
    assert {path for path, names in more.items() if names} == {
        f"{template}/index.html" for template in SCRIPTED
    }
    assert more["search/index.html"] == {"search.js"}
    assert more["timeline/index.html"] == {"finder.js"}


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
