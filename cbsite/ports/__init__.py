"""The only code that touches the world: disk, other programs, the clock, git.

Everything else in cbsite is given what it needs as a `Ports` value, so that a test can put a
failing disk or a still clock in its place.
"""

from __future__ import annotations

from typing import Self

import msgspec

from cbsite.ports.clock import Clock
from cbsite.ports.disk import Disk
from cbsite.ports.git import Git
from cbsite.ports.process import Process
from cbsite.ports.workers import Processes, Workers


class Ports(msgspec.Struct, frozen=True):
    """The ways out of the program that a command may use."""

    disk: Disk
    process: Process
    clock: Clock
    workers: Workers
    git: Git = msgspec.field(default_factory=Git)

    @classmethod
    def real(cls) -> Self:
        """The ports of the computer that this runs on."""
        return cls(Disk(), Process(), Clock(), Processes())
