"""Reports of what broke, in the profile's folder: written, listed, thrown away. Never sent."""

import sys
import traceback
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Final

from workstation.ui.crash.masking import masked
from workstation.ui.unexpected import LOG

FOLDER: Final = "crash"
FATAL: Final = "fatal.txt"
"""What Python itself wrote while the process died; there is something in it only then."""
MOST: Final = 5
LOG_LINES: Final = 80
LONGEST: Final = 60_000


@dataclass(frozen=True, slots=True)
class Report:
    """`name` is its file's; `at` when, in milliseconds since the epoch."""

    name: str
    at: int
    text: str


def write(profile: Path, what: str, trace: str, *, now: int) -> Path:
    """Keep what broke with what an engineer needs to know. Raises OSError."""
    folder = profile / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{datetime.fromtimestamp(now / 1000):%Y%m%d-%H%M%S}-{now % 1000:03}.txt"
    parts = (
        f"Workstation: {what}",
        f"{datetime.fromtimestamp(now / 1000).astimezone():%Y-%m-%d %H:%M:%S %z}",
        "",
        *versions(),
        "",
        masked(trace).strip(),
        "",
        "The end of the log:",
        masked(_log_end(profile)),
    )
    path.write_text("\n".join(parts)[:LONGEST] + "\n", encoding="utf-8")
    for old in sorted(_files(folder))[:-MOST]:
        old.unlink(missing_ok=True)
    return path


def write_error(profile: Path, what: str, error: BaseException, *, now: int) -> Path:
    """The same for an error of Python's."""
    return write(profile, what, trace_of(error), now=now)


def trace_of(error: BaseException) -> str:
    """Where it happened and of what kind. The lines of source stay out, and the message is left to
    masking: they may quote what a customer wrote."""
    lines: list[str] = []
    seen: BaseException | None = error
    while seen is not None and len(lines) < 400:
        lines += [f'  File "{path}", line {line}, in {where}' for path, line, where in _at(seen)]
        lines.append(f"{type(seen).__module__}.{type(seen).__qualname__}: {seen}")
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
        if seen is not None:
            lines.append("after")
    return "\n".join(lines)


def take_in_fatal(profile: Path, *, now: int) -> Path | None:
    """Make a report of what Python wrote while it died the last time, if it did."""
    fatal = profile / FOLDER / FATAL
    try:
        found = fatal.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return None
    return write(profile, "the program died", found, now=now) if found else None


def reports(profile: Path) -> list[Report]:
    """The newest first."""
    found = []
    for path in sorted(_files(profile / FOLDER), reverse=True):
        try:
            text = path.read_text(encoding="utf-8", errors="replace")
            found.append(Report(path.name, int(path.stat().st_mtime * 1000), text))
        except OSError:
            continue
    return found


def throw_away(profile: Path, name: str) -> None:
    (profile / FOLDER / Path(name).name).unlink(missing_ok=True)


def versions() -> list[str]:
    """What runs here; nothing about who it is."""
    import platform
    from importlib.metadata import PackageNotFoundError, version

    from PySide6.QtCore import qVersion

    try:
        ours = version("workstation")
    except PackageNotFoundError:
        ours = "unknown"
    return [
        f"Workstation {ours}",
        f"Python {platform.python_version()}, Qt {qVersion()}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
        f"packaged: {bool(getattr(sys, 'frozen', False))}",
    ]


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.glob("*.txt") if path.name != FATAL]


def _log_end(profile: Path) -> str:
    try:
        with (profile / LOG).open("rb") as file:
            file.seek(0, 2)
            file.seek(max(0, file.tell() - 40_000))
            text = file.read().decode("utf-8", errors="replace")
    except OSError:
        return "(there is none)"
    return "\n".join(text.splitlines()[-LOG_LINES:])


def _at(error: BaseException) -> list[tuple[str, int, str]]:
    trace: TracebackType | None = error.__traceback__
    return [
        (frame.filename, frame.lineno or 0, frame.name) for frame in traceback.extract_tb(trace)
    ]
