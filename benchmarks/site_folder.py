"""A site on disk, ready to be built by one tool."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from benchmarks.corpus import Network
from benchmarks.corpus.network import Study
from benchmarks.files import write_files
from benchmarks.measure import Spent, run_all
from benchmarks.tool import Edit, Tool

Sort = Literal["page", "template", "data"]
SORTS: tuple[Sort, ...] = ("page", "template", "data")


@dataclass(slots=True)
class SiteFolder:
    """A tool's site in a folder. What was edited can be brought back."""

    tool: Tool
    network: Network
    folder: Path
    originals: dict[str, str] = field(default_factory=dict)

    @property
    def output(self) -> Path:
        return self.folder / self.tool.output

    @property
    def away(self) -> Path:
        """Where what is not needed any more waits until nothing is timed."""
        return self.folder.with_name(f"{self.folder.name}.away")

    @property
    def environment(self) -> dict[str, str]:
        """The tool's variables; in them {folder} is the folder of the site."""
        return {
            name: value.replace("{folder}", str(self.folder))
            for name, value in self.tool.environment.items()
        }

    @property
    def edited_study(self) -> Study:
        """The case study that all edits can be seen on."""
        return self.network.studies[len(self.network.studies) // 2]

    def lay_out(self) -> None:
        """Write all sources afresh."""
        self.put_away(self.folder)
        self.folder.mkdir(parents=True)
        if self.tool.static:
            shutil.copytree(self.tool.static, self.folder, dirs_exist_ok=True)
        for name, target in self.tool.links.items():
            (self.folder / name).symlink_to(target)
        write_files(self.folder, self.tool.source(self.network))

    def forget(self) -> None:
        """Take the output away, and all that the tool keeps from build to build."""
        for name in (self.tool.output, *self.tool.kept):
            self.put_away(self.folder / name)

    def put_away(self, path: Path) -> None:
        """Move a file or folder away, if it is there.

        It is not deleted yet: for minutes after many folders were, ext4 takes ten times as long and more to make new
        ones, as it does not give out their inodes again, and no tool should pay for that.
        """
        if path.exists():
            self.away.mkdir(parents=True, exist_ok=True)
            path.rename(Path(tempfile.mkdtemp(dir=self.away)) / path.name)

    def tidy(self) -> None:
        """Delete what was put away."""
        shutil.rmtree(self.away, ignore_errors=True)

    def build(self, watch_memory: bool = False) -> Spent:
        return run_all(self.tool.build, self.folder, self.environment, watch_memory)

    def edit(self, sort: Sort, number: int) -> None:
        """Save an edit of a sort, with a new number that readers see."""
        edit: Edit = getattr(self.tool.edits(self.edited_study), sort)
        path = self.folder / edit.file
        original = self.originals.setdefault(edit.file, path.read_text("utf-8"))
        path.write_text(edit.changed(original, number), "utf-8", newline="\n")

    def restore(self) -> None:
        """Take all edits back."""
        for file, text in self.originals.items():
            (self.folder / file).write_text(text, "utf-8", newline="\n")
        self.originals.clear()

    def page_paths(self) -> Iterator[str]:
        """Where the page of each case study and pilot must be, in the output."""
        for study in self.network.studies:
            yield self.study_path(study)
        for pilot in self.network.pilots:
            yield self.tool.page.format(kind="pilots", id=pilot.id)

    def study_path(self, study: Study) -> str:
        return self.tool.page.format(kind="case-studies", id=study.id)
