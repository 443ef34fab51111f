"""Every tool that has a server: how long from a save to the new page."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

from playwright.sync_api import Browser

from benchmarks.browser import browser, opened_page, seconds_to_visible
from benchmarks.preview import NoPreview, Served, seconds_to_html, served
from benchmarks.rounds import FIRST_NUMBER, Say
from benchmarks.samples import Results, Sample
from benchmarks.site_folder import SiteFolder

TASKS = ("new-html", "visible")


def measure_previews(
    pages: int, sites: Mapping[str, SiteFolder], rounds: int, results: Results, say: Say
) -> None:
    """Each tool's server in turn, as two at once would be in each other's way."""
    numbers = count(FIRST_NUMBER)
    with browser() as opened:
        for name, site in sites.items():
            if site.tool.server is None:
                continue
            say(f"{pages} pages: {site.tool.name} serves")
            site.lay_out()
            try:
                with served(site, site.tool.server) as shown:
                    for number in range(1, rounds + 1):
                        seconds = seconds_to_html(site, shown, next(numbers))
                        _add(results, say, Sample(pages, name, "new-html", number, seconds))
                    if site.tool.server.reloads:
                        _visible(pages, name, site, shown, opened, rounds, numbers, results, say)
            except NoPreview as error:
                say(f"{name} is left out: {error}")
                results.trouble[f"{name}, {pages} pages, preview"] = str(error)
            site.restore()


def _visible(
    pages: int,
    name: str,
    site: SiteFolder,
    shown: Served,
    opened: Browser,
    rounds: int,
    numbers: count[int],
    results: Results,
    say: Say,
) -> None:
    with opened_page(opened, shown) as page:
        for number in range(1, rounds + 1):
            seconds = seconds_to_visible(site, shown, page, next(numbers))
            _add(results, say, Sample(pages, name, "visible", number, seconds))


def _add(results: Results, say: Say, sample: Sample) -> None:
    say(f"{sample.pages} pages, {sample.task}: {sample.tool} {sample.wall * 1000:.0f} ms")
    results.samples.append(sample)
