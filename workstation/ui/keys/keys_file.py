"""The keys that a person chose, in a plain file of their profile that they may also edit.

What differs from the table stands in it, and the rest as remarks:

    claim = ["Ctrl+T"]
    sync = []
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workstation.ui.commands import NAMED
from workstation.ui.keys.keymap import Keymap, Keys

NAME: Final = "keys.toml"
ASIDE: Final = "keys-unreadable.toml"
_HEAD: Final = """\
# Keys of this desk, where they differ from what is usual. A command may have several keys, or none.
# All commands follow; take the sign away from a line to give its command other keys.

"""
_LARGEST: Final = 100_000


@dataclass(frozen=True, slots=True)
class KeysRead:
    """`unreadable`: the file is there and makes no sense as a whole."""

    keymap: Keymap
    unreadable: bool = False


def read_keys(profile: Path) -> KeysRead:
    """What was chosen; without a file nothing was. Never raises for what a person wrote."""
    path = profile / NAME
    try:
        if not path.exists():
            return KeysRead(Keymap())
        if path.stat().st_size > _LARGEST:
            return KeysRead(Keymap(), unreadable=True)
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return KeysRead(Keymap(), unreadable=True)
    chosen: dict[str, Keys] = {}
    strange = False
    for command, keys in found.items():
        listed = [keys] if isinstance(keys, str) else keys
        if isinstance(listed, list) and all(isinstance(key, str) for key in listed):
            chosen[command] = tuple(listed)
        else:
            strange = True
    return KeysRead(Keymap(chosen), unreadable=strange and not chosen)


def write_keys(profile: Path, chosen: dict[str, Keys]) -> None:
    """Write what was chosen; what could not be read before is kept aside. Raises OSError."""
    path = profile / NAME
    if read_keys(profile).unreadable:
        path.replace(profile / ASIDE)
    lines = [
        ("" if command.name in chosen else "# ")
        + f"{command.name} = [{', '.join(map(_quoted, chosen.get(command.name, command.keys)))}]"
        + f"  # {command.title}\n"
        for command in NAMED.values()
    ]
    fresh = path.with_suffix(".new")
    fresh.write_text(_HEAD + "".join(lines), encoding="utf-8")
    fresh.replace(path)


def _quoted(key: str) -> str:
    return '"' + key.replace("\\", "\\\\").replace('"', '\\"') + '"'
