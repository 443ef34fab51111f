"""The map over a cluster is a map: in order, of bounded size, whole whatever dies."""

from __future__ import annotations

import contextlib
import shutil
import socket
import sys
import sysconfig
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cbsite.memo.engine import engine_here
from cbsite.ports import remote
from cbsite.ports.cluster import Cluster, joined
from cbsite.ports.joining import CannotJoin
from cbsite.ports.workers import Alone
from tests.support.cluster import LocalCluster, double, half, local_cluster
from tests.support.command import REPOSITORY

SITE_PACKAGES = sysconfig.get_path("purelib")


class Told(list[str]):
    """What was said of the loss of a cluster."""

    def __call__(self, why: str) -> None:
        self.append(why)


@contextlib.contextmanager
def member(cluster: LocalCluster, lost: Told, count: int = 2) -> Iterator[Cluster]:
    """This process at work on a cluster, once all `count` workers are there; nothing is too little for it."""
    with joined(cluster.address, engine_here, Alone(), lost) as made:
        made._client.wait_for_workers(count, timeout=60)
        made._fewest, made._alone = 1, 1.0
        yield made


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalCluster]:
    with local_cluster(tmp_path_factory.mktemp("cluster")) as running:
        yield running


def test_results_come_in_the_order_of_the_inputs(cluster: LocalCluster) -> None:
    lost = Told()
    with member(cluster, lost) as workers:
        for count in (0, 1, 2, 1000):
            assert list(workers.map(double, range(count))) == [2 * n for n in range(count)]
    assert lost == []


def test_little_is_done_here(cluster: LocalCluster) -> None:
    with joined(cluster.address, engine_here, Alone(), Told()) as workers:
        assert list(workers.map(lambda number: -number, [1, 2])) == [-1, -2]


class Looked:
    """Inputs that know how far they were looked at."""

    def __init__(self, count: int) -> None:
        self._count, self.end = count, 0

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, part: slice) -> range:
        self.end = max(self.end, part.stop)
        return range(self._count)[part]


def test_only_so_much_is_under_way(cluster: LocalCluster) -> None:
    inputs: Any = Looked(100_000)
    with member(cluster, Told()) as workers:
        results = workers.map(double, inputs)
        assert next(results) == 0
        assert inputs.end == 2 * 4 * 50
        assert [next(results) for _ in range(500)][-1] == 1000
        assert inputs.end <= 2 * 4 * 50 + 550
        results.close()  # type: ignore[attr-defined]
        assert list(workers.map(double, range(10))) == list(range(0, 20, 2))


def test_what_a_function_does_wrong_is_its_own(cluster: LocalCluster) -> None:
    lost = Told()
    with member(cluster, lost) as workers:
        results = workers.map(half, [0, 2, 4, 5, 6])
        assert [next(results) for _ in range(3)] == [0, 1, 2]
        with pytest.raises(ValueError, match="5 is odd") as caught:
            next(results)
        assert "On a worker of the cluster" in caught.value.__notes__[0]
    assert lost == []


def test_a_worker_that_is_killed(tmp_path: Path) -> None:
    lost = Told()
    with local_cluster(tmp_path) as cluster, member(cluster, lost) as workers:
        results = workers.map(double, range(10_000))
        begun = [next(results) for _ in range(60)]
        cluster.kill(1)
        assert [*begun, *results] == list(range(0, 20_000, 2))
    assert lost == []


def test_all_workers_are_killed(tmp_path: Path) -> None:
    lost = Told()
    with local_cluster(tmp_path, workers=1) as cluster, member(cluster, lost, 1) as workers:
        results = workers.map(double, range(10_000))
        begun = [next(results) for _ in range(60)]
        cluster.kill(1)
        assert [*begun, *results] == list(range(0, 20_000, 2))
        assert lost == ["it has no worker left"]
        assert list(workers.map(double, range(300))) == list(range(0, 600, 2))
    assert len(lost) == 1


def test_the_scheduler_is_killed(tmp_path: Path) -> None:
    lost = Told()
    with local_cluster(tmp_path) as cluster, member(cluster, lost) as workers:
        results = workers.map(double, range(10_000))
        begun = [next(results) for _ in range(60)]
        cluster.kill(0)
        assert [*begun, *results] == list(range(0, 20_000, 2))
    assert len(lost) == 1


def refused(address: str, patience: float = 3) -> str:
    with (
        pytest.raises(CannotJoin) as caught,
        joined(address, engine_here, Alone(), Told(), patience),
    ):
        pass
    return str(caught.value)


@pytest.mark.parametrize(
    "address", ["", "nonsense", "tcp://nowhere", "foo://127.0.0.1:1", "tcp://127.0.0.1:port"]
)
def test_what_is_no_address(address: str) -> None:
    assert "is not the address of a cluster. Write it like tcp://" in refused(address)


def test_nobody_there() -> None:
    with socket.socket() as taken:  # and so nobody else listens there either
        taken.bind(("127.0.0.1", 0))
        said = refused(f"127.0.0.1:{taken.getsockname()[1]}", 1)
    assert "No Dask scheduler answered at tcp://127.0.0.1:" in said
    assert "start one with: dask scheduler" in said


@pytest.mark.parametrize(
    "says", [b"", b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n" * 3]
)
def test_another_program_there(says: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            with contextlib.suppress(OSError):
                while True:
                    came, _ = server.accept()
                    held.append(came)
                    came.sendall(says)

        held: list[socket.socket] = []
        thread = threading.Thread(target=answer)
        thread.start()
        said = refused(f"tcp://127.0.0.1:{server.getsockname()[1]}", 1)
        with contextlib.suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)
        thread.join(20)
        for one in held:
            one.close()
    assert "No Dask scheduler answered" in said


def test_the_address_of_a_worker(cluster: LocalCluster) -> None:
    with member(cluster, Told()) as workers:
        address = min(workers._client.nthreads())
    assert "is no scheduler, but a worker" in refused(address)


def test_a_cluster_without_workers(tmp_path: Path) -> None:
    with local_cluster(tmp_path, workers=0) as cluster:
        said = refused(cluster.address, 1)
    assert f"Start some, each with: dask worker {cluster.address}" in said


def test_a_worker_with_another_cbsite(tmp_path: Path) -> None:
    copy = tmp_path / "other"
    shutil.copytree(REPOSITORY / "cbsite", copy / "cbsite")
    with (copy / "cbsite" / "names.py").open("a", encoding="utf-8") as file:
        file.write("# another\n")
    with local_cluster(tmp_path / "cluster", workers=0) as cluster:
        cluster.add_worker(PYTHONPATH=str(copy))
        said = refused(cluster.address, 60)
    assert said.startswith("The worker at tcp://127.0.0.1:")
    assert "has another cbsite than this computer" in said


def test_a_worker_without_cbsite(tmp_path: Path) -> None:
    with local_cluster(tmp_path, workers=0) as cluster:
        # Without -S it would find the cbsite that is being worked on.
        cluster.add_worker("-S", PYTHONPATH=SITE_PACKAGES)
        said = refused(cluster.address, 60)
    assert "cannot load cbsite (No module named 'cbsite" in said


def test_a_worker_that_joins_later_is_asked_too() -> None:
    with pytest.raises(remote.OtherEngine):
        remote.work(
            remote.Held(remote.packed(double)), remote.packed([1]), lambda: b"other", b"ours"
        )


def test_without_dask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert 'pip install "cbsite[cluster]"' in refused("tcp://127.0.0.1:1")
