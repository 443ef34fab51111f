"""What peers have in common: pages with front matter, and links to addresses."""

from __future__ import annotations

import json
from collections.abc import Callable

from benchmarks.corpus import Network
from benchmarks.corpus.hub import pilot_text
from benchmarks.corpus.network import Pilot, Study
from benchmarks.corpus.text import Link, study_text
from benchmarks.tool import Edit, Files

OWN_PAGES = ("case-study", "pilot", "theme")
"""What has a page of its own in every peer; links to other kinds are their words alone."""

FOLDERS = {"case-study": "case-studies", "pilot": "pilots", "theme": "themes"}


def address_link(kind: str, name: str, words: str) -> str:
    """A Markdown link to the address of a page."""
    return f"[{words}](/{FOLDERS[kind]}/{name}/)" if kind in OWN_PAGES else words


def file_link(prefix: str, kind: str, name: str, words: str) -> str:
    """A Markdown link to the file of a page; themes have no file."""
    return f"[{words}]({prefix}{FOLDERS[kind]}/{name}.md)" if kind in OWN_PAGES[:2] else words


def markdown_files(
    network: Network,
    folder: str,
    link: Link,
    tags: str,
    pilot_fields: Callable[[Pilot], str] | None = None,
) -> Files:
    """Each case study and pilot as Markdown with YAML front matter; `tags` is the name of the field of themes."""
    for pilot in network.pilots:
        more = pilot_fields(pilot) if pilot_fields else ""
        yield (
            f"{folder}/pilots/{pilot.id}.md",
            f'---\ntitle: "{pilot.name}"\ndescription: {pilot.summary}\n{more}---\n\n{pilot_text(pilot)}\n',
        )
    for study in network.studies:
        yield (
            f"{folder}/case-studies/{study.id}.md",
            study_front_matter(study, tags) + study_text(study, network, link),
        )


def study_front_matter(study: Study, tags: str) -> str:
    themes = ", ".join(theme.id for theme in study.themes)
    return f"""\
---
title: "{study.title}"
description: {study.summary}
date: {study.day}
{tags}: [{themes}]
reach: {study.reach.id}
---

"""


def figures_json(network: Network) -> str:
    """All figures' values by their ids, one on a line."""
    return json.dumps({figure.id: figure.value for figure in network.figures}, indent=1) + "\n"


def edit_figure(file: str, study: Study) -> Edit:
    """Another number for how many people a study reached, in a file that `figures_json` made."""
    return Edit(file, rf'"{study.reach.id}": \d+', f'"{study.reach.id}": {{n}}')


def edit_title(file: str) -> Edit:
    """Another title in the front matter of a study."""
    return Edit(file, r'^title: ".*"$', 'title: "Marker {n} is new"')
