"""Words that mean the same, from the registers."""

from __future__ import annotations

import json
from pathlib import Path

from cbsite.search.synonyms import NAMES, SYNONYMS, name_files, synonym_files
from tests.search.test_words import lists_of
from tests.support.hubs import make

GLOSSARY = """\
- id: pbr
  label: PbR
  expand: payment by results
  definition: Paying for what a service brings about.
  synonyms: [outcome payment, pbr]
- id: secret
  label: SEC
  expand: a secret
  definition: Not yet for readers.
  status: draft
- id: gone
  label: GON
  expand: what is gone
  definition: Taken back.
  status: withdrawn
  withdrawn_reason: It was wrong.
"""


def groups(folder: Path, **registers: str) -> list[list[str]]:
    files = {f"content/data/{name}.yml": text for name, text in registers.items()}
    made = make(folder, files)
    assert made.problems() == []
    found = json.loads(synonym_files(made.library)[SYNONYMS])
    assert isinstance(found, list)
    return found


def test_other_words_of_a_term_but_each_only_once(tmp_path: Path) -> None:
    assert groups(tmp_path, glossary=GLOSSARY) == [["PbR", "payment by results", "outcome payment"]]


def test_a_hub_without_any_has_an_empty_file(tmp_path: Path) -> None:
    assert groups(tmp_path) == []


def test_words_that_lead_to_a_theme_are_not_words_for_one_another(tmp_path: Path) -> None:
    themes = "- id: families\n  label: Families\n  synonyms: [households, parents]\n"
    assert groups(tmp_path, themes=themes) == [["Families", "households"], ["Families", "parents"]]


def test_names_of_places_organisations_and_programmes(tmp_path: Path) -> None:
    found = groups(
        tmp_path,
        places="- id: essex\n  name: Essex\n  kind: council\n  aka: [County of Essex]\n",
        organisations="- id: lga\n  name: The LGA\n  kind: group\n  names:\n    - name: LG Group\n",
        programmes="- id: budgets\n  name: Budgets\n  stage: live\n  names: [Pots]\n",
    )
    assert found == [["Budgets", "Pots"], ["Essex", "County of Essex"], ["The LGA", "LG Group"]]


def test_the_words_of_names_without_what_is_not_published(tmp_path: Path) -> None:
    made = make(tmp_path, {"content/data/glossary.yml": GLOSSARY})
    ((_, names),) = lists_of(name_files(made.library), NAMES)
    assert names["pbr"] == 1
    assert list(names) == sorted(names)
    assert not {"sec", "gon"} & set(names)
