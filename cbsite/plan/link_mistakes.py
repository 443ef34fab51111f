"""Addresses of links that cannot be right, whatever pages and files there are."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from msgspec.structs import replace

from cbsite.diagnostics import Diagnostic, Edit, Position, diagnose
from cbsite.read.link_marks import CURLY
from cbsite.read.local_paths import is_local, is_preview, is_word_mark, local_words
from cbsite.read.tree import Link

_QUOTES = "".join(map(chr, CURLY)) + "\"'"
_HOST = re.compile(
    r"(?:www\.[\w-]+\.[\w.-]+|(?:[a-z0-9-]+\.)+(?:gov\.uk|org\.uk|co\.uk|ac\.uk|nhs\.uk|police\.uk|com|org|net|wales|scot))"
    r"(?:[/?#:].*)?",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")


def edits_of(link: Link, address: str) -> tuple[Edit, ...]:
    """The edit that gives a link another address, where its own is written beside its words."""
    return (Edit(link.target_span, address),) if link.target_span else ()


def typed(link: Link) -> str:
    """The address as it stands in the file, which may hold escapes; else as it is read."""
    span = link.target_span
    if span and span.start and span.end and span.start.line == span.end.line:
        return span.text[span.start.column - 1 : span.end.column - 1]
    return link.target


def mistake_in(
    link: Link, has_file: Callable[[str], bool], has_page: Callable[[str], bool]
) -> Diagnostic | None:
    """What is wrong with an address by itself, or None.

    `has_file` tells whether a path beside the text is a file, `has_page` whether the site has an address.
    """
    target = link.target
    if is_local(target) or re.match(r"[A-Za-z]:", target):
        return _local(link, has_page)
    if target.startswith("cid:"):
        return diagnose(
            "E-FILE", link.span, "The picture was part of an e-mail, and is not here.",
            "Save it from the e-mail into content/images/ and use it from there.",
        )  # fmt: skip
    if target.strip(_QUOTES) != target:
        return diagnose(
            "E-LINK", link.span, "The address of the link stands in quotes.", "Take the quotes out.",
            edits_of(link, target.strip(_QUOTES)),
        )  # fmt: skip
    if is_word_mark(target):
        return _word_mark(link)
    if "\\" in target:
        return _backslashes(link, has_file)
    if has_file(target):
        return None
    return _no_scheme(link)


def _local(link: Link, has_page: Callable[[str], bool]) -> Diagnostic:
    edits: tuple[Edit, ...] = ()
    message, hint = local_words(typed(link), link.image)
    if is_preview(link.target):
        # The address of a preview: the same page is on the site.
        parts = urlsplit(link.target)
        if not link.image and has_page(parts.path):
            hint = "Use the address of the page within the site."
            edits = edits_of(link, parts.path + (f"#{parts.fragment}" if parts.fragment else ""))
    return diagnose("E-LOCAL", link.span, message, hint, edits, safe=False)


def _word_mark(link: Link) -> Diagnostic:
    span, start, end = link.span, link.span.start, link.span.end
    if not link.words and start and end and start.line == end.line:
        around = span.text[: start.column - 1][-1:] + span.text[end.column - 1 :][:1]
        # Of the two spaces round it one would be left over.
        end = Position(end.line, end.column + 1) if around == "  " else end
    edits = [] if link.image else [Edit(replace(span, end=end), link.words)]
    return diagnose(
        "W-WORD", link.span, f"'{link.target}' is a place that only Word knows.",
        "Link to a heading, such as  #what-was-said  or take the link out.", edits, safe=not link.words,
    )  # fmt: skip


def _backslashes(link: Link, has_file: Callable[[str], bool]) -> Diagnostic:
    path = typed(link).replace("\\", "/")
    return diagnose(
        "E-FILE", link.span, f"'{typed(link)}' is written with backslashes.", "Write the path with / instead.",
        edits_of(link, path), safe=has_file(path),
    )  # fmt: skip


def _no_scheme(link: Link) -> Diagnostic | None:
    if link.image:
        return None
    if _HOST.fullmatch(link.target):
        start, what = "https://", "an address on the web"
    elif _MAIL.fullmatch(link.target):
        start, what = "mailto:", "an e-mail address"
    else:
        return None
    return diagnose(
        "E-LINK", link.span, f"'{link.target}' is read as the name of a file, but looks like {what}.",
        f"Begin it with {start}", edits_of(link, f"{start}{typed(link)}"), safe=False,
    )  # fmt: skip
