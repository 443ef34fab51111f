"""The network as a hub of cbsite."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.corpus.dice import Dice
from benchmarks.corpus.network import Network, Pilot, Study
from benchmarks.corpus.registers import registers
from benchmarks.corpus.sentences import paragraph
from benchmarks.corpus.text import study_text

SITE = """\
name: Network of districts
strapline: Made up to measure the program
base_url: https://hub.example.org/
language: en-GB
timezone: Europe/London
licence:
  name: CC0 1.0
  url: https://creativecommons.org/publicdomain/zero/1.0/
contact:
  text: Nobody is there to be told, as all of this is made up.
  email: nobody@example.org
footer: Made up to measure the program. No place, body or number in it is real.
public_sector: no
privacy:
  controller: Nobody, as this hub is made up.
  logs: Nothing, as it is on no server.
lanes:
  - {id: national, label: Government}
  - {id: local, label: Districts}
"""

HOME = """\
home:
  title: What the districts tried
  lede: Case studies from districts that never were, to see how long a hub of this size takes to build.
  places_title: Some of the districts
  places: [%(places)s]
  figures: [%(figures)s]
  events_title: Days to remember
  events: [%(events)s]
"""

ABOUT = """\
---
title: About this hub
date: 2014-01-01
---

This hub is made up, to measure how long its kind takes to build. No place, body or number in it is real.
"""


def hub_files(network: Network, drawn: bool) -> Iterator[tuple[str, str]]:
    """Each file of the hub: its path and its text. `drawn` puts the places on the map of England."""
    home = HOME % {
        "places": ", ".join(place.id for place in network.places[:4]),
        "figures": ", ".join(figure.id for figure in network.figures[:4]),
        "events": ", ".join(event.id for event in network.events[:4]),
    }
    yield "content/site.yml", SITE + ("map: england-2009\n" if drawn else "") + home
    yield "content/pages/about.md", ABOUT
    for name, text in registers(network):
        yield f"content/data/{name}.yml", text
    for pilot in network.pilots:
        yield f"content/pilots/{pilot.id}.md", _pilot(pilot)
    for study in network.studies:
        yield f"content/case-studies/{study.id}.md", _study(study, network)


def reference(kind: str, name: str, words: str) -> str:
    """A link as cbsite writes it; of a figure the register has the words."""
    return f"[]({kind}:{name})" if kind == "figure" else f"[{words}]({kind}:{name})"


def _study(study: Study, network: Network) -> str:
    themes = ", ".join(theme.id for theme in study.themes)
    return f"""\
---
title: "{study.title}"
summary: {study.summary}
date: {study.day}
themes: [{themes}]
places: [{study.pilot.place.id}]
pilots: [{study.pilot.id}]
pilot: {study.pilot.id}
lead: {study.lead.id}
stage: {study.stage}
population: Residents of {study.pilot.place.name}
reach: {study.reach.id}
cost:
  - {{figure: {study.cost.id}, kind: running}}
evidence:
  confidence: "2"
  effect: better
  method: Two wards were compared
sources: [{study.source.id}]
---

{study_text(study, network, reference)}"""


def _pilot(pilot: Pilot) -> str:
    themes = ", ".join(theme.id for theme in pilot.themes)
    partners = ", ".join(partner.id for partner in pilot.partners)
    return f"""\
---
name: "{pilot.name}"
summary: {pilot.summary}
programme: first-places
place: {pilot.place.id}
level: {pilot.level}
stage: {pilot.stage}
stage_history:
  - {{stage: announced, date: {pilot.started}, source: {{id: {pilot.source.id}, locator: summary}}}}
themes: [{themes}]
team: The pilot team of the district
partners: [{partners}]
sources: [{{id: {pilot.source.id}}}]
---

{pilot_text(pilot)}
"""


def pilot_text(pilot: Pilot) -> str:
    """The Markdown text of a pilot: two paragraphs."""
    dice = Dice("pilot text", pilot.id)
    return f"{paragraph(dice, 4)}\n\n{paragraph(dice, 4)}"
