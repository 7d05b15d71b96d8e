"""What somebody chose lately, so that it comes first the next time.

People are kept for as long as the window is open and nowhere else: outside of the replica nothing
is encrypted. Names of commands and settings are kept with the profile.
"""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSettings

from workstation.ui.nobody import called
from workstation.ui.paintable import paintable_line
from workstation.ui.search.lines import Line

PLACES: Final = 8
COMMANDS: Final = 12
_KEPT: Final = frozenset({"command", "setting"})


class Recents:
    """The newest first."""

    def __init__(self, settings: QSettings | None) -> None:
        self._settings = settings
        kept = settings.value("palette/recent", "") if settings is not None else ""
        self._named: list[str] = [one for one in str(kept or "").split(" ") if ":" in one]
        self.places: list[Line] = []

    @property
    def commands(self) -> list[str]:
        """Names of commands."""
        return [one.partition(":")[2] for one in self._named if one.startswith("command:")]

    def rank(self, line: Line) -> int:
        """0 for what was chosen last, and so on; the same high number for all that was not."""
        if line.kind in _KEPT:
            name = f"{line.kind}:{line.target}"
            return self._named.index(name) if name in self._named else COMMANDS
        for number, place in enumerate(self.places):
            if (place.kind, place.target) == (line.kind, line.target):
                return number
        return PLACES

    def add(self, line: Line) -> None:
        """This was chosen now."""
        if line.kind in _KEPT:
            name = f"{line.kind}:{line.target}"
            self._named = [name, *(one for one in self._named if one != name)][:COMMANDS]
            if self._settings is not None:
                self._settings.setValue("palette/recent", " ".join(self._named))
            return
        if not line.choosable or line.kind in ("completion", "more", "list"):
            return
        place = replace(line, spans=(), message_id="")
        others = [one for one in self.places if (one.kind, one.target) != (line.kind, line.target)]
        self.places = [place, *others][:PLACES]

    def been_to(self, contact_id: str, name: str, channel: str, subject: str) -> None:
        """A contact is on the screen, however it came there."""
        who = paintable_line(called(name, channel))
        self.add(Line("contact", subject, detail=who, channel=channel, target=contact_id))

    def forget(self, kind: str, target: str) -> None:
        """It is gone."""
        self.places = [one for one in self.places if (one.kind, one.target) != (kind, target)]
