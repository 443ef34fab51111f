"""Annexes that a document's text names, and paragraphs that its annexes name: both must be there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from cbsite.diagnostics import Edit, Position, Report, Span, nearest
from cbsite.read.entry import Entry, EntryText
from cbsite.read.tree import Passage, Prose
from cbsite.records.document import Document

_ONE = r"(?:[A-Z]|\d{1,2}|[IVX]{2,4})\b"
_NAMED = re.compile(
    rf"\b(?P<kind>Annexe?|Appendix|ANNEXE?|APPENDIX|annexe?|appendix) (?P<one>{_ONE})"
    rf"|\b(?P<kinds>Annexe?s|Appendi(?:ces|xes)|ANNEXE?S|APPENDI(?:CES|XES)|annexe?s|appendi(?:ces|xes))"
    rf" (?P<list>{_ONE}(?:(?:, (?:and )?| and | & | or | to | ?[-–] ?){_ONE})+)"
)
_IN_LIST = re.compile(rf"(?P<to> to | ?[-–] ?)?\b(?P<one>{_ONE})", re.IGNORECASE)
_OF_ANOTHER = re.compile(
    r"\s*(?:\([^()]{0,80}\)\s*)?[,(]?\s*"
    r"(?:(?i:of)\s+(?!this\b)\S|(?i:to|in|from)\s+(?:the\b|that\b|our\b|their\b|its\b|[A-Z\ufffc]))"
)
"""What follows the name where it is an annex of some other paper: `Annex A of the prospectus`."""

_AFTER_ANOTHER = re.compile(
    r"(?:\((?:[A-Z]\w+ )?(?:19|20)\d\d\)"
    r"|(?<!\bthis )\b(?i:prospectus|guidance|circular|handbook|white paper|green paper))"
    r", (?:at |see )?$"
)
"""What stands before it there: `the prospectus (May 2012), Annex A`."""

_POSSESSIVE = re.compile(r"\w[’']s? $")
"""What stands before it there: `the prospectus's Annex A`."""

_PARTIAL = ("extract", "summary")

_KINDS = {"annex": "annex", "appen": "appendix"}

Name = tuple[str, str]
"""What an annex is called in one form, whatever its spelling: `("annex", "1")`."""


def check_annexes(entries: Iterable[Entry], report: Report) -> None:
    """Report annexes named but not listed (W-ANNEX), and listed as named where there is no paragraph (E-REF)."""
    for entry in entries:
        if isinstance(entry.record, Document):
            _check_text(entry, entry.record, report)
            _check_named_in(entry, entry.record, report)


def _check_text(entry: Entry, record: Document, report: Report) -> None:
    said = set(_listed(entry, record))
    for text in entry.texts:
        links = _links(text.prose)
        for passage in (p for p in text.prose.passages if p.kind != "quotation"):
            for match in _NAMED.finditer(passage.words):
                named = [each for each in _named(match) if each[0] not in said]
                if not named or not _is_own(passage, match):
                    continue
                if _is_linked(
                    links, passage.span(text.source, *match.span()), passage.words[: match.start()]
                ):
                    continue
                for name, (start, end) in named:
                    said.add(name)
                    _report(text, passage.span(text.source, start, end), name, report)


def _report(text: EntryText, span: Span, name: Name, report: Report) -> None:
    shown = f"{name[0].capitalize()} {name[1].upper()}"
    number = _paragraph_at(text.prose, span)
    where = f" at paragraph {number}" if number else ""
    report.add(
        "W-ANNEX",
        span,
        f"{shown} is mentioned{where} but is not here.",
        f"Add it under 'annexes' as {'-'.join(name)}; if the hub does not have it, with 'held: not-held'.",
    )


def _listed(entry: Entry, record: Document) -> Iterator[Name]:
    """The annexes that the document has or says it lacks: listed, under a heading, or among what is unresolved."""
    for annex in record.annexes:
        words = annex.id.replace("-", " ")
        yield from _names(f"{annex.title} {words.capitalize()} Annex {words.upper()}")
    for said in record.unresolved:
        yield from _names(said)
    for text in entry.texts:
        for heading in text.prose.headings:
            yield from _names(heading.words)


def _names(words: str) -> Iterator[Name]:
    for match in re.finditer(_NAMED.pattern, words, re.IGNORECASE):
        yield from (name for name, _ in _named(match))


def _named(match: re.Match[str]) -> Iterator[tuple[Name, tuple[int, int]]]:
    """What one mention names, with its place: `Annexes A to C` are three."""
    kind = _KINDS[(match["kind"] or match["kinds"])[:5].lower()]
    if match["one"]:
        yield (kind, match["one"].lower()), match.span()
        return
    before = ""
    for each in _IN_LIST.finditer(match.string, *match.span("list")):
        labels = _from_to(before, each["one"]) if each["to"] else [each["one"]]
        yield from (((kind, label.lower()), each.span("one")) for label in labels)
        before = each["one"]


def _from_to(first: str, last: str) -> list[str]:
    """The labels after one up to another."""
    if first.isdigit() and last.isdigit():
        return [str(number) for number in range(int(first) + 1, int(last) + 1)]
    if len(first) == len(last) == 1:
        return [chr(code) for code in range(ord(first) + 1, ord(last) + 1)]
    return [last]


def _is_own(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a name is that of an annex of this document, and no plain words (`annex A building`)."""
    words, (start, end) = passage.words, match.span()
    if any(a <= start < b for a, b in passage.asides):
        return False
    if match[0][0].islower() and not (match["one"] or match["list"])[0].isdigit():
        return False
    if _OF_ANOTHER.match(words, end):
        return False
    return not (
        _POSSESSIVE.search(words[:start][-4:]) or _AFTER_ANOTHER.search(words[:start][-40:])
    )


def _is_linked(links: Sequence[tuple[Position, Position]], span: Span, before: str) -> bool:
    """Whether a place is inside one of the links (in order), or stands after one and a comma."""
    if not span.start:
        return True
    at = bisect_right(links, span.start, key=lambda link: link[0]) - 1
    if at < 0:
        return False
    end = links[at][1]
    comma = replace(span.start, column=max(span.start.column - 2, 1))
    return span.start < end or (before.endswith(", ") and end == comma)


def _links(prose: Prose) -> list[tuple[Position, Position]]:
    spans = (link.span for link in prose.links)
    return sorted((span.start, span.end) for span in spans if span.start and span.end)


def _paragraph_at(prose: Prose, span: Span) -> str:
    """The number of the paragraph that a place is in, empty where there are none."""
    before = [
        n.number
        for n in prose.numbers
        if n.span.start and span.start and n.span.start <= span.start
    ]
    return before[-1] if before else ""


def _check_named_in(entry: Entry, record: Document, report: Report) -> None:
    """Numbers of paragraphs only, and of a paper that the hub has as a whole."""
    if not record.has_numbered_paragraphs or record.held in _PARTIAL:
        return
    numbers = [number.number for text in entry.texts for number in text.prose.numbers]
    for index, annex in enumerate(record.annexes):
        named = annex.named_in or ""
        if numbers and named[:1].isdigit() and named not in numbers:
            close = nearest(named, numbers)
            span = entry.span("annexes", index, "named_in").of(named)
            report.add(
                "E-REF",
                span,
                f"The document has no paragraph {named}, which is to name the annex '{annex.title}'.",
                "Write the number of the paragraph that names it, as the paper prints it.",
                (Edit(span, close),) if close else (),
                safe=False,
            )
