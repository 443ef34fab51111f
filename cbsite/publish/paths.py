"""Which paths a site may have: those that are one file on every system, inside the site."""

from __future__ import annotations

import unicodedata

_RESERVED = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{device}{number}" for device in ("com", "lpt") for number in "0123456789¹²³"
}
"""What Windows takes for a device, whatever the extension."""

_FORBIDDEN = frozenset('\\:*?"<>|')
_LONGEST = 255


def problem_with(path: str) -> str | None:
    """Why `path` cannot be a file of a site, as the end of a sentence, or None if it can.

    Paths have forward slashes and are relative to the site. What Windows could not hold is refused
    everywhere, so that a site that one computer builds is the site that all build.
    """
    for part in path.split("/"):
        if problem := _problem_with_part(part):
            return problem
    return None


def _problem_with_part(part: str) -> str | None:
    if part in ("", ".", ".."):
        return "it must name a file inside the site, without '.', '..' or an empty part"
    for character in part:
        if character in _FORBIDDEN:
            return f"Windows cannot hold the character {character!r} in a name"
        if unicodedata.category(character) in ("Cc", "Cs"):
            return f"it holds the control character U+{ord(character):04X}"
    if part[-1] in ". ":
        return "Windows drops a full stop or space at the end of a name"
    if part.partition(".")[0].rstrip(" ").lower() in _RESERVED:
        return f"Windows keeps the name '{part}' for a device"
    if len(part.encode("utf-8")) > _LONGEST:
        return f"a name may be at most {_LONGEST} bytes long"
    return None


def folded(path: str) -> str:
    """What two paths have in common when Windows or macOS would take them for one file."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
