"""Addresses that lead nobody but their author anywhere: files of one computer, and ways round."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

_LOCAL = re.compile(
    r"[A-Za-z]:(?:[\\/]|%5C|$)|file:|\\{1,2}[\w.$-]+\\|~[\\/]|(?-i:/Users/|/Volumes/)\w",
    re.IGNORECASE,
)
_PREVIEW = re.compile(r"https?://(?:localhost|127\.0\.0\.1|\[::1\])(?=[:/?#]|$)", re.IGNORECASE)
_OFFICE = re.compile(
    r"https?://(?:[a-z][\w-]*|10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2})"
    r"(?=[:/?#]|$)",
    re.IGNORECASE,
)
"""Names without a dot, and numbers that are kept for the networks of offices."""

_WORD_MARK = re.compile(r"#_(?:Toc|Ref|Hlk|GoBack)\w*", re.IGNORECASE)
_PARAMETERS = {"safelinks.protection.outlook.com": "url", "www.google.com": "q", "google.com": "q"}
"""Hosts that only lead on to another address, and the part of their address that holds it."""


def is_local(address: str) -> bool:
    """Whether an address is a place on a computer or a council's own drive."""
    return any(pattern.match(address) for pattern in (_LOCAL, _PREVIEW, _OFFICE))


def is_preview(address: str) -> bool:
    """Whether an address is that of a site on the author's own computer."""
    return _PREVIEW.match(address) is not None


def local_words(address: str, image: bool = False) -> tuple[str, str]:
    """Message and hint for an address on a computer or inside an office."""
    what = "picture is at" if image else "link leads to"
    if is_preview(address):
        return (
            f"The {what} '{address}', which only your own computer can open.",
            "Use the address that readers will have, or a path such as  ../pages/about.md",
        )
    if _OFFICE.match(address):
        return (
            f"The {what} '{address}', which can be opened only inside your office.",
            "Use the address that readers will have, or take the link out.",
        )
    if image:
        example = "Put the picture into content/images/ and show it from there, such as  ../images/map.png"
    else:
        example = (
            "Put the file into content/files/ and link to it there, such as  ../files/report.pdf"
        )
    return f"The {what} '{address}', a file that readers cannot open.", example


def is_word_mark(address: str) -> bool:
    """Whether an address is a place that Word has made for itself, as for its table of contents."""
    return _WORD_MARK.match(address) is not None


def leads_on_to(address: str) -> str | None:
    """The address that Outlook or Google put into one of its own, or None."""
    if "safelinks" not in address and "google" not in address:
        return None
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
        asked = parse_qs(parts.query)
    except ValueError:
        return None
    if host.endswith(".safelinks.protection.outlook.com"):
        host = "safelinks.protection.outlook.com"
    if host not in _PARAMETERS or ("google" in host and parts.path != "/url"):
        return None
    name = _PARAMETERS[host]
    target = next(iter(asked.get(name, asked.get("url", []))), "")
    for sign in " ()":  # which end an address in Markdown
        target = target.replace(sign, f"%{ord(sign):02X}")
    return target if re.fullmatch(r"https?://[^\s<>()\x00-\x1f]+", target) else None
