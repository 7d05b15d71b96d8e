"""Windows: a few values in the person's own part of the registry."""

import subprocess
import sys
from collections.abc import Sequence
from typing import Final

from workstation.cli.registering.program import opening
from workstation.rules.links import SCHEME

ROOT: Final = f"Software\\Classes\\{SCHEME}"
_COMMAND: Final = f"{ROOT}\\shell\\open\\command"


def entries(command: Sequence[str]) -> tuple[tuple[str, str, str], ...]:
    """Each key under the person's own root, a value's name, and the value."""
    words = subprocess.list2cmdline(command)
    return (
        (ROOT, "", "URL:Workstation"),
        (ROOT, "URL Protocol", ""),
        (f"{ROOT}\\DefaultIcon", "", f'"{command[0]}",0'),
        (_COMMAND, "", f'{words} "%1"'),
    )


def install(profile: str) -> str:
    """Where it was written down."""
    if sys.platform == "win32":
        import winreg

        for key, name, value in entries(opening(profile)):
            with winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, key) as made:
                winreg.SetValueEx(made, name, 0, winreg.REG_SZ, value)
    return f"HKEY_CURRENT_USER\\{ROOT}"


def remove() -> bool:
    """Whether there was anything."""
    there = bool(installed())
    if sys.platform == "win32":
        import winreg

        for key in (
            _COMMAND,
            f"{ROOT}\\shell\\open",
            f"{ROOT}\\shell",
            f"{ROOT}\\DefaultIcon",
            ROOT,
        ):
            try:
                winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)
            except FileNotFoundError:
                continue
    return there


def installed() -> str:
    """Where it is written down, or ""."""
    if sys.platform == "win32":
        import winreg

        try:
            winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CURRENT_USER, _COMMAND))
        except FileNotFoundError:
            return ""
        return f"HKEY_CURRENT_USER\\{ROOT}"
    return ""
