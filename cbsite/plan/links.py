"""Where every link leads: to a record, a file, a heading, or out into the world."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote, unquote

from cbsite.diagnostics import Edit, Report, Source, Span, nearest
from cbsite.library.library import Library
from cbsite.library.references import PARAGRAPH, parse_reference
from cbsite.names import composed
from cbsite.plan.address import Location
from cbsite.plan.link_mistakes import edits_of, mistake_in, typed
from cbsite.plan.lists import first_page
from cbsite.plan.plan import PlannedPage
from cbsite.plan.texts import (
    anchors_in,
    anchors_of_record,
    anchors_on_pages,
    place_of_paragraph,
    text_places,
)
from cbsite.read.entry import Entry, EntryText, Key, TextKey
from cbsite.read.names import PICTURES, is_picture
from cbsite.read.tree import Link, Prose
from cbsite.records.fields import is_web_address
from cbsite.records.inside import files_in
from cbsite.records.kinds import BY_NAME, BY_REGISTER
from cbsite.records.marks import FileMark
from cbsite.records.part import Loc

SCHEMES = ("http", "https", "mailto", "tel")
"""Ways out of the site that a link may take."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+._-]*):")

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
            if location.anchor:
                own = {location.address: {location.anchor}}
            elif entry.record.status == "withdrawn":
                self._withdrawn.add(location.address)
                own = {}
            else:
                own = anchors_on_pages(entry, location)
            for address, anchors in own.items():
                # A figure may name a topic that does not exist, which is reported elsewhere.
                taken = self._anchors.setdefault(address, set())
                for anchor in sorted(anchors & taken):
                    self._clash(entry, address, anchor)
                taken |= anchors
        # What stood on the first page of a list that has grown is still found by its address there.
        self._moved = {
            Location(first_page(location.address), location.anchor): location
            for location in locations.values()
            if location.anchor
        }
        entries = (*library.entries.values(), *library.hidden.values())
        self._by_file = {
            composed(text.source.path): (entry, text) for entry in entries for text in entry.texts
        }
        for entry in entries:
            for part in entry.parts:
                if part.table_path:
                    # The annex shows its table, and offers the file.
                    path = composed(f"content/{part.table_path}")
                    self._by_file[path] = entry, entry.text_of(part)
        self._assets = {composed(asset): asset for asset in assets}
        self.files: dict[str, str] = {}

    def _clash(self, entry: Entry, address: str, anchor: str) -> None:
        self._report.add(
            "E-CLASH",
            entry.span("id"),
            f"Two things on the page {address} want the anchor #{anchor}.",
            "Give one of them another id, or change the words of the heading.",
        )

    def of_entry(self, entry: Entry) -> dict[TextKey, dict[str, Target]]:
        """Where each address leads that a record uses, in its text and its fields; problems are reported.

        Of a withdrawn record nothing shows but its notice, so the files that it uses are not published.
        """
        before = dict(self.files)
        own = {
            path: self._field(entry, loc, mark, path) for loc, mark, path in files_in(entry.record)
        }
        found: dict[TextKey, dict[str, Target]] = {entry.key: own}
        for text in entry.texts:
            found.setdefault(text.key, {}).update(self.of(text.source, text.prose))
        for part in entry.parts:
            if part.table:
                # Readers may take the table away.
                table = self._file(part.source.whole(), f"content/{part.table_path}")
                found[entry.text_of(part).key][part.table_path] = table
        if entry.record.status == "withdrawn":
            self.files = before
        return found

    def of(self, source: Source, prose: Prose) -> dict[str, Target]:
        """Each address that the text of a file uses, and where it leads; problems are reported."""
        return {link.target: self._resolve(source, prose, link) for link in prose.links}

    def _field(self, entry: Entry, loc: Loc, mark: FileMark, path: str) -> Target:
        """A file that a field names."""
        span = entry.span(*loc)
        file = _path_from(posixpath.dirname(entry.source.path), path)
        if mark.picture and not is_picture(file):
            self._report.add(
                "E-FILE",
                span,
                f"'{path}' is not a picture.",
                f"Name a file that ends in {', '.join(PICTURES[:-1])} or {PICTURES[-1]}.",
            )
            return None
        return self._file(span, file)

    def _resolve(self, source: Source, prose: Prose, link: Link) -> Target:
        folder = posixpath.dirname(source.path)

        def has_file(path: str) -> bool:
            return self._has_file(folder, path)

        if mistake := mistake_in(link, has_file, self._anchors.__contains__):
            self._report.keep(mistake)
            return None
        if link.image:
            return self._picture(folder, link)
        if reference := parse_reference(link.target):
            key = reference.kind, reference.id
            found = self._library.find(key)
            if found is None or not self._library.is_published(found):
                return None
            location = self._locations[found.key]
            if reference.paragraph:
                return place_of_paragraph(found, location, reference.paragraph)
            return location
        if scheme := _SCHEME.match(link.target):
            return self._outside(link, scheme[1].lower())
        if link.target.startswith("//"):
            edits = edits_of(link, f"https:{link.target}")
            return self._fail(
                link, "'//' does not say how to get there.", "Begin it with https:", edits
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
        word, _, rest = link.target.partition(":")
        whole = is_web_address(f"{scheme}:{rest}") or scheme in ("mailto", "tel")
        if scheme in SCHEMES and whole and rest:
            return link.target
        if scheme in SCHEMES:
            return self._fail(link, f"'{link.target}' is not a whole address.", "Write all of it.")
        words = [*BY_NAME, PARAGRAPH]
        if close := nearest(scheme, words):
            return self._fail(
                link,
                f"'{word}:' is not a kind of reference.",
                f"Write {close}: instead.",
                edits_of(link, f"{close}:{rest}"),
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
            if composed(path[1:]) in self._assets:
                return self._file(link.span, _path_from("", path))
            close = nearest(address, [*self._anchors, *(f"/{asset}" for asset in self._assets)])
            edits = edits_of(link, f"{close}#{anchor}" if anchor else close) if close else ()
            what = "file" if address == path and not path.endswith("/") else "page"
            return self._fail(link, f"There is no {what} at {path}.", _hint(close), edits)
        file = posixpath.normpath(posixpath.join(folder, path))
        name = composed(file)
        found = self._by_file.get(name) or self._by_file.get(f"{name}/index.md")
        if found is None:
            if self._library.is_unread(_record_at(file)):
                return None
            return self._file(link.span, file, self._by_file, link)
        entry, text = found
        if self._library.is_published(entry):
            return self._in_text(entry, text, anchor, link)
        self._report.add(
            "W-DRAFTREF",
            link.span,
            f"The link leads to {text.source.path}, which is not published yet.",
            "Its words will show without a link. Publish it, or take the link out.",
        )
        return None

    def _on_this_page(self, source: Source, prose: Prose, link: Link, anchor: str) -> Target:
        entry, text = self._by_file.get(composed(source.path), (None, None))
        if entry and text and self._library.is_published(entry):
            return self._in_text(entry, text, anchor, link)
        # A record with errors: its other texts are in the same folder, and its numbers are not known.
        folder = posixpath.dirname(source.path)
        texts = (t for t in self._library.unread_texts if t.source.path.startswith(f"{folder}/"))
        anchors = anchors_in(prose).union(*(anchors_in(text.prose) for text in texts))
        if anchor and anchor not in anchors and not anchor.startswith("para-"):
            return self._no_anchor(link, anchor, anchors)
        return None

    def _in_text(self, entry: Entry, text: EntryText, anchor: str, link: Link) -> Target:
        """A text, or an anchor in it; else one in the other texts of the record, which may have been split."""
        location = self._locations[entry.key]
        if location.address in self._withdrawn:
            return location
        place = next(p for p in text_places(entry, location) if p.text.key == text.key)
        if not anchor:
            return place.start
        anchors = anchors_of_record(entry, location) | place.anchors()
        return anchors.get(anchor) or self._no_anchor(link, anchor, set(anchors))

    def _anchored(self, location: Location, anchor: str, link: Link) -> Target:
        """An anchor on a page; the page of a withdrawn record has only its notice, so no anchor."""
        if not anchor or location.address in self._withdrawn:
            return location
        anchors = self._anchors[location.address]
        if anchor not in anchors:
            moved = self._moved.get(Location(location.address, anchor))
            return moved or self._no_anchor(link, anchor, anchors)
        return Location(location.address, anchor)

    def _no_anchor(self, link: Link, anchor: str, anchors: set[str]) -> Target:
        close = nearest(anchor, anchors)
        path = typed(link).partition("#")[0]
        edits = edits_of(link, f"{path}#{close}") if close else ()
        hint = _hint(close and f"#{close}")
        return self._fail(link, f"There is no heading or paragraph '#{anchor}' there.", hint, edits)

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
                "Say what matters in it for people who cannot see it, between the square brackets.",
            )
        path = link.target.partition("#")[0].partition("?")[0]
        return self._file(link.span, _path_from(folder, path), (), link)

    def _has_file(self, folder: str, path: str) -> bool:
        """Whether a path beside a text is one of the hub's files or texts."""
        file = composed(_path_from(folder, path.partition("#")[0].partition("?")[0]))
        return file.removeprefix("content/") in self._assets or file in self._by_file

    def _file(
        self, span: Span, file: str, texts: Iterable[str] = (), link: Link | None = None
    ) -> Target:
        """A file of content/ to publish; the author may also have meant one of `texts`."""
        path = composed(file.removeprefix("content/"))
        if file.startswith("content/") and path in self._assets:
            self.files[self._assets[path]] = f"/files/{path}"
            return Location(quote(f"/files/{path}"))
        if not file.startswith("content/"):
            self._report.add(
                "E-FILE", span, "The path leads out of content/, where nothing is published from.",
                "Put the file into content/, and write the path to it there.",
            )  # fmt: skip
            return None
        close = _nearest_file(file, [*(f"content/{asset}" for asset in self._assets), *texts])
        edits = edits_of(link, _path_to(close, link, span.path)) if link and close else ()
        self._report.add(
            "E-FILE", span, f"There is no file {file}.", _hint(close), edits, safe=False
        )
        return None

    def _fail(self, link: Link, message: str, hint: str, edits: tuple[Edit, ...] = ()) -> Target:
        """Report the link, which then leads nowhere; edits are proposals."""
        self._report.add("E-LINK", link.span, message, hint, edits, safe=False)
        return None


def _nearest_file(file: str, files: Iterable[str]) -> str | None:
    """The file of the same kind whose name is most like that of `file`: that they share folders says nothing."""
    name, kind = posixpath.basename(file), _kind_of(file)
    alike: dict[str, list[str]] = {}
    for other in files:
        if kind in ("", _kind_of(other)):
            alike.setdefault(posixpath.basename(other).lower(), []).append(other)
    close = nearest(name, alike)
    if close is None:
        return None
    return alike[close][0] if len(alike[close]) == 1 else nearest(file, alike[close])


def _kind_of(file: str) -> str:
    return "picture" if is_picture(file) else posixpath.splitext(file)[1].lower()


def _hint(close: str | None) -> str:
    return f"Write {close} if you mean that." if close else "Check the spelling and the folder."


def _path_to(file: str, link: Link, source: str) -> str:
    """The path to a file of the hub as a link in the text `source` would have it; its anchor stays."""
    address, mark, anchor = typed(link).partition("#")
    if address.startswith("/"):
        path = "/" + file.removeprefix("content/")
    else:
        path = posixpath.relpath(file, posixpath.dirname(source))
    return (
        quote(path, safe="/~()'!,&=+@$;:") + mark + anchor if " " in path else path + mark + anchor
    )


def _path_from(folder: str, path: str) -> str:
    """The file that a path in a file of `folder` names; from `/` on, it is a path in content/."""
    path = unquote(path)
    base = "content" if path.startswith("/") else folder
    return posixpath.normpath(posixpath.join(base, path.lstrip("/")))


def _record_at(file: str) -> Key:
    """The record that the Markdown file at this path would hold, or be part of: `content/places/essex.md`."""
    parts = posixpath.splitext(file.removesuffix("/index.md"))[0].split("/")
    kind = BY_REGISTER.get(parts[1]) if len(parts) in (3, 4) and parts[0] == "content" else None
    whole = kind is not None and (len(parts) == 3 or kind.parts)
    return (kind.name, parts[2]) if kind and whole else ("", "")
