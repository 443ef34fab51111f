from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path

import pytest

from cbsite.ports import meanwhile as module
from cbsite.ports.meanwhile import meanwhile
from tests.support.command import python

ELSEWHERE = """
import os
from cbsite.ports import meanwhile as module

module.processors = lambda: 2
ask = module.meanwhile(lambda: (os.getpid(), "x" * 1_000_000))
process, text = ask()
assert process != os.getpid() and len(text) == 1_000_000
try:
    os.waitpid(process, 0)
except ChildProcessError:
    print("It has been waited for.")
"""

FAILS = """
import os
from cbsite.ports import meanwhile as module

module.processors = lambda: 2
here = os.getpid()

def work():
    raise ValueError(f"here: {os.getpid() == here}")

try:
    module.meanwhile(work)()
except ValueError as error:
    print(error)
"""

NOT_ASKED = """
import os, time
from pathlib import Path
from cbsite.ports import meanwhile as module

module.processors = lambda: 2

def work():
    Path("process").write_text(str(os.getpid()))
    Path("process").rename("started")
    return "x" * 1_000_000

module.meanwhile(work)
while not Path("started").exists():
    time.sleep(0.01)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs fork")
@pytest.mark.parametrize(
    ("code", "said"), [(ELSEWHERE, "It has been waited for."), (FAILS, "here: True")]
)
def test_it_is_done_in_a_process_of_its_own_and_what_fails_there_fails_here(
    code: str, said: str
) -> None:
    ended = python("-c", code)
    assert (ended.returncode, ended.stdout.strip(), ended.stderr) == (0, said, "")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs fork")
def test_it_ends_where_nobody_asks_any_more(tmp_path: Path) -> None:
    assert python("-c", NOT_ASKED, folder=tmp_path).returncode == 0
    process = Path("/proc", (tmp_path / "started").read_text())
    for _ in range(200):
        if not process.exists():
            return
        time.sleep(0.05)
    pytest.fail("It lives on.")


@pytest.fixture
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "processors", lambda: 2)


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
