"""The words of a link must say where it leads, as many people hear or see links alone, in a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from cbsite.checks.texts import ShownText
from cbsite.diagnostics import Report
from cbsite.library.references import PARAGRAPH, parse_reference
from cbsite.plan.address import Location
from cbsite.plan.links import Target
from cbsite.read.entry import TextKey
from cbsite.read.local_paths import is_word_mark
from cbsite.read.tree import Link

Links = Mapping[TextKey, Mapping[str, Target]]
"""Where each link of each text leads."""

_NOTHING = frozenset({
    "here", "click here", "press here", "see here", "click", "go", "link", "this link", "the link", "links",
    "this", "that", "this page", "this site", "this website", "website", "web page", "page", "more",
    "read more", "see more", "learn more", "find out more", "more information", "more info", "more details",
    "info", "information", "details", "full details", "continue", "continue reading", "download",
    "document", "this document", "file", "this file", "pdf", "word document",
    "this report", "this paper", "this article", "this letter",
    # Welsh
    "yma", "cliciwch yma", "cliciwch", "gweler yma", "pwyswch yma", "dolen", "y ddolen hon",
    "y dudalen hon", "tudalen", "mwy", "rhagor", "darllen mwy", "darllenwch fwy", "gweld mwy", "rhagor o wybodaeth",
    "mwy o wybodaeth", "gwybodaeth", "manylion", "lawrlwytho",
})  # fmt: skip
_CLICK = re.compile(r"(?:click|press|tap) (?:here|on this|this)\b|cliciwch yma\b")
_DO = re.compile(r"^(?:please )?(?:see|read|view|open|download|follow|get)(?: the)? ")
_SIZE = re.compile(r"\b\d+(?:[.,]\d+)? ?(?:[kmg]i?b|bytes|pages?|pp)\b")
_SIGNS = re.compile(r"[^\w\s]+")
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\]]+\]:")
_IN_BRACKETS = (
    "Put the name of what it leads to, or what readers can do there, between the square brackets."
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s/?#]+[/?#]?(\S*)", re.I)


def check_link_words(texts: Iterable[ShownText], links: Links, report: Report) -> None:
    """Report each link whose words do not say where it leads, or lead elsewhere the second time (W-LINKTEXT)."""
    for text in texts:
        met: dict[str, tuple[Link, Location | str]] = {}
        for link in text.links:
            if link.image or _needs_no_words(link) or is_word_mark(link.target):
                continue
            words = link.words.strip()
            if problem := _problem(words):
                report.add("W-LINKTEXT", link.span, problem, _IN_BRACKETS)
            elif _is_long_address(words):
                _address(text, link, report)
            else:
                _same_words(text, link, links, met, report)


def _needs_no_words(link: Link) -> bool:
    """Whether the page itself writes the words, or they are the number of the paragraph that is meant."""
    reference = parse_reference(link.target)
    if reference is not None and (reference.kind == "figure" or not link.words.strip()):
        return True
    to_paragraph = link.target.startswith(f"{PARAGRAPH}:") or "#para-" in link.target
    return to_paragraph and link.words.strip().isdecimal()


def _problem(words: str) -> str | None:
    if not words:
        return "The link has no words."
    plain = " ".join(_SIGNS.sub(" ", _SIZE.sub(" ", words.casefold())).split())
    if plain in _NOTHING or _DO.sub("", plain) in _NOTHING or _CLICK.match(plain):
        return f"The words of the link, '{words}', do not say where it leads."
    if len(words) == 1:
        return f"The words of the link, '{words}', are a single character, which is hard to hit and says nothing."
    return None


def _is_long_address(words: str) -> bool:
    """Whether words are an address with a path; the name of a site alone can be read and heard."""
    address = _ADDRESS.fullmatch(words)
    return bool(address and address[1])


def _address(text: ShownText, link: Link, report: Report) -> None:
    """Report an address that is shown as it is; not one that a paper prints, nor that of a source beside its name."""
    assert link.span.start
    if not text.own or _is_of_source(text, link):
        return
    bare = link.span.text[link.span.start.column - 1] != "["
    report.add(
        "W-LINKTEXT",
        link.span,
        "The words of the link are its address, which is hard to read and to hear.",
        "Write  [its name](its address)  in place of the address alone." if bare else _IN_BRACKETS,
    )


def _is_of_source(text: ShownText, link: Link) -> bool:
    """Whether an address stands in a footnote, or in an entry of a list with other words."""
    assert link.span.start
    line = first = link.span.start.line
    while first > 1 and text.source.line(first).startswith((" ", "\t")):
        first -= 1
    if _FOOTNOTE.match(text.source.line(first)):
        return True
    entries = (passage for passage in text.passages if passage.kind == "entry")
    return any(
        entry.runs[0][1] <= line <= entry.runs[-1][1] and entry.words.strip() != link.words.strip()
        for entry in entries
    )


def _same_words(
    text: ShownText,
    link: Link,
    links: Links,
    met: dict[str, tuple[Link, Location | str]],
    report: Report,
) -> None:
    """Report a link whose words another link of the text has that leads elsewhere."""
    place = links.get(text.key, {}).get(link.target)
    if place is None:
        return
    first, there = met.setdefault(" ".join(link.words.casefold().split()), (link, place))
    if there != place:
        assert first.span.start
        report.add(
            "W-LINKTEXT",
            link.span,
            f"The link on line {first.span.start.line} has the same words, '{link.words}', but leads elsewhere.",
            "Give each of the two its own words.",
        )
