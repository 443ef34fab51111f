"""The words that stand for a picture must say what matters in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cbsite.checks.picture_names import is_empty_name
from cbsite.checks.texts import ShownText, shows_texts
from cbsite.diagnostics import Edit, Report, Source, Span
from cbsite.read.entry import Entry
from cbsite.records.common import Item

LONGEST = 250
"""Characters; a screen reader says them in one go, and nobody can go back within them."""

_FEWEST_LETTERS = 3
_NOTHING = frozenset({
    "alt", "alt text", "alternative text", "caption", "chart", "description", "diagram", "drawing", "fig", "figure",
    "graph", "graphic", "icon", "illustration", "image", "img", "infographic", "logo", "map", "photo", "photograph",
    "pic", "picture", "screen shot", "screenshot", "table", "text", "untitled",
})  # fmt: skip
_NUMBERED = re.compile(r"(.*?)(?: ?\d+[a-z]?)?")
_GUESSED = re.compile(
    r"description (?:is )?automatically generated|description generated with", re.I
)
"""What Word adds to words that it has made itself, which nobody may have read."""

_OF_NOTHING = re.compile(r"(?:an?\s+|the\s+)?(?:image|photo|photograph|picture)\s+of\b\s*", re.I)
_ENDING = re.compile(r"\.(?:avif|gif|jpe?g|png|webp)$", re.I)


def check_alt_words(entries: Iterable[Entry], texts: Iterable[ShownText], report: Report) -> None:
    """Report each picture in a text or in front matter whose words say nothing of it (W-ALT)."""
    for source, span, words, file, caption in _pictures(entries, texts):
        _check(source, span, words.strip(), file, caption, report)


def _pictures(
    entries: Iterable[Entry], texts: Iterable[ShownText]
) -> Iterator[tuple[Source, Span, str, str, str]]:
    """Each picture that has words: the place of all of it, or of its words; words, file and caption."""
    for entry in filter(shows_texts, entries):
        image = entry.record.image if isinstance(entry.record, Item) else None
        if image is not None and image.alt:
            span = entry.span("image", "alt")
            yield entry.source, span, image.alt, image.file, image.caption or ""
    for text in texts:
        for link in text.links:
            if link.image and link.words.strip():
                yield text.source, link.span, link.words, link.target, link.title


def _check(source: Source, span: Span, words: str, file: str, caption: str, report: Report) -> None:
    hint = "Say in one sentence what matters in it, for people who cannot see it."
    opening = _OF_NOTHING.match(words)
    edits: tuple[Edit, ...] = ()
    if _GUESSED.search(words):
        message = f"The words for the picture, '{words}', are a guess of Word's."
    elif _says_nothing(words) or _is_name(words, file) or (opening and opening[0] == words):
        message = f"The words for the picture, '{words}', say nothing of it."
    elif sum(map(str.isalpha, words)) < _FEWEST_LETTERS:
        message = f"The words for the picture, '{words}', are too few to say anything."
    elif caption and _plain(words) == _plain(caption):
        message = (
            "The words for the picture are those of its caption, so they would be heard twice."
        )
        hint = "Say here what can be seen, and leave to the caption what it means."
    elif len(words) > LONGEST:
        message = f"The words for the picture have {len(words)} characters, which is too much to hear in one go."
        hint = f"Shorten them to {LONGEST} or fewer, and put the rest into the text."
    elif opening:
        message = f"The words for the picture begin with '{opening[0].strip()}', which is said of every picture."
        hint = "Begin with what can be seen."
        edits = _without(source, span, words, opening.end())
    else:
        return
    report.add("W-ALT", span, message, hint, edits, safe=False)


def _says_nothing(words: str) -> bool:
    """Whether words only say what kind of thing is there, with or without its number: `Figure 1`."""
    plain = _plain(words)
    numbered = _NUMBERED.fullmatch(plain)
    return plain in _NOTHING or (numbered is not None and numbered[1] in _NOTHING)


def _is_name(words: str, file: str) -> bool:
    """Whether words are the name of a file: of this one, or one that a camera or a screen gives."""
    stem = _plain(_ENDING.sub("", file.rpartition("/")[2]))
    made_by_machine = is_empty_name(f"{words}.jpg")
    return made_by_machine or bool(_ENDING.search(words)) or _plain(words) == stem


def _plain(words: str) -> str:
    """Words without capitals, and with one space for each sign."""
    return re.sub(r"[\s_\W]+", " ", words.casefold()).strip()


def _without(source: Source, span: Span, words: str, end: int) -> tuple[Edit, ...]:
    """The edit that takes the opening off, where the words stand on the line as they are."""
    assert span.start
    at = source.line(span.start.line).find(words, span.start.column - 1)
    if at < 0 or end == len(words):
        return ()
    place = source.span(span.start.line, at + 1, span.start.line, at + end + 2)
    return (Edit(place, words[end].upper()),)
