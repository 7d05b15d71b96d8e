"""Asking for a passphrase from a worker that needs the key. Most desks never do."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from workstation.ui.threads.returning import Returning

if TYPE_CHECKING:
    from workstation.ui.signin.passphrase_dialog import PassphraseDialog


class PassphraseAsker(QObject):
    """`ask` blocks the thread that calls it, never the GUI thread, until a person has answered."""

    def __init__(self, first: Callable[[], bool]) -> None:
        super().__init__()
        self._first = first
        self._returning = Returning(self)
        self.dialog: PassphraseDialog | None = None

    def ask(self, said: str) -> str | None:
        """The passphrase, or None when the person would rather not. `said` is what was wrong
        with the one before, or ""."""
        answered = threading.Event()
        answer: list[str | None] = [None]

        def show() -> None:
            from workstation.ui.signin.passphrase_dialog import PassphraseDialog

            dialog = PassphraseDialog(first=self._first(), said=said, parent=_window())
            dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
            self.dialog = dialog

            def finish(result: int) -> None:
                if result:
                    answer[0] = dialog.field.text()
                self.dialog = None
                dialog.deleteLater()
                answered.set()

            dialog.finished.connect(finish)
            dialog.destroyed.connect(lambda _=None: answered.set())  # with the window it is in
            dialog.show()

        self._returning.call(show, self)
        answered.wait()
        return answer[0]


def _window() -> QWidget | None:
    """The window in whose middle it is asked; none at the very start."""
    active = QApplication.activeWindow()
    if active is not None:
        return active
    shown = (one for one in QApplication.topLevelWidgets() if one.isWindow() and one.isVisible())
    return next((one for one in shown if one.windowType() == Qt.WindowType.Window), None)
