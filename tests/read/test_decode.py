"""Bytes to text: encodings, line ends, and what is not text."""

from __future__ import annotations

import codecs

import pytest

from cbsite.diagnostics import Report
from cbsite.read.decode import LARGEST, decode

WORDS = "Café\nnaïve £4bn\n"


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        WORDS.replace("\n", "\r\n").encode(),
        WORDS.replace("\n", "\r").encode(),
    ],
)
def test_read_alike(data: bytes) -> None:
    report = Report()
    source = decode("a.md", data, report)
    assert source is not None
    assert source.text == WORDS
    assert not list(report)


def test_the_line_beside_the_message_shows_what_was_typed() -> None:
    report = Report()
    decode("a.csv", b"A,B\n" + "Café £4 – né,".encode("windows-1252") + "é\n".encode(), report)
    assert next(iter(report)).span.text == "Café £4 – né,é"


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        (
            "a\nbé £4".encode("windows-1252"),
            "E-ENCODING 2:2",
            "probably as Windows-1252: here stands é",
        ),
        (b"a\r\n\xff\x00", "E-ENCODING 2:2", "NUL"),
        ("Café".encode("utf-16-le"), "E-ENCODING 1:2", "saved as UTF-16"),
        ("Café".encode("utf-16-be"), "E-ENCODING 1:1", "saved as UTF-16"),
        (b"ab\x81", "E-ENCODING 1:3", "The byte 81"),
        (b"ab\x00c", "E-ENCODING 1:3", "NUL"),
        ("ab\n\ufffd".encode(), "E-ENCODING 2:1", "was lost"),
        (b"a\n\x0cb", "E-ENCODING 2:1", "U+000C"),
        (codecs.BOM_UTF16_LE + b"a", "E-ENCODING 1:1", "breaks off"),
        (b"a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\n", "E-FRONTMATTER 2:1", "Two people"),
        (b"a" * (LARGEST + 1), "E-DEPTH", "may have"),
    ],
)
def test_refused(problems, data: bytes, place: str, words: str) -> None:  # type: ignore[no-untyped-def]
    report = Report()
    assert decode("a.md", data, report) is None
    assert problems(report) == [place]
    assert words in next(iter(report)).message
