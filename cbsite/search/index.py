"""Pagefind over the staged pages, and a count to see that it took them all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from cbsite.ports import Ports
from cbsite.ports.meanwhile import meanwhile
from cbsite.ports.process import NotRunnable, TimedOut
from cbsite.search.cbor import NotReadable
from cbsite.search.fragments import fragments
from cbsite.search.settle import settle
from cbsite.search.words import WordCount, texts, word_files

BUNDLE = "pagefind"
"""The folder of the search bundle, under the site's root."""

_INDEXED = re.compile(r"Indexed (\d+) pages?")
_UNUSED = re.compile(r"pagefind-(?:ui|modular-ui|component-ui|highlight)\.(?:js|css)")
"""Ready-made interfaces that Pagefind adds; the theme has its own."""


class SearchFailed(Exception):
    """The search index could not be made; the text says why."""


def index_pages(ports: Ports, site: Path, expected: int) -> None:
    """Index the pages in `site` into `site/pagefind`, which must not be there yet, and list their words.

    `expected` is the number of pages that ask to be indexed. Raises SearchFailed if Pagefind cannot be
    run, fails, or took another number: a page that cannot be found is worse than no site. A hub without
    a single such page gets no bundle. The same pages give the same bytes.
    """
    if expected == 0:
        return
    arguments = ["--site", str(site), "--output-path", str(site / BUNDLE)]
    try:
        command = [ports.process.pagefind(), *arguments]
        finished = ports.process.run(command, site, timeout=60 + expected)
    except NotRunnable as error:
        raise SearchFailed(f"The search program Pagefind cannot be run: {error}") from error
    except TimedOut as error:
        raise SearchFailed("The search program Pagefind took too long.") from error
    if finished.code != 0:
        raise SearchFailed(f"The search program Pagefind failed:\n{finished.output.strip()}")
    count = _INDEXED.search(finished.output)
    if count is None or int(count[1]) != expected:
        found = count[1] if count else "no"
        raise SearchFailed(
            f"Pagefind indexed {found} pages, but {expected} should be found by search."
        )
    for found_file in ports.disk.walk(site / BUNDLE):
        if _UNUSED.fullmatch(found_file.path):
            ports.disk.remove_file(site / BUNDLE / found_file.path)
    try:
        files = _settle(ports, site / BUNDLE)
    except NotReadable as error:
        raise SearchFailed(f"Pagefind's index is not as cbsite knows it: {error}.") from error
    for path, content in files.items():
        ports.disk.write(site / path, content)


def _settle(ports: Ports, bundle: Path) -> dict[str, bytes]:
    """Bring the bundle to its one form; what comes back are the lists of words, as Pagefind took them."""
    pages = dict(fragments(ports.disk, bundle))
    words = meanwhile(lambda: word_files(_count_words(pages.values())))
    addresses = {name: str(page["url"]) for name, page in pages.items()}
    settle(ports.disk, bundle, addresses, ports.workers)
    return words()


def _count_words(pages: Iterable[Mapping[str, Any]]) -> WordCount:
    words = WordCount()
    for page in pages:
        words.add(" ".join(texts(page)))
    return words
