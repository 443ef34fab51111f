"""Colons and hyphens without the space that YAML wants after them."""

from __future__ import annotations

import re

from cbsite.diagnostics import Diagnostic, Edit, Span, diagnose
from cbsite.read.field_names import field_names, list_names
from cbsite.read.yaml_lines import Window, quote
from cbsite.read.yaml_trouble import Trouble

_GLUED = re.compile(r"([ ]*(?:-[ ]+)*)([A-Za-z_]+):([^\s/].*)$")
_GLUED_KEY = re.compile(r"([A-Za-z_]+):(\S.*)")
_HYPHEN = re.compile(r"([ ]*)-([^\s-].*)$")
_FIELD = re.compile(r"([A-Za-z_]+):(?:\s|$)")
_ENTRY = re.compile(r"[ ]*-(?: |$)")
_QUOTED = re.compile(r"\"[^\"\\]*\"|'[^']*'")
_IN_CURLY = re.compile(r"“[^“”\"]*”|‘[^‘’']*’|„[^“”\"]*[“”]")
_SPECIAL = "@`%*&!|>[{]},?#-\"'"
_MOST_LOOKED_AT = 100


def no_space_after_colon(trouble: Trouble) -> Diagnostic | None:
    return next((c for n in trouble.suspects() if (c := glued_on(trouble.window, n))), None)


def glued_on(window: Window, number: int) -> Diagnostic | None:
    """A key and its value without a space between them."""
    match = _GLUED.match(window.line(number))
    if match is None or match[2] in ("http", "https", "mailto"):
        return None
    if match[1].strip() and match[2].lower() not in field_names():
        # An entry such as `- pilot:whole-place-essex` is a reference.
        return None
    if re.search(r":(?:\s|$)", match[3]):
        # The value has a colon of its own, so it needs quotes as well.
        end = number, len(window.line(number).rstrip())
        if cause := glued_key(window, (number, match.start(2)), end, end):
            return cause
    span = window.span(number, match.start(2), number, match.end(2) + 1)
    return _no_space(span, match[2], [Edit(span, f"{match[2]}: ")])


def glued_key(
    window: Window, start: tuple[int, int], key_end: tuple[int, int], end: tuple[int, int]
) -> Diagnostic | None:
    """What YAML takes for the key `title:Essex`, in `title:Essex: whole` or `{title:Essex}`.

    From line and column `start`, from 0, to `key_end`; `end` is where its value ends.
    """
    number, text = start[0], window.line(start[0])
    match = _GLUED_KEY.fullmatch(text[start[1] : key_end[1]])
    if match is None or match[1] not in field_names() or end[0] != number:
        return None
    colon = re.match(r"\s*:", text[end[1] :]) if end == key_end else None
    last = end[1] + (colon.end() if colon else 0)
    value = text[start[1] + match.start(2) : last]
    safe = True
    if _IN_CURLY.fullmatch(value):
        value, safe = quote(value[1:-1]), False
    elif not _QUOTED.fullmatch(value) and (
        re.search(r":(?:\s|$)", value) or value[0] in _SPECIAL or " #" in value
    ):
        safe = value[0] not in _SPECIAL and " #" not in value and not names_field(value)
        value = quote(value)
    span = window.span(number, start[1], number, start[1] + match.start(2))
    typed = text[start[1] + match.start(2) : last]
    before, inside, after = value.partition(typed)
    edits = [Edit(span, f"{match[1]}: {before}")]
    if after:
        edits.append(Edit(window.span(number, last, number, last), after))
    if not inside:
        edits = [Edit(window.span(number, start[1], number, last), f"{match[1]}: {value}")]
    return _no_space(span, match[1], edits, safe)


def names_field(value: str) -> bool:
    """Whether a value holds the name of a field and a colon: perhaps a line break is missing before it."""
    return any(name in field_names() for name in re.findall(r"(\w+):(?:\s|$)", value))


def _no_space(span: Span, key: str, edits: list[Edit], safe: bool = True) -> Diagnostic:
    message = f"There is no space after the colon of '{key}'."
    return diagnose("E-YAML-SPACE", span, message, "Put a space after the colon.", edits, safe)


def no_space_after_hyphen(trouble: Trouble) -> Diagnostic | None:
    """The first of the entries without a space, where the parser stopped at one or right below."""
    window = trouble.window
    for number in trouble.suspects():
        if cause := glued_entry(window, number):
            first = number
            while _HYPHEN.match(window.line(first - 1)) and number - first < _MOST_LOOKED_AT:
                first -= 1
                cause = glued_entry(window, first) or cause
            return cause
    found = (hyphen_before(window, number) for number in trouble.suspects())
    return next((cause for cause in found if cause), None)


def hyphen_before(window: Window, number: int) -> Diagnostic | None:
    """A field with a hyphen before it, among fields that have none."""
    match = _HYPHEN.match(window.line(number))
    field = _FIELD.match(match[2]) if match else None
    if match is None or field is None or field[1] not in field_names():
        return None
    beside = [window.taken_apart(n) for n in (number - 1, window.next_line(number))]
    column = match.end(1)
    if not any(line.key in field_names() and line.key_column == column for line in beside):
        return None
    return diagnose(
        "E-YAML-LINE", window.whole_line(number), f"A hyphen stands before '{field[1]}', which is no entry of a list.",
        "Delete the hyphen.", (Edit(window.span(number, column, number, column + 1), ""),), safe=False,
    )  # fmt: skip


def glued_entry(window: Window, number: int) -> Diagnostic | None:
    """A list entry without a space after its hyphen, if what stands round it shows that it is one."""
    match = _HYPHEN.match(window.line(number))
    if match is None or match[2][0] in "0123456789.":
        return None
    field = _FIELD.match(match[2])
    if field and field[1] not in field_names():
        return None
    column = match.end(1)
    below = window.indent_of(window.next_line(number))
    above = _list_above(window, number, column)
    starts_list = above is None and match[2].startswith("id: ") and below == column + 2
    if above == column or starts_list:
        return _no_space_after_hyphen(window, number, column, column)
    if above is not None and field and above + 1 == column and below == column + 1:
        # One step too far in, so that the words after it stand where they should.
        return _no_space_after_hyphen(window, number, column, above)
    return None


def _list_above(window: Window, number: int, column: int) -> int | None:
    """Where the hyphens stand of the list that a line no further in than `column` would go on or begin."""
    for above in range(number - 1, max(number - _MOST_LOOKED_AT, -1), -1):
        text = window.line(above)
        if not text.strip() or text.lstrip().startswith("#") or window.indent_of(above) > column:
            continue
        if _ENTRY.match(text) or _HYPHEN.match(text):
            return window.indent_of(above)
        line = window.taken_apart(above)
        takes_entries = line.key in list_names() or line.key not in field_names()
        return column if line.key and not line.value and takes_entries else None
    return None


def _no_space_after_hyphen(window: Window, number: int, column: int, meant: int) -> Diagnostic:
    span = window.span(number, column, number, column + 1)
    from_start = window.span(number, meant, number, column + 1)
    return diagnose(
        "E-YAML-HYPHEN", span, "There is no space after the hyphen.", "Put a space after the hyphen.",
        (Edit(from_start, "- "),),
    )  # fmt: skip
