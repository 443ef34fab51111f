"""R18: after any edit, a build on what is remembered gives what a clean build gives, and says the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rebuild.edits import Trial


@pytest.mark.parametrize("seed", range(4))
def test_two_hundred_random_edits(tmp_path: Path, seed: int) -> None:
    trial = Trial(tmp_path, seed)
    for _ in range(50):
        trial.step()
    assert trial.published > 10
