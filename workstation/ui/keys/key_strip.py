"""The strip under the cheat sheet: what can be done with the chosen command, and hearing a key."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workstation.ui.command_actions import shown_key
from workstation.ui.context import DeskContext
from workstation.ui.keys.keymap import Keymap, Problem, pressed
from workstation.ui.words import translate


class KeyStrip(QWidget):
    """`chosen` comes with the keys as they shall be."""

    chosen = Signal(object)
    """`Keymap`"""
    left = Signal()
    """A key was given or not: the list may have the caret again."""

    _state = "idle"  # Qt sends events before the rest of this is made

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._command = ""
        self._key = ""
        self.setObjectName("key strip")
        self.setProperty("look", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.change = self._button(translate("keys", "Press another key…"), self.listen)
        self.swap = self._button(translate("keys", "Swap the two"), self._swap)
        self.take = self._button(translate("keys", "Take it over"), self._take_over)
        self.cancel = self._button(translate("keys", "Cancel"), self.stop)
        self.none = self._button(translate("keys", "No key"), self._clear)
        self.reset = self._button(translate("keys", "As it was"), self._reset)
        self.reset_all = self._button(translate("keys", "All as they were"), self._reset_all)
        for button in (self.change, self.swap, self.take, self.cancel, self.none, self.reset):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.reset_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 14)
        column.setSpacing(10)
        column.addWidget(self._words)
        column.addLayout(row)
        self._show()

    @property
    def state(self) -> str:
        """ "idle", "listening" or "taken"."""
        return self._state

    @property
    def words(self) -> str:
        return self._words.text()

    def about(self, command: str) -> None:
        """Another command is chosen; "" for none that can be changed."""
        self._command = command
        self._become("idle")

    def listen(self) -> None:
        """The next key is the one."""
        if self._command:
            self._become("listening")
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        self._become("idle")
        self.left.emit()

    # hearing

    def event(self, event: QEvent) -> bool:
        if self._state == "listening" and isinstance(event, QKeyEvent):
            # Before it does what it usually does, wherever that is.
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._hear(event)
                return True
        return super().event(event)

    def _hear(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.stop()
            return
        key = pressed(event.key(), event.modifiers())
        if not key:
            return
        self._key = key
        problem = self._keymap().trouble(self._command, key)
        if problem is None:
            self._choose(self._keymap().give(self._command, key))
        elif problem.what == "taken":
            self._become("taken", problem)
            self.swap.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            words = translate("keys", "{key} is needed for typing and moving. Press another one.")
            self._words.setText(words.format(key=shown_key(key)))

    # doing

    def _swap(self) -> None:
        self._choose(self._keymap().swap(self._command, self._key))

    def _take_over(self) -> None:
        self._choose(self._keymap().give(self._command, self._key))

    def _clear(self) -> None:
        self._choose(self._keymap().take(self._command))

    def _reset(self) -> None:
        self._choose(self._keymap().reset(self._command))

    def _reset_all(self) -> None:
        self._choose(Keymap())

    def _choose(self, keymap: Keymap) -> None:
        self._become("idle")
        self.chosen.emit(keymap)
        self._show()
        self.left.emit()

    def _keymap(self) -> Keymap:
        return self._context.commands.keymap or Keymap()

    # showing

    def _become(self, state: str, problem: Problem | None = None) -> None:
        self._state = state
        self._show(problem)

    def _show(self, problem: Problem | None = None) -> None:
        commands, keymap = self._context.commands, self._keymap()
        title = commands.title(self._command) if self._command else ""
        idle, taken = self._state == "idle", self._state == "taken"
        if self._state == "listening":
            words = translate("keys", "Press the new key for “{command}”. Esc leaves it as it is.")
            self._words.setText(words.format(command=title))
        elif taken and problem is not None:
            words = translate("keys", "{key} is already “{other}”.")
            other = commands.title(problem.other)
            self._words.setText(words.format(key=shown_key(problem.key), other=other))
        elif self._command:
            self._words.setText(title)
        else:
            self._words.setText(translate("keys", "Choose a command to give it another key."))
        changed = bool(self._command) and keymap.changed(self._command)
        for button, there, usable in (
            (self.change, idle, bool(self._command)),
            (self.none, idle, bool(self._command) and bool(commands.keys(self._command))),
            (self.reset, idle, changed),
            (self.reset_all, idle, bool(keymap.chosen)),
            (self.swap, taken, bool(self._command) and bool(commands.keys(self._command))),
            (self.take, taken, True),
            (self.cancel, not idle, True),
        ):
            button.setVisible(there)
            button.setEnabled(usable)

    def _button(self, words: str, what: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(what)
        return button
