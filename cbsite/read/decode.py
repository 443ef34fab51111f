"""Bytes to text: Unicode with or without a byte order mark, lines that end with LF, nothing unseen."""

from __future__ import annotations

import codecs
import re
from typing import Literal, NamedTuple

from cbsite.diagnostics import Edit, Report, Source, printable
from cbsite.read.unseen import (
    CONTROLS,
    Change,
    controls,
    may_change_words,
    may_hold_controls,
    mojibake,
)
from cbsite.read.usual_letters import is_usual, lines_of_code

LARGEST = 5_000_000
"""Bytes that a text file may have."""

Encoding = Literal["utf-8", "windows-1252", "utf-16-le", "utf-16-be"]

_NOT_UTF_8 = re.compile("[\udc80-\udcff]")
"""Bytes that are no text, as Python's `surrogateescape` keeps them."""

_CONFLICT = re.compile(r"<{7}(?: |$)|>{7}(?: |$)|\|{7} ")
_SAVE = "Save the file as UTF-8 (in Notepad: File, Save as, Encoding UTF-8)."
_MANY = 100
"""One character in so many that cannot be seen, and a file is no text at all."""

_NAMES = {
    "’": "an apostrophe", "‘": "an opening quotation mark", "“": "an opening quotation mark",
    "”": "a closing quotation mark", "–": "a dash", "—": "a dash", "…": "three dots",
    "\u00a0": "a no-break space",
}  # fmt: skip


class Meant(NamedTuple):
    """The text of a file, with its line ends as they are, and how it is saved.

    `encoding` is windows-1252 where at least one byte is no UTF-8; such bytes are read so, the others as UTF-8.
    """

    text: str
    encoding: Encoding
    marked: bool
    """Whether it begins with a byte order mark, which is not part of the text."""


def as_meant(data: bytes) -> Meant:
    """The text that was most probably meant by some bytes; U+FFFD where that cannot be told."""
    marks: tuple[tuple[bytes, Encoding], ...] = (
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    )
    for mark, encoding in marks:
        if data.startswith(mark):
            return Meant(data.removeprefix(mark).decode(encoding, "replace"), encoding, True)
    if b"\0" in data and (unmarked := _unmarked_utf_16(data)):
        return Meant(data.decode(unmarked), unmarked, False)
    marked = data.startswith(codecs.BOM_UTF8)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return Meant(data.decode("utf-8"), "utf-8", marked)
    except UnicodeDecodeError:
        text = data.decode("utf-8", "surrogateescape")
        return Meant(_NOT_UTF_8.sub(_as_windows_1252, text), "windows-1252", marked)


def decode(path: str, data: bytes, report: Report) -> Source | None:
    """The text of a file, or None if it is not text that can be used; the report says why.

    A file that was saved in another way is reported and read as it was meant, so that what else is wrong with
    it shows in the same run.
    """
    if len(data) > LARGEST:
        report.add(
            "E-DEPTH", Source(path, "").whole(),
            f"The file has {len(data):,} bytes; a text may have {LARGEST:,}.", "Split it into several files.",
        )  # fmt: skip
        return None
    meant = as_meant(data)
    source = Source(path, _lf(meant.text))
    usable = _check_encoding(source, data, meant, report)
    if not usable:
        return None
    has_controls = may_hold_controls(source.text)
    if (has_controls and _is_no_text(source, report)) or _has_conflicts(source, report):
        return None
    if has_controls or not source.text.isascii():
        _check_characters(source, report)
    return source


def _as_windows_1252(found: re.Match[str]) -> str:
    return bytes([ord(found[0]) - 0xDC00]).decode("windows-1252", "replace")


def _unmarked_utf_16(data: bytes) -> Literal["utf-16-le", "utf-16-be"] | None:
    """UTF-16 without its mark has a NUL beside each plain letter, always on the same side."""
    first, second = data[::2].count(0), data[1::2].count(0)
    if not data or len(data) % 2 or min(first, second) or max(first, second) * 3 < len(data):
        return None
    encoding: Literal["utf-16-le", "utf-16-be"] = "utf-16-be" if first else "utf-16-le"
    try:
        return None if "\0" in data.decode(encoding) else encoding
    except UnicodeDecodeError:
        return None


def _check_encoding(source: Source, data: bytes, meant: Meant, report: Report) -> bool:
    """Report a file that is not UTF-8; False if it cannot be read at all."""
    if meant.encoding.startswith("utf-16"):
        return _check_utf_16(source, data, meant, report)
    if meant.encoding == "utf-8":
        return True
    escaped = data.removeprefix(codecs.BOM_UTF8).decode("utf-8", "surrogateescape")
    wrong = _NOT_UTF_8.search(escaped)
    assert wrong is not None  # else the file is UTF-8
    line, column = _position(_lf(escaped[: wrong.start()]))
    span = source.span(line, column, line, column + 1)
    unknown = [byte for byte in _NOT_UTF_8.findall(escaped) if _undefined(byte)]
    if unknown:
        report.add(
            "E-ENCODING", span, f"The byte {ord(wrong[0]) - 0xDC00:02X} is no text in UTF-8.",
            f"{_SAVE[:-1]}, or take it out of the folder if it is no text.",
        )  # fmt: skip
        return False
    character = meant.text[wrong.start()]
    mixed = any(not c.isascii() for c in _NOT_UTF_8.sub("", escaped))
    message = f"The file is not saved as UTF-8, but as Windows-1252: '{character}' is the first letter that shows it."
    hint, usual = _SAVE, is_usual(meant.text)
    if mixed:
        message = f"Most of the file is saved as UTF-8, but not all: here may stand '{character}'."
        hint = "Type the letter afresh, and look through the file for others that are wrong."
    elif not usual:
        message = "The file is not saved as UTF-8, and nobody can tell how."
        hint = "Open it in the program that it was written with, and save it as UTF-8 from there."
    report.add("E-ENCODING", span, message, hint, [Edit(span, character)], safe=usual and not mixed)
    return True


