"""The network's registers as cbsite's YAML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from benchmarks.corpus.network import Network
from benchmarks.corpus.vocabulary import TERMS


def registers(network: Network) -> Iterator[tuple[str, str]]:
    """Each register: its name and its text."""
    yield "programmes", _programmes(network)
    yield "themes", _lines(f"- {{id: {one.id}, label: {one.label}}}" for one in network.themes)
    yield (
        "places",
        _lines(
            f"- {{id: {one.id}, name: {one.name}, kind: area, lat: {one.latitude}, lon: {one.longitude}}}"
            for one in network.places
        ),
    )
    yield (
        "organisations",
        _lines(
            f"- {{id: {one.id}, name: {one.name}, kind: {one.kind}}}"
            for one in network.organisations
        ),
    )
    yield "sources", _sources(network)
    yield (
        "topics",
        _lines(f'- {{id: {one.id}, question: "{one.question}"}}' for one in network.topics),
    )
    yield "figures", figures(network)
    yield "events", _events(network)
    yield "glossary", _glossary()


def figures(network: Network) -> str:
    """The register of figures, with each value on a line of its own."""
    return _lines(
        f"""\
- id: {one.id}
  topic: {one.topic.id}
  statement: {one.statement}
  value: {one.value}
  unit: {one.unit}
  counts: {one.counts}
  as_at: {one.as_at}
  source: {{id: {one.source.id}, locator: summary}}"""
        for one in network.figures
    )


def _programmes(network: Network) -> str:
    source = network.sources[0].id
    return f"""\
- id: first-places
  name: First Places
  summary: A programme that was made up, so that pilots have something to belong to.
  stage: live
  phases:
    - {{phase: announced, date: 2011-01, source: {{id: {source}, locator: summary}}}}
"""


def _sources(network: Network) -> str:
    return _lines(
        f"""\
- id: {one.id}
  title: "{one.title}"
  short_title: {one.id.replace("-", " ").capitalize()}
  publisher: Institute of Districts
  issued: {one.issued}
  kind: report
  url: https://www.example.org/{one.id}.html
  held: reference-only"""
        for one in network.sources
    )


def _events(network: Network) -> str:
    return _lines(
        f"""\
- id: {one.id}
  title: {one.title}
  when: {one.day}
  kind: {one.kind}
  certainty: happened
  lane: {one.lane}
  pilots: [{one.pilot.id}]
  places: [{one.pilot.place.id}]
  source: {{id: {one.source.id}, locator: summary}}"""
        for one in network.events
    )


def _glossary() -> str:
    return _lines(
        f"- {{id: {(short or words).lower().replace(' ', '-')}, label: {short or words}, "
        + (f"expand: {words}, " if short else "")
        + f'definition: "{definition}"}}'
        for short, words, definition in TERMS
    )


def _lines(entries: Iterable[str]) -> str:
    return "\n".join(entries) + "\n"
