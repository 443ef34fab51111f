"""What the pages on cookies and privacy say is so: nothing stays in a reader's browser."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.support.templates import PAGES

KEPT = """async () => ({
  cookies: document.cookie,
  local: localStorage.length,
  session: sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"cookies": "", "local": 0, "session": 0, "databases": 0, "caches": 0, "workers": 0}

STORES = re.compile(
    r"document\.cookie|localStorage|sessionStorage|indexedDB|serviceWorker|sendBeacon"
)


def test_a_visit_leaves_nothing_behind(browser: Browser, site_server: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    for template in ("home", "document", "timeline", "search with results"):
        page.goto(site_server + PAGES[template])
        if template == "search with results":
            page.wait_for_selector("#hits li a")
        assert page.evaluate(KEPT) == NOTHING, template
    assert context.cookies() == []
    context.close()


def test_what_is_kept_would_be_seen(page: Page, site_server: str) -> None:
    page.goto(site_server)
    page.evaluate("() => { document.cookie = 'a=b'; localStorage.setItem('a', 'b'); }")
    kept = page.evaluate(KEPT)
    assert (kept["cookies"], kept["local"]) == ("a=b", 1)


def test_no_script_of_the_theme_could_keep_anything(built_hub: Path) -> None:
    scripts = sorted((built_hub / "assets").glob("*.js"))
    assert scripts
    for script in scripts:
        assert not STORES.search(script.read_text(encoding="utf-8")), script.name
