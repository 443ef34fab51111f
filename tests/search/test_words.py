"""The lists of words that the search page asks."""

from __future__ import annotations

import json

from cbsite.search.words import LISTS, WORDS, shard, tokens, word_files


def read(files: dict[str, bytes], name: str) -> dict[str, int]:
    found = json.loads(files[f"{WORDS}/{name}.json"])
    assert isinstance(found, dict)
    return found


def test_words_are_small_letters_without_accents() -> None:
    assert tokens("Ynys Môn: whole-place, GP's 12_3 ΣΑΣ") == [
        "ynys", "mon", "whole", "place", "gp", "s", "12", "3", "σας",
    ]  # fmt: skip


def test_each_word_counts_the_pages_that_have_it() -> None:
    files = word_files(["Essex and Essex", "essex, evidence", "2012 Ἀθῆναι"])
    assert read(files, "e") == {"essex": 2, "evidence": 1}
    assert read(files, "a") == {"and": 1}
    assert read(files, "digits") == {"2012": 1}
    assert list(read(files, "other").values()) == [1]
    assert read(files, "z") == {}


def test_every_list_is_there_whatever_the_words() -> None:
    assert set(word_files([])) == {f"{WORDS}/{name}.json" for name in LISTS}
    assert {shard(word) for word in ("a", "z", "0", "٣", "é", "雨")} <= set(LISTS)


def test_the_same_words_in_another_order_give_the_same_bytes() -> None:
    texts = ["one two three", "three four", "five"]
    assert word_files(texts) == word_files(reversed(texts))


def test_what_is_too_long_for_a_word_is_left_out() -> None:
    assert read(word_files(["a" * 41, "a" * 40]), "a") == {"a" * 40: 1}
