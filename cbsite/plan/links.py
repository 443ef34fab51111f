"""Where every link leads: to a record, a file, a heading, or out into the world."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote, unquote

from cbsite.diagnostics import Report, Source, nearest
from cbsite.library import Library
from cbsite.library.references import PARAGRAPH, parse_reference
from cbsite.names import composed
from cbsite.plan.address import Location
from cbsite.plan.addresses import place_in
from cbsite.plan.plan import PlannedPage
from cbsite.read.entry import Entry, Key
from cbsite.read.tree import Link, Prose, paragraph_anchor
from cbsite.records.fields import is_web_address
from cbsite.records.kinds import BY_NAME, BY_REGISTER

SCHEMES = ("http", "https", "mailto", "tel")
"""Ways out of the site that a link may take."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")

Target = Location | str | None


class Links:
    """Resolves the links of every text, and collects the files that they use."""

    def __init__(
        self,
        library: Library,
        locations: Mapping[Key, Location],
        pages: tuple[PlannedPage, ...],
        assets: tuple[str, ...],
        report: Report,
    ) -> None:
        self._library, self._locations, self._report = library, locations, report
        self._anchors: dict[str, set[str]] = {page.address: set() for page in pages}
        self._withdrawn = set()
        for key, location in locations.items():
            entry = library.entries[key]
            # A figure may name a topic that does not exist, which is reported elsewhere.
            anchors = self._anchors.setdefault(location.address, set())
            own = {location.anchor} if location.anchor else anchors_in(entry.prose)
            for anchor in sorted(own & anchors):
                self._clash(entry, location.address, anchor)
            anchors |= own
            if entry.record.status == "withdrawn" and not location.anchor:
                self._withdrawn.add(location.address)
        entries = (*library.entries.values(), *library.hidden.values())
        self._by_file = {composed(e.source.path): e for e in entries if e.prose is not None}
        self._assets = {composed(asset): asset for asset in assets}
        self.files: dict[str, str] = {}

    def _clash(self, entry: Entry, address: str, anchor: str) -> None:
        self._report.add(
            "E-CLASH",
            entry.span("id"),
            f"Two things on the page {address} want the anchor #{anchor}.",
            "Give one of them another id, or change the words of the heading.",
        )

    def of(self, source: Source, prose: Prose) -> dict[str, Target]:
        """Each address that the text of a file uses, and where it leads; problems are reported."""
        return {link.target: self._resolve(source, prose, link) for link in prose.links}

    def _resolve(self, source: Source, prose: Prose, link: Link) -> Target:
        folder = posixpath.dirname(source.path)
        if link.image:
            return self._picture(folder, link)
        if reference := parse_reference(link.target):
            key = reference.kind, reference.id
            found = self._library.find(key)
            if found is None or not self._library.is_published(found):
                return None
            location = self._locations[found.key]
            if reference.paragraph:
                return place_in(found, location, paragraph_anchor(reference.paragraph))
            return location
        if scheme := _SCHEME.match(link.target):
            return self._outside(link, scheme[1].lower())
        if link.target.startswith("//"):
            return self._fail(
                link, "'//' does not say how to get there.", f"Write https:{link.target}"
            )
        path, _, anchor = link.target.partition("#")
        path = unquote(path.partition("?")[0])
        if not link.target:
            return self._fail(
                link, "The link does not say where it leads.", "Put an address between ( and )."
            )
        if not path:
            return self._on_this_page(source, prose, link, anchor)
        return self._inside(folder, path, anchor, link)

    def _outside(self, link: Link, scheme: str) -> Target:
        typed, _, rest = link.target.partition(":")
        whole = is_web_address(f"{scheme}:{rest}") or scheme in ("mailto", "tel")
        if scheme in SCHEMES and whole and rest:
            return link.target
        if scheme in SCHEMES:
            return self._fail(link, f"'{link.target}' is not a whole address.", "Write all of it.")
        if len(scheme) == 1 or scheme == "file":
            return self._fail(
                link,
                "The link leads to a file on your own computer, which readers cannot open.",
                "Put the file into content/ and link to it from there, such as  ../files/report.pdf",
            )
        words = [*BY_NAME, PARAGRAPH]
        if close := nearest(scheme, words):
            return self._fail(
                link,
                f"'{typed}:' is not a kind of reference.",
                f"Write {close}:{rest}",
            )
        return self._fail(
            link,
            f"Links to '{scheme}:' are not allowed.",
            "Use a web address (https://) or a page.",
        )

    def _inside(self, folder: str, path: str, anchor: str, link: Link) -> Target:
        """A path: an address of the site from its root on, or a file beside this one."""
        if path.startswith("/"):
            address = path if path.endswith("/") or "." in path.rpartition("/")[2] else f"{path}/"
            if address in self._anchors:
                return self._anchored(Location(address), anchor, link)
            near = self._near(address, self._anchors)
            return self._fail(link, f"There is no page at {path}.", near)
        file = posixpath.normpath(posixpath.join(folder, path))
        name = composed(file)
        found = self._by_file.get(name) or self._by_file.get(f"{name}/index.md")
        if found is None:
            return None if self._library.is_unread(_record_at(file)) else self._file(link, file)
        if self._library.is_published(found):
            return self._anchored(self._locations[found.key], anchor, link)
        self._report.add(
            "W-DRAFTREF",
            link.span,
            f"The link leads to {found.source.path}, which is not published yet.",
            "Its words will show without a link. Publish it, or take the link out.",
        )
        return None

    def _on_this_page(self, source: Source, prose: Prose, link: Link, anchor: str) -> Target:
        entry = self._by_file.get(composed(source.path))
        if entry is not None and self._library.is_published(entry):
            return self._anchored(self._locations[entry.key], anchor, link)
        if anchor and anchor not in anchors_in(prose):
            return self._no_anchor(link, anchor, anchors_in(prose))
        return None

    def _anchored(self, location: Location, anchor: str, link: Link) -> Target:
        """An anchor on a page; the page of a withdrawn record has only its notice, so no anchor."""
        if not anchor or location.address in self._withdrawn:
            return location
        anchors = self._anchors[location.address]
        if anchor not in anchors:
            return self._no_anchor(link, anchor, anchors)
        return Location(location.address, anchor)

    def _no_anchor(self, link: Link, anchor: str, anchors: set[str]) -> Target:
        near = self._near(anchor, anchors, "#")
        return self._fail(link, f"There is no heading or paragraph '#{anchor}' there.", near)

    def _picture(self, folder: str, link: Link) -> Target:
        if _SCHEME.match(link.target) or link.target.startswith("//"):
            self._report.add(
                "E-EXT",
                link.span,
                "The picture would be loaded from another website.",
                "Save it into content/images/ and use it from there, if its licence allows.",
            )
            return None
        if not link.words.strip():
            self._report.add(
                "E-ALT",
                link.span,
                "The picture has no words for people who cannot see it.",
                f"Say what matters in it between the square brackets:  ![a street in Essex]({link.target})",
            )
        path = unquote(link.target.partition("#")[0].partition("?")[0])
        base = "content" if path.startswith("/") else folder
        return self._file(link, posixpath.normpath(posixpath.join(base, path.lstrip("/"))))

    def _file(self, link: Link, file: str) -> Target:
        path = composed(file.removeprefix("content/"))
        if file.startswith("content/") and path in self._assets:
            self.files[self._assets[path]] = f"/files/{path}"
            return Location(quote(f"/files/{path}"))
        known = {f"content/{asset}" for asset in self._assets}
        if not link.image:
            known |= self._by_file.keys()
        self._report.add("E-FILE", link.span, f"There is no file {file}.", self._near(file, known))
        return None

    def _near(self, word: str, known: Iterable[str], mark: str = "") -> str:
        close = nearest(word, known)
        return f"Did you mean {mark}{close}?" if close else "Check the spelling and the folder."

    def _fail(self, link: Link, message: str, hint: str) -> Target:
        """Report the link, which then leads nowhere."""
        self._report.add("E-LINK", link.span, message, hint)
        return None


def anchors_in(prose: Prose | None) -> set[str]:
    """The anchors that a text has: its headings and numbered paragraphs."""
    if prose is None:
        return set()
    headings = {heading.id for heading in prose.headings}
    return headings | {paragraph_anchor(number.number) for number in prose.numbers}


def _record_at(file: str) -> Key:
    """The record that the Markdown file at this path would hold: `content/places/essex.md`."""
    parts = posixpath.splitext(file.removesuffix("/index.md"))[0].split("/")
    kind = BY_REGISTER.get(parts[1]) if len(parts) == 3 and parts[0] == "content" else None
    return (kind.name, parts[2]) if kind else ("", "")