def _undefined(escaped: str) -> bool:
    """Whether a byte, as `surrogateescape` keeps it, is nothing in Windows-1252 either."""
    return ord(escaped) - 0xDC00 in (0x81, 0x8D, 0x8F, 0x90, 0x9D)


def _check_utf_16(source: Source, data: bytes, meant: Meant, report: Report) -> bool:
    if not meant.marked:
        span = source.span(1, 1, 1, 2)
        report.add(
            "E-ENCODING", span,
            "The file is saved as UTF-16, and without the mark that would say so.",
            _SAVE, [Edit(span, source.text[:1])] if source.text[0] != "\n" else [],
        )  # fmt: skip
        return True
    try:
        data[2:].decode(meant.encoding)
    except UnicodeDecodeError as error:
        line, column = _position(_lf(data[2:][: error.start].decode(meant.encoding, "replace")))
        span = source.span(line, column, line, column + 1)
        report.add("E-ENCODING", span, "The text breaks off in the middle of a character.", _SAVE)
        return False
    return True


def _is_no_text(source: Source, report: Report) -> bool:
    """Whether so much cannot be seen that it must be something else, such as a Word file."""
    found = list(CONTROLS.finditer(source.text))
    if len(found) < 10 or len(found) * _MANY < len(source.text):
        return False
    line, column = _position(source.text[: found[0].start()])
    report.add(
        "E-UNSEEN", source.span(line, column, line, column + 1),
        "The file is not a text: most programs would show it as strange signs.",
        "Save it from its own program as plain text in UTF-8, or take it out of the folder.",
    )  # fmt: skip
    return True


def _has_conflicts(source: Source, report: Report) -> bool:
    """Report each place where two versions of a file were not yet made one."""
    if not any(mark in source.text for mark in ("<<<<<<<", ">>>>>>>", "|||||||")):
        return False
    opened = found = False
    for number, line in enumerate(source.lines, 1):
        mark = line[:7] if _CONFLICT.match(line) else ""
        if mark and not (opened and mark != "<<<<<<<"):
            found = True
            report.add(
                "E-CONFLICT", source.whole_line(number),
                "Two people changed this part, and both versions are here.",
                "Keep the right words of the two, and delete the lines with <<<<<<<, ======= and >>>>>>>.",
            )  # fmt: skip
        opened = mark == "<<<<<<<" or (opened and mark != ">>>>>>>")
    return found


def _check_characters(source: Source, report: Report) -> None:
    """Report letters that were decoded wrongly, and what cannot be seen; of each at most one a line."""
    code = lines_of_code(source) if source.path.endswith(".md") else frozenset()
    for number, line in enumerate(source.lines, 1):
        garbled = list(mojibake(line))
        if garbled:
            first = garbled[0]
            meant = first.instead or ""
            name = _NAMES.get(meant, f"'{meant}'")
            report.add(
                "E-ENCODING", source.span(number, first.start + 1, number, first.end + 1),
                f"The text holds '{printable(first.found)}', which was {name} before a program read it wrongly.",
                "Put the right character back.", edits_for(source, number, garbled),
                safe=number not in code,
            )  # fmt: skip
        inside = {column for change in garbled for column in range(change.start, change.end)}
        unseen = [change for change in controls(line) if change.start not in inside]
        if unseen:
            _report_unseen(source, number, unseen, report)


def _report_unseen(source: Source, number: int, unseen: list[Change], report: Report) -> None:
    first = unseen[0]
    message = f"The text holds a character that cannot be seen (U+{ord(first.found):04X})."
    hint = "Delete it." if not first.instead else "Put in its place what was meant."
    if first.found == "\ufffd":
        message = "Here stands the mark for a character that was lost."
        hint = "Type the character that should be here."
    elif first.found == "\0":
        message = "The text holds a NUL, a character that cannot be seen."
    elif first.found == "\x0c":
        message = "The text holds a page break of a word processor, which cannot be seen."
    line = source.line(number)
    guessed = any("\x80" <= c.found <= "\x9f" or may_change_words(line, c) for c in unseen)
    report.add(
        "E-UNSEEN", source.span(number, first.start + 1, number, first.end + 1), message, hint,
        edits_for(source, number, unseen), safe=not guessed,
    )  # fmt: skip


def edits_for(source: Source, line: int, changes: list[Change]) -> list[Edit]:
    """The edits that make changes on a line of a file; none for what only the author can know."""
    return [
        Edit(source.span(line, change.start + 1, line, change.end + 1), change.instead)
        for change in changes
        if change.instead is not None
    ]


def _lf(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _position(before: str) -> tuple[int, int]:
    """Line and column (from 1) of what follows some text."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")
