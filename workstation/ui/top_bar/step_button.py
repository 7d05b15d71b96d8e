"""A button that goes back or forward, grey when there is nowhere to go."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from workstation.ui.context import DeskContext
from workstation.ui.icons import icon
from workstation.ui.theme.sizes import px


class StepButton(QToolButton):
    """Follows a command: its name, its key, and whether it makes sense."""

    def __init__(self, context: DeskContext, command: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._command = command
        self.setObjectName(command)
        self.setFixedSize(px(30), px(30))
        self.setIconSize(QSize(px(16), px(16)))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(context.commands.title(command))
        self.clicked.connect(lambda: context.commands.run(command))
        context.theme.changed.connect(self._dress)
        context.commands.keys_changed.connect(self._dress)
        context.commands.allowed_changed.connect(self._settle)
        self._dress()
        self._settle()

    def _dress(self) -> None:
        tokens = self._context.theme.tokens
        self.setIcon(icon(self._command, tokens.muted, tokens.text))
        self.setToolTip(self._context.commands.tooltip(self._command))

    def _settle(self) -> None:
        self.setEnabled(self._context.commands.enabled(self._command))
