"""A case study: its text, how sure we are, and what is missing."""

from __future__ import annotations

from cbsite.layout.blocks.figures import cards
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.item_rows import item_rows
from cbsite.layout.parts.marked_figures import not_in_text
from cbsite.layout.parts.record_page import record_page, text_sections
from cbsite.layout.parts.wording import EFFECTS, capital, day, label, row, row_or_gap, when
from cbsite.layout.values import (
    Confidence,
    Note,
    Notes,
    PageValue,
    Row,
    Section,
    SummaryList,
    Words,
)
from cbsite.read.entry import Entry
from cbsite.records.case_study import CONFIDENCE, SECTIONS, CaseStudy, Cost, Evidence, Transfer
from cbsite.records.figure import Figure

_COSTS = {
    "set-up": "Cost to set up",
    "running": "Running cost",
    "saving": "Saving",
    "benefit": "Benefit",
}


def case_study(context: Context, entry: Entry) -> PageValue:
    record = entry.record
    assert isinstance(record, CaseStudy)
    ids = dict.fromkeys(id for id in (record.reach, *(cost.figure for cost in record.cost)) if id)
    figures = context.published(Figure, "figure", ids)
    sections = (
        Section("see_story", "", _story(record)),
        *text_sections(context, entry, gap="This case study has no text yet."),
        Section("see_transfer", "Before you copy this", _transfer(record.transfer)),
        Section("see_figures", "In numbers", cards(context, not_in_text(entry, figures))),
    )
    margin = (
        Section("see_summary", "At a glance", (SummaryList(_rows(context, record)),)),
        Section("see_evidence", "How sure are we?", (_confidence(record.evidence),)),
        Section("see_complete", "Completeness", (_completeness(entry),)),
    )
    return record_page(context, entry, sections, margin, kicker="Case study")


def _story(record: CaseStudy) -> tuple[Notes, ...]:
    """What readers should know of the people in a story; nothing where the case is no story."""
    if not record.story:
        return ()
    words = Words(
        "It tells of a family or a person. What is told is not enough to recognise anybody."
    )
    return (Notes((Note("plain", "A story.", (words,)),)),)


def _transfer(transfer: Transfer | None) -> tuple[SummaryList, ...]:
    """What another place needs, and where it would not work."""
    if transfer is None:
        return ()
    rows = (
        *row("You need", *transfer.needs),
        *row("It would not work if", *transfer.would_not_work_if),
    )
    return (SummaryList(rows),) if rows else ()


def _rows(context: Context, record: CaseStudy) -> tuple[Row, ...]:
    dates = record.dates
    partners = tuple(
        context.link_to("organisation", p.org, note=p.role or "") for p in record.partners
    )
    lead = context.link_to("organisation", record.lead) if record.lead else None
    return (
        *row_or_gap("Stage", "Not known.", label(record.stage) if record.stage else None),
        *row("Pilot", context.link_to("pilot", record.pilot) if record.pilot else None),
        *row_or_gap("Led by", "Not in our sources.", lead),
        *row("Partners", *partners),
        *row_or_gap("Who it is for", "Not known.", record.population),
        *row("Began", when(dates.start) if dates and dates.start else None),
        *row("Ended", when(dates.end) if dates and dates.end else None),
        *row("Goes on", "Yes" if dates and dates.ongoing else None),
        *(line for cost in record.cost for line in _cost(context, cost)),
        *item_rows(context, record, record.pilot),
    )


def _cost(context: Context, cost: Cost) -> tuple[Row, ...]:
    """A sum, what it is, and who bears it; nothing while the figure is not published."""
    figures = context.published(Figure, "figure", (cost.figure,))
    sums = tuple(context.link_to("figure", figure.id, figure.words) for figure in figures)
    bearer = context.link_to("organisation", cost.bearer, note="bears it") if cost.bearer else None
    return row(_COSTS[cost.kind], *sums, bearer) if sums else ()


def _confidence(evidence: Evidence) -> Confidence:
    level = int(evidence.confidence)
    assessed = (
        f"Assessed by: {evidence.assessed_by}"
        if evidence.assessed_by
        else "Assessed by: nobody we know of"
    )
    if evidence.assessed_on:
        assessed += f", {day(evidence.assessed_on)}"
    method = (
        f"Method: {evidence.method.rstrip('.')}. "
        if evidence.method
        else "Method: not in our sources. "
    )
    return Confidence(
        level,
        f"{capital(CONFIDENCE[level])}.",
        f"Effect: {EFFECTS[evidence.effect]}. {method}{assessed}.",
        Words("The assessment", evidence.link) if evidence.link else None,
    )


def _completeness(entry: Entry) -> Notes:
    """How many of the seven sections are there, and which are missing."""
    headings = {heading.words for heading in entry.prose.headings} if entry.prose else set()
    missing = [title for title in SECTIONS if title not in headings]
    filled = len(SECTIONS) - len(missing)
    notes = [Note("plain", f"{filled} of {len(SECTIONS)} sections", (Words("are here."),))]
    if missing:
        notes.append(
            Note("gap", "Missing:", (Words(", ".join(title.lower() for title in missing)),))
        )
    return Notes(tuple(notes))
