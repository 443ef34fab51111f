"""How long each stage of a command took."""

from __future__ import annotations

from collections.abc import Callable

import click
import msgspec

from cbsite.ports.clock import Clock

Say = Callable[[str], None]


class Stopwatch:
    """Told what a command does next, as it goes; passes it on to `say`."""

    def __init__(self, clock: Clock, say: Say) -> None:
        self._clock, self._say = clock, say
        self._stages: list[tuple[str, float, float]] = [("Starting", 0.0, 0.0)]

    def __call__(self, stage: str) -> None:
        self._stages.append((stage, self._clock.seconds(), self._clock.busy_seconds()))
        self._say(stage)

    def stages(self) -> list[tuple[str, float, float]]:
        """Each stage in order: its name, seconds that it took, and seconds of processors, all processes together.

        The first is the time from the start of the program to the first stage.
        """
        ends = [*self._stages[1:], ("", self._clock.seconds(), self._clock.busy_seconds())]
        return [
            (name, end - start, busy - before)
            for (name, start, before), (_, end, busy) in zip(self._stages, ends, strict=True)
        ]


def print_timings(watch: Stopwatch, form: str) -> None:
    """The stages as a table for people, or as JSON; on the error stream, as they are no result."""
    stages = watch.stages()
    wall, busy = sum(one[1] for one in stages), sum(one[2] for one in stages)
    if form == "json":
        rows = [
            {"stage": name, "seconds": round(took, 4), "cpu_seconds": round(cpu, 4)}
            for name, took, cpu in stages
        ]
        said = {"stages": rows, "seconds": round(wall, 4), "cpu_seconds": round(busy, 4)}
        click.echo(msgspec.json.encode(said), err=True)
        return
    width = max(len(name) for name, _, _ in stages)
    click.echo(f"{'stage':{width}}  seconds   of processors", err=True)
    for name, took, cpu in (*stages, ("all", wall, busy)):
        click.echo(f"{name:{width}}  {took:7.3f}   {cpu:7.3f}", err=True)
