from __future__ import annotations

import os
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cbsite.names import folded, problem_with

MANY = 100_000 if os.environ.get("CBSITE_TORTURE") else 400

SAFE = (
    "index.html",
    "places/essex/index.html",
    ".nojekyll",
    ".well-known/security.txt",
    "assets/a-1.2.3.min.css",
    "data/café.csv",
    "a b/c.html",
    "console/index.html",
    "com10.html",
    "x" * 255,
)

UNSAFE = (
    "",
    "/",
    "/etc/passwd",
    "//server/share",
    "a//b",
    "a/",
    ".",
    "..",
    "../a",
    "a/../../b",
    "a/./b",
    "a\\b",
    "..\\a",
    "C:/a",
    "C:a",
    "a:stream",
    "a?b",
    "a*",
    '"a"',
    "<a>",
    "a|b",
    "a\x00b",
    "a\nb",
    "a\x7f",
    "a\udc80",
    "a.",
    "a ",
    "a./b",
    "a /b",
    "...",
    "con",
    "CON",
    "con.html",
    "Con.tar.gz",
    "con .html",
    "aux/index.html",
    "a/nul",
    "PRN.txt",
    "com1",
    "COM0.html",
    "com¹.html",
    "lpt9.csv",
    "conin$",
    "x" * 256,
    "é" * 128,
)


@pytest.mark.parametrize("path", SAFE)
def test_safe(path: str) -> None:
    assert problem_with(path) is None


@pytest.mark.parametrize("path", UNSAFE)
def test_unsafe(path: str) -> None:
    problem = problem_with(path)
    assert problem
    assert not problem.endswith(".")


PIECES = st.one_of(
    st.sampled_from(
        ["..", ".", "/", "\\", ":", "C:", "con", "AUX", "nul", "com1", " ", "~", "\x00", "\u202e"]
    ),
    st.text(max_size=6),
    st.from_regex(r"[a-z0-9-]{1,8}(\.[a-z]{1,4})?", fullmatch=True),
)
PATHS = st.lists(PIECES, min_size=1, max_size=6).map("".join) | st.lists(
    PIECES, min_size=1, max_size=4
).map("/".join)

ROOT = Path("/srv/site")


@settings(max_examples=MANY, deadline=None, derandomize=True, database=None)
@given(PATHS)
def test_no_path_that_passes_leaves_the_site(path: str) -> None:
    if problem_with(path) is not None:
        return
    here, windows = PurePosixPath(path), PureWindowsPath(path)
    assert not here.is_absolute()
    assert not windows.is_absolute()
    assert not windows.drive
    assert not windows.root
    assert not windows.is_reserved()
    assert here.parts == windows.parts == tuple(path.split("/"))
    assert ".." not in here.parts
    assert (ROOT / path).resolve().is_relative_to(ROOT)


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True).filter(lambda slug: len(slug) < 99))
def test_plain_slugs_pass_unless_windows_keeps_them(slug: str) -> None:
    refused = problem_with(f"{slug}/index.html") is not None
    assert refused == PureWindowsPath(slug).is_reserved()


def test_folded_brings_together_what_other_systems_do() -> None:
    assert folded("A/É.html") == folded("a/e\u0301.HTML")
    assert folded("straße") == folded("STRASSE")
    assert folded("a") != folded("b")
