"""Names of files: which every system can hold, and which two some system takes for one.

The one place that knows. Ids, files in `content/`, addresses, the files of a site and the preview
all ask here, so that a site that one computer builds is the site that all build.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import msgspec

_DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{device}{number}" for device in ("com", "lpt") for number in "0123456789¹²³"
}
_FORBIDDEN = frozenset('\\:*?"<>|')
_LONGEST = 255


class Trouble(msgspec.Struct, frozen=True):
    """Why some system cannot hold a name (`why`, the end of a sentence), and what to do (`mend`)."""

    why: str
    mend: str


def is_device(name: str) -> bool:
    """Whether Windows takes `name` for a device, whatever its capitals and extension: `Aux.txt`."""
    return name.partition(".")[0].rstrip(" ").lower() in _DEVICES


@lru_cache(maxsize=4096)
def trouble_with(name: str) -> Trouble | None:
    """What some system has against `name`, one part of a path without slashes; None if nothing."""
    if name in ("", ".", ".."):
        return Trouble(
            "it must name a file inside the site, without '.', '..' or an empty part",
            "Give it a name.",
        )
    for character in name if _looks_odd(name) else "":
        if character in _FORBIDDEN:
            return Trouble(
                f"Windows cannot hold the character {character!r} in a name",
                f"Take the {character} out.",
            )
        if unicodedata.category(character) in ("Cc", "Cs"):
            return Trouble(
                f"it holds the control character U+{ord(character):04X}", "Type the name afresh."
            )
    if name[-1] in ". ":
        return Trouble("Windows drops a full stop or space at the end of a name", "Take it off.")
    if is_device(name):
        device = name.partition(".")[0].rstrip(" ")
        return Trouble(f"Windows keeps the name '{device}' for a device", "Give it another name.")
    if len(name.encode("utf-8")) > _LONGEST:
        return Trouble(f"a name may be at most {_LONGEST} bytes long", "Shorten it.")
    return None


def _looks_odd(name: str) -> bool:
    """Whether a name is worth a look at each of its characters."""
    return not name.isprintable() or not _FORBIDDEN.isdisjoint(name)


def problem_with(path: str) -> str | None:
    """Why `path` cannot be a file of a site, as the end of a sentence, or None if it can.

    Paths have forward slashes and are relative to the site. What Windows could not hold is refused
    everywhere.
    """
    found = next(filter(None, map(trouble_with, path.split("/"))), None)
    return found.why if found else None


def composed(text: str) -> str:
    """The text with accents stored in one way (NFC), as macOS may split them."""
    return unicodedata.normalize("NFC", text)


def folded(path: str) -> str:
    """What two paths have in common when Windows or macOS would take them for one file."""
    if path.isascii():
        return path.lower()
    return composed(composed(path).casefold())
