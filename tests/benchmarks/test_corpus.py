"""The corpus of benchmarks: the same bytes every time, and a hub without a fault."""

import shutil
from collections import Counter
from hashlib import sha256
from pathlib import Path
from statistics import mean

import pytest

from benchmarks.corpus import invent
from benchmarks.corpus.dice import Dice
from benchmarks.corpus.hub import hub_files
from benchmarks.corpus.invent import slug, town
from benchmarks.files import write_files
from benchmarks.tools.cbsite import BARE
from cbsite.build import Request, make_site
from cbsite.diagnostics import Report
from cbsite.ports import Ports
from cbsite.project import find_project

DIGEST = "80772d13ba9e1adc6a52c06408ddb6385ae9828d61c8bdd3ee86a1d81dfe3936"
"""Of a small corpus: who changes the corpus can compare no new result with an old one."""


def test_the_same_bytes_every_time() -> None:
    digest = sha256()
    for path, text in hub_files(invent(20), drawn=True):
        digest.update(f"{path}\0{text}\0".encode())
    assert digest.hexdigest() == DIGEST


def test_dice_are_fair_enough() -> None:
    dice = Dice("fair")
    counts = Counter(dice.below(10) for _ in range(10_000))
    assert set(counts) == set(range(10))
    assert all(800 < count < 1200 for count in counts.values())


def test_some_are_different_and_in_order() -> None:
    dice = Dice("some")
    for _ in range(100):
        taken = dice.some(range(20), 5)
        assert len(set(taken)) == 5
        assert list(taken) == sorted(taken)
    assert dice.some("ab", 5) == ("a", "b")


def test_records_in_proportion() -> None:
    network = invent(1000)
    assert len(network.studies) == 1000
    assert len(network.pilots) == 100
    assert len(network.themes) == 20
    for records in (network.places, network.organisations, network.figures, network.pilots):
        assert len({record.id for record in records}) == len(records)
    assert len({study.title for study in network.studies}) == 1000


def test_names_of_towns_are_different_at_any_size() -> None:
    assert len({slug(town(number)) for number in range(5000)}) == 5000


def test_pages_have_about_800_words() -> None:
    texts = [t for path, t in hub_files(invent(50), drawn=False) if "/case-studies/" in path]
    assert 750 < mean(len(text.split("---", 2)[2].split()) for text in texts) < 900


@pytest.mark.parametrize("bare", [True, False])
def test_it_is_a_hub_without_a_fault(tmp_path: Path, bare: bool) -> None:
    if bare:
        shutil.copytree(BARE, tmp_path, dirs_exist_ok=True)
    write_files(tmp_path, hub_files(invent(20), drawn=not bare))
    ports, report = Ports.real(), Report()
    made = make_site(Request(find_project(ports.disk, tmp_path)), ports, report, lambda words: None)
    assert not list(report)
    assert made is not None
    page = made.files["case-studies/study-00001/index.html"].decode()
    assert invent(20).studies[0].title in page
    assert ("stylesheet" in page) is not bare
