"""Pictures still called what a camera, a phone or a screen called them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from cbsite.diagnostics import Report, Span
from cbsite.library.library import Library
from cbsite.names import composed
from cbsite.plan.address import Location
from cbsite.plan.plan import Plan
from cbsite.read.names import is_picture
from cbsite.records.common import Item
from cbsite.records.fields import suggest_slug

_MADE_BY_MACHINE = re.compile(
    r"(img|dsc[fn]?|pict|p|mvimg|pxl|image|photo|picture|scan|untitled|unnamed|screenshot|screen shot|whatsapp image|"
    r"signal|fb_img|received|snapchat|clip_image|bild|foto)?"
    r"(?:at|wa|copy|edited|[\d _.()~-])*",
    re.IGNORECASE,
)  # fmt: skip
_WORDS_IN_NAME = 5
_JOINING = (
    "a",
    "an",
    "and",
    "at",
    "by",
    "for",
    "from",
    "in",
    "of",
    "on",
    "or",
    "the",
    "to",
    "with",
)
"""Words that no name should end with."""


def check_picture_names(library: Library, plan: Plan, report: Report) -> None:
    """Advise on each picture in use whose name says nothing (I-FILENAME), with a name from its words."""
    machine = [path for path in plan.files if is_picture(path) and is_empty_name(path)]
    if not machine:
        return
    words = _words(library, plan)
    for path in machine:
        name = path.rpartition("/")[2]
        better = _better(words.get(composed(path), ""), name)
        report.add(
            "I-FILENAME",
            Span(f"content/{path}"),
            f"The name '{name}' says nothing of the picture.",
            f"Rename it to {better}, and write that name where the picture is used.",
        )


def is_empty_name(path: str) -> bool:
    """Whether the name of a file is one that a machine gave it."""
    stem = path.rpartition("/")[2].rpartition(".")[0]
    return bool(stem) and _MADE_BY_MACHINE.fullmatch(stem) is not None


def _words(library: Library, plan: Plan) -> dict[str, str]:
    """The words for each picture where it is first used, by its path."""
    found: dict[str, str] = {}
    for location, words in _used(library, plan):
        if isinstance(location, Location):
            found.setdefault(location.address, words)
    return {composed(path): found.get(quote(address), "") for path, address in plan.files.items()}


def _used(library: Library, plan: Plan) -> Iterator[tuple[object, str]]:
    """Where each picture of a text or of the front matter stands on the site, and the words for it."""
    for entry in library.entries.values():
        for text in entry.texts:
            targets = plan.links.get(text.key, {})
            yield from (
                (targets.get(link.target), link.words) for link in text.prose.links if link.image
            )
        if isinstance(entry.record, Item) and (image := entry.record.image):
            yield plan.links.get(entry.key, {}).get(image.file), image.alt


def _better(words: str, name: str) -> str:
    parts = suggest_slug(words).split("-")[:_WORDS_IN_NAME]
    while parts and parts[-1] in _JOINING:
        parts.pop()
    return f"{'-'.join(parts) or 'what-it-shows'}.{name.rpartition('.')[2].lower()}"
