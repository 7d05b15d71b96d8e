"""Whether there is a screen to open a window on, and what to do when there is none."""

import os
import sys
from collections.abc import Mapping

from workstation.cli.sorry import Sorry

_WITHOUT_SCREEN = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def has_screen(environment: Mapping[str, str], platform: str) -> bool:
    """Linux needs a display server; elsewhere, and where Qt is told to do without, all is well."""
    if not platform.startswith("linux"):
        return True
    if environment.get("QT_QPA_PLATFORM", "").startswith(_WITHOUT_SCREEN):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def need_screen(command: str) -> None:
    """Raise `Sorry` with the way out when a window cannot open here."""
    if has_screen(os.environ, sys.platform):
        return
    raise Sorry(
        "there is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set).\n"
        "On a virtual screen it runs with\n"
        "    make run-virtual\n"
        "in a checkout, and anywhere with\n"
        f'    xvfb-run --auto-servernum --server-args="-screen 0 1600x1000x24" {command}'
    )
