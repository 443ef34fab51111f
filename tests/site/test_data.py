"""The data of the registers: whole, safe to open, and without what readers may not see."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from cbsite.layout.feeds.data import lay_out_data
from cbsite.records.kinds import KINDS
from cbsite.render.data import render_csv, render_json
from tests.support.hubs import SMALL, Files, make, site, small, write
from tests.support.pages import read_pages

PLACES = SMALL["content/data/places.yml"]
SUMMARY = "A summary of a place that is long enough to be one."


def built(folder: Path, changes: Files | None = None) -> Path:
    """The data files of the small hub with `changes`, and nothing else of its site."""
    made = make(folder, changes)
    data = folder / "site/data"
    data.mkdir(parents=True)
    for feed in made.plan.feeds.values():
        if feed.register:
            dataset = lay_out_data(made.library, made.plan, feed.register)
            content = render_csv(dataset) if feed.form == "csv" else render_json(dataset)
            (folder / "site" / feed.address[1:]).write_bytes(content)
    return data


def rows(file: Path) -> list[dict[str, str]]:
    text = file.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def records(file: Path) -> list[dict[str, Any]]:
    found = json.loads(file.read_text("utf-8"))
    assert isinstance(found, list)
    return found


def test_every_register_is_there_twice_with_the_same_records(tmp_path: Path) -> None:
    data = built(tmp_path)
    names = sorted(path.stem for path in data.glob("*.csv"))
    assert names == sorted(path.stem for path in data.glob("*.json"))
    assert len(names) == 11
    for name in names:
        table, whole = rows(data / f"{name}.csv"), records(data / f"{name}.json")
        assert [row["id"] for row in table] == [record["id"] for record in whole]
        assert list(table[0])[:2] == list(whole[0])[:2] == ["id", "address"]
        assert all(row["address"].startswith("https://test.example.org/hub/") for row in table)
        model = next(kind.model for kind in KINDS if kind.register == name)
        assert set(whole[0]) == {*model.model_fields, "address"}
        assert {column.partition(".")[0] for column in table[0]} == set(whole[0])


def test_a_record_is_as_modelled(tmp_path: Path) -> None:
    data = built(tmp_path)
    (event,) = records(data / "events.json")
    assert event["address"] == "https://test.example.org/hub/timeline/#meeting"
    assert event["when"] == {"date": "2012-05-21", "display": None, "basis": "printed", "note": None}  # fmt: skip
    assert event["pilots"] == ["whole-essex"]
    (row,) = rows(data / "events.csv")
    assert row["when.date"] == "2012-05-21"
    assert row["source.locator"] == "the first lines"
    (figure,) = records(data / "figures.json")
    assert figure["value"] == 4
    assert isinstance(figure["value"], int)


def test_lists_and_groups_in_a_table(tmp_path: Path) -> None:
    places = PLACES.replace(
        "kind: council\n", "kind: council\n  aka: [The county, 'Old; Essex']\n", 1
    )
    history = "  stage_history:\n  - {stage: selected, date: 2011-12, source: {id: release}}\n"
    pilots = SMALL["content/data/pilots.yml"] + history
    data = built(tmp_path, {"content/data/places.yml": places, "content/data/pilots.yml": pilots})
    assert rows(data / "places.csv")[0]["aka"] == "The county; Old; Essex"
    assert records(data / "places.json")[0]["aka"] == ["The county", "Old; Essex"]
    cell = rows(data / "pilots.csv")[0]["stage_history"]
    assert json.loads(cell) == [
        {"stage": "selected", "date": {"date": "2011-12", "basis": "printed"}, "source": {"id": "release"}}
    ]  # fmt: skip


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝"])
def test_no_cell_is_taken_for_a_formula(tmp_path: Path, start: str) -> None:
    evil = f"{start}HYPERLINK(1)"
    places = f"{PLACES}- id: evil\n  name: '{evil}'\n  kind: region\n  aka: ['{evil}', b]\n"
    data = built(tmp_path, {"content/data/places.yml": places})
    row = next(row for row in rows(data / "places.csv") if row["id"] == "evil")
    assert (row["name"], row["aka"]) == (f"'{evil}", f"'{evil}; b")
    record = next(record for record in records(data / "places.json") if record["id"] == "evil")
    assert record["name"] == evil


def test_numbers_stay_numbers(tmp_path: Path) -> None:
    places = PLACES.replace("kind: council\n", "kind: council\n  lat: 51.75\n  lon: -0.475\n", 1)
    file = "content/data/figures.yml"
    figures = SMALL[file].replace("value: 4", "value: -1200000000")
    data = built(tmp_path, {"content/data/places.yml": places, file: figures})
    assert rows(data / "places.csv")[0]["lon"] == "-0.475"
    assert records(data / "places.json")[0]["lon"] == -0.475
    assert rows(data / "figures.csv")[0]["value"] == "-1200000000"
    assert records(data / "figures.json")[0]["value"] == -1200000000


def test_a_table_opens_in_excel_as_it_is(tmp_path: Path) -> None:
    places = PLACES.replace("name: Essex", 'name: "Essex, \\"the\\"\\n county: Ynys Môn"')
    file = built(tmp_path, {"content/data/places.yml": places}) / "places.csv"
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbfid,address,")
    assert data.endswith(b"\r\n")
    assert rows(file)[0]["name"] == 'Essex, "the"\n county: Ynys Môn'


PEOPLE = """\
- id: chair
  name: Ann Example
  role: Chair
  email: ann@example.org
  phone: 01632 960000
  publish: full
  basis: Ann Example agreed
  until: {until}
