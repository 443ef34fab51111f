"""Links in prose that Markdown does not take for links, because of one wrong character."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from cbsite.diagnostics import Edit, Report, Source, nearest
from cbsite.read.inline_words import as_typed
from cbsite.read.local_paths import is_local, local_words
from cbsite.read.stretches import Stretch
from cbsite.read.tree import Link
from cbsite.records.kinds import BY_NAME

CURLY = str.maketrans("“”„‟‘’‚‛", "\"\"\"\"''''")
"""Quotes that word processors make, and those that addresses and attributes have."""

MOST_LABELS = 200
"""Labels among which the nearest is looked for."""

_WORDS = r"\[([^\[\]\0]{1,300})\]"
_BY_LABEL = re.compile(rf"(?<![\w\]\0)])(!?){_WORDS}\[([^\[\]\0^]{{0,300}})\](?![\[(:])")
_GAP = re.compile(rf"(?<![\w\]\0])!?{_WORDS}([ \t]+)\(([^()\s\0]{{1,500}})\)")
_SPACED = re.compile(rf"(?<![\\\0])!?{_WORDS}\(((?:[^()\n\0]|\([^()\n\0]*\)){{1,500}})\)")
_REVERSED = re.compile(r"(?<![\w\]\0])\(([^()\[\]\0]{1,300})\)\[([^\[\]\s\0]{1,500})\]")
_TITLED = re.compile(r"(\S+)([ \t]+)([“”„‘’])([^“”„‘’]*)([“”„‘’])")
_DEFINITION = re.compile(r"^[ >]{0,12}\[([^\[\]^][^\[\]]*)\]:", re.MULTILINE)
_UNCLOSED = re.compile(
    rf"(?<![\\\0])!?{_WORDS}\(([^()\s\0]{{1,500}}?)(?=[.,;:!?]?(?:\s|$))(?![^\n)]{{0,500}}\))"
)
_KINDS = "|".join(map(re.escape, (*BY_NAME, "paragraph")))
_KIND_AND_SPACE = re.compile(rf"((?:{_KINDS}):) +([\w.#-]+)", re.IGNORECASE)
_TELEPHONE = re.compile(r"\+?[0-9][0-9 ]{6,18}")
_ADDRESS = re.compile(
    rf"(?:https?://|www\.|mailto:|\.{{0,2}}/|#[\w-]|(?:{_KINDS}):)\S"
    r"|[\w./%~-]+\.(?:md|pdf|docx?|xlsx?|pptx?|csv|png|jpe?g|webp|odt|ods|txt|zip|html?)(?:#\S*)?$",
    re.IGNORECASE,
)
_FILE_ENDING = re.compile(r"\.\w{2,5}(?:#\S*)?$|/|^#")


def labels_in(source: Source, references: Mapping[str, object]) -> tuple[str, ...]:
    """The labels that lines such as `[label]: address` define, as typed; `references` are all of them."""
    typed = dict.fromkeys(" ".join(found[1].split()) for found in _DEFINITION.finditer(source.text))
    return tuple(label for label in typed if label.upper() in references)[:MOST_LABELS]


def report_link_marks(stretch: Stretch, labels: Sequence[str], report: Report) -> None:
    """Report what is nearly a link; `labels` are those that the text defines."""
    plain = stretch.plain
    if "](" in plain or "] " in plain:
        _report_gaps(stretch, plain, report)
        _report_spaces(stretch, plain, report)
        _report_unclosed(stretch, plain, report)
    if "][" in plain:
        _report_labels(stretch, plain, labels, report)
    if ")[" in plain:
        _report_reversed(stretch, plain, report)


def _report_gaps(stretch: Stretch, plain: str, report: Report) -> None:
    for found in _GAP.finditer(plain):
        if _ADDRESS.match(found[3]):
            report.add(
                "E-LINK", stretch.span(*found.span()), "A space stands between ] and (, so this is no link.",
                "Take the space out.", [Edit(stretch.span(*found.span(2)), "")], safe=False,
            )  # fmt: skip


def _report_spaces(stretch: Stretch, plain: str, report: Report) -> None:
    for found in _SPACED.finditer(plain):
        typed = stretch.content[found.start(2) : found.end(2)]
        address = typed.strip()
        span, place = stretch.span(*found.span()), stretch.span(*found.span(2))
        titled = _TITLED.fullmatch(address)
        if is_local(address):
            report.add("E-LOCAL", span, *local_words(address, found[0].startswith("!")))
        elif titled and _looks_like_address(titled[1]):
            right = f'{titled[1]} "{titled[4]}"'
            report.add(
                "E-LINK", span, "The title of the link stands in curly quotes, so this is no link.",
                "Use straight quotes.", [Edit(place, right)], safe=False,
            )  # fmt: skip
        elif reference := _KIND_AND_SPACE.fullmatch(address):
            report.add(
                "E-LINK", span, f"A space stands after {reference[1]} so this is no link.", "Take the space out.",
                [Edit(place, reference[1] + reference[2])], safe=False,
            )  # fmt: skip
        elif " " in address and _TELEPHONE.fullmatch(address):
            report.add(
                "E-LINK", span, f"The telephone number '{address}' has spaces in it, so this is no link.",
                "Begin it with tel: and write it without spaces.",
                [Edit(place, f"tel:{address.replace(' ', '')}")], safe=False,
            )  # fmt: skip
        elif " " in address and '"' not in address and _looks_like_address(address):
            report.add(
                "E-LINK", span, f"The address '{address}' has spaces in it, so this is no link.",
                "Put the address between < and >.", [Edit(place, f"<{address}>")], safe=False,
            )  # fmt: skip


def _report_unclosed(stretch: Stretch, plain: str, report: Report) -> None:
    for found in _UNCLOSED.finditer(plain):
        if _looks_like_address(found[2]):
            end = stretch.span(found.end(2), found.end(2))
            report.add(
                "E-LINK", stretch.span(*found.span()), "The address is not closed, so this is no link.",
                "Put ) after the address.", [Edit(end, ")")], safe=False,
            )  # fmt: skip


def report_hidden_lines(
    source: Source, references: Mapping[str, object], links: Sequence[Link], report: Report
) -> None:
    """Report words that Markdown takes for the address behind a label, so that nobody sees them."""
    targets = {link.target for link in links}
    for definition in references.values():
        if not isinstance(definition, dict) or "map" not in definition:
            continue
        href = str(definition["href"])
        number = definition["map"][0] + 1
        line = source.line(number)
        if href in targets or _looks_like_address(as_typed(href)) or ":" in href:
            continue
        at = line.find("[") + 1
        report.add(
            "W-MARKDOWN", source.whole_line(number),
            "The line is taken for the address of links, so readers do not see it.",
            "Put a backslash before the [ if it is part of the text.",
            [Edit(source.span(number, at, number, at), "\\")] if at else [], safe=False,
        )  # fmt: skip


def _looks_like_address(words: str) -> bool:
    return bool(_ADDRESS.match(words) or _FILE_ENDING.search(words))


def _report_labels(stretch: Stretch, plain: str, labels: Sequence[str], report: Report) -> None:
    for found in _BY_LABEL.finditer(plain):
        label = found[3] or found[2]
        span = stretch.span(*found.span())
        if found[3] and _ADDRESS.match(found[3]):
            place = stretch.span(found.start(3) - 1, found.end(3) + 1)
            report.add(
                "E-LINK", span, "The address stands in square brackets, so this is no link.",
                "Put it in round brackets.", [Edit(place, f"({found[3]})")], safe=False,
            )  # fmt: skip
            continue
        near = nearest(label, labels)
        place = stretch.span(found.start(3), found.end(3))
        report.add(
            "E-LINK", span, f"No line says where [{label}] leads.",
            "Correct the name." if near else f"Write the address on a line of its own:  [{label}]: https://...",
            [Edit(place, near)] if near else [], safe=False,
        )  # fmt: skip


def _report_reversed(stretch: Stretch, plain: str, report: Report) -> None:
    for found in _REVERSED.finditer(plain):
        if _ADDRESS.match(found[2]):
            span = stretch.span(*found.span())
            report.add(
                "E-LINK", span, "The brackets are the wrong way round, so this is no link.",
                "Put the words in square brackets and the address in round ones.",
                [Edit(span, f"[{found[1]}]({found[2]})")], safe=False,
            )  # fmt: skip
