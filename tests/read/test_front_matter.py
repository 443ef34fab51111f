"""The two parts of a Markdown file, and what can be wrong with the lines between them."""

from __future__ import annotations

import pytest

from cbsite.diagnostics import Report, Source, apply_edits
from cbsite.read.front_matter import Parts, front_matter


@pytest.mark.parametrize(
    ("text", "parts", "places"),
    [
        ("---\na: b\n---\nBody", Parts(2, 3, 4), []),
        ("---\n---", Parts(2, 2, 3), []),
        ("--- \na: b\n---\u00a0\n", Parts(2, 3, 4), []),
        ("\n\n---\na: b\n---\n", Parts(4, 5, 6), ["E-FRONTMATTER-BLANK 1:1"]),
        ("---\na: b\n", Parts(2, 3, 3), ["E-FRONTMATTER-CLOSE 1:1"]),
        ("---\na: b\n\nWords.\n", Parts(2, 3, 3), ["E-FRONTMATTER-CLOSE 1:1"]),
        ("---\na: b\nc:\n- d\n# Words\n", Parts(2, 5, 5), ["E-FRONTMATTER-CLOSE 1:1"]),
        ("---\na: b\n\nWords.\n\n---\n", Parts(2, 3, 3), ["E-FRONTMATTER-CLOSE 1:1"]),
        ("---\na: b\n\nA heading\n---\n", Parts(2, 3, 3), ["E-FRONTMATTER-CLOSE 1:1"]),
        ("---\na: b\n\n# A comment\n# and another\n---\n", Parts(2, 6, 7), []),
        ("---\na: b\n\nwords\ntitle: c\n---\n", Parts(2, 6, 7), []),
        ("---\na: b\n—\nBody", Parts(2, 3, 4), ["E-FRONTMATTER-CLOSE 3:1"]),
        ("---\na: b\n ---\nBody\n\n---\n", Parts(2, 3, 4), ["E-FRONTMATTER-CLOSE 3:2"]),
        ("---\na: b\n...\nBody", Parts(2, 3, 4), ["E-FRONTMATTER-CLOSE 3:1"]),
        ("---\na: b\n...\ntitle: c\n---\nBody", Parts(2, 5, 6, 3), ["E-FRONTMATTER-CLOSE 3:1"]),
        ("***\ntitle: b\n---\nBody", Parts(2, 3, 4), ["E-FRONTMATTER-OPEN 1:1"]),
        ("---\ntitle:b\n\nBody", Parts(2, 3, 3), ["E-FRONTMATTER-CLOSE 1:1"]),
        ("---\na: b\n\nContact: c\n---\nBody", Parts(2, 5, 6), []),
        ("---\na: b\n---\ntitle: c\n---\nBody", Parts(2, 5, 6, 3), ["E-FRONTMATTER-CLOSE 3:1"]),
        ("---\na: b\n---\ntitle: c\n\nBody", Parts(2, 5, 5, 3), ["E-FRONTMATTER-CLOSE 3:1"]),
        ("---\na: b\n---\nNote: this is text\n", Parts(2, 3, 4), []),
        ("–--\na: b\n---\n", Parts(2, 3, 4), ["E-FRONTMATTER-OPEN 1:1"]),
        ("  ---\na: b\n---\n", Parts(2, 3, 4), ["E-FRONTMATTER-OPEN 1:3"]),
        ("```yaml\na: b\n```\n", Parts(2, 3, 4), ["E-FRONTMATTER-OPEN 1:1"]),
        ("+++\na: b\n+++\n", Parts(2, 3, 4), ["E-FRONTMATTER-OPEN 1:1"]),
        ('+++\na = "b"\n+++\n', None, ["E-FRONTMATTER-OPEN 1:1"]),
        ("title: a\n---\n", Parts(1, 2, 3), ["E-FRONTMATTER-OPEN 1:1"]),
        ("Words", None, ["E-FRONTMATTER 1:1"]),
        ("", None, ["E-FRONTMATTER 1:1"]),
    ],
)
def test_parts(problems, text: str, parts: Parts | None, places: list[str]) -> None:  # type: ignore[no-untyped-def]
    report = Report()
    assert front_matter(Source("a.md", text), report) == parts
    assert problems(report) == places
    if parts and places:
        # With the edits made, the file is as it should be.
        mended = apply_edits(text, [edit for one in report for edit in one.edits])
        after = Report()
        assert front_matter(Source("a.md", mended), after) is not None
        assert problems(after) == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("---\na: b\n\nContact: Jane Smith\n\nWords.\n", Parts(2, 3, 3)),
        ("---\na: b\n\nContact: Jane Smith\n\nWords.\n\n---\nWords.\n", Parts(2, 3, 3)),
        ("---\na: b\n\ndate: c\n\nWords.\n", Parts(2, 5, 5)),
        ("---\na: b\nWords.\n\nWords.\n\n---\nWords.\n", Parts(2, 3, 3)),
    ],
)
def test_an_end_that_is_not_certain(text: str, parts: Parts) -> None:
    """What may be text or fields is left to people, and so is all that is found in it."""
    report = Report()
    found = front_matter(Source("a.md", text), report)
    assert found == parts
    assert found is not None and not found.certain
    assert [(one.code, one.safe) for one in report] == [("E-FRONTMATTER-CLOSE", False)]
