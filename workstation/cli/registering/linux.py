"""Linux and other systems with the desktop entries of freedesktop.org: a file with a MimeType."""

import configparser
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from workstation.cli.registering.program import opening
from workstation.resources import resource
from workstation.rules.links import SCHEME

ENTRY: Final = "workstation.desktop"
TYPE: Final = f"x-scheme-handler/{SCHEME}"
_SECTION: Final = "Default Applications"


def install(profile: str) -> str:
    """Where it was written down."""
    path = _entry()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(entry(opening(profile), icon=resource("icons/workstation.svg")), "utf-8")
    _refresh(path.parent)
    tool = shutil.which("xdg-mime")
    if tool is None or subprocess.run([tool, "default", ENTRY, TYPE], check=False).returncode:
        _choose(ENTRY)
    return str(path)


def remove() -> bool:
    """Whether there was anything."""
    path = _entry()
    there = path.exists()
    path.unlink(missing_ok=True)
    if there:
        _refresh(path.parent)
    _choose(None)
    return there


def installed() -> str:
    """Where it is written down, or ""."""
    path = _entry()
    return str(path) if path.exists() and TYPE in path.read_text("utf-8") else ""


def entry(command: Sequence[str], *, icon: Path) -> str:
    """The desktop entry."""
    words = " ".join(map(_quoted, command))
    return (
        "[Desktop Entry]\n"
        "Type=Application\n"
        "Name=Workstation\n"
        "Comment=The window from which customer service works\n"
        "Comment[nl]=Het venster van waaruit de klantenservice werkt\n"
        f"Exec={words} %u\n"
        f"Icon={icon}\n"
        "Terminal=false\n"
        "Categories=Office;\n"
        "StartupWMClass=workstation\n"
        f"MimeType={TYPE};\n"
    )


def _quoted(word: str) -> str:
    """As the specification of desktop entries asks: in quotes, with four characters escaped, and
    those escapes escaped once more as in any value."""
    for character in ("\\", '"', "`", "$"):
        word = word.replace(character, f"\\{character}")
    return '"' + word.replace("\\", "\\\\").replace("%", "%%") + '"'


def _entry() -> Path:
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share"
    return Path(data) / "applications" / ENTRY


def _choose(entry: str | None) -> None:
    """Name the entry for our links in the list of a person's choices, or nothing any more."""
    config = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    path = config / "mimeapps.list"
    if entry is None and not path.exists():
        return
    choices = configparser.RawConfigParser(delimiters=("=",), strict=False, interpolation=None)
    choices.optionxform = str  # type: ignore[method-assign, assignment]
    choices.read(path, "utf-8")
    if not choices.has_section(_SECTION):
        choices.add_section(_SECTION)
    if entry is None:
        choices.remove_option(_SECTION, TYPE)
    else:
        choices.set(_SECTION, TYPE, entry)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        choices.write(file, space_around_delimiters=False)


def _refresh(folder: Path) -> None:
    tool = shutil.which("update-desktop-database")
    if tool is not None:
        subprocess.run([tool, str(folder)], check=False, capture_output=True)
