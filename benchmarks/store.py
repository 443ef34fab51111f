"""Results as JSON, and back."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from benchmarks.machine import short_name
from benchmarks.samples import Results, Sample


def save(results: Results, folder: Path) -> Path:
    """Write the results under their date and machine class; where they are now."""
    path = folder / f"{results.date}-{short_name(results.machine)}.json"
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(as_json(results), "utf-8")
    return path


def as_json(results: Results) -> str:
    """A sample on each line, so that a diff can be read."""
    head = {name: value for name, value in asdict(results).items() if name != "samples"}
    samples = ",\n".join(f"  {json.dumps(_short(one))}" for one in results.samples)
    return json.dumps(head, indent=1)[:-2] + f',\n "samples": [\n{samples}\n ]\n}}\n'


def load(path: Path) -> Results:
    read = json.loads(path.read_text("utf-8"))
    samples = [Sample(**one) for one in read.pop("samples")]
    return Results(**read, samples=samples)


def _short(sample: Sample) -> dict[str, object]:
    """Without what was not measured, and no more digits than the clock is good for."""
    values = asdict(sample)
    for name in ("wall", "cpu"):
        values[name] = round(values[name], 4)
    return {name: value for name, value in values.items() if value or name == "round"}
