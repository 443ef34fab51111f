"""The words for facets and their values, and the tags that a record in a list carries."""

from __future__ import annotations

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.wording import DOCUMENT_KINDS, EFFECTS, capital, label
from cbsite.layout.values import FacetGroup, FacetValue, Words
from cbsite.plan.address import Location
from cbsite.plan.facets import FINDERS, MOST_VALUES
from cbsite.plan.lists import ListPart
from cbsite.records.case_study import CONFIDENCE
from cbsite.records.organisation import Organisation
from cbsite.records.place import Place
from cbsite.records.programme import Programme
from cbsite.records.record import Record
from cbsite.records.theme import Theme

LABELS = {
    "type": "Type",
    "theme": "Theme",
    "place": "Place",
    "region": "Region",
    "programme": "Programme",
    "kind": "Kind",
    "publisher": "Publisher",
    "stance": "Voice",
    "stage": "Stage",
    "confidence": "How sure",
    "effect": "Effect",
    "certainty": "State",
    "lane": "Who",
    "year": "Year",
}
"""Every facet, with what readers see."""

SEARCH = ("type", "theme", "place", "programme", "year")
"""The facets of the search page; `type` is the kind of page."""

FACETS = tuple((name, LABELS[name]) for name in SEARCH)
"""The filters of the search page, with their labels."""

_RECORDS: dict[str, tuple[type[Record], str]] = {
    "theme": (Theme, "theme"),
    "place": (Place, "place"),
    "programme": (Programme, "programme"),
    "publisher": (Organisation, "organisation"),
}


def value_label(context: Context, facet: str, value: str) -> str:
    """What readers see for a value of a facet."""
    if facet in _RECORDS:
        return context.record(*_RECORDS[facet], value).heading
    if facet == "region":
        return context.plan.facets.regions[value]
    if facet == "confidence":
        return f"{value}: {CONFIDENCE[int(value)]}"
    if facet == "effect":
        return capital(EFFECTS[value])
    if facet == "lane":
        return next((lane.label for lane in context.library.site.lanes if lane.id == value), value)
    return value if facet == "year" else DOCUMENT_KINDS.get(value, label(value))


def facet_groups(context: Context, kind: str) -> tuple[FacetGroup, ...]:
    """The facets of a finder, each value with its count and a link to its own page."""
    facets, shown = context.plan.facets, ListPart.of(context.page)
    groups = []
    for name, counts in facets.counts(kind).items():
        named = facets.commonest(kind, name)
        if shown.facet == name and shown.value and shown.value not in named:
            named = (*named, shown.value)
        values = [
            FacetValue(
                value,
                value_label(context, name, value),
                count,
                context.href(Location(ListPart(name, value).address(f"/{kind}/"))),
                (name, value) == (shown.facet, shown.value),
            )
            for value, count in ((value, counts[value]) for value in named)
        ]
        groups.append(
            FacetGroup(name, LABELS[name], _in_order(name, values), _all(context, kind, name))
        )
    return tuple(groups)


def _all(context: Context, kind: str, facet: str) -> Words | None:
    """The way to all values of a facet that has more than a finder names."""
    count = len(context.plan.facets.counts(kind)[facet])
    if count <= MOST_VALUES:
        return None
    address = ListPart(facet).address(f"/{kind}/")
    return Words(f"All {count}, by {LABELS[facet].lower()}", context.href(Location(address)))


def facet_data(context: Context, kind: str, record: Record) -> tuple[tuple[str, str], ...]:
    """What a record in a list is marked with: each facet, and its values with spaces between."""
    facets = context.plan.facets
    return tuple(
        (name, " ".join(values))
        for name in FINDERS[kind][1]
        if (values := facets.values(record, name))
    )


def _in_order(name: str, values: list[FacetValue]) -> tuple[FacetValue, ...]:
    """Years from the newest, levels from the lowest, all else by name."""
    if name in ("year", "confidence"):
        return tuple(sorted(values, key=lambda one: one.value, reverse=name == "year"))
    return tuple(sorted(values, key=lambda one: (one.label.casefold(), one.value)))
