"""A site that a cluster makes is the site that one process makes."""

from __future__ import annotations

import datetime
import json
import pickle
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from cbsite.memo.engine import engine_here
from cbsite.ports.cluster import joined
from cbsite.ports.workers import Alone, Workers
from tests.rebuild.edits import Outcome, build
from tests.support.cluster import LocalCluster, local_cluster
from tests.support.command import REPOSITORY, cbsite, cbsite_here
from tests.support.hubs import small, write
from tests.support.templates import DAY, FULL

HUBS = ("full", "demonstration")
AS_OF = datetime.date.fromisoformat(DAY)


class Packed:
    """One process that packs and unpacks all it is given and gives, as it would for another."""

    def __init__(self) -> None:
        self.packed: set[str] = set()

    def map(self, function: Callable[[Any], Any], inputs: Sequence[Any]) -> Iterator[Any]:
        self.packed.add(getattr(function, "__name__", type(function).__name__))
        unpacked, given = pickle.loads(pickle.dumps((function, inputs)))
        return iter(pickle.loads(pickle.dumps([unpacked(one) for one in given])))


class Hit:
    """Workers to whom something is done in the middle of each map of pages."""

    def __init__(self, workers: Workers, hit: Callable[[], None]) -> None:
        self._workers, self._hit = workers, hit

    def map(self, function: Callable[[Any], Any], inputs: Sequence[Any]) -> Iterator[Any]:
        for number, result in enumerate(self._workers.map(function, inputs)):
            if number == len(inputs) // 4 and type(function).__name__ == "PageMaker":
                self._hit()
            yield result


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalCluster]:
    with local_cluster(tmp_path_factory.mktemp("cluster")) as running:
        yield running


@pytest.fixture(params=HUBS)
def hub(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "full":
        return shutil.copytree(FULL, tmp_path / "hub")
    return shutil.copytree(REPOSITORY / "content", tmp_path / "hub" / "content").parent


def made(hub: Path, workers: Workers, name: str = "site") -> Outcome:
    """Build, and remember nothing of it but under the same name."""
    folder = hub.parent
    return build(hub, folder / name, folder / f"{name}.sqlite", AS_OF, workers)


def test_all_that_is_mapped_can_be_packed(hub: Path) -> None:
    packed = Packed()
    first = made(hub, packed)
    assert first[0] == made(hub, Alone(), "alone")[0]
    template = hub / "templates" / "parts" / "base.html"
    template.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(REPOSITORY / "templates" / "parts" / "base.html", template)
    with template.open("a", encoding="utf-8") as file:
        file.write("<!-- another -->\n")
    again = made(hub, packed)
    assert again[0] != first[0]
    assert again[0] == made(hub, Alone(), "alone")[0]
    assert packed.packed == {"read_to_bytes", "TextRules", "FeedMaker", "PageMaker", "PageRenderer"}


def test_a_cluster_makes_the_same_site(cluster: LocalCluster, hub: Path) -> None:
    lost: list[str] = []
    with joined(cluster.address, engine_here, Alone(), lost.append) as workers:
        workers._client.wait_for_workers(2, timeout=60)
        workers._fewest = 1
        site = made(hub, workers)
    assert site[0]
    assert site == made(hub, Alone(), "alone")
    assert lost == []


@pytest.mark.parametrize("who", [1, 0], ids=["a worker", "the scheduler"])
def test_whoever_is_killed_in_the_middle_the_site_is_the_same(
    hub: Path, tmp_path: Path, who: int
) -> None:
    lost: list[str] = []
    with local_cluster(tmp_path / "cluster") as cluster:
        with joined(cluster.address, engine_here, Alone(), lost.append) as workers:
            workers._client.wait_for_workers(2, timeout=60)
            workers._fewest = 1
            site = made(hub, Hit(workers, lambda: cluster.kill(who)))
        assert cluster.processes[who].poll() is not None
    assert site[0]
    assert site == made(hub, Alone(), "alone")
    assert len(lost) == (who == 0)


def command(hub: Path, output: Path, *more: str) -> list[str | Path]:
    return ["build", "--source", hub, "--output", output, "--as-of", DAY, *more]


def test_the_command(cluster: LocalCluster, hub: Path) -> None:
    """Its manifest is what it is without a cluster, to the byte; the search index is in it."""
    manifests = []
    for number, more in enumerate(((), ("--cluster", cluster.address))):
        shutil.rmtree(hub / ".cbsite", ignore_errors=True)
        output = hub / f"site{number}"
        ended = cbsite(*command(hub, output, *more))
        assert ended.returncode == 0, ended.stderr
        assert "lost" not in ended.stderr
        manifests.append((output / "cbsite-manifest.json").read_bytes())
    assert manifests[0] == manifests[1]
    assert len(json.loads(manifests[0])["files"]) > 150


def test_nobody_at_the_address(tmp_path: Path) -> None:
    hub = write(tmp_path, small())
    ended = cbsite("build", "--source", hub, "--cluster", "tcp://127.0.0.1:1")
    assert ended.returncode == 2
    (line,) = ended.stderr.splitlines()
    assert line.startswith("cbsite: No Dask scheduler answered at tcp://127.0.0.1:1 within 10 s")
    assert not (hub / "site").exists()


def test_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    ended = cbsite_here("build", "--source", write(tmp_path, small()), "--cluster", "127.0.0.1:1")
    assert ended.returncode == 2
    assert 'pip install "cbsite[cluster]"' in ended.stderr
    assert "mistake in cbsite" not in ended.stderr


def test_an_empty_address(tmp_path: Path) -> None:
    ended = cbsite_here("build", "--source", write(tmp_path, small()), "--cluster", "")
    assert ended.returncode == 2
    assert "'' is not the address of a cluster" in ended.stderr
