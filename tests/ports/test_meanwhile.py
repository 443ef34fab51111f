from __future__ import annotations

import os
import sys
import threading

import pytest

from cbsite.ports import meanwhile as module
from cbsite.ports.meanwhile import meanwhile

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs fork")


@pytest.fixture
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "processors", lambda: 2)


@linux
@pytest.mark.usefixtures("two_processors")
def test_it_is_done_in_a_process_of_its_own() -> None:
    ask = meanwhile(lambda: (os.getpid(), "x" * 1_000_000))
    process, text = ask()
    assert process != os.getpid()
    assert len(text) == 1_000_000
    with pytest.raises(ChildProcessError):
        os.waitpid(process, 0)  # it has been waited for


@linux
@pytest.mark.usefixtures("two_processors")
def test_what_fails_there_fails_here_with_its_own_error() -> None:
    here = os.getpid()

    def work() -> int:
        raise ValueError(f"here: {os.getpid() == here}")

    with pytest.raises(ValueError, match="here: True"):
        meanwhile(work)()


@pytest.mark.usefixtures("two_processors")
def test_with_threads_it_is_done_when_asked_for() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert meanwhile(os.getpid)() == os.getpid()
    finally:
        done.set()
        thread.join()


def test_with_one_processor_it_is_done_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "processors", lambda: 1)
    assert meanwhile(os.getpid)() == os.getpid()


@pytest.mark.usefixtures("two_processors")
def test_where_no_process_can_be_started_it_is_done_when_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full() -> int:
        raise OSError("too many")

    monkeypatch.setattr(os, "fork", full, raising=False)
    assert meanwhile(os.getpid)() == os.getpid()
