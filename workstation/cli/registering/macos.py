"""macOS: links go to applications only, so that a small one is made which hands them to the desk.

The system's own tools make it: `osacompile` the application, `plutil` its claim to the links.
"""

import plistlib
import shlex
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from workstation.cli.registering.program import opening
from workstation.cli.sorry import Sorry
from workstation.rules.links import SCHEME

NAME: Final = "Workstation Links.app"
_REGISTER: Final = (
    "/System/Library/Frameworks/CoreServices.framework/Frameworks/LaunchServices.framework"
    "/Support/lsregister"
)


def script(command: Sequence[str]) -> str:
    """What the application does with a link: start the desk with it and not wait."""
    words = shlex.join(command).replace("\\", "\\\\").replace('"', '\\"')
    return (
        "on open location given\n"
        f'    do shell script "{words} " & quoted form of given & " > /dev/null 2>&1 &"\n'
        "end open location\n"
    )


def claim(plist: dict[str, Any]) -> dict[str, Any]:
    """The application's `Info.plist`, with our links in it."""
    return plist | {
        "CFBundleIdentifier": "example.workstation.links",
        "CFBundleURLTypes": [{"CFBundleURLName": "Workstation", "CFBundleURLSchemes": [SCHEME]}],
        "LSUIElement": True,
    }


def install(profile: str) -> str:
    """Where it was put."""
    tool = shutil.which("osacompile")
    if tool is None:
        raise Sorry("this system has no osacompile, which makes the application for links")
    target = _target()
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(target, ignore_errors=True)
    subprocess.run([tool, "-o", str(target), "-e", script(opening(profile))], check=True)
    path = target / "Contents/Info.plist"
    path.write_bytes(plistlib.dumps(claim(plistlib.loads(path.read_bytes()))))
    subprocess.run([_REGISTER, "-f", str(target)], check=False)
    return str(target)


def remove() -> bool:
    """Whether there was anything."""
    there = _target().exists()
    if there:
        subprocess.run([_REGISTER, "-u", str(_target())], check=False)
    shutil.rmtree(_target(), ignore_errors=True)
    return there


def installed() -> str:
    """Where it is, or ""."""
    return str(_target()) if _target().exists() else ""


def _target() -> Path:
    return Path.home() / "Applications" / NAME
