"""What tests of the built site share: the demonstration hub and the full one, built once, and a browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.chromium import ARGUMENTS, executable
from tests.support.command import REPOSITORY, cbsite
from tests.support.server import SUB_PATH, served
from tests.support.templates import DAY, FULL, HUBS, BuiltHub

# The same examples in every run, so that a change is judged by itself; others with --hypothesis-profile=explore.
# Without a deadline: on a busy machine one example may take long, and be none the worse.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=1000, deadline=None)
settings.load_profile("same")


@pytest.fixture(scope="session")
def hub_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the demonstration hub, in a folder far from cbsite's own."""
    folder = tmp_path_factory.mktemp("demonstration")
    shutil.copytree(REPOSITORY / "content", folder / "content")
    return folder


@pytest.fixture(scope="session")
def built_hub(hub_copy: Path) -> Path:
    """The demonstration hub as the program builds it, for a sub-path."""
    return _build(hub_copy)


@pytest.fixture(scope="session")
def full_hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The full fictional hub as the program builds it, for a sub-path."""
    return _build(shutil.copytree(FULL, tmp_path_factory.mktemp("full") / "hub"))


def _build(hub: Path) -> Path:
    """Build the site of a hub in the folder `site` in it."""
    site = hub / "site"
    ended = cbsite(
        "build", "--source", hub, "--output", site, "--as-of", DAY,
        "--base-url", f"https://hub.example.org{SUB_PATH}/", folder=hub.parent,
    )  # fmt: skip
    if ended.returncode:
        pytest.fail(f"The hub in {hub} does not build:\n{ended.stderr[-1000:]}", pytrace=False)
    return site


@pytest.fixture(scope="session")
def site_server(built_hub: Path) -> Iterator[str]:
    """The address of the demonstration hub's front page, at a sub-path, under a strict policy."""
    with served(built_hub) as address:
        yield address


@pytest.fixture(scope="session")
def full_server(full_hub: Path) -> Iterator[str]:
    """The address of the full hub's front page, at a sub-path, under a strict policy."""
    with served(full_hub) as address:
        yield address


@pytest.fixture(scope="session", params=HUBS)
def each_hub(request: pytest.FixtureRequest) -> BuiltHub:
    """The demonstration hub, then the full one: what is asked of a whole site is asked of both."""
    site, server = {
        "demonstration": ("built_hub", "site_server"),
        "full": ("full_hub", "full_server"),
    }[request.param]
    return BuiltHub(
        request.param,
        request.getfixturevalue(site),
        request.getfixturevalue(server),
        HUBS[request.param],
    )


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
