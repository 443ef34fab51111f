"""YAML made to hurt ends quickly, with something said and never a crash."""

from __future__ import annotations

import time

import pytest

N = 100_000
BOMBS = {
    "sequences": "[" * N,
    "mappings": "{" * N,
    "hyphens": "- " * N,
    "questions": "? " * N,
    "groups": "{a: " * N,
    "indents": "".join(" " * i + "a:\n" for i in range(400)),
    "laughs": "a: &a [x]\n" + "".join(f"b{i}: &b{i} [*a,*a]\n" for i in range(500)),
    "quote": 'a: "' + "x" * N,
    "quotes": "a: '" + "''" * N,
    "tags": "!" * N,
    "anchors": "&a " * N,
    "aliases": "*a " * N,
    "percents": "%" * N,
    "colons": ": " * N,
    "tabs": "\t" * N,
    "dashes": "– " * N,
    "keys": "a b c d " * (N // 8) + ":",
    "merges": "<<: *a\n" * 2000,
    "errors": "".join(f"- id: a{i}\n  b: c: d\n" for i in range(4000)),
    "too large": "a: b\n" * 100_001,
}


@pytest.mark.parametrize("name", BOMBS)
def test_bomb(fields, name: str) -> None:  # type: ignore[no-untyped-def]
    started = time.process_time()
    _, report = fields(BOMBS[name])
    assert time.process_time() - started < 5  # of a processor; a second is usual
    assert report.count("error")
