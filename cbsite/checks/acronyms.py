"""Acronyms that nothing explains to readers from outside. Where in doubt, nothing is said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from cbsite.checks.long_forms import spells, stands_beside
from cbsite.checks.remarks import Doubt
from cbsite.checks.texts import ShownText
from cbsite.diagnostics import Diagnostic, diagnose
from cbsite.library.library import Library
from cbsite.read.tree import Passage
from cbsite.records.document import Document
from cbsite.records.glossary import Term
from cbsite.records.hub import Hub
from cbsite.records.organisation import Organisation
from cbsite.records.pilot import Pilot
from cbsite.records.place import Place
from cbsite.records.programme import Programme
from cbsite.records.record import Record
from cbsite.records.source import SourceRecord

# What holds a digit is a grade, a postcode area, a road or another label, and no acronym.
_ACRONYM = re.compile(r"(?<![\w&@/\\#.\u2019'-])([A-Z]{2,6})(s?)(?![\w&@/\\]|\.\w)")
_CAPITALS = re.compile(r"[A-Z][A-Z]")
_ROMAN = re.compile(r"[IVX]+")
_SHOUTING = re.compile(r"[A-Z]+(?: [A-Z]+){2,}\b")
_LAW_REPORT = re.compile(r"[\[(]\d{4}[\])] (?:\d+ )?$")
_YEAR = re.compile(r", (?:19|20)\d\d\)")
"""What follows a publisher's name in a reference: `(London: TSO, 2003)`."""

_SMALL = re.compile(r"\b[a-z]{4,}")

_KNOWN = frozenset({
    "AD", "AGM", "AI", "AIDS", "AM", "AOB", "API", "ASAP", "BA", "BBC", "BC", "BS", "BSI", "CBE", "CC", "CCTV", "CD",
    "CEO", "COVID", "CSS", "CSV", "CV", "DBE", "DC", "DIY", "DNA", "DOCX", "DVD", "DVLA", "EC", "EEC", "EU", "FAO",
    "FAQ", "FM", "FYI", "GB", "GCSE", "GDP", "GIF", "GMT", "GP", "GPS", "HC", "HGV", "HIV", "HL", "HM", "HMRC", "HQ",
    "HR", "HTML", "HTTP", "HTTPS", "ICT", "ID", "IP", "IQ", "ISBN", "ISO", "ISSN", "IT", "ITV", "JP", "JPEG", "JPG",
    "JSON", "KBE", "KC", "LED", "MA", "MBA", "MBC", "MBE", "MEP", "MOT", "MP", "MSP", "NATO", "NB", "NHS", "OBE",
    "ODS", "OFSTED", "OK", "PA", "PC", "PDF", "PE", "PLC", "PM", "PNG", "POBOX", "PR", "PS", "PTO", "QC", "RAF", "RE",
    "RIP", "RSPCA", "RSS", "RSVP", "SI", "SMS", "SVG", "TBA", "TBC", "TBD", "TV", "UK", "UKSC", "UN", "UNESCO", "URL",
    "US", "USA", "USB", "VAT", "VIP", "WC", "WIFI", "WLR", "WWI", "WWII", "XLSX", "XML", "YAML", "ZIP",
})  # fmt: skip
"""What readers of a British public body know, or look up faster elsewhere."""

_SHOUTED = frozenset({
    "ACTION", "AGREE", "AGREED", "ALL", "AN", "AND", "ANNEX", "ANNEXE", "ANY", "ARE", "AS", "AT", "BE", "BOX", "BUT",
    "BY", "CHAIR", "DO", "DRAFT", "EACH", "END", "EXEMPT", "FIGURE", "FOR", "FROM", "HAS", "HE", "HER", "HIS", "IF",
    "IN", "IS", "IT", "ITEM", "ITEMS", "ITS", "KEY", "LOT", "MAP", "MAY", "ME", "MR", "MRS", "MUST", "MY", "NEVER",
    "NEW", "NO", "NOT", "NOTE", "NOTED", "NOTES", "NOW", "OF", "OFF", "OLD", "ON", "ONE", "ONLY", "OR", "OUR", "OUT",
    "PART", "PER", "SAID", "SEE", "SHALL", "SHE", "SO", "STEP", "TABLE", "TEXT", "THAT", "THE", "THEIR", "THIS", "TO",
    "TWO", "UP", "US", "VOTE", "WAS", "WE", "WHO", "WILL", "WITH", "YES", "YOU", "YOUR",
})  # fmt: skip
"""Words in capitals for their weight. Those of four letters and more that a text has in small ones are found too."""


def known_acronyms(library: Library) -> frozenset[str]:
    """Every acronym that readers know, or that the glossary or the name of a record explains."""
    return _KNOWN | _SHOUTED | _named(library)


def doubtful_acronyms(texts: Iterable[ShownText], known: frozenset[str]) -> Iterator[Doubt]:
    """Each acronym in an English text that nothing explains, at its first place (W-ACRONYM).

    The glossary explains it, or the name of a record (`known`), or the text of the record where it first uses
    it; in a paper, whose words nobody may move, any place of it does.
    """
    english = (text for text in texts if text.english)
    for _, own in groupby(english, key=lambda text: text.record):
        yield from _check(tuple(own), known)


