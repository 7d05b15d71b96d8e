"""What is said when the desk's memory cannot be opened: why, and what one can do."""

from collections.abc import Callable

from PySide6.QtWidgets import QMessageBox, QWidget

from workstation.replica.errors import BadLuck
from workstation.ui.unexpected import Unexpected
from workstation.ui.words import translate


def cannot_open(
    error: Exception,
    unexpected: Unexpected,
    parent: QWidget | None,
    *,
    again: Callable[[], None],
    leave: Callable[[], None],
) -> None:
    """Bad luck is explained; a bug is logged, and that is said."""
    words = str(error) if isinstance(error, BadLuck) else unexpected.words()
    if not isinstance(error, BadLuck):
        unexpected.log(error)
    box = QMessageBox(parent)
    box.setObjectName("cannot open")
    box.setWindowTitle("Workstation")
    box.setText(words)
    try_again = box.addButton(translate("desk", "Try again"), QMessageBox.ButtonRole.AcceptRole)
    close = box.addButton(translate("desk", "Close"), QMessageBox.ButtonRole.RejectRole)
    try_again.clicked.connect(again)
    close.clicked.connect(leave)
    box.open()
