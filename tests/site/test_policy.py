"""At a sub-path and under a strict policy: every template, every request, and the page for missing addresses."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.support.server import SUB_PATH
from tests.support.templates import MISSING, BuiltHub, visit

LISTEN = """addEventListener("securitypolicyviolation",
  (e) => console.error("policy: " + e.violatedDirective + " " + e.blockedURI))"""


def test_every_template_keeps_to_the_policy(page: Page, each_hub: BuiltHub) -> None:
    said: list[str] = []
    asked: set[str] = set()
    page.on("console", lambda m: said.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.add(request.url))
    page.add_init_script(LISTEN)
    assert MISSING in each_hub.pages
    for template, address in each_hub.pages.items():
        answer = visit(page, each_hub.address, template, address)
        assert answer.header_value("content-security-policy")
    # The one page that is meant to be missing is told by the browser as well.
    assert [words for words in said if "404" not in words] == []
    assert len([words for words in said if "404" in words]) == 1
    outside = [url for url in asked if not url.startswith(("data:", "blob:", each_hub.address))]
    assert outside == []
    assert any(url.endswith("/pagefind/pagefind.js") for url in asked)


def test_the_policy_bites(page: Page, site_server: str) -> None:
    page.add_init_script(LISTEN)
    page.goto(site_server)
    with page.expect_console_message(lambda said: said.text.startswith("policy: script-src")):
        page.evaluate(
            """() => {
              const script = document.createElement("script");
              script.textContent = "window.ran = true";
              document.body.append(script);
            }"""
        )
    assert not page.evaluate("() => window.ran === true")


def test_a_missing_page_leads_back_from_any_depth(page: Page, site_server: str) -> None:
    answer = page.goto(f"{site_server}a/b/c/d")
    assert answer
    assert answer.status == 404
    sheets = page.evaluate("() => [...document.styleSheets].map((s) => s.cssRules.length)")
    assert len(sheets) == 1
    assert sheets[0] > 50
    page.click("main a:has-text('Places')")
    assert urlsplit(page.url).path == f"{SUB_PATH}/places/"
    page.goto(f"{site_server}a/b/")
    page.fill("main input[name=q]", "Essex")
    page.keyboard.press("Enter")
    page.wait_for_url("**/hub/search/?q=Essex")
