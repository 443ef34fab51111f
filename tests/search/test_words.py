"""The lists of words that the search page asks."""

from __future__ import annotations

import json
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from cbsite.search.words import LISTS, MOST, WORDS, WordCount, list_files, tokens, word_files


def files_of(pages: Iterable[str]) -> dict[str, bytes]:
    count = WordCount()
    for page in pages:
        count.add(page)
    return word_files(count)


def lists_of(files: dict[str, bytes], folder: str = WORDS) -> list[tuple[str, dict[str, int]]]:
    """The first word of each list, and the list, in order."""
    names: list[tuple[str, str]] = json.loads(files[f"{folder}/{LISTS}.json"])
    assert set(files) == {f"{folder}/{name}.json" for name in (LISTS, *dict(names).values())}
    return [(first, json.loads(files[f"{folder}/{name}.json"])) for first, name in names]


def words_of(files: dict[str, bytes]) -> dict[str, int]:
    return {word: pages for _, found in lists_of(files) for word, pages in found.items()}


def test_words_are_small_letters_without_accents() -> None:
    assert tokens("Ynys Môn: whole-place, GP's 12_3 ΣΑΣ") == [
        "ynys", "mon", "whole", "place", "gp", "s", "12", "3", "σας",
    ]  # fmt: skip


def test_each_word_counts_the_pages_that_have_it() -> None:
    files = files_of(["Essex and Essex", "essex, evidence", "2012 Ἀθῆναι"])
    assert words_of(files) == {"2012": 1, "and": 1, "essex": 2, "evidence": 1, "αθηναι": 1}


def test_a_site_without_words_has_a_list_of_no_lists() -> None:
    assert lists_of(files_of([])) == []


def test_no_list_grows_with_the_site() -> None:
    words = {f"word{number}": number for number in range(3 * MOST + 1)}
    lists = lists_of(list_files(WORDS, words))
    assert [len(found) for _, found in lists] == [MOST, MOST, MOST, 1]
    assert [first for first, _ in lists] == [next(iter(found)) for _, found in lists]
    assert {word: pages for _, found in lists for word, pages in found.items()} == words


def test_words_stand_in_the_order_in_which_browsers_compare_them() -> None:
    # U+20000 is two halves to JavaScript, and these come before U+FF41.
    assert list(words_of(files_of(["\uff41 \U00020000 b a"]))) == ["a", "b", "\U00020000", "\uff41"]


def test_the_same_words_in_another_order_give_the_same_bytes() -> None:
    texts = ["one two three", "three four", "five"]
    assert list(files_of(texts).items()) == list(files_of(reversed(texts)).items())


def test_what_is_too_long_for_a_word_is_left_out() -> None:
    assert words_of(files_of(["a" * 41, "a" * 40])) == {"a" * 40: 1}


@given(st.lists(st.text()))
def test_words_are_counted_as_they_are_found(pages: list[str]) -> None:
    expected: dict[str, int] = {}
    for page in pages:
        for word in set(tokens(page)):
            if len(word) <= 40:
                expected[word] = expected.get(word, 0) + 1
    assert words_of(files_of(pages)) == expected
