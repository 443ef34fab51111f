"""Pictures of one page of each template, to be looked at: phone and laptop, light and dark, and print.

`python tests/browser/screenshots.py [name ...]` builds the demonstration hub and the full fictional one, and
writes what it sees into `.cbsite/look/<hub>/<page>-<how>.png` and `.pdf`, which git ignores. With names it takes
only those pages.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

# Run as a script, so the repository is not on the path by itself.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.browser.chromium import ARGUMENTS, NoBrowser, executable
from tests.support.command import REPOSITORY, cbsite
from tests.support.server import served
from tests.support.templates import FULL_PAGES, PAGES

FOLDER = REPOSITORY / ".cbsite" / "look"
WIDTHS = (390, 1280)
MODES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
HUBS = {
    "demonstration": (REPOSITORY, PAGES),
    "full": (REPOSITORY / "tests" / "hubs" / "full", FULL_PAGES),
}
"""Where each hub is, and the addresses of its pages by name."""


def main(names: list[str]) -> int:
    """Take the pictures; the exit code."""
    try:
        program = executable()
    except NoBrowser as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 1
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as scratch:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        for hub, (source, pages) in HUBS.items():
            site = Path(scratch) / hub
            ended = cbsite("build", "--source", source, "--output", site, folder=REPOSITORY)
            if ended.returncode:
                print(ended.stderr, file=sys.stderr)  # noqa: T201
                return ended.returncode
            chosen = {name: at for name, at in pages.items() if not names or name in names}
            with served(site) as root:
                for name, address in chosen.items():
                    look(
                        browser,
                        root + address,
                        FOLDER / hub / name.replace(", ", "-").replace(" ", "-"),
                    )
        browser.close()
    print(f"Look at {FOLDER}")  # noqa: T201
    return 0


def look(browser: Browser, address: str, to: Path) -> None:
    """One page in every way that readers see it."""
    to.parent.mkdir(parents=True, exist_ok=True)
    page = browser.new_page()
    page.goto(address)
    for mode in MODES:
        page.emulate_media(color_scheme=mode)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            # Pictures below the first screen load only when they are near it.
            page.evaluate("for (const image of document.images) image.loading = 'eager'")
            page.wait_for_load_state("networkidle")
            page.screenshot(path=f"{to}-{width}-{mode}.png", full_page=True)
    page.emulate_media(color_scheme="light")
    page.pdf(path=f"{to}-print.pdf", prefer_css_page_size=True)
    page.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
