"""The transcript on the screen: painted by its delegate, used with mouse and keyboard."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from workstation.ui.context import DeskContext
from workstation.ui.theme.fonts import STRONG, font
from workstation.ui.transcript.countdown import Countdown
from workstation.ui.transcript.found_words import FoundWords
from workstation.ui.transcript.leaving import Leaving
from workstation.ui.transcript.message_arrows import MessageArrows
from workstation.ui.transcript.message_deeds import MessageDeeds
from workstation.ui.transcript.message_keys import MessageKeys
from workstation.ui.transcript.message_menu import Wishes, message_menu
from workstation.ui.transcript.message_mouse import MessageMouse
from workstation.ui.transcript.painting.paint_typing import TYPING_ROOM, paint_typing
from workstation.ui.transcript.pictures import Pictures
from workstation.ui.transcript.rolling_view import RollingView
from workstation.ui.transcript.setting.laid import SIDE, Place
from workstation.ui.transcript.sound.listening import Listening
from workstation.ui.transcript.sound.measuring import Measuring
from workstation.ui.transcript.sound.players import Players
from workstation.ui.transcript.stack import MARGIN_BOTTOM
from workstation.ui.transcript.taking import Taking
from workstation.ui.transcript.text_selection import link_at
from workstation.ui.transcript.transcript_delegate import Marks, TranscriptDelegate
from workstation.ui.transcript.transcript_model import TranscriptModel
from workstation.ui.transcript.transcript_words import TranscriptWords
from workstation.ui.transcript.typesetter import Typesetter

MARKED: int = 2_500
"""Milliseconds a message that was searched for stays marked."""


class TranscriptView(RollingView):
    """What a person asks of a message beyond looking at it goes to `wishes`."""

    typed = Signal(str)
    """Somebody typed while the transcript had the focus: it belongs in the composer."""

    def __init__(
        self,
        context: DeskContext,
        model: TranscriptModel,
        words: TranscriptWords,
        pictures: Pictures,
        wishes: Wishes,
        parent: QWidget | None = None,
    ) -> None:
        setter = Typesetter(words, font(13), font(11), font(13, STRONG))
        super().__init__(context.theme, model, setter, parent)
        self._context = context
        self._words = words
        self._wishes = wishes
        self._pictures = pictures
        self.players = Players(pictures, parent=self, measure=Measuring(context, self))
        self._delegate = TranscriptDelegate(context.theme, words, pictures, self.players)
        self.deeds = MessageDeeds(context, self, pictures, self.players, wishes)
        self.countdown = Countdown(self, model, words.waits)
        Leaving(context, self, words)
        self._mouse = MessageMouse(self)
        self._arrows = MessageArrows(self, self.deeds, self.players)
        self.taking = Taking(context, self, self._mouse, self._arrows, words)
        self._keys = MessageKeys(self, self._mouse, self._arrows, self.deeds, self.taking.copy)
        self._listening = Listening(context, self, self.players, wishes)
        self._typing = ""
        self._found = ""
        self._searched = FoundWords()
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.setInterval(MARKED)
        self._fade.timeout.connect(self._unmark)
        self.setObjectName("transcript")
        self.setProperty("look", "window")
        self.setAccessibleName(self.tr("Messages"))
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setMinimumHeight(80)
        model.modelReset.connect(self._forget)
        context.theme.changed.connect(self.viewport().update)
        pictures.arrived.connect(self.viewport().update)
        self.players.changed.connect(self.viewport().update)

    def show_message(self, message_id: str) -> bool:
        """Bring a message to the middle of the screen and mark it for a moment."""
        if not super().show_message(message_id):
            return False
        self._found = message_id
        self._fade.start()
        return True

    def say_typing(self, words: str) -> None:
        """Who is typing, after the last message; nothing when `words` is empty."""
        if words == self._typing:
            return
        self._typing = words
        self.keep_below(TYPING_ROOM if words else 0)
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _forget(self) -> None:
        self._mouse.forget()
        self.players.stop()
        self._arrows.forget()
        self._found = ""

    # ------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._context.theme.color("window"))
        if not self.stack.lines:
            return
        offset = self.verticalScrollBar().value()
        first = self.stack.row_at(offset + event.rect().top())
        last = self.stack.row_at(offset + event.rect().bottom())
        current = self.currentIndex().row() if self.hasFocus() else -1
        chosen = self._mouse.rows()
        for row in range(first, last + 1):
            line = self.stack.lines[row]
            marks = Marks(
                current=row == current,
                found=line.key == self._found,
                chosen=row in chosen,
                words=self._searched,
            )
            if self._mouse.selection is not None and self._mouse.selection.key == line.key:
                marks.selected = self._mouse.selection.span
            if self._mouse.hover[0] == line.key:
                marks.link = self._mouse.hover[1]
            if row == current:
                marks.place = self._arrows.chosen
            self._delegate.paint(
                painter, self.stack.setter.fonts, line, self.stack.laid(row),
                self.stack.tops[row] - offset, marks,
            )  # fmt: skip
        if self._typing:
            below = self.stack.total - TYPING_ROOM - MARGIN_BOTTOM + 8 - offset
            paint_typing(painter, self._context.theme, self._typing, SIDE, below)

    def _unmark(self) -> None:
        self._found = ""
        self.viewport().update()

    # ------------------------------------------------------------------ mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() == Qt.MouseButton.LeftButton:
            self._arrows.forget()
            self._mouse.press(event)
            self._seek(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._seek(event):
            self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        clicked = self._mouse.release(event)
        if clicked is None:
            return
        row, what = clicked
        if isinstance(what, Place):
            self.deeds.use(row, what)
        else:
            self._wishes.open_link(what)

    def _seek(self, event: QMouseEvent) -> bool:
        """While the button is down on a wave, the recording follows the mouse."""
        held = self._mouse.held()
        if held is None or held.what != "wave":
            return False
        self.deeds.seek(held, event.position().toPoint())
        return True

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._mouse.take_word(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._mouse.tell(event)
            return True
        return super().viewportEvent(event)

    # ------------------------------------------------------------------ keyboard and menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if self._keys.press(event):
            return
        if event.text() and event.text().isprintable() and not event.modifiers() & control:
            self.typed.emit(event.text())
        else:
            event.ignore()

    @property
    def searched(self) -> FoundWords:
        """What is marked."""
        return self._searched

    def find_words(self, words: str) -> None:
        """Mark where these stand, also in a contact that is still being read; empty: nowhere."""
        self._searched = FoundWords(words)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.visualRect(self.currentIndex()).center()
        under = self._mouse.under(at)
        if under is None:
            return
        row, laid, within = under
        if row not in self._mouse.rows():
            self._mouse.block = None
        self._mouse.choose(row)
        self._arrows.chosen = next(
            (number for number, one in enumerate(laid.places) if one is laid.place_at(within)), -1
        )
        link = link_at(laid, within)
        targets = [laid.links[link][2]] if link >= 0 else [target for _, _, target in laid.links]
        menu = message_menu(
            self,
            self.stack.lines[row],
            commands=self._context.commands,
            wishes=self._wishes,
            copy=self.taking.copy,
            copy_cited=self.taking.copy_cited,
            use=lambda place: self.deeds.use(row, place),
            part=self.taking.selected_text(),
            several=len(self._mouse.rows()),
            links=targets[:8],
            places=laid.places,
            at=laid.place_at(within),
        )
        menu.popup(self.viewport().mapToGlobal(at))
