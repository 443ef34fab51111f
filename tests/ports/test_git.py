from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from cbsite.ports.git import Git
from cbsite.ports.process import Finished, NotRunnable, Process, TimedOut
from tests.support.git import Repository

PLACES, HUBS = "data/places.yml", "data/hubs.yml"


def known(folder: Path, git: Git | None = None) -> dict[str, str] | None:
    """The days of the files in a folder; None where git tells nothing."""
    git = git or Git()
    snapshot = git.snapshot(folder)
    days = git.days(snapshot) if snapshot else None
    return None if days is None else {path: day.isoformat() for path, day in sorted(days.items())}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "hub")
    made.commit("2012-01-31", {f"content/{PLACES}": "one", f"content/{HUBS}": "one", "other": ""})
    made.commit("2012-03-05", {f"content/{PLACES}": "two", "content/data/new.yml": ""})
    made.commit("2012-04-01", {"other": "two"})
    return made


def content(repository: Repository) -> Path:
    return repository.folder / "content"


DAYS = {
    "data/hubs.yml": "2012-01-31",
    "data/new.yml": "2012-03-05",
    "data/places.yml": "2012-03-05",
}


def test_each_file_has_the_day_of_its_newest_commit(repository: Repository) -> None:
    assert known(content(repository)) == DAYS


def test_the_whole_working_tree(repository: Repository) -> None:
    assert known(repository.folder) == {
        **{f"content/{path}": day for path, day in DAYS.items()},
        "other": "2012-04-01",
    }


def test_content_deep_in_the_tree(tmp_path: Path) -> None:
    made = Repository(tmp_path / "all")
    made.commit("2012-01-31", {"a b/hüb/content/data/places.yml": "", "a b/hüb/more.txt": ""})
    assert known(tmp_path / "all" / "a b" / "hüb" / "content") == {PLACES: "2012-01-31"}


def test_names_with_any_letters(repository: Repository) -> None:
    odd = () if sys.platform == "win32" else ('a"b.yml', "a\tb.yml")
    files = {f"content/{name}": "" for name in ("é à.yml", "日本.yml", *odd)}
    repository.commit("2012-05-01", files)
    assert known(content(repository)) == {
        **DAYS,
        **{name.removeprefix("content/"): "2012-05-01" for name in files},
    }


def test_a_name_that_is_no_utf_8_has_no_day(repository: Repository) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("Only Linux has such names.")
    (content(repository) / os.fsdecode(b"caf\xe9.yml")).write_text("")
    repository.commit("2012-05-01")
    told = known(content(repository))
    assert told and DAYS.items() <= told.items() and len(told) == 4


def test_the_day_is_the_committers_own(repository: Repository) -> None:
    repository.commit("2012-05-01T01:00:00+1400", {f"content/{PLACES}": "three"})
    repository.commit("2012-05-02T23:00:00-1100", {f"content/{HUBS}": "three"})
    assert known(content(repository)) == {
        **DAYS,
        "data/hubs.yml": "2012-05-02",
        "data/places.yml": "2012-05-01",
    }


def test_the_newest_commit_need_not_be_the_last(repository: Repository) -> None:
    """A clock that was slow, or a commit that was taken over from elsewhere."""
    repository.commit("2012-02-01", {f"content/{PLACES}": "three"})
    assert known(content(repository)) == DAYS


def test_what_is_not_committed_does_not_count(repository: Repository) -> None:
    (content(repository) / PLACES).write_text("changed")
    (content(repository) / "data" / "never.yml").write_text("")
    (content(repository) / "data" / "staged.yml").write_text("")
    repository.git("add", "content/data/staged.yml")
    assert known(content(repository)) == DAYS


def test_a_file_with_another_name_is_as_old_as_its_name(repository: Repository) -> None:
    repository.git("mv", f"content/{HUBS}", "content/data/others.yml")
    repository.commit("2012-06-01")
    told = known(content(repository))
    assert told and told["data/others.yml"] == "2012-06-01"


def _branches(repository: Repository) -> None:
    """Two branches that change files of their own, and one file both."""
    repository.git("checkout", "--quiet", "-b", "side")
    repository.commit("2012-05-01", {"content/side.yml": "", f"content/{PLACES}": "side"})
    repository.git("checkout", "--quiet", "main")
    repository.commit("2012-05-02", {"content/main.yml": "", f"content/{PLACES}": "main"})


def test_a_merge_dates_what_it_changes_and_not_what_it_brings(repository: Repository) -> None:
    _branches(repository)
    repository.git("merge", "--quiet", "--no-commit", "side", code=1)
    repository.commit("2012-06-01", {f"content/{PLACES}": "both", "content/merge.yml": ""})
    assert repository.git("rev-list", "--merges", "--count", "HEAD") == "1"
    assert known(content(repository)) == {
        **DAYS,
        "data/places.yml": "2012-06-01",
        "main.yml": "2012-05-02",
        "merge.yml": "2012-06-01",
        "side.yml": "2012-05-01",
    }


