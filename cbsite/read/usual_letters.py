"""What lets a text be mended unasked: letters that English and Welsh have, and lines that hold no code."""

from __future__ import annotations

import re

from cbsite.diagnostics import Source

_SIGNS = "‘’“”–—…•·€£§©®™°×½¼¾²\u00a0\u00ad"
_SMALL = "àáâäçèéêëìíîïñòóôöùúûüýÿŵŷ"
_ACCENTED = re.compile(
    f"(?<=[A-Za-z])[{_SMALL}](?![{_SMALL}])|(?<![^\\W_])[{_SMALL}{_SMALL.upper()}](?=[a-z])"
)
"""An accented letter beside plain ones: small inside a word, of either size at its start."""

_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")


def is_usual(text: str) -> bool:
    """Whether all that is not ASCII is what English and Welsh texts hold.

    Bytes of Greek, of Polish or of an old Macintosh look like rarer letters, or like accented ones side by side.
    """
    return _ACCENTED.sub("", text).translate(dict.fromkeys(map(ord, _SIGNS))).isascii()


def lines_of_code(source: Source) -> frozenset[int]:
    """The lines of a Markdown file that may hold code: between fences, further in, or with a backtick."""
    found, fence = set(), ""
    for number, line in enumerate(source.lines, 1):
        mark = _FENCE.match(line)
        if fence or mark or "`" in line or line.startswith(("    ", "\t")):
            found.add(number)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
    return frozenset(found)
