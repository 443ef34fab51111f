"""What the harness must know of a site generator to run it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpus import Network
from benchmarks.corpus.network import Study
from benchmarks.measure import Command

Files = Iterable[tuple[str, str]]
"""Texts by their paths."""


MARKER = "Marker {n} is new."
"""What an edit puts on a page; in pages {n} is a number that no other edit has."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change to one file: what `find` matches first becomes `put`, where {n} stands for a new number."""

    file: str
    find: str
    put: str

    def changed(self, text: str, number: int) -> str:
        """The text after the edit. Raises ValueError if there is nothing to change."""
        put = self.put.replace("{n}", str(number))
        changed, count = re.subn(self.find, put, text, count=1, flags=re.M)
        if count != 1:
            raise ValueError(f"{self.file} has no {self.find}")
        return changed


def at_the_end(file: str) -> Edit:
    """A sentence more at the end of a text."""
    return Edit(file, r"\Z", f"\n{MARKER}\n")


def in_main(file: str) -> Edit:
    """A sentence more on every page, at the end of what a template puts into <main>."""
    return Edit(file, r"</main>", f"<p>{MARKER}</p>\n</main>")


@dataclass(frozen=True, slots=True)
class Edits:
    """One edit of each sort; all show on the page of the study that was asked for."""

    page: Edit
    template: Edit
    data: Edit


@dataclass(frozen=True, slots=True)
class Server:
    """How to see the site while it is written. `path` is where the page of a study stands."""

    command: Callable[[int], Command]
    path: str = "/case-studies/{id}/"
    reloads: bool = True
    """Whether an open page shows a change by itself."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A site generator with its settings for this work. Paths are relative to the folder of the site."""

    name: str
    version: str
    source: Callable[[Network], Files]
    """The content, as this tool wants it."""
    build: Sequence[Command]
    output: str
    kept: Sequence[str]
    """Files and folders that a cold build does not have, beside the output."""
    edits: Callable[[Study], Edits]
    static: Path | None = None
    """A folder with settings and templates, copied as it is."""
    links: Mapping[str, Path] = field(default_factory=dict)
    """Symbolic links that the site needs."""
    page: str = "{kind}/{id}/index.html"
    """Where the page of a case study or pilot is, in the output."""
    theme: str | None = "themes/{id}/index.html"
    feed: str | None = "feed.xml"
    sitemap: str | None = "sitemap.xml"
    server: Server | None = None
    environment: Mapping[str, str] = field(default_factory=dict)
    data: str = ""
    """What is edited where data are edited."""
    notes: Sequence[str] = ()
    """What it cannot do of the work, or does otherwise."""
    searches: bool = False
    """Whether the build makes a search index too."""
