from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from cbsite.ports.workers import Alone, Processes

HERE = os.getpid()
INPUTS = list(range(300))


def square(number: int) -> int:
    return number * number


def where(number: int) -> int:
    time.sleep(0.001)
    return os.getpid()


def unlucky(number: int) -> int:
    """Ends any other process than the one that the tests run in."""
    if os.getpid() != HERE and number > 5:
        os._exit(9)
    return number * number


def wrong(number: int) -> int:
    if number == 250:
        raise ValueError("250 is wrong")
    return number


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("inputs", [[], [3], INPUTS])
def test_results_come_in_the_order_of_the_inputs(count: int, inputs: list[int]) -> None:
    expected = list(Alone().map(square, inputs))
    assert list(Processes(count, fewest=1).map(square, inputs)) == expected


def test_this_process_does_its_share() -> None:
    processes = set(Processes(2, fewest=1).map(where, INPUTS))
    assert len(processes) == 2
    assert os.getpid() in processes


def test_with_few_inputs_it_works_alone() -> None:
    assert set(Processes(2).map(where, INPUTS[:50])) == {os.getpid()}


def test_what_a_killed_worker_had_is_done_here() -> None:
    assert list(Processes(3, fewest=1).map(unlucky, INPUTS)) == [square(one) for one in INPUTS]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_errors_reach_who_asked(count: int) -> None:
    with pytest.raises(ValueError, match="250 is wrong"):
        list(Processes(count, fewest=1).map(wrong, INPUTS))


def mark(path: Path) -> None:
    path.touch()
    # Long enough that a busy computer cannot do them all before it is told to stop.
    time.sleep(0.05)


def test_who_stops_asking_leaves_the_rest_undone(tmp_path: Path) -> None:
    paths = [tmp_path / str(number) for number in range(200)]
    results = Processes(2, fewest=1).map(mark, paths)
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert 0 < len(list(tmp_path.iterdir())) < len(paths)


def test_with_threads_the_processes_are_started_afresh() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert list(Processes(2, fewest=1).map(square, INPUTS)) == [square(one) for one in INPUTS]
    finally:
        done.set()
        thread.join()
