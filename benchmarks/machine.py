"""What sort of machine this is; nothing that names it."""

from __future__ import annotations

import os
import platform
import re
from pathlib import Path


def machine_class() -> dict[str, str | int]:
    """Cores, processor, memory and system, as the results have them."""
    return {
        "cores": len(os.sched_getaffinity(0)),
        "processor": _first(r"^model name\s*:\s*(.+)$", "/proc/cpuinfo") or platform.machine(),
        "memory_gib": round(int(_first(r"^MemTotal:\s*(\d+)", "/proc/meminfo") or 0) / 2**20),
        "system": _first(r'^PRETTY_NAME="(.+)"$', "/etc/os-release") or platform.system(),
        "kernel": ".".join(platform.release().split(".")[:2]),
        "python": platform.python_version(),
    }


def short_name(machine: dict[str, str | int]) -> str:
    """For a file name: `2-cores-intel-xeon`."""
    words = re.findall(r"[a-z]+", str(machine["processor"]).lower().replace("(r)", ""))
    return "-".join([f"{machine['cores']}-cores", *words[:2]])


def _first(pattern: str, path: str) -> str | None:
    try:
        found = re.search(pattern, Path(path).read_text("utf-8"), re.M)
    except OSError:
        return None
    return found[1].strip() if found else None
