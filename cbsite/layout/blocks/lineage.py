"""Lineage drawn: what came before and beside what, as a list with lines down its left, like a map of a railway.

Each row has a mark; lines run beside the marks. All lines that end at one row and are of one sort share a
rail, so a rail belongs to the later row that it leads into. Rails that would lie over one another stand side
by side; where there would be too many, the longest are left to the words of the rows, which say all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cbsite.layout.parts.cohorts import cohort_words
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.states import programme_state
from cbsite.layout.parts.wording import label, row, when
from cbsite.layout.values import Kin, Lineage, Rail, Tie, Words
from cbsite.library.library import Library
from cbsite.records.programme import Cohort, Programme, Relation

_MOST = 6
"""Rails side by side; more would leave no room for words on a phone."""

_LARGEST = 60
"""Rows of a drawing; where more are related, the pages of each say so in words."""

_GAP = 16
"""From rail to rail, in CSS pixels."""

_EDGE = 11
"""From the edge of the drawing to the middle of a mark or rail."""


@dataclass(frozen=True, slots=True)
class Line:
    """A relation: from the earlier row to the later, both by id."""

    earlier: str
    later: str
    dashed: bool = False


def in_time(dates: Mapping[str, str], lines: Sequence[Line]) -> tuple[str, ...]:
    """The ids of `dates` so that what follows stands after what it follows, else by date (ISO text, "" unknown).

    What has no date takes that of the first that follows it; of one date, the order stays. In a circle, the
    earliest goes first.
    """
    before: dict[str, set[str]] = {id: set() for id in dates}
    keys = {id: date or "9999" for id, date in dates.items()}
    for line in lines:
        if not line.dashed and line.earlier != line.later:
            before[line.later].add(line.earlier)
            if not dates[line.earlier] and dates[line.later]:
                keys[line.earlier] = min(keys[line.earlier], dates[line.later])
    order: list[str] = []
    while before:
        free = [id for id, ids in before.items() if not ids] or list(before)
        first = min(free, key=keys.__getitem__)
        order.append(first)
        del before[first]
        for ids in before.values():
            ids.discard(first)
    return tuple(order)


def rails(order: Sequence[str], lines: Sequence[Line]) -> tuple[tuple[tuple[Rail, ...], ...], int]:
    """The rails of each row, with `x` as the number of the rail from the marks outward; and how many there are."""
    place = {id: number for number, id in enumerate(order)}
    into: dict[tuple[int, bool], set[int]] = {}
    for line in lines:
        if line.dashed:
            first, last = sorted((place[line.earlier], place[line.later]))
        else:
            first, last = place[line.earlier], place[line.later]
        if first < last:
            into.setdefault((last, line.dashed), set()).add(first)
    taken: list[list[tuple[int, int]]] = []
    found: list[list[Rail]] = [[] for _ in order]
    short_first = sorted(
        into.items(), key=lambda item: (item[0][0] - min(item[1]), item[0][0], item[0][1])
    )
    for (last, dashed), firsts in short_first:
        span = min(firsts), last
        number = _free(taken, span)
        if number is None:
            continue
        for at in range(span[0], last):
            if at > span[0]:
                found[at].append(Rail(number, "through", dashed))
            if at in firsts:
                found[at].append(Rail(number, "out", dashed))
        found[last].append(Rail(number, "into", dashed))
    return tuple(tuple(row) for row in found), len(taken)


def _free(taken: list[list[tuple[int, int]]], span: tuple[int, int]) -> int | None:
    """The nearest rail that is free from the first row to the last, which is then taken; None for none."""
    for number, spans in enumerate(taken):
        if all(span[1] < first or last < span[0] for first, last in spans):
            spans.append(span)
            return number
    if len(taken) == _MOST:
        return None
    taken.append([span])
    return len(taken) - 1


def _drawn(
    text: str,
    order: Sequence[str],
    lines: Sequence[Line],
    rows: Mapping[str, Kin],
) -> Lineage:
    found, count = rails(order, lines)
    node = _EDGE + count * _GAP
    placed = tuple(
        Kin(
            rows[id].name,
            rows[id].state,
            rows[id].rows,
            rows[id].ties,
            tuple(Rail(node - (r.x + 1) * _GAP, r.part, r.dashed) for r in own),
            rows[id].here,
        )
        for id, own in zip(order, found, strict=True)
    )
    return Lineage(text, node + _EDGE, node, placed)


def programme_lineage(context: Context, about: Programme | None = None) -> tuple[Lineage, ...]:
    """The programmes that follow or compete with others; with `about`, those that lead to it or from it.

    Nothing where no two are related.
    """
    programmes, lines = context.library.once(_relations)
    if about is not None:
        near = _near(about.id, lines)
        lines = tuple(line for line in lines if {line.earlier, line.later} <= near)
    shown = {id for line in lines for id in (line.earlier, line.later)}
    if not shown or len(shown) > _LARGEST:
        return ()
    dates = {id: _first_date(programmes[id]) for id in programmes if id in shown}
    kin = {id: _programme(context, programmes, id, about) for id in dates}
    text = "The earliest stand at the top. A solid line leads down to what followed"
    if any(line.dashed for line in lines):
        text += "; a dashed line joins two that compete"
    return (_drawn(f"{text}.", in_time(dates, lines), lines, kin),)


def _relations(library: Library) -> tuple[Mapping[str, Programme], tuple[Line, ...]]:
    """All programmes by id, and how they are related."""
    programmes = {programme.id: programme for programme in library.records(Programme)}
    return programmes, _lines(programmes)


def _lines(programmes: Mapping[str, Programme]) -> tuple[Line, ...]:
    follows = [
        Line(earlier, id)
        for id, programme in programmes.items()
        for earlier in (one.id for one in programme.follows)
        if earlier in programmes and earlier != id
    ]
    competes = {
        (min(id, other), max(id, other)): None
        for id, programme in programmes.items()
        for other in (one.id for one in programme.competes_with)
        if other in programmes and other != id
    }
    return (*dict.fromkeys(follows), *(Line(*pair, dashed=True) for pair in competes))


def _near(id: str, lines: Sequence[Line]) -> set[str]:
    """What leads to `id` and from it, however far, and what competes with it."""
    near = {id}
    for come, go in (("later", "earlier"), ("earlier", "later")):
        waiting, seen = [id], {id}
        while waiting:
            here = waiting.pop()
            for line in lines:
                other = getattr(line, go)
                if not line.dashed and getattr(line, come) == here and other not in seen:
                    seen.add(other)
                    waiting.append(other)
        near |= seen
    beside = (line for line in lines if line.dashed and id in (line.earlier, line.later))
    return near | {other for line in beside for other in (line.earlier, line.later)}


def _first_date(programme: Programme) -> str:
    """The first day that a source gives for the programme, as ISO text; empty for none."""
    return min((phase.date.sort_key for phase in programme.phases if phase.date.bounds), default="")


def _programme(
    context: Context, programmes: Mapping[str, Programme], id: str, about: Programme | None
) -> Kin:
    record = programmes[id]
    dated = sorted(
        (phase for phase in record.phases if phase.date.bounds), key=lambda p: p.date.sort_key
    )
    return Kin(
        context.link_to("programme", id),
        programme_state(record),
        (
            *row(
                label(dated[0].phase) if dated else "", when(dated[0].date).text if dated else None
            ),
        ),
        tuple(_ties(context, programmes, record)),
        (),
        about is not None and id == about.id,
    )


def _ties(
    context: Context, programmes: Mapping[str, Programme], record: Programme
) -> Iterator[Tie]:
    """Each relation of a programme that its row tells of, whichever of the two says that they compete."""
    for one in record.follows:
        if one.id in programmes and one.id != record.id:
            yield _tie(context, "Follows", programmes[one.id], (one,))
    rivals = {one.id for one in record.competes_with}
    rivals |= {p.id for p in context.library.having(Programme, "competes_with.id", record.id)}
    for id in sorted(rivals & programmes.keys() - {record.id}):
        yield _tie(context, "Competes with", programmes[id], rivalry(record, programmes[id]))


def _tie(context: Context, term: str, other: Programme, said: tuple[Relation, ...]) -> Tie:
    notes = dict.fromkeys(one.note for one in said if one.note)
    sources = dict.fromkeys(context.cite(one.source) for one in said if one.source)
    return Tie(term, other.name, " ".join(notes), tuple(sources))


def rivalry(one: Programme, other: Programme) -> tuple[Relation, ...]:
    """What is said of two programmes that compete, on the page of either; empty where they do not."""
    return (
        *(said for said in one.competes_with if said.id == other.id),
        *(said for said in other.competes_with if said.id == one.id),
    )


def cohort_lineage(
    context: Context, programme: Programme, about: Cohort | None = None
) -> tuple[Lineage, ...]:
    """What the groups of a programme became; nothing where no source says so."""
    cohorts = {cohort.id: cohort for cohort in programme.cohorts}
    lines = tuple(Line(id, later) for id, cohort in cohorts.items() for later in cohort.became)
    if about is not None:
        near = _near(about.id, lines)
        lines = tuple(line for line in lines if {line.earlier, line.later} <= near)
    shown = {id for line in lines for id in (line.earlier, line.later)}
    if not shown:
        return ()
    dates = {id: _announced(cohort) for id, cohort in cohorts.items() if id in shown}
    kin = {
        id: Kin(
            cohort_words(context, programme, cohorts[id]),
            None,
            (
                *row("Announced", when(cohort.announced).text if cohort.announced else None),
                *row("Became", *(Words(cohorts[later].name) for later in cohort.became)),
            ),
            (),
            (),
            about is not None and id == about.id,
        )
        for id, cohort in cohorts.items()
        if id in shown
    }
    text = "A line leads down from each group to what it became."
    return (_drawn(text, in_time(dates, lines), lines, kin),)


def _announced(cohort: Cohort) -> str:
    return cohort.announced.sort_key if cohort.announced and cohort.announced.bounds else ""
