"""Accessibility: one page of each template in a real browser, in light and in dark, by axe-core."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

from tests.support.templates import HUBS, visit

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")

RUN = """(rules) => axe.run(document, { resultTypes: ["violations"], runOnly: rules })"""

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
RULES: dict[Scheme, dict[str, Any]] = {
    "light": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "dark": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}
"""Which rules to look at: between light and dark only colours differ."""


def violations(page: Page, scheme: Scheme = "light") -> list[str]:
    """What axe finds wrong on a page that is open, in one colour scheme."""
    page.emulate_media(color_scheme=scheme)
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate(RUN, RULES[scheme])["violations"]
    return [
        f"{one['impact']}: {one['id']}: {one['help']}: {node['html'][:200]}"
        for one in found
        for node in one["nodes"]
    ]


@pytest.fixture(scope="module")
def seen(browser: Browser) -> Iterator[Page]:
    """A page into which axe can be put."""
    context = browser.new_context(bypass_csp=True)
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("hub", "template"), [(hub, template) for hub, pages in HUBS.items() for template in pages]
)
def test_axe_finds_nothing(
    seen: Page, site_server: str, full_server: str, hub: str, template: str
) -> None:
    root = {"demonstration": site_server, "full": full_server}[hub]
    visit(seen, root, template, HUBS[hub][template])
    found = {scheme: violations(seen, scheme) for scheme in SCHEMES}
    assert found == {"light": [], "dark": []}


def test_axe_would_find_something(seen: Page, site_server: str) -> None:
    seen.goto(site_server)
    seen.evaluate(
        """() => {
          document.querySelector("main h1").insertAdjacentHTML("afterend", "<img src='assets/mark.svg'>");
          const quiet = document.createElement("p");
          quiet.textContent = "hardly to be seen";
          quiet.style.cssText = "color:#777;background:#888";
          document.querySelector("main").append(quiet);
        }"""
    )
    assert any("image-alt" in problem for problem in violations(seen))
    for scheme in SCHEMES:
        assert any("color-contrast" in problem for problem in violations(seen, scheme))


def test_the_colours_follow_the_system(browser: Browser, site_server: str) -> None:
    shown = {}
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(site_server)
        shown[scheme] = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
        context.close()
    assert shown["light"] != shown["dark"]
