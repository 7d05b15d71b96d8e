"""When the bell sounds: while somebody waits to be answered, and this person may be disturbed."""

from PySide6.QtCore import QObject

from workstation.ui.calls.ring_tone import RingTone
from workstation.ui.context import DeskContext
from workstation.ui.notify.kinds import QUIET, RING, VOLUME
from workstation.ui.notify.system_quiet import SystemQuiet
from workstation.ui.notify.telling import Around, rings


class Ringing(QObject):
    """Follows what a person chooses while it rings: turning to do-not-disturb silences it."""

    def __init__(self, context: DeskContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._waits = False
        self.bell = RingTone(context.profile, self)
        self._system: SystemQuiet | None = None
        context.preferences.changed.connect(self._chosen)
        context.news.reference_changed.connect(self._decide)
        self._loud()

    def ring(self, waits: bool) -> None:
        """Somebody waits to be answered, or nobody does any more."""
        self._waits = waits
        if waits:
            self._ask_system()
        self._decide()

    def _ask_system(self) -> None:
        """The whole computer may be asked to be quiet; nothing is loaded for that before a call."""
        if self._system is None:
            self._system = SystemQuiet(self)
            self._system.changed.connect(self._decide)
        else:
            self._system.ask()

    def _chosen(self, name: str) -> None:
        if name == VOLUME.name:
            self._loud()
        elif name in (QUIET.name, RING.name):
            self._decide()

    def _decide(self, *_: object) -> None:
        around = Around(
            presence=self._context.me.presence,
            quiet=self._context.preferences.of(QUIET),
            system_quiet=self._system is not None and self._system.quiet,
            looking_at="",
        )
        choice = self._context.preferences.of(RING)
        self.bell.ring(self._waits and rings(around, choice))

    def _loud(self) -> None:
        self.bell.be_loud(self._context.preferences.of(VOLUME))