def acronyms_left(
    doubts: Sequence[Doubt], texts: Callable[[], Iterable[ShownText]]
) -> Iterator[Diagnostic]:
    """What is to be said all the same: not of words that one of all texts of the hub has in small letters."""
    words = _in_small_letters(text for text in texts() if text.english) if doubts else frozenset()
    return (diagnostic for acronym, diagnostic in doubts if acronym not in words)


def _check(texts: Sequence[ShownText], known: frozenset[str]) -> Iterator[Doubt]:
    """What the texts of one record leave unexplained."""
    first: dict[str, tuple[ShownText, Passage, re.Match[str]]] = {}
    later: dict[str, str] = {}
    explained: set[str] = {
        match[1]
        for match in _ACRONYM.finditer(texts[0].introduction)
        if stands_beside(texts[0].introduction, match)
    }
    for text in texts:
        for index, match in _uses(text, known):
            acronym, passage = match[1], text.passages[index]
            if acronym in explained or acronym in later:
                continue
            said = _is_said(text.passages, index, match)
            is_first = acronym not in first
            if is_first:
                first[acronym] = text, passage, match
            if said and (is_first or passage.kind == "cell"):
                explained.add(acronym)  # a table of terms explains wherever it stands
            elif said:
                at = passage.span(text.source, *match.span()).start
                other = "" if text is first[acronym][0] else f" of {text.source.path}"
                later[acronym] = f"line {at.line if at else 1}{other}"
    for acronym, (text, passage, match) in first.items():
        if acronym not in explained and (text.own or acronym not in later):
            yield acronym, _remark(text, passage, match, later.get(acronym))


def _remark(
    text: ShownText, passage: Passage, match: re.Match[str], later: str | None
) -> Diagnostic:
    shown, span = match[0], passage.span(text.source, *match.span())
    if later:
        message = f"'{shown}' is explained only on {later}."
        hint = f"Write it out here, at its first use, with ({shown}) after it."
    elif text.own and passage.kind != "quotation":
        message = f"Nothing explains '{shown}' to readers who do not know it."
        hint = f"Write it out at its first use, with ({shown}) after it, or add it to data/glossary.yml."
    else:
        message = f"Nothing explains '{shown}' to readers who do not know it."
        hint = (
            "Leave the words as they are, and add it to data/glossary.yml with what it stands for."
        )
    return diagnose("W-ACRONYM", span, message, hint)


def _uses(text: ShownText, known: frozenset[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """Each unknown acronym, with its passage's index; last those of headings and tables, which words below explain."""
    passages = text.passages
    some = [index for index, passage in enumerate(passages) if _CAPITALS.search(passage.words)]
    for index in sorted(some, key=lambda i: passages[i].kind in ("heading", "cell")):
        for match in _acronyms(passages[index]):
            # Two letters in a paper are rather the initials of somebody who was there.
            if match[1] not in known and (text.own or len(match[1]) > 2):
                yield index, match


def _is_said(passages: Sequence[Passage], index: int, match: re.Match[str]) -> bool:
    """Whether the long form is beside an acronym; in a table or a list of terms it has a passage of its own."""
    if stands_beside(passages[index].words, match):
        return True
    alone = passages[index].words.strip() == match[0]
    near = passages[max(index - 1, 0) : index + 2] if alone else ()
    return any(spells(other.words, match[1]) for other in near)


def _acronyms(passage: Passage) -> Iterator[re.Match[str]]:
    """What looks like an acronym; nothing in several words that are all in capitals."""
    words = passage.words
    if words.isupper() and " " in words.strip():
        return
    apart = [*passage.asides, *(match.span() for match in _SHOUTING.finditer(words))]
    for match in _ACRONYM.finditer(words):
        start = match.start()
        if _ROMAN.fullmatch(match[1]) or _LAW_REPORT.search(words[max(start - 12, 0) : start]):
            continue
        if _YEAR.match(words, match.end()) and words.rfind("(", 0, start) > words.rfind(
            ")", 0, start
        ):
            continue
        if not any(begin <= start < end for begin, end in apart):
            yield match


def _in_small_letters(texts: Iterable[ShownText]) -> frozenset[str]:
    """Words in capitals that the texts have in small letters too, so that they are no acronyms."""
    found: set[str] = set()
    for text in texts:
        for passage in text.passages:
            found.update(_SMALL.findall(passage.words))
    return frozenset(word.upper() for word in found if len(word) <= 6)


def _named(library: Library) -> frozenset[str]:
    """Every acronym that the glossary or the name of a record holds."""
    named = (
        words
        for shelf in (library.entries, library.hidden)
        for entry in shelf.values()
        for words in _names(entry.record)
    )
    return frozenset(match[1] for words in named for match in _ACRONYM.finditer(words))


def _names(record: Record) -> Iterator[str]:
    """What readers may know a record by."""
    match record:
        case Term():
            yield from (record.label, record.expand or "", *record.synonyms)
        case Organisation():
            yield from (record.name, *(name.name for name in record.names))
        case Place():
            yield from (record.name, *record.aka)
        case Programme():
            yield from (record.name, *record.names, *(cohort.name for cohort in record.cohorts))
        case Hub() | Pilot():
            yield record.heading
        case Document() | SourceRecord():
            yield from (record.title, record.short_title)
