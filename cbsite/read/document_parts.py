"""The files of a document beside its `index.md`: sections, and the texts and tables of annexes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Literal

import msgspec
from msgspec.structs import replace

from cbsite.diagnostics import Report, Source, Span, nearest
from cbsite.read.csv_table import CsvTable, read_csv
from cbsite.read.front_matter import Parts, front_matter, optional_front_matter
from cbsite.read.mapping import fields_of
from cbsite.read.markdown import read_prose
from cbsite.read.paragraphs import COUNTS_AGAIN
from cbsite.read.strict_yaml import read_yaml
from cbsite.read.tree import Prose
from cbsite.read.validate import validate
from cbsite.records.document import AnnexFields, Document, SectionFields
from cbsite.records.fields import slug_problem, suggest_slug

_SECTION = re.compile(r"(\d{1,4})-(.+)")

Role = Literal["section", "annex"]
Open = Callable[[str], Source | None]
"""Reads the text file at a path in content/; None where it is no text, which is reported then."""


class PartFile(msgspec.Struct, frozen=True, array_like=True):
    """A file that may be part of the document `document`: its path in `content/`, its name without ending."""

    path: str
    document: str
    stem: str
    table: bool


class DocumentPart(msgspec.Struct, frozen=True, array_like=True):
    """A section of a document, or an annex with a text, a table or both.

    `source` is the file of the text or, for an annex without one, of the table, whose path in `content/` is
    `table_path`. `prose` is empty where there is no text.
    """

    role: Role
    slug: str
    title: str
    source: Source
    prose: Prose
    table: CsvTable | None = None
    table_path: str = ""


class PartReader(msgspec.Struct):
    """Reads the parts of one document, whose record is None where that has errors of its own.

    `broken` once a file could not be read, so that nobody knows what stood in it.
    """

    record: Document | None
    index: Source
    annex_place: Callable[[int, str], Span]
    """Where a field of the annex with this number is written."""
    open: Open
    report: Report
    broken: bool = False

    def read(self, files: Iterable[PartFile]) -> tuple[DocumentPart, ...]:
        """Sections in the order of their numbers and names, then annexes in the document's own order."""
        sections: list[tuple[int, str, DocumentPart]] = []
        texts: dict[str, DocumentPart] = {}
        tables: dict[str, DocumentPart] = {}
        for file in files:
            match = _SECTION.fullmatch(file.stem)
            if file.table or file.stem in self._annexes or not match:
                if self._is_annex(file):
                    part = self._table(file) if file.table else self._text(file, "annex", file.stem)
                    (tables if file.table else texts)[file.stem] = part
            elif self._is_slug(file, match[2]):
                part = self._text(file, "section", match[2])
                sections.append((int(match[1]), file.stem, part))
        sections.sort(key=lambda section: section[:2])
        self._check_numbers([section[:2] for section in sections])
        slugs = dict.fromkeys((*self._annexes, *texts, *tables))
        annexes = (_joined(texts.get(slug), tables.get(slug)) for slug in slugs)
        return (*(part for _, _, part in sections), *(part for part in annexes if part))

    @property
    def _annexes(self) -> dict[str, int]:
        """The annexes by id, each with its number in the front matter."""
        annexes = self.record.annexes if self.record else ()
        return {annex.id: number for number, annex in enumerate(annexes)}

    def _is_annex(self, file: PartFile) -> bool:
        """Whether a file belongs to an annex; of an unread document that cannot be told."""
        if self.record is None:
            return True
        number = self._annexes.get(file.stem)
        if number is None:
            self._stray(file)
            return False
        if self.record.annexes[number].held == "not-held":
            self.report.add(
                "E-VALUE", self.annex_place(number, "held"),
                f"The annex is called not held, but its {'table' if file.table else 'text'} is there: {file.path}.",
                "Say how much of it the hub holds (full, extract or summary), or take the file away.",
            )  # fmt: skip
        return True

    def _stray(self, file: PartFile) -> None:
        name = file.path.rpartition("/")[2]
        close = nearest(file.stem, self._annexes)
        other = (
            f"move it to a folder inside, such as files/{name}"
            if file.table
            else f"call it 01-{file.stem}.md to make it a section"
        )
        self.report.add(
            "E-STRAY",
            self._whole(file),
            f"{name} is not the table of an annex."
            if file.table
            else f"{name} is neither a section nor the text of an annex.",
            f"Rename it to {close}{'.csv' if file.table else '.md'}, or add an annex {file.stem} to index.md."
            if close
            else f"Add an annex with 'id: {file.stem}' to index.md, or {other}.",
        )

    def _is_slug(self, file: PartFile, slug: str) -> bool:
        why = slug_problem(slug)
        if why:
            number = file.stem.partition("-")[0]
            self.report.add(
                "E-PATH", self._whole(file), f"The name '{slug}' becomes an address. {why}.",
                f"Rename the file to {number}-{suggest_slug(slug) or 'context'}.md.",
            )  # fmt: skip
        return not why

    def _check_numbers(self, sections: list[tuple[int, str]]) -> None:
        """Report sections whose number the one before has, as nothing would say which comes first."""
        folder = self.index.path.rpartition("/")[0]
        for (before, other), (number, stem) in pairwise(sections):
            if number == before:
                free = f"{sections[-1][0] + 1:02}-{stem.partition('-')[2]}.md"
                self.report.add(
                    "E-PATH", Span(f"{folder}/{stem}.md"),
                    f"Two sections have the number {number}: this and {other}.md.",
                    f"Rename one of them, as the numbers give the order: {free} would be last.",
                )  # fmt: skip

    def _whole(self, file: PartFile) -> Span:
        return Span(self._shown(file))

    def _shown(self, file: PartFile) -> str:
        """The path for reports: as the path of index.md, which is in the same folder."""
        return f"{self.index.path.rpartition('/')[0]}/{file.path.rpartition('/')[2]}"

    def _table(self, file: PartFile) -> DocumentPart:
        source = self.open(file.path)
        table = read_csv(source, self.report) if source else None
        source = source or Source(self._shown(file), "")
        title = self._title(file.stem)
        return DocumentPart("annex", file.stem, title, source, Prose(), table, file.path)

    def _text(self, file: PartFile, role: Role, slug: str) -> DocumentPart:
        source = self.open(file.path)
        parts = None
        if source is not None:
            find = front_matter if role == "section" else optional_front_matter
            parts = find(source, self.report)
        if source is None or parts is None:
            self.broken = True
            return DocumentPart(role, slug, slug, source or Source(self._shown(file), ""), Prose())
        fields = self._fields(source, parts, role)
        goes_on = role == "section" or (isinstance(fields, AnnexFields) and fields.numbered)
        numbered = goes_on and self.record is not None and self.record.has_numbered_paragraphs
        prose = read_prose(source, parts.body, numbered, self.report)
        title = fields.title if fields and fields.title else self._title(slug)
        return DocumentPart(role, slug, title, source, prose)

    def _fields(
        self, source: Source, parts: Parts, role: Role
    ) -> SectionFields | AnnexFields | None:
        reading = read_yaml(parts.window(source), self.report)
        tree = fields_of(source, reading, "The front matter", self.report, parts.first)
        if tree is None:
            return None
        if role == "section":
            return validate(SectionFields, "section", tree, self.report)
        return validate(AnnexFields, "annex", tree, self.report)

    def _title(self, slug: str) -> str:
        number = self._annexes.get(slug)
        return self.record.annexes[number].title if self.record and number is not None else slug


def _joined(text: DocumentPart | None, table: DocumentPart | None) -> DocumentPart | None:
    """An annex of a text, a table or both."""
    if text is None or table is None:
        return text or table
    return replace(text, table=table.table, table_path=table.table_path)


def report_repeated_numbers(texts: Iterable[tuple[Source, Prose]], report: Report) -> None:
    """Every number that stands in two files of a document is an error, as it is within one."""
    first: dict[str, tuple[Source, Span]] = {}
    for source, prose in texts:
        for number in prose.numbers:
            earlier, span = first.setdefault(number.number, (source, number.span))
            if earlier is not source:
                line = span.start.line if span.start else "?"
                report.add(
                    "E-PARA", number.span, f"Paragraph {number.number} also stands in {earlier.path}, line {line}.",
                    COUNTS_AGAIN if number.number == "1" else "Look in the paper which of the two has another number.",
                )  # fmt: skip
