"""Marks that are nearly right: fences, footnotes, notices, links. What else they hold the hub of mistakes shows."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("```\na\n```", []),
        ("~~~\n```\n~~~", []),
        ("````md\n```figures\n```\n````", []),
        ("```md\n```python\nx\n```", []),
        ("- ```\n  a\n  ```", []),
        ("```\na\n    ```", ["E-FENCE 1:1"]),
        ("- ```\n  a\nb", ["E-FENCE 1:3"]),
        ("```figures\ntopic: a\n", ["E-FENCE 1:1"]),
        ("```figures\na: b: c", ["E-FENCE 1:1"]),
        ("a[^b]\n\n```\nx\n\n[^b]: c", ["E-FENCE 3:1"]),
        ("> [!note]\n> a", []),
        ("> [!Warning]\n> a", []),
        ("> a\n> [!FOO]", []),
        ("> \\[!FOO]", []),
        ("[!FOO] a", []),
        ("> [!FOO]\n> a", ["E-NOTICE 1:3"]),
        ("- > [!NOTES]\n  > a", ["E-NOTICE 1:5"]),
        ("a[^b]", ["E-FOOTNOTE 1:2"]),
        ("a[^b]\n\n[^b]: c", []),
        ("a\\[^b] `[^b]` [^b c]", []),
        ("a[^b]\n\n[^bb]: c\n\n[^q]: d", ["E-FOOTNOTE 1:2", "W-FOOTNOTE 5:1"]),
        ("[a][b]", ["E-LINK 1:1"]),
        ("| a |\n|---|\n| x [a][b] |", ["E-LINK 3:5"]),
        ("[a][B]\n\n[b]: c", []),
        ("[a] [b] \\[a][b] `[a][b]` x[1][2] [a]", []),
        ("[a] (b) [a] (see c.) [a](b c)", []),
        ("[a] (../b.md)", ["E-LINK 1:1"]),
        ("![a](b c.png)", ["E-LINK 1:1"]),
        ("[a](b.md \"c d\") [a](<b c.md>) [a](b%20c.md)", []),
        ("(a)[1] (see b)[c]", []),
        ("[a](C:\\My files\\b.doc)", ["E-LOCAL 1:1"]),
        ("[a]{lang=“cy”}", ["E-VALUE 1:1"]),
        ("[a](place: essex)", ["E-LINK 1:1"]),
        ("[a](020 7946 0000)", ["E-LINK 1:1"]),
        ("[a](place) [a](1 2)", []),
        ("[a](page:b.", ["E-LINK 1:1"]),
        ("![a](../b.png and [c](d.md)", ["E-LINK 1:1"]),
        ("![a](../b.png and", ["E-LINK 1:1"]),
        ("[a](see b \\[a](b.md `[a](b.md`", []),
        ("[a] (paragraph:b#1)", ["E-LINK 1:1"]),
        ("a <!-- b", ["E-HTML 1:3"]),
        ("| a |\n|---|\n| <!-- b |", ["E-HTML 3:3"]),
        ("a <!-- b --> \\<!-- `<!--`", []),
        ("a\n\n[b]: c", ["W-MARKDOWN 3:1"]),
        ("> [!NOTE]: c", ["W-MARKDOWN 1:1"]),
        ("a\n\n[b]: c.md\n[d]: https://e.uk\n[f]: mailto:g@h.uk\n[i]: #j", []),
        ("*a\n*b", ["W-MARKDOWN 1:1"]),
        ("*a*\n*b*\n*c", []),
    ],
)  # fmt: skip
def test_marks(markdown, problems, text: str, places: list[str]) -> None:  # type: ignore[no-untyped-def]
    assert problems(markdown(text)[1]) == places


def test_what_is_told_is_not_prose(markdown) -> None:  # type: ignore[no-untyped-def]
    prose, _ = markdown("> [!FOO]\n> a\n\nb [c] (https://d.uk/e) f")
    notice, link = prose.passages
    assert [notice.words[start:end] for start, end in notice.asides] == ["[!FOO]"]
    assert "[c] (https://d.uk/e)" in [link.words[start:end] for start, end in link.asides]
    assert prose.links == ()
