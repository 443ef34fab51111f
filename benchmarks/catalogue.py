"""All that is compared, by short names, and what is compared with what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from benchmarks.tool import Tool
from benchmarks.tools.cbsite import cbsite
from benchmarks.tools.hugo import hugo
from benchmarks.tools.lektor import lektor
from benchmarks.tools.mkdocs import material, mkdocs, zensical
from benchmarks.tools.node import astro, eleventy
from benchmarks.tools.pelican import pelican

Maker = Callable[[Path], Tool]
"""Makes a tool ready in the folder of the peers. Raises packages.NotInstalled."""

WITHOUT_SEARCH: Mapping[str, Maker] = {
    "hugo": partial(hugo, searches=False),
    "cbsite-bare": lambda peers: cbsite(bare=True, searches=False),
    "cbsite-theme": lambda peers: cbsite(bare=False, searches=False),
    "eleventy": eleventy,
    "astro": astro,
    "zensical": zensical,
    "mkdocs": mkdocs,
    "material": material,
    "pelican": pelican,
    "lektor": lektor,
}

WITH_SEARCH: Mapping[str, Maker] = {
    "hugo-pagefind": partial(hugo, searches=True),
    "cbsite-bare-search": lambda peers: cbsite(bare=True, searches=True),
    "cbsite-theme-search": lambda peers: cbsite(bare=False, searches=True),
}

MAKERS = {**WITHOUT_SEARCH, **WITH_SEARCH}

LARGE = ("hugo", "cbsite-bare", "cbsite-theme", *WITH_SEARCH)
"""Those that are run at 10,000 pages."""

FLOORED = ("hugo", "cbsite-bare", "cbsite-theme")
"""Those whose sources and output are also read and written by nothing but a loop."""


def base_of(tool: str) -> str:
    """What a tool is compared with."""
    return "hugo-pagefind" if tool in WITH_SEARCH else "hugo"
