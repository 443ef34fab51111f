"""The words of a text, and where each stands in its file."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbsite.diagnostics import Report, Source
from cbsite.read.markdown import read_prose
from cbsite.read.tree import UNSAID, Passage, Table


def passages(text: str, numbered: bool = False) -> tuple[Source, tuple[Passage, ...]]:
    source = Source("content/pages/a.md", text)
    return source, read_prose(source, 1, numbered, Report()).passages


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("One **two** _three_.", "paragraph", "One two three."),
        ("One\ntwo", "paragraph", "One two"),
        ("## A *heading*", "heading", "A heading"),
        ("- an entry", "entry", "an entry"),
        ("1. an entry", "entry", "an entry"),
        ("> of others", "quotation", "of others"),
        ("> - of others", "quotation", "of others"),
        ("Tom &amp; \\*Ann\\*", "paragraph", "Tom & *Ann*"),
        ("See [](figure:size) there", "paragraph", f"See {UNSAID} there"),
        ("A ![tree](tree.png) here", "paragraph", "A  here"),
        ("A note[^1] here\n\n[^1]: x", "paragraph", "A note here"),
        ("A <!-- remark --> here", "paragraph", "A  here"),
    ],
)
def test_the_words_of_a_passage(text: str, kind: str, words: str) -> None:
    _, found = passages(text)
    assert (found[0].kind, found[0].words) == (kind, words)


def test_a_picture_alone_or_nothing_is_no_passage() -> None:
    assert passages("![tree](tree.png)\n\n| |\n| --- |\n| |\n")[1] == ()


def test_cells_and_notes_are_passages() -> None:
    _, found = passages("| a | b |\n| --- | --- |\n| c | |\n\nx[^1]\n\n[^1]: note\n")
    assert [(one.kind, one.words) for one in found] == [
        ("cell", "a"), ("cell", "b"), ("cell", "c"), ("paragraph", "x"), ("paragraph", "note"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("See `code` there", "code"),
        ("See <https://example.org/a> there", "https://example.org/a"),
        ("See https://example.org/a there", "https://example.org/a"),
        ("See [yr iaith]{lang=cy} there", "yr iaith"),
    ],
)
def test_what_is_no_english_prose_is_an_aside(text: str, aside: str) -> None:
    _, (found,) = passages(text)
    assert [found.words[start:end] for start, end in found.asides] == [aside]


PIECES = st.lists(
    st.sampled_from(
        ["LGA", "the **bold", "words**", "and *more*", "\n", "[a link](b.md)", '[to](c "Title to LGA")',
         "![LGA](d.png)", "`LGA code`", "e.g.", "&amp;", "&pound;", "\\*", "\\[no\\]", "<!-- LGA -->",
         "https://example.org/LGA", "<https://example.org/x>", "[iaith]{lang=cy}", "note[^1]", "é", "\U0001f600"]
    ),
    min_size=1,
)  # fmt: skip


@given(PIECES, st.sampled_from(["", "> ", "- ", "  ", "| a | b |\n| --- | --- |\n| x | "]))
def test_every_plain_word_is_found_where_it_is_typed(pieces: list[str], before: str) -> None:
    text = f"{before}{' '.join(pieces)}"
    source, found = passages(text + "\n\n[^1]: end\n")
    for passage in found:
        for word in re.finditer(r"(?<!\S)[A-Za-z.]+(?!\S)", passage.words):
            span = passage.span(source, word.start(), word.end())
            assert span.start and span.end
            typed = source.line(span.start.line)[span.start.column - 1 : span.end.column - 1]
            # Bold type may begin or end inside the word's own line, never inside the word here.
            assert typed == word[0], (text, passage)


def test_words_over_two_lines_end_on_the_second() -> None:
    source, (found,) = passages("> one\n> two three")
    span = found.span(source, 0, len("one two"))
    assert span.start and span.end
    assert (span.start.line, span.start.column) == (1, 3)
    assert (span.end.line, span.end.column) == (2, 6)


def test_numbered_paragraphs() -> None:
    source, found = passages("12.1 The LGA\nmet.\n\n13. The LGA again.\n", numbered=True)
    places = [p.span(source, p.words.index("LGA"), p.words.index("LGA") + 3).start for p in found]
    assert [(at.line, at.column) for at in places if at] == [(1, 10), (4, 9)]


def test_tables_tell_their_headings_and_rows() -> None:
    source = Source("a.md", "x\n\n| a | |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |\n")
    assert read_prose(source, 1, False, Report()).tables == (Table(3, ("a", ""), 2),)
