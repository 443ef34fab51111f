"""What tests of the built site share: the demonstration hub, built once, and a browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.chromium import ARGUMENTS, executable
from tests.support.command import REPOSITORY, cbsite
from tests.support.server import SUB_PATH, served

DAY = "2026-12-01"
"""The day that the demonstration hub is built on in tests: whatever the computer's clock says."""


@pytest.fixture(scope="session")
def hub_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the demonstration hub, in a folder far from cbsite's own."""
    folder = tmp_path_factory.mktemp("demonstration")
    shutil.copytree(REPOSITORY / "content", folder / "content")
    return folder


@pytest.fixture(scope="session")
def built_hub(hub_copy: Path) -> Path:
    """The demonstration hub as the program builds it, for a sub-path."""
    site = hub_copy / "site"
    ended = cbsite(
        "build", "--source", hub_copy, "--output", site, "--as-of", DAY,
        "--base-url", f"https://hub.example.org{SUB_PATH}/", folder=hub_copy.parent,
    )  # fmt: skip
    if ended.returncode:
        pytest.fail(f"The demonstration hub does not build:\n{ended.stderr[-1000:]}", pytrace=False)
    return site


@pytest.fixture(scope="session")
def site_server(built_hub: Path) -> Iterator[str]:
    """The address of the demonstration hub's front page, at a sub-path, under a strict policy."""
    with served(built_hub) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser. For one file of tests only: while it runs, no test can use asyncio itself."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=executable(), args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser window that remembers nothing."""
    made = browser.new_context()
    made.set_default_timeout(15_000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """An empty page."""
    return context.new_page()
