"""livereload's script in a real browser, under the site's own policy."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_the_browser_reloads(browser: Browser, preview: Any, host: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(10_000)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    # As functions: what playwright is given as an expression it would `eval`, against the policy.
    connected = "() => window.LiveReload && LiveReload.connector.protocol === 7"
    address = preview.address.replace("127.0.0.1", host)
    try:
        page.goto(address)
        page.wait_for_function(connected)

        # Stylesheets are swapped: what a script has put on the page stays.
        page.evaluate("window.stays = 1")
        preview.write("site/assets/site.css", "body { color: rgb(4, 5, 6); }")
        preview.write("content/theme.css", "new")
        page.wait_for_function("() => getComputedStyle(document.body).color === 'rgb(4, 5, 6)'")
        assert page.evaluate("window.stays") == 1

        preview.write("site/index.html", "<head><title>Two</title></head>Two")
        preview.write("content/index.md", "two")
        page.wait_for_function("() => document.title === 'Two'")
        page.wait_for_function(connected)

        preview.write("site/index.html", "<head><title>Three</title></head>Three")
        preview.write("content/index.md", "three")
        page.wait_for_function("() => document.title === 'Three'")
    finally:
        context.close()
    # Chromium asks for an icon that the small site does not have.
    assert [words for words in said if "404" not in words] == []
