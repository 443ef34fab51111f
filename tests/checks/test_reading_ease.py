"""Texts that are hard to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbsite.checks.reading_ease import FEWEST_WORDS, LIMIT, readability_index
from tests.support.rules import FIRST, case, places, remarks

HARD = "Administrative reconfiguration of interdepartmental responsibilities necessitates consideration."
EASY = "The cat sat on the mat, and the dog ran up the hill."


def test_the_formula() -> None:
    assert readability_index(500, 100, 5) == pytest.approx(4.71 * 5 + 0.5 * 20 - 21.43)


def test_a_hard_text_is_named_at_its_longest_sentence(tmp_path: Path) -> None:
    longest = (
        f"{HARD[:-1]} and the comprehensive transformation of organisational interdependencies."
    )
    count = FEWEST_WORDS // 7
    text = f"{EASY}\n\n" + f"{HARD}\n" * count + f"{longest}\n" + f"{HARD}\n" * 2
    (found,) = remarks("I-READABILITY", tmp_path, case(text))
    assert places([found], FIRST) == [f"{count + 3}:1"]
    assert f"{FIRST}, " in found.message
    assert found.code == "I-READABILITY"


@pytest.mark.parametrize("text", [f"{EASY}\n" * 40, f"{HARD}\n" * 10, f"> {HARD}\n" * 60])
def test_easy_short_and_quoted_texts(tmp_path: Path, text: str) -> None:
    assert remarks("I-READABILITY", tmp_path, case(text)) == []


def test_other_languages_are_left_out(tmp_path: Path) -> None:
    files = case(f"{HARD}\n" * 60, more="lang: cy\n")
    assert remarks("I-READABILITY", tmp_path, files) == []


def test_the_limit(tmp_path: Path) -> None:
    """A text just below the limit is let be, and one a letter above it is named."""
    words, sentences = 40, 8
    characters = (LIMIT + 21.43 - 0.5 * words / sentences) / 4.71 * words
    assert readability_index(int(characters), words, sentences) <= LIMIT
    assert readability_index(int(characters) + 1, words, sentences) > LIMIT
    easier, harder = (
        " ".join(["a" * (length // 5)] * 4 + ["a" * (length - 4 * (length // 5))])
        for length in (int(characters) // 8, int(characters) // 8 + 1)
    )
    for name, sentence, count in (("easier", easier, 0), ("harder", harder, 1)):
        files = case(f"{sentence.capitalize()}.\n" * FEWEST_WORDS)
        assert len(remarks("I-READABILITY", tmp_path / name, files)) == count
