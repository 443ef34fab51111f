"""Which files of `content/` can be published everywhere, by their names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cbsite.diagnostics import printable
from cbsite.names import composed, folded, is_device, trouble_with

PICTURES = ("jpg", "jpeg", "png", "gif", "webp", "avif")
DOWNLOADS = (
    "pdf", "csv", "tsv", "txt", "ods", "odt", "odp", "xlsx", "docx", "pptx", "zip", "json", "ics",
    "mp3", "mp4", "webm", "vtt",
)  # fmt: skip
"""With the pictures, all that a text may show or link to: nothing that a browser would run."""

_LONGEST_PATH = 200
"""Characters of a path in content/: Windows takes 260 in all, and the hub's own folder needs some."""

_LONGEST_STEM, _LONGEST_ENDING = 60, 8
"""Characters of a name that is proposed."""

_USUAL = ("pdf", "docx", "csv", "txt")
"""The downloads that a message names."""

_OTHER_PICTURES = ("heic", "heif", "tif", "tiff", "bmp")
_WORD_PROCESSORS = ("doc", "rtf", "pages", "wps", "wpd", "dot", "docm", "dotx")

_ADVICE = {
    **dict.fromkeys(("xls", "xlsm", "xlsb"), "Open it in Excel, and save it as .xlsx."),
    **dict.fromkeys(("ppt", "pptm", "pps", "ppsx"), "Open it in PowerPoint, and save it as .pptx or PDF."),
    **dict.fromkeys(("msg", "eml"), "Copy its words into a text that ends in .md, or save it as PDF."),
    **dict.fromkeys(("html", "htm", "mht"), "Copy its words into a text that ends in .md."),
    **dict.fromkeys(("bak", "old", "orig", "tmp", "log"), "Delete it, as readers have no use for it."),
    **dict.fromkeys(("lnk", "url", "webloc"), "Delete it, as it only leads to a file or page elsewhere."),
}  # fmt: skip
"""What to do with files of other endings."""

_LITTER = re.compile(r"\..*|~\$.*|.*~|thumbs\.db|desktop\.ini", re.IGNORECASE)


def is_litter(path: str) -> bool:
    """Whether a path is what systems and editors leave behind, such as `Thumbs.db` or `~$plan.docx`."""
    return any(_LITTER.fullmatch(part) for part in path.split("/"))


def name_problem(path: str) -> tuple[str, str] | None:
    """Why a path (with forward slashes) cannot be published, and what to do; None if it can."""
    for part in composed(path).split("/"):
        if why := _part_problem(part):
            better = better_name(part)
            return why, f"Rename it to {better}." if better else "Give it another name."
    if len(path) > _LONGEST_PATH:
        return (
            f"The path has {len(path)} characters, more than the {_LONGEST_PATH} that Windows has room for.",
            "Shorten the names of the file and of its folders.",
        )
    return None


def better_name(part: str) -> str:
    """A name that every system can hold, made of one that some cannot; empty where nothing is left."""
    stem, dot, ending = part.rpartition(".") if part.strip(". ").count(".") else (part, "", "")
    seen = "".join(c for c in stem if c.isprintable())
    held = "".join("-" if trouble_with(f"a{c}a") else c for c in seen)
    kept = re.sub(r"[ -]*-[ -]*", "-", held).strip(". -")[:_LONGEST_STEM].strip(". -")
    if kept and is_device(kept):
        kept = f"{kept}-1"
    ending = re.sub(r"[^A-Za-z0-9]", "", ending)[:_LONGEST_ENDING]
    better = f"{kept}{dot}{ending}".rstrip(".") if kept else ""
    return "" if not better or _part_problem(better) else better


def _part_problem(part: str) -> str | None:
    shown = printable(part)
    for character in "" if part.isprintable() else part:
        if not character.isprintable():
            code = f"U+{ord(character):04X}"
            return f"The name '{shown}' holds a character that cannot be seen ({code})."
    if part.startswith(" "):
        return f"The name '{shown}' starts with a space."
    if trouble := trouble_with(part):
        return f"The name '{shown}' cannot be published: {trouble.why}."
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
    if extension in _WORD_PROCESSORS:
        return (
            f"cbsite reads texts in Markdown, not documents of a word processor (.{extension}).",
            "Copy its text into a file that ends in .md, or save it as PDF to offer it as a download.",
        )
    if extension in _OTHER_PICTURES:
        return (
            f"Not every browser shows pictures that end in .{extension}.",
            "Open it in a picture program, and save it as JPEG or PNG.",
        )
    if not extension:
        return (
            "Files without an ending cannot be published.",
            "Give it the ending that says what it is, such as .pdf, or move it out of content/.",
        )
    return (
        f"Files that end in .{printable(extension)} cannot be published.",
        _ADVICE.get(extension)
        or f"Save it as a picture ({', '.join(PICTURES[:3])}) or a download ({', '.join(_USUAL)}), "
        "or move it out of content/.",
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
