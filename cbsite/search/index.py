"""Pagefind over the staged pages, and a count to see that it took them all."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

from cbsite.ports import Ports
from cbsite.ports.disk import Disk
from cbsite.ports.process import NotRunnable, TimedOut
from cbsite.search.words import WordCount, texts, word_files

BUNDLE = "pagefind"
"""The folder of the search bundle, under the site's root."""

_INDEXED = re.compile(r"Indexed (\d+) pages?")
_UNUSED = re.compile(r"pagefind-(?:ui|modular-ui|component-ui|highlight)\.(?:js|css)")
"""Ready-made interfaces that Pagefind adds; the theme has its own."""

_MARK = "pagefind_dcd"
"""What stands before the JSON of a fragment."""


class SearchFailed(Exception):
    """The search index could not be made; the text says why."""


def index_pages(ports: Ports, site: Path, expected: int) -> None:
    """Index the pages in `site` into `site/pagefind`, which must not be there yet, and list their words.

    `expected` is the number of pages that ask to be indexed. Raises SearchFailed if Pagefind cannot be
    run, fails, or took another number: a page that cannot be found is worse than no site. A hub without
    a single such page gets no bundle.
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
    words = WordCount()
    for text in _texts(ports.disk, site / BUNDLE / "fragment"):
        words.add(text)
    for path, content in word_files(words).items():
        ports.disk.write(site / path, content)


def _texts(disk: Disk, fragments: Path) -> Iterator[str]:
    """All that each page can be found by, as Pagefind took it."""
    for found in disk.walk(fragments):
        text = gzip.decompress(disk.read(fragments / found.path)).decode("utf-8")
        yield " ".join(texts(json.loads(text.removeprefix(_MARK))))
