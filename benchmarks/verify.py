"""That a build did its work, so that a broken one is never taken for a fast one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.corpus.network import Study
from benchmarks.corpus.text import study_text
from benchmarks.site_folder import SiteFolder


class NotBuilt(Exception):
    """The output is not what it should be; the text says what is missing."""


def verify(site: SiteFolder) -> int:
    """That every page, list, feed and sitemap is there, and words where they belong; the number of HTML files."""
    tool, output = site.tool, site.output
    missing = [path for path in site.page_paths() if not (output / path).is_file()]
    others = [path for path in (tool.feed, tool.sitemap) if path]
    if tool.theme:
        others += [tool.theme.format(id=theme.id) for theme in site.network.themes]
    missing += [path for path in others if not (output / path).is_file()]
    if missing:
        raise NotBuilt(f"{tool.name} made no {missing[0]}, nor {len(missing) - 1} others.")
    studies = site.network.studies
    for study in (studies[0], studies[len(studies) // 2], studies[-1]):
        page = _plain((output / site.study_path(study)).read_text("utf-8"))
        for words in _words(study, site):
            if words not in page:
                raise NotBuilt(f"{tool.name}: the page of {study.id} lacks '{words}'.")
    return count_pages(site)


def count_pages(site: SiteFolder) -> int:
    return sum(1 for path in site.output.rglob("*.html") if path.is_file())


def verify_edit(site: SiteFolder, number: int) -> None:
    """That the page shows the number of the edit."""
    path = site.study_path(site.edited_study)
    if not shows((site.output / path).read_text("utf-8"), number):
        raise NotBuilt(f"{site.tool.name}: {path} does not show {number}.")


def shows(page: str, number: int) -> bool:
    """Whether a number is on a page, with or without a comma for the thousands."""
    return f"{number}" in page or f"{number:,}" in page


def _words(study: Study, site: SiteFolder) -> Iterator[str]:
    """The title and the last sentence of a text that has no marks in it."""
    yield study.title
    text = study_text(study, site.network, lambda kind, name, words: words)
    sentences = re.findall(r"(?<=\. )[A-Z][a-z ,]+\.(?= )", text)
    yield sentences[-1]


def _plain(page: str) -> str:
    """The words of a page, without marks and with single spaces."""
    return " ".join(re.sub(r"<[^>]*>", "", page).split())
