"""Addresses, descriptions of pictures, and HTML, as text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import unquote

from markdown_it.token import Token

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)

_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)")
_ANY_TAG = (
    "Use Markdown, such as **bold**. To show the < itself, write \\< or put it between backticks."
)
_TAKE_OUT = "Take the tags out; an empty line begins a new paragraph."
_BY_TAG = {
    **dict.fromkeys(("b", "strong"), "Put ** before and after the words instead."),
    **dict.fromkeys(("i", "em"), "Put * before and after the words instead."),
    "u": "Take the tags out: words that are underlined look like a link. For weight, use **bold**.",
    "br": "Put a backslash at the end of the line instead, or an empty line.",
    "hr": "Write --- on a line of its own instead, with empty lines round it.",
    **dict.fromkeys(("sup", "sub"), "Use the characters themselves, such as m² or CO₂, or write the words out."),
    "a": "Write the link as  [its words](its address)  instead.",
    "img": "Write the picture as  ![what it shows](../images/its-name.png)  instead.",
    **dict.fromkeys(("p", "div", "span", "font", "center"), _TAKE_OUT),
    **dict.fromkeys(("ul", "ol", "li"), "Begin each entry with a hyphen and a space instead."),
    **dict.fromkeys(("table", "tr", "td", "th"), "Write the table with a bar between the cells instead."),
}  # fmt: skip
"""What to write instead of a tag."""


def as_typed(href: str) -> str:
    """An address as people write it: paths without percent codes, all else untouched.

    A path whose decoding would change what it means (a scheme, a `#`) stays as it is.
    """
    if "%" not in href or _SCHEME.match(href) or re.search("%(23|25|3f)", href, re.IGNORECASE):
        return href
    try:
        plain = unquote(href, errors="strict")
    except UnicodeDecodeError:
        return href
    if _SCHEME.match(plain.strip()) or plain.startswith(("//", "\\")) or not plain.isprintable():
        return href
    return plain


def plain_words(tokens: Sequence[Token]) -> str:
    """The words of a picture's description, without marks."""
    words: list[str] = []
    waiting = list(reversed(tokens))
    while waiting:
        token = waiting.pop()
        if token.type == "image":
            waiting.extend(reversed(token.children or []))
        elif token.type in ("softbreak", "hardbreak"):
            words.append(" ")
        elif token.type == "footnote_ref":
            words.append(f"[^{token.meta['label']}]")
        elif token.type != "html_inline" or not is_comment(token.content):
            words.append(token.content)
    return "".join(words)


def html_words(html: str) -> tuple[str, str]:
    """Message and hint for HTML in a text."""
    start = html.strip().split("\n")[0]
    shown = start if len(start) <= 40 else start[:39] + "…"
    return f"{shown} is HTML, which is shown as text here.", _BY_TAG.get(tag_name(html), _ANY_TAG)


def tag_name(html: str) -> str:
    """The name of the first tag, in small letters."""
    found = _TAG.search(html)
    return found[1].lower() if found else ""


def without_comments(html: str) -> str:
    """HTML without its closed comments; by hand, as an expression would be quadratic in `<!--<!--`."""
    kept, at = [], 0
    while (start := html.find("<!--", at)) >= 0 and (end := html.find("-->", start + 2)) >= 0:
        kept.append(html[at:start])
        at = end + 3
    return "".join(kept) + html[at:]


def is_comment(html: str) -> bool:
    """Whether a piece of HTML is a comment and nothing else."""
    return _COMMENT.fullmatch(html) is not None
