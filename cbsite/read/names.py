"""Which files of `content/` can be published everywhere, by their names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cbsite.diagnostics import printable
from cbsite.names import composed, folded, trouble_with

PICTURES = ("jpg", "jpeg", "png", "gif", "webp", "avif")
DOWNLOADS = (
    "pdf", "csv", "tsv", "txt", "ods", "odt", "odp", "xlsx", "docx", "pptx", "zip", "json", "ics",
    "mp3", "mp4", "webm", "vtt",
)  # fmt: skip
"""With the pictures, all that a text may show or link to: nothing that a browser would run."""

_LITTER = re.compile(r"\..*|~\$.*|.*~|thumbs\.db|desktop\.ini", re.IGNORECASE)


def is_litter(path: str) -> bool:
    """Whether a path is what systems and editors leave behind, such as `Thumbs.db` or `~$plan.docx`."""
    return any(_LITTER.fullmatch(part) for part in path.split("/"))


def name_problem(path: str) -> tuple[str, str] | None:
    """Why a path (with forward slashes) cannot be published, and what to do; None if it can."""
    for part in composed(path).split("/"):
        if found := _part_problem(part):
            return found
    return None


def _part_problem(part: str) -> tuple[str, str] | None:
    shown = printable(part)
    for character in part:
        if not character.isprintable():
            code = f"U+{ord(character):04X}"
            return (
                f"The name '{shown}' holds a character that cannot be seen ({code}).",
                "Type the name afresh.",
            )
    if part.startswith(" "):
        return f"The name '{shown}' starts with a space.", "Take it off."
    if trouble := trouble_with(part):
        return f"The name '{shown}' cannot be published: {trouble.why}.", trouble.mend
    return None


def sort_problem(path: str) -> tuple[str, str] | None:
    """Why a file that is no record cannot be published, by its extension, and what to do.

    Content is not trusted, and a file stands on the site's own origin: a page or script among them
    would run there with all the rights of the site.
    """
    extension = _extension(path)
    if extension in (*PICTURES, *DOWNLOADS):
        return None
    if extension in ("svg", "svgz"):
        return "An SVG picture can hold a script.", "Export it as PNG, and use that."
    what = f"Files that end in .{printable(extension)}" if extension else "Files without an ending"
    return (
        f"{what} cannot be published.",
        f"Save it as a picture ({', '.join(PICTURES)}) or a download ({', '.join(DOWNLOADS)}),"
        " or move it out of content/.",
    )


def is_picture(path: str) -> bool:
    """Whether a path is that of a picture, by its extension."""
    return _extension(path) in PICTURES


def _extension(path: str) -> str:
    _, dot, end = path.rpartition("/")[2].rpartition(".")
    return end.lower() if dot else ""


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
            first = spelt.setdefault(folded(part), part)
            # Of two clashing folders only the folders are named, not all that is in them.
            if first != part and _parent(first) == _parent(part):
                pairs[(first, part)] = None
            end = part.rfind("/")
    return list(pairs)


def _parent(path: str) -> str:
    return path.rpartition("/")[0]
