from __future__ import annotations

import random
from pathlib import Path

import pytest

from cbsite.ports.process import Process
from cbsite.search.parts import Part, in_parts, whole


def paths(number: int) -> list[str]:
    """The front page, and pages in folders of every depth and ending."""
    chosen = random.Random(1)
    signs = "abcdefghijklmnopqrstuvwxyz0123456789"
    folders = [
        f"{'a/' * (n % 3)}{n:04}-{chosen.choice(signs)}{chosen.choice(signs)}/"
        for n in range(number)
    ]
    return ["index.html", *(f"{folder}index.html" for folder in folders)]


def test_a_small_site_is_one_part() -> None:
    assert in_parts(paths(300), 8) == [Part("**/*.html", 301)]
    assert in_parts([], 8) == [whole([])]


@pytest.mark.parametrize(
    ("pages", "processors", "parts"),
    [(420, 2, 2), (900, 8, 4), (900, 1, 1), (6000, 1, 3), (6000, 2, 4)],
)
def test_there_is_one_for_each_processor_and_none_is_large(
    pages: int, processors: int, parts: int
) -> None:
    found = in_parts(paths(pages), processors)
    assert len(found) == parts
    assert sum(part.pages for part in found) == pages + 1
    assert max(part.pages for part in found) < 1.2 * pages / parts + 10


@pytest.mark.parametrize("odd", ["about.html", "café/index.html", "a/_index.html"])
def test_what_no_glob_can_tell_is_not_parted(odd: str) -> None:
    assert len(in_parts(paths(900), 2)) == 2
    assert in_parts([*paths(900), odd], 2) == [Part("**/*.html", 902)]


def test_pagefind_finds_the_pages_of_each_part(tmp_path: Path) -> None:
    site, process = tmp_path / "site", Process()
    every = paths(640)
    for path in every:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(
            "<!doctype html><html><main data-pagefind-body>Words</main></html>"
        )
    parts = in_parts(every, 3)
    assert len(parts) == 3
    program = [process.pagefind(), "--site", str(site)]
    commands = [
        [*program, "--output-path", str(tmp_path / str(n)), "--glob", part.glob]
        for n, part in enumerate(parts)
    ]
    finished = process.run_each(commands, site, timeout=60)
    for part, one in zip(parts, finished, strict=True):
        assert f"Indexed {part.pages} pages" in one.output
