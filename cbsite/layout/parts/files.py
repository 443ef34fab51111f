"""What a reader is told of a file before taking it: its type and size."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

_TYPES = {
    "txt": "text", "ods": "OpenDocument spreadsheet", "odt": "OpenDocument text", "odp": "OpenDocument slides",
    "xlsx": "Excel spreadsheet", "docx": "Word document", "pptx": "PowerPoint slides", "zip": "ZIP archive",
    "ics": "calendar", "mp3": "MP3 audio", "mp4": "MP4 video", "webm": "WebM video", "vtt": "captions",
}  # fmt: skip
"""Types that are better known by words; all others by their ending in capitals, such as PDF."""


def file_note(path: str, size: int) -> str:
    """Type and size in words: `(PDF, 1.2 MB)`. `size` is in bytes."""
    ending = posixpath.splitext(unquote(path.partition("#")[0].partition("?")[0]))[1]
    ending = ending.removeprefix(".").lower()
    return f"({_TYPES.get(ending, ending.upper())}, {size_words(size)})"


def size_words(size: int) -> str:
    """Bytes as people read them, in decimal units: `350 bytes`, `12 kB`, `1.2 MB`."""
    if size < 1000:
        return "1 byte" if size == 1 else f"{size} bytes"
    units = ("kB", "MB", "GB", "TB")
    amount, unit = size / 1000, 0
    # 999.5 kB would be printed as 1000.
    while amount >= 999.5 and unit < len(units) - 1:
        amount, unit = amount / 1000, unit + 1
    digits = f"{amount:.1f}" if amount < 9.95 and unit > 0 else f"{amount:.0f}"
    return f"{digits.removesuffix('.0')} {units[unit]}"
