"""Files and folders. No other module opens one."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
import sys
import sysconfig
import time
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from pathlib import Path
from typing import Literal

import msgspec

WINDOWS = sys.platform == "win32"

PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8) if WINDOWS else ()
"""Seconds between tries. Virus scanners and indexers on Windows hold a file open for a moment."""


class Busy(Exception):
    """Another process holds the lock."""


StrPath = str | os.PathLike[str]
Kind = Literal["file", "symlink", "special"]


class Found(msgspec.Struct, frozen=True, gc=False):
    """Something in a folder: what it is, and its path from there, with forward slashes.

    `special` is what is no file, folder or symbolic link: a device, a pipe, a socket.
    """

    path: str
    kind: Kind
    size: int = 0
    """Bytes; 0 for what is no file."""


class Disk:
    """The computer's files. It remembers nothing; every method may raise OSError."""

    def read(self, path: Path) -> bytes:
        """All bytes of a file."""
        return path.read_bytes()

    def read_each(self, root: Path, paths: Iterable[str]) -> Iterator[bytes]:
        """All bytes of each file, by its path (with forward slashes) under `root`."""
        base = os.fspath(root)
        for path in paths:
            # Unbuffered and by its name: of many small files, half the time goes into opening them.
            with open(f"{base}/{path}", "rb", buffering=0) as file:
                yield file.readall()

    def size(self, path: Path) -> int:
        """The number of bytes of a file."""
        return path.stat().st_size

    def walk(self, root: Path, hidden: bool = False) -> tuple[Found, ...]:
        """All that is under `root`, at any depth, in order of path whatever the disk's own order.

        Folders are not listed themselves and symbolic links are not followed. Names that start with
        a full stop are left out unless `hidden`. Nothing is found under a root that is missing.
        """
        if not root.exists():
            return ()
        found: list[Found] = []
        folders = [(os.fspath(root), "")]
        while folders:
            folders += _look_into(*folders.pop(), hidden, found)
        return tuple(sorted(found, key=_path_of))

    def exists(self, path: Path) -> bool:
        """Whether there is anything at `path`, be it a symbolic link that leads nowhere."""
        return os.path.lexists(path)

    def is_file(self, path: Path) -> bool:
        """Whether `path` is a file, or a symbolic link to one."""
        return path.is_file()

    def is_folder(self, path: Path) -> bool:
        """Whether `path` is a folder, or a symbolic link to one."""
        return path.is_dir()

    def is_link(self, path: Path) -> bool:
        """Whether `path` is a symbolic link (on Windows also a junction)."""
        try:
            return _is_link(path.lstat())
        except FileNotFoundError:
            return False

    def is_empty_folder(self, path: Path) -> bool:
        """Whether `path` is a folder with nothing in it, not even a hidden file."""
        return path.is_dir() and not self.names(path)

    def names(self, folder: Path) -> tuple[str, ...]:
        """The names of all that is directly in a folder, sorted, hidden ones too."""
        return tuple(sorted(os.listdir(folder)))

    def resolve(self, path: Path) -> Path:
        """The absolute path without symbolic links or `..`; what is missing stays as written."""
        return path.resolve()

    def absolute(self, path: Path) -> Path:
        """The path from the root of the disk, without `..`; symbolic links stay as they are."""
        return Path(os.path.abspath(path))

    def package_folders(self) -> tuple[str, ...]:
        """The names of what stands beside the packages that Python has here; some tell a package's version."""
        return self.names(Path(sysconfig.get_path("purelib")))

    def home(self) -> Path | None:
        """The home folder of whoever runs this; a service account may have none."""
        try:
            return Path.home()
        except RuntimeError:
            return None

    def make_folder(self, path: Path) -> None:
        """Make a folder and those above it; no error if it is there."""
        path.mkdir(parents=True, exist_ok=True)

    def write(self, path: StrPath, content: bytes) -> None:
        """Write a file, over any that is there, and make the folders above it.

        Not for what people wrote: a kill in the middle leaves half a file.
        """
        _write(path, content, "wb")

    def link(self, source: StrPath, target: StrPath) -> None:
        """Let `target`, which is not there yet, be the same file as `source`; a copy where that cannot be.

        Neither may be written over from then on.
        """
        try:
            os.link(source, target)
        except OSError:
            # Perhaps the first file of its folder, perhaps a disk without such links.
            Path(target).parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(source, target)
            except OSError:
                _write(target, Path(source).read_bytes(), "xb")

    def write_atomic(self, path: Path, content: bytes) -> None:
        """Write a file so that a kill or power cut leaves the old one or the new one, whole."""
        beside = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
        try:
            _write(beside, content, "xb", sync=True)
            if path.exists():
                shutil.copymode(path, beside)
            _patiently(lambda: os.replace(beside, path))
        except BaseException:
            with contextlib.suppress(OSError):
                beside.unlink()
            raise
        _sync_folder(path.parent)

    def create_new(self, path: Path, content: bytes) -> None:
        """Write a file that is not there yet, and make the folders above it.

        Raises FileExistsError, and leaves the file as it is, when it is there.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("xb")
        try:
            with file:
                file.write(content)
        except BaseException:
            with contextlib.suppress(OSError):
                path.unlink()
            raise

    def remove_file(self, path: Path) -> None:
        """Remove a file or symbolic link; no error if it is not there."""
        _patiently(lambda: path.unlink(missing_ok=True), path)

    def remove_tree(self, path: Path, last: str = "") -> None:
        """Remove a folder and all in it, or a file; no error if it is not there.

        Symbolic links are removed, not followed.

        `last` is the name of something directly in it that goes after all else, so that what a
        kill leaves can still be told from a stranger's folder.
        """
        if not self.exists(path):
            return
        if last:
            for name in self.names(path):
                if name != last:
                    self.remove_tree(path / name)
        _patiently(lambda: _remove(path), path)

    def remove_empty_folder(self, path: Path) -> None:
        """Remove a folder if there is nothing in it."""
        with contextlib.suppress(OSError):
            path.rmdir()

    def is_same_file(self, one: StrPath, other: StrPath) -> bool:
        """Whether two names, both of files that are there, are of one file."""
        return os.path.samestat(os.stat(one), os.stat(other))

    def rename(self, source: Path, target: Path) -> None:
        """Give a file or folder a new name, which must be free."""
        if self.exists(target):
            raise FileExistsError(f"'{target}' is there already.")
        _patiently(lambda: os.rename(source, target))

    def exchange(self, one: Path, other: Path) -> bool:
        """Swap two files or folders in one step, so that at every instant both names are whole.

        False, and nothing has changed, where the system or the file system cannot.
        """
        return _exchange(one, other)

    @contextlib.contextmanager
    def lock(self, path: Path) -> Iterator[None]:
        """Hold the lock file `path`, made if missing, until the end of the `with` block.

        The system lets go of it when the process ends in whatever way. Raises `Busy` at once when
        another process holds it.
        """
        # Imported here, as only builds lock and every command starts by importing this module.
        from filelock import FileLock, Timeout

        self.make_folder(path.parent)
        held = FileLock(path, blocking=False)
        try:
            held.acquire()
        except Timeout as error:
            raise Busy(f"Another process holds the lock '{path}'.") from error
        try:
            yield
        finally:
            held.release()


_path_of = attrgetter("path")


def _look_into(folder: str, prefix: str, hidden: bool, found: list[Found]) -> list[tuple[str, str]]:
    """Add what is in one folder to `found`; the folders in it, each with the beginning of its paths."""
    inner = []
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if not hidden and name.startswith("."):
                continue
            if WINDOWS and _is_link(entry.stat(follow_symlinks=False)):
                found.append(Found(prefix + name, "symlink"))
            elif entry.is_dir(follow_symlinks=False):
                inner.append((entry.path, f"{prefix}{name}/"))
            elif entry.is_file(follow_symlinks=False):
                found.append(
                    Found(prefix + name, "file", entry.stat(follow_symlinks=False).st_size)
                )
            else:
                kind: Kind = "symlink" if entry.is_symlink() else "special"
                found.append(Found(prefix + name, kind))
    return inner


def _is_link(status: os.stat_result) -> bool:
    if sys.platform == "win32" and status.st_reparse_tag == stat.IO_REPARSE_TAG_MOUNT_POINT:
        return True
    return stat.S_ISLNK(status.st_mode)


def _write(path: StrPath, content: bytes, mode: Literal["wb", "xb"], sync: bool = False) -> None:
    try:
        _put(path, content, mode, sync)
    except FileNotFoundError:
        # Only the first file of a folder comes here, which spares thousands of others a look.
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        _put(path, content, mode, sync)


def _put(path: StrPath, content: bytes, mode: Literal["wb", "xb"], sync: bool) -> None:
    with open(path, mode, buffering=0) as file:
        rest = memoryview(content)
        while rest:  # the system may take only a part
            rest = rest[file.write(rest) :]
        if sync:
            os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make a rename outlast a power cut. Windows and some network disks have no such call."""
    if WINDOWS:
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _remove(path: Path) -> None:
    if not path.is_dir() or _is_link(path.lstat()):
        path.unlink(missing_ok=True)
    else:
        shutil.rmtree(path)


