"""Bytes to text: Unicode with or without a byte order mark, lines that end with LF, nothing unseen."""

from __future__ import annotations

import codecs
import re

from cbsite.diagnostics import Report, Source

LARGEST = 5_000_000
"""Bytes that a text file may have."""

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufeff\ufffd-\uffff]")
_NUL = (
    "The file holds a NUL character, so it is probably not a text, or saved as UTF-16.",
    "Save it as UTF-8 text (in Notepad: File, Save as, Encoding).",
)
_NOT_UTF_8 = re.compile("[\udc80-\udcff]")
"""Bytes that are no text, as Python's `surrogateescape` keeps them."""

_CONFLICT = re.compile(r"^(<<<<<<< |>>>>>>> |\|\|\|\|\|\|\| )", re.MULTILINE)


def decode(path: str, data: bytes, report: Report) -> Source | None:
    """The text of a file, or None if it is not text that can be used; the report says why."""
    if len(data) > LARGEST:
        report.add(
            "E-DEPTH", Source(path, "").whole(),
            f"The file has {len(data):,} bytes; a text may have {LARGEST:,}.", "Split it into several files.",
        )  # fmt: skip
        return None
    text = _decoded(path, data, report)
    if text is None:
        return None
    source = Source(path, _lf(text))
    return source if _clean(source, report) else None


def _decoded(path: str, data: bytes, report: Report) -> str | None:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    else:
        encoding, data = "utf-8", data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        # UTF-16 without its mark has a NUL beside each plain letter, and may hold no other wrong byte.
        nul = data.find(b"\0") if encoding == "utf-8" else -1
        before = _lf(data[: error.start if nul < 0 else nul].decode(encoding, "replace"))
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        source = Source(path, _lf(_as_meant(data, encoding)))
        span = source.span(line, column, line, column + 1)
        cause = _cause(data, error.start, encoding) if nul < 0 else _NUL
        report.add("E-ENCODING", span, *cause)
        return None


def _as_meant(data: bytes, encoding: str) -> str:
    """The text to show beside a message: what is no UTF-8 stands as Windows-1252 would have it, byte by byte."""
    if encoding != "utf-8":
        return data.decode(encoding, "replace")
    text = data.decode("utf-8", "surrogateescape")
    return _NOT_UTF_8.sub(
        lambda found: bytes([ord(found[0]) - 0xDC00]).decode("windows-1252", "replace"), text
    )


def _cause(data: bytes, start: int, encoding: str) -> tuple[str, str]:
    save = "Save the file as UTF-8 (in Notepad: File, Save as, Encoding)."
    if encoding == "utf-16":
        return "The text breaks off in the middle of a character.", save
    try:
        character = data[start : start + 1].decode("windows-1252")
        data.decode("windows-1252")
    except UnicodeDecodeError:
        return f"The byte {data[start]:02X} is no text in UTF-8.", save
    return (
        f"The file is not saved as UTF-8, but probably as Windows-1252: here stands {character} there.",
        save,
    )


def _lf(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _clean(source: Source, report: Report) -> bool:
    if found := _UNSEEN.search(source.text):
        line, column = _position(source.text, found.start())
        span = source.span(line, column, line, column + 1)
        if found[0] == "\x00":
            message, hint = _NUL
        elif found[0] == "\ufffd":
            message = "Here stands the mark for a character that was lost."
            hint = "Type the character that should be here."
        else:
            message = f"The text holds a character that cannot be seen (U+{ord(found[0]):04X})."
            hint = "Delete it, and type afresh what is round it."
        report.add("E-ENCODING", span, message, hint)
        return False
    if found := _CONFLICT.search(source.text):
        line, _ = _position(source.text, found.start())
        ending = source.path.rpartition(".")[2].lower()
        report.add(
            {"md": "E-FRONTMATTER", "csv": "E-TABLE"}.get(ending, "E-YAML"), source.whole_line(line),
            "Two people changed this part, and both versions are here.",
            "Keep the right words of the two, and delete the lines with <<<<<<<, ======= and >>>>>>>.",
        )  # fmt: skip
        return False
    return True


def _position(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
