"""Gives the office what was typed and not sent, now and then, so that a colleague can take over."""

from typing import Final

from PySide6.QtCore import QObject, QTimer

from workstation.ui.composer.composer_view import ComposerView
from workstation.ui.context import DeskContext

AFTER: Final = 3_000
"""Milliseconds after the last letter."""
AT_LEAST: Final = 15_000
"""Milliseconds after which somebody who types without a pause is shared all the same."""


class DraftSharing(QObject):
    """Follows one composer, whose text is written to this desk's disk before: what is shared is
    read from there. Leaving a contact shares at once."""

    def __init__(self, context: DeskContext, composer: ComposerView) -> None:
        super().__init__(composer)
        self._context = context
        self._composer = composer
        self._contact_id = ""
        """Where something was typed that was not shared yet."""
        self._pause = QTimer(self)
        self._long = QTimer(self)
        for timer, milliseconds in ((self._pause, AFTER), (self._long, AT_LEAST)):
            timer.setSingleShot(True)
            timer.setInterval(milliseconds)
            timer.timeout.connect(self.settle)
        composer.typed.connect(self._typed)
        composer.text.textChanged.connect(self._look)
        composer.text.left.connect(self.settle)

    def settle(self) -> None:
        """Share now what waits."""
        contact_id, self._contact_id = self._contact_id, ""
        self._pause.stop()
        self._long.stop()
        if contact_id:
            self._composer.settle()
            self._context.writer.do(lambda replica: replica.share_draft(contact_id))

    def _typed(self) -> None:
        self._look()
        self._contact_id = self._composer.contact_id or ""
        self._pause.start()
        if not self._long.isActive():
            self._long.start()

    def _look(self) -> None:
        """The text makes room for that of another contact."""
        if self._contact_id and self._composer.contact_id != self._contact_id:
            self.settle()
