"""The two parts of a Markdown file, and what can be wrong with the lines between them."""

from __future__ import annotations

import pytest

from cbsite.diagnostics import Report, Source
from cbsite.read.front_matter import Parts, front_matter


@pytest.mark.parametrize(
    ("text", "parts", "places"),
    [
        ("---\na: b\n---\nBody", Parts(2, 3, 4), []),
        ("---\n---", Parts(2, 2, 3), []),
        ("--- \na: b\n---\u00a0\n", Parts(2, 3, 4), []),
        ("\n\n---\na: b\n---\n", Parts(4, 5, 6), ["E-FRONTMATTER 1:1"]),
        ("---\na: b\n", None, ["E-FRONTMATTER 1:1"]),
        ("---\na: b\n—\nBody", None, ["E-FRONTMATTER 3:1"]),
        ("–--\na: b\n---\n", None, ["E-FRONTMATTER 1:1"]),
        ("title: a\n---\n", None, ["E-FRONTMATTER 1:1"]),
        ("Words", None, ["E-FRONTMATTER 1:1"]),
        ("", None, ["E-FRONTMATTER 1:1"]),
    ],
)
def test_parts(problems, text: str, parts: Parts | None, places: list[str]) -> None:  # type: ignore[no-untyped-def]
    report = Report()
    assert front_matter(Source("a.md", text), report) == parts
    assert problems(report) == places
