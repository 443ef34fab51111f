"""Bytes to text: encodings, line ends, and what is not text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbsite.diagnostics import Report, apply_edits
from cbsite.read.decode import LARGEST, as_meant, decode
from cbsite.read.unseen import zero_width
from cbsite.read.usual_letters import is_usual

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
        (b"ab\x81", "E-ENCODING 1:3", "The byte 81"),
        (b"a\r\n\xff\x00\x81", "E-ENCODING 2:1", "The byte FF"),
        (b"PK\x03\x04\x00\x00\x00\x00" * 9, "E-UNSEEN 1:3", "not a text"),
        (codecs.BOM_UTF16_LE + b"a", "E-ENCODING 1:1", "breaks off"),
        (b"a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\n", "E-CONFLICT 2:1", "Two people"),
        (b"a" * (LARGEST + 1), "E-DEPTH", "may have"),
    ],
)
def test_refused(problems, data: bytes, place: str, words: str) -> None:  # type: ignore[no-untyped-def]
    report = Report()
    assert decode("a.md", data, report) is None
    assert problems(report) == [place]
    assert words in next(iter(report)).message


@pytest.mark.parametrize(
    ("data", "place", "words", "safe", "mended"),
    [
        ("a\nbé £4".encode("cp1252"), "E-ENCODING 2:2", "as Windows-1252: 'é'", True, "a\nbé £4"),
        (
            "a\nbé ".encode("cp1252") + "é".encode(),
            "E-ENCODING 2:2",
            "but not all",
            False,
            "a\nbé é",
        ),
        ("Café".encode("utf-16-le"), "E-ENCODING 1:1", "saved as UTF-16", True, "Café"),
        ("Café".encode("utf-16-be"), "E-ENCODING 1:1", "saved as UTF-16", True, "Café"),
        (b"ab\x00c", "E-UNSEEN 1:3", "NUL", False, "abc"),
        (b"ab \x00c", "E-UNSEEN 1:4", "NUL", True, "ab c"),
        (b"a\nb\x0cc", "E-UNSEEN 2:2", "page break", True, "a\nb c"),
        ("ab\n\ufffd".encode(), "E-UNSEEN 2:1", "was lost", True, "ab\n\ufffd"),
        ("It\x92s".encode(), "E-UNSEEN 1:3", "U+0092", False, "It’s"),
        ("x\ufeffy\ufeff".encode(), "E-UNSEEN 1:2", "U+FEFF", True, "xy"),
        ("Itâ€™s Â£4 Ã©".encode(), "E-ENCODING 1:3", "was an apostrophe", True, "It’s £4 é"),
        ("“âb€œ”: Ã€".encode(), "E-ENCODING 1:9", "was 'À'", True, "“âb€œ”: À"),
    ],
)
def test_read_as_it_was_meant(  # type: ignore[no-untyped-def]
    problems, data: bytes, place: str, words: str, safe: bool, mended: str
) -> None:
    report = Report()
    source = decode("a.md", data, report)
    assert source is not None
    assert problems(report) == [place]
    (found,) = report
    assert words in found.message
    assert found.safe == safe
    assert apply_edits(source.text, found.edits) == mended


def test_every_conflict_is_reported_once(problems) -> None:  # type: ignore[no-untyped-def]
    part = "<<<<<<< HEAD\nb\n||||||| base\nx\n=======\nc\n>>>>>>> x\n"
    report = Report()
    assert decode("a.md", f"a\n{part}d\n{part}".encode(), report) is None
    assert problems(report) == ["E-CONFLICT 2:1", "E-CONFLICT 10:1"]


@pytest.mark.parametrize(
    ("data", "encoding", "marked"),
    [
        (b"", "utf-8", False),
        ("é".encode(), "utf-8", False),
        ("é".encode("utf-8-sig"), "utf-8", True),
        ("é\r\n".encode("cp1252"), "windows-1252", False),
        (codecs.BOM_UTF16_BE + "é".encode("utf-16-be"), "utf-16-be", True),
        ("eé".encode("utf-16-le"), "utf-16-le", False),
    ],
)
def test_how_a_file_is_saved(data: bytes, encoding: str, marked: bool) -> None:
    meant = as_meant(data)
    assert (meant.encoding, meant.marked) == (encoding, marked)
    assert meant.text.strip("e\r\n") == ("é" if data else "")


@given(data=st.binary(max_size=60))
def test_any_bytes_have_a_meaning(data: bytes) -> None:
    """The text that a file is read as is the one that `as_meant` gives, whose line ends are its own."""
    meant, source = as_meant(data), decode("a.md", data, Report())
    assert source is None or source.text == meant.text.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ("Essex’s café – £5", True),
        ("Élan, crème brûlée, Ynys Môn", True),
        ("\u201cYes\u201d\u2026 20\u00b0C", True),
        ("EssexÕs cafŽ", False),
        ("ÒYes.Ó", False),
        ("The ÁÂÃ word", False),
        ("Wa³êsa", False),
    ],
)
def test_the_letters_that_texts_here_have(text: str, usual: bool) -> None:
    """Bytes of an old Macintosh, of Greek and of Polish are no Windows-1252, though they can be read so."""
    assert is_usual(text) is usual
    report = Report()
    decode("a.md", text.encode("cp1252"), report)
    assert [(d.code, d.safe) for d in report] == [("E-ENCODING", usual)]


def test_what_may_be_code_is_not_changed_unasked() -> None:
    lines = ["`â€™`", "x â€™", "    â€™", "```", "â€™", "```", "x â€™"]
    report = Report()
    decode("a.md", "\n".join(lines).encode(), report)
    assert [(d.span.start.line, d.safe) for d in report if d.span.start] == [
        (1, False), (2, True), (3, False), (5, False), (7, True),
    ]  # fmt: skip


def test_controls_that_part_words_are_left_to_people() -> None:
    report = Report()
    decode("a.md", b"plain\0words\nplain \0words\nco\x1eoperate\nco\x1foperate", report)
    assert [d.safe for d in report] == [False, True, False, True]


def test_marks_that_flags_and_scripts_need_are_no_mistake() -> None:
    wales = "\U0001f3f4" + "".join(chr(0xE0000 + ord(c)) for c in "gbwls") + "\U000e007f"
    assert list(zero_width(f"Our flag is {wales} here.")) == []
    assert list(zero_width("ภาษา\u200bไทย")) == []
    assert [c.found for c in zero_width("a\u200bb and \U000e0041")] == ["\u200b", "\U000e0041"]


@pytest.mark.parametrize(
    ("line", "safe"),
    [
        ("A word\x0b of it", True),
        ("\x0bWords", True),
        ("\x0b> [!NOTE]", False),
        ("\x0b1. one", False),
        ("*\x0bone", False),
        ("\x0b    code", False),
    ],
)
def test_a_control_beside_a_mark_is_left_to_people(line: str, safe: bool) -> None:
    report = Report()
    decode("a.md", line.encode(), report)
    assert [found.safe for found in report] == [safe]
