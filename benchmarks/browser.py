"""From saving a page to seeing it in a real browser, which the tool reloads."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Error, Page, sync_playwright

from benchmarks.preview import LONGEST_WAIT, NoPreview, Served
from benchmarks.site_folder import SiteFolder
from benchmarks.tool import MARKER
from tests.browser.chromium import ARGUMENTS, executable


@contextmanager
def browser() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=executable(), args=ARGUMENTS)
        try:
            yield opened
        finally:
            opened.close()


@contextmanager
def opened_page(opened: Browser, shown: Served) -> Iterator[Page]:
    """The page that is edited, loaded."""
    page = opened.new_page()
    try:
        page.goto(shown.address, timeout=LONGEST_WAIT * 1000)
        yield page
    finally:
        page.close()


def seconds_to_visible(site: SiteFolder, shown: Served, page: Page, number: int) -> float:
    """From saving an edit to its words in the open page. Raises NoPreview."""
    shown.rest()
    start = time.perf_counter()
    site.edit("page", number)
    try:
        page.get_by_text(MARKER.format(n=number)).wait_for(timeout=LONGEST_WAIT * 1000)
    except Error as error:
        raise NoPreview(f"{site.tool.name} does not reload the page: {error}") from error
    return time.perf_counter() - start
