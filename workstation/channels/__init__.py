"""MAIL SLOTS: how messages of each channel come in and go out. `port.py` is what a channel must
offer; a folder a channel; `console/` is the one to copy."""

from collections.abc import Mapping
from pathlib import Path

from workstation.channels.console.channel import Console
from workstation.channels.port import Channel
from workstation.models import CHANNELS


def open_channels(folder: Path) -> Mapping[str, Channel]:
    """Every channel by name. `folder` is where one may keep what is its own.

    The console plays each channel that no real provider carries yet.
    """
    console = Console(folder / "console")
    return dict.fromkeys(CHANNELS, console)