def test_a_merge_without_quarrel_dates_nothing(repository: Repository) -> None:
    repository.git("checkout", "--quiet", "-b", "side")
    repository.commit("2012-05-01", {"content/side.yml": ""})
    repository.git("checkout", "--quiet", "main")
    repository.commit("2012-05-02", {"content/main.yml": ""})
    repository.git("merge", "--quiet", "--no-edit", "side", day="2012-06-01")
    assert known(content(repository)) == {
        **DAYS, "main.yml": "2012-05-02", "side.yml": "2012-05-01",
    }  # fmt: skip


def test_a_branch_that_was_merged_for_nothing_dates_nothing(repository: Repository) -> None:
    _branches(repository)
    repository.git("merge", "--quiet", "--strategy=ours", "--no-edit", "side", day="2012-06-01")
    assert known(content(repository)) == {
        **DAYS, "data/places.yml": "2012-05-02", "main.yml": "2012-05-02",
    }  # fmt: skip


def test_a_shallow_clone_tells_nothing(repository: Repository, tmp_path: Path) -> None:
    shallow = repository.clone(tmp_path / "shallow", "--depth=1")
    assert (content(shallow) / PLACES).is_file()
    assert known(content(shallow)) is None
    shallow.git("fetch", "--quiet", "--unshallow")
    assert known(content(shallow)) == DAYS


def test_a_whole_clone_tells_all(repository: Repository, tmp_path: Path) -> None:
    assert known(content(repository.clone(tmp_path / "clone"))) == DAYS


@pytest.mark.parametrize("left_out", ["blob:none", "tree:0"])
def test_a_partial_clone_is_not_completed(
    repository: Repository, tmp_path: Path, left_out: str
) -> None:
    """Without folders, git would have to fetch them from another computer; without files it need not."""
    repository.git("config", "uploadpack.allowFilter", "true")
    repository.git("config", "uploadpack.allowAnySHA1InWant", "true")
    partial = repository.clone(tmp_path / "partial", f"--filter={left_out}")
    assert known(content(partial)) == (DAYS if left_out == "blob:none" else None)


