from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from cbsite.ports.process import NotRunnable, Process, TimedOut


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_output_and_errors_come_as_one_with_the_exit_code(tmp_path: Path) -> None:
    code = (
        "import os, sys; print(os.getcwd(), flush=True); print('bad', file=sys.stderr); sys.exit(3)"
    )
    finished = Process().run(python(code), tmp_path, timeout=20)
    assert finished.code == 3
    assert finished.output.splitlines() == [str(tmp_path.resolve()), "bad"]


def test_what_is_not_utf_8_is_replaced(tmp_path: Path) -> None:
    code = r"import sys; sys.stdout.buffer.write(b'caf\xe9 \xc3\xa9\r\n')"
    assert Process().run(python(code), tmp_path, timeout=20).output == "caf\ufffd é\n"


def test_arguments_are_not_read_by_a_shell(tmp_path: Path) -> None:
    code = "import sys; print(sys.argv[1:])"
    finished = Process().run([*python(code), "$HOME; *", "a b"], tmp_path, timeout=20)
    assert finished.output.strip() == "['$HOME; *', 'a b']"


def test_a_program_cannot_ask(tmp_path: Path) -> None:
    finished = Process().run(python("input('name? ')"), tmp_path, timeout=20)
    assert finished.code != 0
    assert "EOFError" in finished.output


def test_a_program_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(NotRunnable, match="no-such-program"):
        Process().run(["no-such-program"], tmp_path, timeout=20)


def test_a_file_that_is_no_program(tmp_path: Path) -> None:
    (tmp_path / "text").write_bytes(b"hello")
    with pytest.raises(NotRunnable, match="text"):
        Process().run([str(tmp_path / "text")], tmp_path, timeout=20)


def test_a_folder_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(NotADirectoryError, match="missing"):
        Process().run(python("pass"), tmp_path / "missing", timeout=20)


def test_a_program_that_takes_too_long_is_ended_and_heard(tmp_path: Path) -> None:
    start = time.monotonic()
    code = "import time; print('working', flush=True); time.sleep(60)"
    with pytest.raises(TimedOut) as caught:
        Process().run(python(code), tmp_path, timeout=1)
    assert time.monotonic() - start < 30
    assert caught.value.output == "working\n"


@pytest.mark.skipif(os.name != "posix", reason="sessions are of POSIX")
def test_what_a_program_started_is_ended_with_it(tmp_path: Path) -> None:
    grandchild = "import time; time.sleep(60)"
    code = (
        "import subprocess, sys, time;"
        f" child = subprocess.Popen([sys.executable, '-c', {grandchild!r}]);"
        " print(child.pid, flush=True); time.sleep(60)"
    )
    start = time.monotonic()
    with pytest.raises(TimedOut) as caught:
        Process().run(python(code), tmp_path, timeout=1)
    assert time.monotonic() - start < 30
    assert _ends(int(caught.value.output))


def test_several_programs_run_at_the_same_time(tmp_path: Path) -> None:
    """Each waits for a file that the other one writes."""
    code = (
        "import sys, time; from pathlib import Path;"
        " mine, other = map(Path, sys.argv[1:]); mine.touch();"
        " [time.sleep(0.01) for _ in range(2000) if not other.exists()];"
        " print(mine, other.exists())"
    )
    commands = [[*python(code), "a", "b"], [*python(code), "b", "a"]]
    finished = Process().run_each(commands, tmp_path, timeout=40)
    assert [(one.code, one.output) for one in finished] == [(0, "a True\n"), (0, "b True\n")]


def test_where_one_cannot_be_run_the_others_are_ended(tmp_path: Path) -> None:
    code = (
        "import os, time; from pathlib import Path;"
        " Path('process').write_text(str(os.getpid())); Path('process').rename('started'); time.sleep(60)"
    )
    waits = (
        "import time; from pathlib import Path;"
        " [time.sleep(0.01) for _ in range(2000) if not Path('started').exists()]; time.sleep(60)"
    )
    with pytest.raises(TimedOut):
        Process().run_each([python(waits), python(code)], tmp_path, timeout=3)
    pid = int((tmp_path / "started").read_text())
    assert _ends(pid)
    with pytest.raises(NotRunnable, match="no-such-program"):
        Process().run_each([python(code), ["no-such-program"]], tmp_path, timeout=20)


def _ends(pid: int) -> bool:
    for _ in range(100):
        if not _alive(pid):
            return True
        time.sleep(0.05)
    return False


def _alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_pagefind_can_be_run(tmp_path: Path) -> None:
    finished = Process().run([Process().pagefind(), "--version"], tmp_path, timeout=20)
    assert finished.code == 0
    assert "pagefind" in finished.output.lower()


def test_pagefind_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pagefind_bin.get_candidate_paths", list)
    with pytest.raises(NotRunnable, match="Install cbsite again"):
        Process().pagefind()


def test_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CBSITE_TEST", "yes")
    assert Process().setting("CBSITE_TEST") == "yes"
    monkeypatch.delenv("CBSITE_TEST")
    assert Process().setting("CBSITE_TEST") == ""


def test_errors_are_left_out_where_nobody_wants_them(tmp_path: Path) -> None:
    code = "import sys; print('good'); print('bad', file=sys.stderr)"
    assert Process().run(python(code), tmp_path, timeout=20, errors=False).output == "good\n"


def test_another_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OURS", "1")
    code = "import os; print(os.environ.get('OURS'), os.environ.get('THEIRS'))"
    theirs = {name: value for name, value in os.environ.items() if name != "OURS"} | {"THEIRS": "2"}
    finished = Process().run(python(code), tmp_path, timeout=20, environment=theirs)
    assert finished.output == "None 2\n"


def test_a_program_that_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = Path(sys.executable)
    monkeypatch.setenv("PATH", str(here.parent))
    assert Path(Process().found(here.stem)) == here
    monkeypatch.setenv("PATH", ".")
    monkeypatch.chdir(here.parent)
    with pytest.raises(NotRunnable, match="not installed"):
        Process().found(here.stem)
    with pytest.raises(NotRunnable, match="no-such-program"):
        Process().found("no-such-program")
