"""Mending what is safe to mend, in memory, until a check finds nothing more of it."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from msgspec.structs import replace

from cbsite.authoring.choose import choose, stretch
from cbsite.authoring.copies import CannotFix, Change
from cbsite.authoring.draft import Draft, draft_of
from cbsite.build import Request, Say, check_content
from cbsite.diagnostics import Diagnostic, Edit, Report
from cbsite.ports import Ports
from cbsite.ports.disk import Disk
from cbsite.ports.overlay import Overlay
from cbsite.project import Project

ROUNDS = 30
"""Looks after which a file that still changes is left as it was: its mends undo one another."""


@dataclass(frozen=True, slots=True)
class FixedFile:
    """A file as it was and as it would be, and what is mended there, by line of the file as it was."""

    change: Change
    before: str
    after: str
    problems: tuple[tuple[int, Diagnostic], ...]


@dataclass(frozen=True, slots=True)
class Fixed:
    """The files that change, in order of path, and the errors and warnings that are left for people."""

    files: tuple[FixedFile, ...]
    left: tuple[Diagnostic, ...]


def fix_content(request: Request, ports: Ports, only: Sequence[Path], say: Say) -> Fixed:
    """Mend all that is safe under `only` (files and folders; none: everywhere), and write nothing.

    Raises CannotFix where another program changes a file meanwhile, OSError where the disk cannot be read.
    """
    content = request.project.content
    if ports.disk.is_link(content):
        raise CannotFix(f"{content} is a link to another folder, so nothing there is changed.")
    fixer = _Fixer(request, ports, tuple(only))
    for number in itertools.count(1):
        say("Checking" if number == 1 else "Checking again")
        report = Report()
        check_content(request, replace(ports, disk=fixer.disk), report)
        if not fixer.mend(report, give_up=number > ROUNDS):
            return Fixed(fixer.files(), fixer.left(report))
    raise AssertionError("The count has no end.")


def files_asked_for(disk: Disk, project: Project, names: Iterable[Path]) -> tuple[Path, ...]:
    """Files and folders in content/, named from where one is or from the hub's own folder."""
    found = []
    for name in names:
        places = [disk.resolve(place) for place in (name, project.root / name)]
        inside = [
            place
            for place in places
            if place.is_relative_to(project.content) and disk.exists(place)
        ]
        if not inside:
            raise CannotFix(f"There is no {name} in {project.content}.")
        found.append(inside[0])
    return tuple(found)


@dataclass(slots=True)
class _Fixer:
    request: Request
    ports: Ports
    only: tuple[Path, ...]
    disk: Overlay = field(init=False)
    drafts: dict[str, Draft] = field(default_factory=dict)
    originals: dict[str, bytes] = field(default_factory=dict)
    problems: defaultdict[str, dict[tuple[int, Diagnostic], None]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    given_up: set[str] = field(default_factory=set)
    unsure: set[str] = field(default_factory=set)
    """Files of which only a person can say what some bytes mean, so that none may be saved as UTF-8."""

    def __post_init__(self) -> None:
        self.disk = Overlay(self.ports.disk)

    def mend(self, report: Report, give_up: bool) -> bool:
        """Make the edits of one look. False if there were none."""
        self.forget_unchanged()
        self.unsure = {
            diagnostic.span.path
            for diagnostic in report
            if diagnostic.code == "E-ENCODING" and not (diagnostic.edits and diagnostic.safe)
        }
        chosen = choose(report, self.fits)
        edits: defaultdict[str, list[Edit]] = defaultdict(list)
        for edit in (edit for diagnostic in chosen for edit in diagnostic.edits):
            edits[edit.span.path].append(edit)
        if give_up:
            self.given_up |= set(edits)
            for path in edits:
                self.disk.changed.pop(self.place(path), None)
            return bool(edits)
        for diagnostic in chosen:
            for path in {edit.span.path for edit in diagnostic.edits}:
                start = min(stretch(edit) for edit in diagnostic.edits if edit.span.path == path)[0]
                line = self.drafts[path].origins[start.line - 1]
                self.problems[path][line, diagnostic] = None
        changed = [self.edit(path, here) for path, here in edits.items()]
        return any(changed)

    def forget_unchanged(self) -> None:
        """Each look reads such files anew, so their text may be another."""
        for path in [path for path in self.drafts if self.place(path) not in self.disk.changed]:
            del self.drafts[path]

    def edit(self, path: str, edits: Iterable[Edit]) -> bool:
        """Make edits in one file. False if its bytes stay as they are."""
        place = self.place(path)
        self.drafts[path] = self.drafts[path].edited(edits)
        content = self.drafts[path].to_bytes()
        if content == self.disk.read(place):
            return False
        self.disk.changed[place] = content
        return True

    def fits(self, edit: Edit) -> bool:
        """Whether an edit may be made: in content/, where asked for, in a place that the text has."""
        span = edit.span
        place = self.place(span.path)
        if not span.start or not span.end or span.path in self.given_up:
            return False
        in_content = place.is_relative_to(self.request.project.content) and ".." not in place.parts
        if not in_content or not self.is_asked_for(span.path) or not self.disk.was_read(place):
            return False
        draft = self.draft(span.path)
        if span.path in self.unsure and self.disk.read(place) != draft.to_bytes():
            return False
        return span.start <= span.end and draft.has(span.start) and draft.has(span.end)

    def is_asked_for(self, path: str) -> bool:
        return not self.only or any(self.place(path).is_relative_to(root) for root in self.only)

    def place(self, path: str) -> Path:
        return self.request.project.root / path

    def draft(self, path: str) -> Draft:
        if path not in self.drafts:
            content = self.disk.read_again(self.place(path))
            if content is None:
                raise CannotFix(f"Another program changed {path} just now. Try again.")
            self.originals[path] = content
            self.drafts[path] = draft_of(content)
        return self.drafts[path]

    def files(self) -> tuple[FixedFile, ...]:
        return tuple(
            FixedFile(
                Change(path, self.originals[path], self.drafts[path].to_bytes()),
                draft_of(self.originals[path]).text,
                self.drafts[path].text,
                tuple(sorted(self.problems[path], key=lambda found: found[0])),
            )
            for path in sorted(self.drafts)
            if self.place(path) in self.disk.changed
        )

    def left(self, report: Report) -> tuple[Diagnostic, ...]:
        return tuple(
            diagnostic
            for diagnostic in report
            if diagnostic.level != "info" and self.is_asked_for(diagnostic.span.path)
        )