def _patiently(act: Callable[[], object], clear: Path | None = None) -> None:
    """Do `act`; on Windows try a few times, and make what is under `clear` writable in between."""
    for pause in PAUSES:
        try:
            act()
            return
        except PermissionError:
            if clear is not None:
                _make_writable(clear)
            time.sleep(pause)
    act()


def _make_writable(root: Path) -> None:
    with contextlib.suppress(OSError):
        root.chmod(stat.S_IWRITE)
    for folder, _, names in os.walk(root):
        for name in names:
            with contextlib.suppress(OSError):
                os.chmod(os.path.join(folder, name), stat.S_IWRITE)


_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_CANNOT = (errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.EPERM)
"""What Linux answers for no such call, a file system without it, and a sandbox that bars it."""


def _exchange(one: Path, other: Path) -> bool:
    if not sys.platform.startswith("linux"):
        return False
    import ctypes  # here, as few commands come this far

    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):  # a C library older than the call
        return False
    failed = renameat2(
        ctypes.c_int(_AT_FDCWD),
        ctypes.c_char_p(os.fsencode(one)),
        ctypes.c_int(_AT_FDCWD),
        ctypes.c_char_p(os.fsencode(other)),
        ctypes.c_uint(_RENAME_EXCHANGE),
    )
    if not failed:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))
