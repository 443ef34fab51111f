"""All rules over the words of one record's texts: a function of the record and of what the rules know.

So texts can be looked at side by side, and a text that did not change need not be looked at again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from cbsite.checks.acronyms import acronyms_left, doubtful_acronyms, known_acronyms
from cbsite.checks.alt_words import check_alt_words
from cbsite.checks.annexes import check_annexes
from cbsite.checks.emails import check_emails, office_words
from cbsite.checks.empty_pages import check_empty_pages
from cbsite.checks.headings import check_headings
from cbsite.checks.link_words import Links, check_link_words
from cbsite.checks.reading_ease import check_reading_ease
from cbsite.checks.remarks import Doubt, Knowledge, Remarks
from cbsite.checks.sentences import check_sentences, own_sentences
from cbsite.checks.tables import check_tables
from cbsite.checks.texts import ShownText, is_meant_to_show, shows_texts, texts_of, unread_text
from cbsite.diagnostics import Report
from cbsite.library.library import Library
from cbsite.plan.plan import Plan
from cbsite.ports.workers import Workers
from cbsite.read.entry import Entry, Key, UnreadText
from cbsite.records.common import Item


def knowledge_of(library: Library) -> Knowledge:
    return Knowledge(library.site.language, known_acronyms(library), office_words(library))


def remarks_on(entry: Entry, hidden: bool, links: Links, knowledge: Knowledge) -> Remarks:
    """What there is to say of the texts of a record. Of one that is not published yet, little."""
    own = tuple(texts_of(entry, knowledge.language))
    if hidden:
        return _remarks((), (), own, links, knowledge)
    shown = own if shows_texts(entry) else ()
    return _remarks((entry,), shown, own, links, knowledge)


def remarks_on_unread(text: UnreadText, links: Links, knowledge: Knowledge) -> Remarks:
    """What there is to say of a text of a record whose fields have errors."""
    own = (unread_text(text, knowledge.language),)
    return _remarks((), own if is_meant_to_show(text) else (), own, links, knowledge)


def _remarks(
    entries: Sequence[Entry],
    texts: Sequence[ShownText],
    own: Sequence[ShownText],
    links: Links,
    knowledge: Knowledge,
) -> Remarks:
    report = Report()
    check_alt_words(entries, texts, report)
    check_annexes(entries, report)
    check_emails(own, knowledge.offices, report)
    check_empty_pages(entries, texts, report)
    check_headings(texts, report)
    check_link_words(texts, links, report)
    sentences = own_sentences(texts)
    check_sentences(sentences, report)
    check_reading_ease(sentences, report)
    check_tables(texts, report)
    return Remarks(report.found, tuple(doubtful_acronyms(texts, knowledge.acronyms)))


class TextRules:
    """The rules over the words of a library: a function from the key of a record to what there is to say."""

    def __init__(self, library: Library, plan: Plan, knowledge: Knowledge) -> None:
        self._library, self._links, self._knowledge = library, plan.links, knowledge

    def __call__(self, key: Key) -> Remarks:
        entry = self._library.entries.get(key)
        hidden = entry is None
        return remarks_on(entry or self._library.hidden[key], hidden, self._links, self._knowledge)


KnownRemarks = Callable[[Library, Plan, Knowledge], Mapping[Key, Remarks]]
"""What there is to say of records whose texts need not be looked at."""


def no_remarks(library: Library, plan: Plan, knowledge: Knowledge) -> Mapping[Key, Remarks]:
    """Nothing is known."""
    return {}


def check_texts(
    library: Library,
    plan: Plan,
    workers: Workers,
    report: Report,
    known_remarks: KnownRemarks,
) -> dict[str, Remarks]:
    """Report all there is to say of the words of a hub; it is given back by the path of the file."""
    knowledge = knowledge_of(library)
    known = known_remarks(library, plan, knowledge)
    entries = [*library.entries.values(), *library.hidden.values()]
    with_texts = [entry for entry in entries if entry.texts or isinstance(entry.record, Item)]
    keys = [entry.key for entry in with_texts]
    rules = TextRules(library, plan, knowledge)
    new = iter(workers.map(rules, [key for key in keys if key not in known]))
    said = [known[key] if key in known else next(new) for key in keys]
    unread = [remarks_on_unread(text, plan.links, knowledge) for text in library.unread_texts]
    keep([*said, *unread], lambda: all_texts(library), report)
    return {
        entry.source.path: remarks
        for entry, remarks in zip(with_texts, said, strict=True)
        if remarks
    }


def keep(
    remarks: Iterable[Remarks], texts: Callable[[], Iterable[ShownText]], report: Report
) -> None:
    """Report remarks; `texts` gives all texts of the hub, among which an acronym may be excused."""
    doubts: list[Doubt] = []
    for one in remarks:
        doubts += one.doubts
        for diagnostic in one.found:
            report.keep(diagnostic)
    for diagnostic in acronyms_left(doubts, texts):
        report.keep(diagnostic)


def all_texts(library: Library) -> Iterator[ShownText]:
    """Every text that readers see, or will once the fields above it are right."""
    language = library.site.language
    for entry in filter(shows_texts, library.entries.values()):
        yield from texts_of(entry, language)
    for text in filter(is_meant_to_show, library.unread_texts):
        yield unread_text(text, language)