def test_a_folder_that_is_in_no_repository(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert known(tmp_path / "content") is None
    assert known(tmp_path / "missing") is None


def test_a_repository_without_commits(tmp_path: Path) -> None:
    assert known(Repository(tmp_path / "hub").folder) is None


def test_a_folder_that_only_looks_like_a_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert known(tmp_path) is None
    (tmp_path / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
    assert known(tmp_path) is None
    (tmp_path / ".git" / "HEAD").write_text("0" * 40)
    assert known(tmp_path) is None
    (tmp_path / ".git" / "HEAD").write_bytes(b"\xff\x00")
    assert known(tmp_path) is None


@pytest.mark.parametrize("written", ["", "gitdir: nowhere\n", "gitdir: .git\n"])
def test_a_file_that_leads_to_no_repository(tmp_path: Path, written: str) -> None:
    (tmp_path / ".git").write_text(written)
    assert known(tmp_path) is None


def test_without_git(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository.folder))
    assert known(content(repository)) is None


def test_a_program_that_lies_in_the_folder_is_not_run(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = repository.folder / "git"
    program.write_text("#!/bin/sh\ntouch ran\n")
    program.chmod(0o755)
    monkeypatch.chdir(repository.folder)
    monkeypatch.setenv("PATH", ".")
    assert known(content(repository)) is None
    assert not list(repository.folder.rglob("ran"))


@pytest.mark.parametrize("name", ["GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE"])
def test_another_repository_in_the_environment(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """As git itself sets it for the hooks of that one."""
    other = Repository(tmp_path / "other")
    other.commit("2020-01-01", {f"content/{PLACES}": ""})
    monkeypatch.setenv(name, str(other.folder / ".git"))
    assert known(content(repository)) == DAYS


def test_settings_change_nothing(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = {
        "log.showRoot": "false", "log.showSignature": "true", "log.follow": "true", "log.date": "relative",
        "diff.relative": "true", "diff.renames": "copies", "color.ui": "always", "core.quotePath": "true",
        "log.diffMerges": "first-parent", "diff.external": "false", "core.pager": "false", "diff.noprefix": "true",
        "format.pretty": "oneline", "log.decorate": "full",
    }  # fmt: skip
    for name, value in settings.items():
        repository.git("config", name, value)
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("GIT_TRACE", "1")
    assert known(content(repository)) == DAYS


def test_settings_that_git_ends_over(repository: Repository) -> None:
    repository.git("config", "diff.orderFile", "nowhere")
    assert known(content(repository)) is None


def test_another_working_tree(repository: Repository, tmp_path: Path) -> None:
    repository.git("worktree", "add", "--quiet", "-b", "two", str(tmp_path / "two"))
    assert known(tmp_path / "two" / "content") == DAYS
    (tmp_path / "two" / "content" / PLACES).write_text("three")
    two = object.__new__(Repository)
    two.folder = tmp_path / "two"
    two.commit("2012-07-01")
    assert known(tmp_path / "two" / "content") == {**DAYS, "data/places.yml": "2012-07-01"}
    assert known(content(repository)) == DAYS


def test_a_submodule_is_a_repository_of_its_own(repository: Repository, tmp_path: Path) -> None:
    outer = Repository(tmp_path / "outer")
    inner = repository.folder.as_uri()
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner, "hub")
    outer.commit("2012-08-01")
    assert known(tmp_path / "outer" / "hub" / "content") == DAYS


def test_a_submodule_inside_content_has_no_files_of_ours(
    repository: Repository, tmp_path: Path
) -> None:
    outer = Repository(tmp_path / "outer")
    inner = repository.folder.as_uri()
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner, "content/x")
    outer.commit("2012-08-01")
    assert known(tmp_path / "outer" / "content") == {"x": "2012-08-01"}


def test_a_link_to_the_folder(repository: Repository, tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("Not everybody may make links there.")
    (tmp_path / "link").symlink_to(content(repository))
    assert known(tmp_path / "link") == DAYS
    (tmp_path / "ring").symlink_to(tmp_path / "ring")
    assert known(tmp_path / "ring") is None


def test_a_commit_by_any_way_to_name_it(repository: Repository) -> None:
    commit = repository.git("rev-parse", "HEAD")
    found = Git().snapshot(content(repository))
    assert found and found.commit == commit and found.prefix == "content/"
    repository.git("pack-refs", "--all")
    assert not (repository.folder / ".git/refs/heads/main").exists()
    assert Git().snapshot(content(repository)) == found
    repository.git("checkout", "--quiet", "-b", "main2/a-branch")
    repository.git("checkout", "--quiet", "--detach")
    assert Git().snapshot(content(repository)) == found
    repository.git("symbolic-ref", "refs/heads/other", "refs/heads/main")
    repository.git("symbolic-ref", "HEAD", "refs/heads/other")
    assert Git().snapshot(content(repository)) == found


def test_a_branch_that_is_not_born_beside_others(repository: Repository) -> None:
    repository.git("symbolic-ref", "HEAD", "refs/heads/nothing")
    assert Git().snapshot(content(repository)) is None
    # `refs/heads` is a folder.
    (repository.folder / ".git" / "HEAD").write_text("ref: refs/heads\n")
    assert Git().snapshot(content(repository)) is None


class Told(Process):
    """Says what it was given, and how often it was asked."""

    def __init__(self, answer: Finished | Exception) -> None:
        self.answer, self.asked = answer, 0

    def found(self, name: str) -> str:
        return name

    def run(
        self,
        arguments: Sequence[str],
        folder: Path,
        timeout: float,
        environment: Mapping[str, str] | None = None,
        errors: bool = True,
    ) -> Finished:
        self.asked += 1
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.mark.parametrize(
    "answer",
    [
        Finished(128, "//2012-01-01\0\0content/data/places.yml\0"),
        Finished(0, "//yesterday\0\ncontent/data/places.yml\0"),
        TimedOut("It took too long.", ""),
        NotRunnable("It is not there."),
        NotADirectoryError("It is gone."),
    ],
)
def test_what_git_does_not_say_is_not_known(
    repository: Repository, answer: Finished | Exception
) -> None:
    """A repository of another owner, among others, in which git does nothing."""
    told = Told(answer)
    assert known(content(repository), Git(told)) is None
    assert told.asked == 1


def test_git_is_asked_once_for_a_commit(repository: Repository) -> None:
    told = Told(Finished(0, "//2012-01-01\0\ncontent/data/places.yml\0"))
    git = Git(told)
    assert known(content(repository), git) == {PLACES: "2012-01-01"}
    assert known(content(repository), git) == {PLACES: "2012-01-01"}
    assert told.asked == 1
    repository.commit("2012-09-01")
    assert known(content(repository), git) == {PLACES: "2012-01-01"}
    assert told.asked == 2


@pytest.mark.parametrize("said", ["a" * 40, "a" * 64, "", "--all"])
def test_references_in_a_form_of_their_own(repository: Repository, said: str) -> None:
    own = repository.folder / ".git"
    (own / "reftable").mkdir()
    (own / "HEAD").write_text("ref: refs/heads/.invalid\n")
    found = Git(Told(Finished(0, f"{said}\n"))).snapshot(content(repository))
    assert (found.commit if found else "") == (said if said.startswith("a") else "")
