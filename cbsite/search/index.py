"""Pagefind over the staged pages, and a count to see that it took them all."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from cbsite.ports import Ports
from cbsite.ports.meanwhile import meanwhile
from cbsite.ports.process import Finished, NotRunnable, TimedOut
from cbsite.search.cbor import NotReadable
from cbsite.search.fragments import fragments
from cbsite.search.parts import Part, in_parts, whole
from cbsite.search.settle import Apart, Found, settle
from cbsite.search.words import WordCount, texts, word_files

BUNDLE = "pagefind"
"""The folder of the search bundle, under the site's root."""

_INDEXED = re.compile(r"Indexed (\d+) pages?")
_USED = re.compile(r"pagefind(?:-worker)?\.js|wasm\..*")
"""What browsers load besides the index; Pagefind adds interfaces too, but the theme has its own."""

_SORT_KEY = re.compile(r'data-pagefind-sort="([^"\[\]]+)\[data-value\]" data-value="([^"]*)"')
"""A sort key as the theme writes it."""


class SearchFailed(Exception):
    """The search index could not be made; the text says why."""


def index_pages(ports: Ports, site: Path, paths: Sequence[str], at_once: int = 1) -> None:
    """Index some pages of `site` into `site/pagefind`, which must not be there yet, and list their words.

    `paths` are those of the pages that ask to be indexed; so many Pagefinds may run `at_once`. Raises SearchFailed if
    Pagefind cannot be run, fails, or took another number: a page that cannot be found is worse than no site. A hub
    without a single such page gets no bundle. The same pages give the same bytes.
    """
    if not paths:
        return
    try:
        files = _index(ports, site, in_parts(paths, at_once), at_once)
    except Apart:
        ports.disk.remove_tree(site / BUNDLE)
        files = _index(ports, site, [whole(paths)], at_once)
    for path, content in files.items():
        ports.disk.write(site / path, content)


def _index(ports: Ports, site: Path, parts: Sequence[Part], at_once: int) -> dict[str, bytes]:
    """Make the bundle, in parts that are then made one; what comes back are the lists of words.

    Raises SearchFailed, and `Apart` where parts do not go together.
    """
    bundle = site / BUNDLE
    folders = [bundle / f"part-{number}" for number in range(len(parts))]
    every = list(zip(parts, folders, strict=True))
    for start in range(0, len(every), at_once):
        _run(ports, site, every[start : start + at_once])
    try:
        files = _joined(ports, site, folders)
    except NotReadable as error:
        raise SearchFailed(f"Pagefind's index is not as cbsite knows it: {error}.") from error
    for folder in folders:
        ports.disk.remove_tree(folder)
    return files


def _run(ports: Ports, site: Path, parts: Sequence[tuple[Part, Path]]) -> None:
    """Let Pagefind index parts of the site, all at the same time, each into a folder. Raises SearchFailed."""
    try:
        program = ports.process.pagefind()
        commands = [
            [program, "--site", str(site), "--output-path", str(folder), "--glob", part.glob]
            for part, folder in parts
        ]
        most = max(part.pages for part, _ in parts)
        finished = ports.process.run_each(commands, site, timeout=60 + most)
    except NotRunnable as error:
        raise SearchFailed(f"The search program Pagefind cannot be run: {error}") from error
    except TimedOut as error:
        raise SearchFailed("The search program Pagefind took too long.") from error
    for (part, _), one in zip(parts, finished, strict=True):
        _see_that_all_are_in(one, part.pages)


def _see_that_all_are_in(finished: Finished, expected: int) -> None:
    if finished.code != 0:
        raise SearchFailed(f"The search program Pagefind failed:\n{finished.output.strip()}")
    count = _INDEXED.search(finished.output)
    if count is None or int(count[1]) != expected:
        found = count[1] if count else "no"
        raise SearchFailed(
            f"Pagefind indexed {found} pages, but {expected} should be found by search."
        )


def _joined(ports: Ports, site: Path, folders: Sequence[Path]) -> dict[str, bytes]:
    """Make one bundle of those of all parts; what comes back are the lists of words, as Pagefind took them."""
    disk, bundle = ports.disk, site / BUNDLE
    pages = [dict(fragments(disk, folder)) for folder in folders]
    words = meanwhile(
        lambda: word_files(_count_words(page for of in pages for page in of.values()))
    )
    found = [
        Found(folder, {name: str(page["url"]) for name, page in of.items()})
        for folder, of in zip(folders, pages, strict=True)
    ]

    def sort_keys(address: str) -> Mapping[str, str]:
        text = disk.read(site / f"{address.lstrip('/')}index.html").decode("utf-8")
        return {name: html.unescape(value) for name, value in _SORT_KEY.findall(text)}

    settle(disk, bundle, found, sort_keys, ports.workers)
    for folder in folders:
        for name in disk.names(folder):
            if _USED.fullmatch(name) and not disk.exists(bundle / name):
                disk.rename(folder / name, bundle / name)
    return words()


def _count_words(pages: Iterable[Mapping[str, Any]]) -> WordCount:
    words = WordCount()
    for page in pages:
        words.add(" ".join(texts(page)))
    return words
