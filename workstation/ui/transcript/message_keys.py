"""The keyboard in a transcript: from message to message, choosing several, using what is in one."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from workstation.ui.transcript.message_arrows import MessageArrows
from workstation.ui.transcript.message_deeds import MessageDeeds
from workstation.ui.transcript.message_mouse import MessageMouse
from workstation.ui.transcript.rolling_view import RollingView


class MessageKeys:
    """`press` says whether a key meant something here."""

    def __init__(
        self,
        view: RollingView,
        mouse: MessageMouse,
        arrows: MessageArrows,
        deeds: MessageDeeds,
        copy: Callable[[], None],
    ) -> None:
        self._view = view
        self._mouse = mouse
        self._arrows = arrows
        self._deeds = deeds
        self._copy = copy
        plain, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
        shift = Qt.KeyboardModifier.ShiftModifier
        self._moves: dict[tuple[int, Qt.KeyboardModifier], Callable[[], None]] = {
            (Qt.Key.Key_Up, plain): lambda: self._step(-1),
            (Qt.Key.Key_Down, plain): lambda: self._step(1),
            (Qt.Key.Key_Up, shift): lambda: self._extend(-1),
            (Qt.Key.Key_Down, shift): lambda: self._extend(1),
            (Qt.Key.Key_Left, plain): lambda: arrows.choose(-1),
            (Qt.Key.Key_Right, plain): lambda: arrows.choose(1),
            (Qt.Key.Key_Left, control): lambda: arrows.listen(-1),
            (Qt.Key.Key_Right, control): lambda: arrows.listen(1),
            (Qt.Key.Key_PageUp, plain): lambda: self._page(-1),
            (Qt.Key.Key_PageDown, plain): lambda: self._page(1),
            (Qt.Key.Key_Home, plain): lambda: view.roll_to(0),
            (Qt.Key.Key_End, plain): view.to_newest,
            (Qt.Key.Key_Return, plain): self._activate,
            (Qt.Key.Key_Enter, plain): self._activate,
        }

    def press(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        move = self._moves.get((event.key(), modifiers))
        player = self._deeds.player_in(self._view.currentIndex().row())
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._mouse.choose_all()
        elif event.key() == Qt.Key.Key_Escape and self._mouse.block is not None:
            self._mouse.forget()
            self._view.viewport().update()
        elif move is not None:
            move()
        elif event.key() == Qt.Key.Key_Space and not modifiers and player is not None:
            self._deeds.use(self._view.currentIndex().row(), player)
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        """To the message above or below; the transcript begins at its newest."""
        self._mouse.forget()
        row = self._next(by)
        if row is not None:
            self._go(row)
        elif by < 0:
            self._view.roll_to(0)
        self._view.viewport().update()

    def _extend(self, by: int) -> None:
        """Choose one message more above or below, or one less."""
        block = self._mouse.block
        row = self._next(by)
        if row is None:
            return
        if block is None:
            current = self._view.currentIndex().row()
            self._mouse.extend(row if current < 0 else current)
        self._go(row)
        self._mouse.extend(row)

    def _next(self, by: int) -> int | None:
        lines = self._view.stack.lines
        self._arrows.forget()
        row = self._view.currentIndex().row()
        row = len(lines) - 1 if row < 0 else row + by
        while 0 <= row < len(lines) and lines[row].message is None:
            row += by
        return row if 0 <= row < len(lines) else None

    def _go(self, row: int) -> None:
        view = self._view
        view.stack.measure(row, row)
        index = view.model().index(row, 0)
        view.setCurrentIndex(index)
        view.scrollTo(index)

    def _page(self, by: int) -> None:
        """A screen on, or back; at the oldest that was read, older ones are asked for."""
        bar = self._view.verticalScrollBar()
        self._view.roll_to(bar.value() + by * (self._view.viewport().height() - 40))

    def _activate(self) -> None:
        self._deeds.activate(self._view.currentIndex().row(), self._arrows.chosen)