- id: officer
  name: Bob Example
  role: Officer
  email: bob@example.org
  publish: role-only
"""


@pytest.mark.parametrize(("until", "named"), [("2026-06-01", True), ("2026-05-31", False)])
def test_a_person_is_named_only_as_long_as_that_may_be(
    tmp_path: Path, until: str, named: bool
) -> None:
    data = built(tmp_path, {"content/data/people.yml": PEOPLE.replace("{until}", until)})
    for file in (data / "people.csv", data / "people.json"):
        text = file.read_text("utf-8")
        assert all((word in text) == named for word in ("Ann Example", "ann@", "01632 960000"))
        assert "Bob" not in text
        assert "bob@" not in text
        assert "Chair" in text
        assert "Officer" in text


def test_drafts_are_nowhere_and_of_the_withdrawn_there_is_the_reason(tmp_path: Path) -> None:
    places = (
        PLACES.replace(
            "id: kent\n",
            f"id: kent\n  status: withdrawn\n  withdrawn_reason: Sunk.\n  summary: {SUMMARY}\n",
        )
        + "- id: secret\n  name: Secret\n  kind: area\n  status: draft\n"
        + "- id: both\n  name: Both\n  kind: area\n  members: [secret, essex]\n"
    )  # fmt: skip
    data = built(tmp_path, {"content/data/places.yml": places})
    for file in data.iterdir():
        assert "secret" not in file.read_text("utf-8").lower(), file
    found = {record["id"]: record for record in records(data / "places.json")}
    assert found["kent"] == {
        "id": "kent",
        "address": "https://test.example.org/hub/places/kent/",
        "status": "withdrawn",
        "withdrawn_reason": "Sunk.",
    }
    assert found["both"]["members"] == ["essex"]
    row = next(row for row in rows(data / "places.csv") if row["id"] == "kent")
    assert {name for name, cell in row.items() if cell} == set(found["kent"])


def test_files_are_named_by_their_address(tmp_path: Path) -> None:
    file = "content/documents/paper.md"
    paper = SMALL[file].replace("held: full\n", "held: full\noriginal: {file: ../files/a b.pdf}\n")
    data = built(tmp_path, {file: paper, "content/files/a b.pdf": "%PDF"})
    (record,) = records(data / "documents.json")
    assert record["original"]["file"] == "https://test.example.org/hub/files/files/a%20b.pdf"


def test_the_page_names_every_file_with_its_size(tmp_path: Path) -> None:
    made, _ = site(write(tmp_path, small()))
    data = made / "data"
    page = read_pages(made)["data/index.html"]
    for file in data.glob("*.*"):
        if file.suffix in (".csv", ".json"):
            assert f"../data/{file.name}" in page.leads
    size = (data / "places.csv").stat().st_size
    assert f"places.csv {size} bytes" in page.words.replace("\u00a0", " ")
    feeds = read_pages(made)["feeds/index.html"]
    assert {"../feed.xml", "../events.ics", "../data/", "../themes/families/feed.xml"} <= set(feeds.leads)  # fmt: skip
    assert "https://test.example.org/hub/feed.xml" in feeds.words


def test_where_there_is_no_date_nothing_says_where_it_comes_from(tmp_path: Path) -> None:
    events = SMALL["content/data/events.yml"].replace("2012-05-21", "{display: before the recess}")
    made, _ = site(write(tmp_path, small({"content/data/events.yml": events})))
    (event,) = records(made / "data" / "events.json")
    assert event["when"] == {
        "date": None, "display": "before the recess", "basis": None, "note": None,
    }  # fmt: skip
    (row,) = rows(made / "data" / "events.csv")
    assert (row["when.date"], row["when.basis"]) == ("", "")
