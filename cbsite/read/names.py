"""Which names of files and folders can be published everywhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_WINDOWS = re.compile(r"(con|prn|aux|nul|(com|lpt)[1-9¹²³])(\..*)?", re.IGNORECASE)
_FORBIDDEN = '<>:"|?*\\'
_LITTER = re.compile(r"\..*|~\$.*|.*~|thumbs\.db|desktop\.ini", re.IGNORECASE)


def is_litter(path: str) -> bool:
    """Whether a path is what systems and editors leave behind, such as `Thumbs.db` or `~$plan.docx`."""
    return any(_LITTER.fullmatch(part) for part in path.split("/"))


def name_problem(path: str) -> tuple[str, str] | None:
    """Why a path (with forward slashes) cannot be published, and what to do; None if it can."""
    for part in path.split("/"):
        if found := _part_problem(part):
            return found
    return None


def _part_problem(part: str) -> tuple[str, str] | None:
    shown = printable(part)
    if _WINDOWS.fullmatch(part):
        return f"Windows keeps the name '{shown}' for itself.", "Give it another name."
    for character in part:
        if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
            code = f"U+{ord(character):04X}"
            return (
                f"The name '{shown}' holds a character that cannot be seen ({code}).",
                "Type the name afresh.",
            )
        if character in _FORBIDDEN:
            return (
                f"Windows does not allow {character} in the name '{shown}'.",
                f"Take the {character} out.",
            )
    if part.endswith((".", " ")) or part.startswith(" "):
        return f"The name '{shown}' starts or ends with a space or full stop.", "Take it off."
    return None


def same_names(paths: Iterable[str]) -> list[tuple[str, str]]:
    """Pairs of files or folders that differ only in capitals or in how accents are stored.

    Windows and macOS take the two for one, so one would overwrite the other.
    """
    spelt: dict[str, str] = {}
    pairs: dict[tuple[str, str], None] = {}
    for path in paths:
        end = len(path)
        while end > 0:
            part = path[:end]
            first = spelt.setdefault(_folded(part), part)
            # Of two clashing folders only the folders are named, not all that is in them.
            if first != part and _parent(first) == _parent(part):
                pairs[(first, part)] = None
            end = part.rfind("/")
    return list(pairs)


def composed(text: str) -> str:
    """The text with accents stored in one way (NFC), as macOS may split them."""
    return unicodedata.normalize("NFC", text)


def printable(text: str) -> str:
    """The text with what cannot be seen written out, such as `<U+202E>`."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in text)


def _folded(path: str) -> str:
    return composed(composed(path).casefold())


def _parent(path: str) -> str:
    return path.rpartition("/")[0]
