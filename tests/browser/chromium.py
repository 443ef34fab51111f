"""The browser that tests use: the system's Chromium, Chrome or Edge.

`python tests/browser/chromium.py` finds it, or installs Chromium from the system's own packages.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]
"""What tests start it with: nothing on the network but what the page asks for."""

NAMES = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
    "microsoft-edge", "microsoft-edge-stable", "msedge",
)  # fmt: skip

MAC = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS = (
    r"Google\Chrome\Application\chrome.exe",
    r"Chromium\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
)
WINDOWS_ROOTS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")

INSTALLERS: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = (
    ("apt-get", (("update",), ("install", "-y", "--no-install-recommends", "chromium"))),
    ("dnf", (("install", "-y", "chromium"),)),
    ("apk", (("add", "--no-cache", "chromium"),)),
    ("pacman", (("-Sy", "--noconfirm", "chromium"),)),
    ("zypper", (("--non-interactive", "install", "chromium"),)),
)
"""Package managers, each with what to say to it."""


class NoBrowser(Exception):
    """There is no browser, and none could be installed; the text says what to do."""


def find() -> str | None:
    """The path of the browser, or None."""
    chosen = os.environ.get("CBSITE_BROWSER")
    if chosen:
        return chosen
    for name in NAMES:
        if path := shutil.which(name):
            return path
    return next((str(path) for path in _usual_places() if path.is_file()), None)


def executable() -> str:
    """The path of the browser; raises `NoBrowser`, so that tests without one fail and do not pass."""
    if path := find():
        return path
    raise NoBrowser(
        "The tests need Chromium, Google Chrome or Microsoft Edge, and none was found. Install one, or run"
        f"  {Path(sys.executable).name} tests/browser/chromium.py  or name one in the environment variable"
        " CBSITE_BROWSER."
    )


def install() -> str:
    """Install Chromium from the system's packages and return its path; raises `NoBrowser`."""
    manager = next((found for found in INSTALLERS if shutil.which(found[0])), None)
    if manager is None:
        raise NoBrowser(
            "There is no browser for the tests, and no package manager that is known here to install one."
            " Install Chromium, Google Chrome or Microsoft Edge yourself, then run this again."
        )
    program, orders = manager
    rights = _rights()
    for order in orders:
        command = [*rights, program, *order]
        print(f"Installing a browser for the tests: {' '.join(command)}", flush=True)  # noqa: T201
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        if subprocess.run(command, env=quiet, check=False).returncode and order is orders[-1]:
            raise NoBrowser(
                f"There is no browser for the tests, and it could not be installed: {' '.join(command)} failed."
                " Install Chromium, Google Chrome or Microsoft Edge yourself, then run this again."
            )
    return executable()


def main() -> int:
    """Say where the browser is, having installed one where there is none; the exit code."""
    try:
        path = find() or install()
    except NoBrowser as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 1
    print(f"The browser for the tests is {path}")  # noqa: T201
    return 0


def _usual_places() -> list[Path]:
    if sys.platform == "darwin":
        roots = (Path("/Applications"), Path.home() / "Applications")
        return [root / name for root in roots for name in MAC]
    if sys.platform == "win32":
        named = [os.environ[name] for name in WINDOWS_ROOTS if name in os.environ]
        return [Path(root) / name for root in named for name in WINDOWS]
    return [Path("/snap/bin/chromium"), Path("/opt/google/chrome/chrome")]


def _rights() -> list[str]:
    """What to put before a command that needs the rights of the system's owner."""
    if not hasattr(os, "geteuid") or os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo is None:
        raise NoBrowser(
            "There is no browser for the tests, and installing one needs the rights of root. Install Chromium,"
            " Google Chrome or Microsoft Edge, then run this again."
        )
    return [sudo, "-n"]


if __name__ == "__main__":
    sys.exit(main())
