"""Texts made to hurt: time grows with length, and not faster."""

from __future__ import annotations

import time

import pytest

SHAPES = {
    "nested strong": ("*a **a ", "b", " a** a*"),
    "emphasis closers": ("a_ ", "", ""),
    "emphasis openers": ("_a ", "", ""),
    "link closers": ("a]", "", ""),
    "link openers": ("[a", "", ""),
    "mismatched": ("*a_ ", "", ""),
    "openers and brackets": ("[ (", "", ""),
    "pictures": ("![[]()", "", ""),
    "nested brackets": ("[", "a", "]"),
    "nested quotes": ("> ", "a", ""),
    "nested pictures": ("![", "a", "](b)"),
    "unclosed tags": ("<a ", "", ""),
    "unclosed comments": ("<!--", "", ""),
    "headings": ("# a\n", "", ""),
    "table rows": ("", "|a|b|\n|-|-|\n", "|x|y|\n"),
    "definitions": ("a\n: b\n\n", "", ""),
    "references": ("[a]: ", "", ""),
    "footnote openers": ("[^", "", ""),
    "footnotes": ("", "x\n\n[^a]: x\n\n", "[^a]"),
    "languages": ("[a]{lang=cy}", "", ""),
    "unclosed languages": ("[a]{lang=cy ", "", ""),
    "addresses": ("http://", "", ""),
    "bare": ("www.", "", ""),
    "colons": (": ", "", ""),
    "at signs": ("a@", "", ""),
    "numbers": ("12.1 a\n", "", ""),
    "tildes": ("~~a ", "", ""),
    "titles": ('[a](b "', "", ""),
    "unclosed links": ("[a](b.md ", "", ""),
    "entities": ("&", "", ""),
    "blocks": ("```figures\nfigures: [a]\n```\n", "", ""),
    "quotations": (">\n", "a", ""),
    "items": ("- a\n", "", ""),
    "html": ("<b>", "", ""),
    "tags of Word": ("<span style='mso-a'>", "a", "</span>"),
    "empty tags of Word": ("<o:p></o:p> ", "", ""),
    "comments of Word": ("<!--[if a]>", "", ""),
    "no-break spaces": ("a\u00a0b\n", "", ""),
    "bullets": ("• a\n\n", "", ""),
    "labels": ("[a][b]\n\n[c]: d\n\n", "", ""),
    "tabs": ("a\tb\n", "", ""),
    "unclosed fences": ("```a b\n", "", ""),
    "changes": ("{++", "", ""),
}


@pytest.mark.parametrize("name", SHAPES)
def test_time_grows_with_length(markdown, name: str) -> None:  # type: ignore[no-untyped-def]
    before, middle, after = SHAPES[name]

    def seconds(count: int) -> float:
        started = time.process_time()
        markdown(before * count + middle + after * count, numbered=True)
        return time.process_time() - started

    small = min(seconds(500) for _ in range(2))
    large = seconds(4000)
    # Eight times as much: a quadratic shape takes 64 times as long, and is not this quick.
    assert large < 40 * small or large < 2
