"""Peers from the package registries: each in a folder of its own, in the versions that are pinned here."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

PINS = Path(__file__).parent / "pins"
"""One `requirements-<peer>.txt` for each peer in Python, and `package.json` for those in JavaScript."""


class NotInstalled(Exception):
    """A peer cannot be had here; the text says why."""


def python_packages(name: str, peers: Path) -> Path:
    """The folder of the peer's own virtual environment, made on first use."""
    requirements = PINS / f"requirements-{name}.txt"
    folder = peers / name
    if _is_new(folder, requirements):
        _run([sys.executable, "-m", "venv", "--clear", str(folder)])
        pip = [str(folder / "bin/python"), "-m", "pip", "--disable-pip-version-check", "install"]
        _run([*pip, "--quiet", "--requirement", str(requirements)])
        _keep(folder, requirements)
    return folder


def node_packages(peers: Path) -> Path:
    """The folder that holds `node_modules`, with a Node of its own."""
    folder = peers / "node"
    lock = PINS / "package-lock.json"
    if _is_new(folder, lock):
        if shutil.which("npm") is None:
            raise NotInstalled("There is no npm here.")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(PINS / name, folder)
        # Not `npm ci`: it refuses where a registry lacks a package that only another system wants.
        _run(["npm", "install", "--no-audit", "--no-fund", "--loglevel=error"], folder)
        _keep(folder, lock)
    return folder


def found_in(folder: Path, pattern: str) -> Path:
    """The one file in a folder that a pattern names, such as a program in a wheel."""
    for path in sorted(folder.glob(pattern)):
        return path
    raise NotInstalled(f"{folder.name} holds no {pattern}.")


def version_of(name: str, package: str) -> str:
    """The version that is pinned, as it is written in the requirements."""
    for line in (PINS / f"requirements-{name}.txt").read_text("utf-8").splitlines():
        pinned, _, version = line.partition("==")
        if pinned.lower() == package:
            return version
    raise NotInstalled(f"{package} is not pinned.")


def node_version(package: str) -> str:
    """The version of a package in JavaScript that is pinned."""
    pinned = json.loads((PINS / "package.json").read_text("utf-8"))["dependencies"]
    return str(pinned[package])


def _is_new(folder: Path, pins: Path) -> bool:
    stamp = folder / "pins.sha256"
    return not stamp.is_file() or stamp.read_text("utf-8") != _digest(pins)


def _keep(folder: Path, pins: Path) -> None:
    (folder / "pins.sha256").write_text(_digest(pins), "utf-8")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _run(command: list[str], folder: Path | None = None) -> None:
    """Raises NotInstalled with what the command said."""
    done = subprocess.run(
        command, cwd=folder, env=os.environ, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise NotInstalled(
            f"{Path(command[0]).name} failed: {(done.stderr or done.stdout)[-1000:]}"
        )
