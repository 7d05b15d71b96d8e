"""The transcript on the screen: painted by its delegate, used with mouse and keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from workstation.ui.context import DeskContext
from workstation.ui.theme.fonts import STRONG, font
from workstation.ui.transcript.message_menu import Wishes, copy_text, message_menu
from workstation.ui.transcript.message_mouse import MessageMouse
from workstation.ui.transcript.pictures import Pictures
from workstation.ui.transcript.rolling_view import AHEAD, RollingView
from workstation.ui.transcript.text_selection import link_at
from workstation.ui.transcript.transcript_delegate import Marks, TranscriptDelegate
from workstation.ui.transcript.transcript_model import TranscriptModel
from workstation.ui.transcript.transcript_words import TranscriptWords
from workstation.ui.transcript.typesetter import Place, Typesetter

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
        self._delegate = TranscriptDelegate(context.theme, words, pictures)
        self._mouse = MessageMouse(self)
        self._found = ""
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

    def show_message(self, message_id: str) -> bool:
        """Bring a message to the middle of the screen and mark it for a moment."""
        if not super().show_message(message_id):
            return False
        self._found = message_id
        self._fade.start()
        return True

    def _forget(self) -> None:
        self._mouse.forget()
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
        for row in range(first, last + 1):
            line = self.stack.lines[row]
            marks = Marks(current=row == current, found=line.key == self._found)
            if self._mouse.selection is not None and self._mouse.selection.key == line.key:
                marks.selected = self._mouse.selection.span
            if self._mouse.hover[0] == line.key:
                marks.link = self._mouse.hover[1]
            self._delegate.paint(
                painter, self.stack.setter, line, self.stack.laid(row),
                self.stack.tops[row] - offset, marks,
            )  # fmt: skip

    def _unmark(self) -> None:
        self._found = ""
        self.viewport().update()

    # ------------------------------------------------------------------ mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() == Qt.MouseButton.LeftButton:
            self._mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        clicked = self._mouse.release(event)
        if clicked is None:
            return
        row, what = clicked
        if isinstance(what, Place):
            self._use(row, what)
        else:
            self._wishes.open_link(what)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._mouse.take_word(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._mouse.tell(event)
            return True
        return super().viewportEvent(event)

    def _use(self, row: int, place: Place) -> None:
        line = self.stack.lines[row]
        message = line.message
        if message is None:
            return
        match place.what:
            case "picture" if place.attachment is not None:
                if self._pictures.held_back(place.attachment.sha256):
                    self._pictures.wish(place.attachment.sha256)
                else:
                    self._wishes.open_picture(place.attachment)
            case "document" if place.attachment is not None:
                self._wishes.save_file(place.attachment)
            case "retry":
                self._wishes.retry(message)
            case "unfold":
                self._unfold(row)
            case _:
                pass

    def _unfold(self, row: int) -> None:
        line = self.stack.lines[row]
        if line.message is None:
            return
        if line.key in self.stack.unfolded or self._wishes.too_long(line.message):
            self._wishes.read_whole(line.message)
            return
        anchor = self._anchor()
        self._following = False
        self.stack.unfold(line.key)
        self._settle(anchor)
        self.viewport().update()

    # ------------------------------------------------------------------ keyboard and menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        moves: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Up: lambda: self._step(-1),
            Qt.Key.Key_Down: lambda: self._step(1),
            Qt.Key.Key_PageUp: lambda: self._page(-1),
            Qt.Key.Key_PageDown: lambda: self._page(1),
            Qt.Key.Key_Home: lambda: self._scroll_to(0),
            Qt.Key.Key_End: self.to_newest,
            Qt.Key.Key_Return: self._activate,
            Qt.Key.Key_Enter: self._activate,
        }
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif plain and key in moves:
            moves[key]()
        elif (
            event.text().isprintable()
            and event.text()
            and not (
                event.modifiers()
                & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
            )
        ):
            self.typed.emit(event.text())
        else:
            event.ignore()

    def _step(self, by: int) -> None:
        """To the message above or below; the transcript begins at its newest."""
        count = self._rows.rowCount()
        row = self.currentIndex().row()
        row = count - 1 if row < 0 else row + by
        while 0 <= row < count and self.stack.lines[row].message is None:
            row += by
        if 0 <= row < count:
            self.stack.measure(row, row)
            self.setCurrentIndex(self._rows.index(row))
            self.scrollTo(self._rows.index(row))
        elif by < 0:
            self._scroll_to(0)
        self.viewport().update()

    def _page(self, by: int) -> None:
        bar = self.verticalScrollBar()
        self._scroll_to(bar.value() + by * (self.viewport().height() - 40))
        if bar.value() < AHEAD and self._rows.earlier:
            self.earlier_wanted.emit()

    def _activate(self) -> None:
        """Do what a click on the current message would do: fetch all that is held back, else the
        first thing there is to do."""
        row = self.currentIndex().row()
        places = self.stack.laid(row).places if row >= 0 else []
        files = [place.attachment.sha256 for place in places if place.attachment is not None]
        held = [sha256 for sha256 in files if self._pictures.held_back(sha256)]
        for sha256 in held:
            self._pictures.wish(sha256)
        if places and not held:
            self._use(row, places[0])

    def copy(self) -> None:
        """The selected text, else the current message whole."""
        row = self.currentIndex().row()
        if self._mouse.selection is not None and self._mouse.selection.span is not None:
            selected = self._rows.row_of(self._mouse.selection.key)
            if selected is not None:
                message = self.stack.lines[selected].message
                if message is not None and self.stack.lines[selected].kind != "event":
                    starts = self.stack.laid(selected).starts
                    copy_text(self._mouse.selection.text(message, starts))
                    return
                row = selected
        if row >= 0:
            line = self.stack.lines[row]
            said = line.message is not None and line.kind != "event"
            copy_text(line.message.text if said and line.message else self._words.spoken(line))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.visualRect(self.currentIndex()).center()
        under = self._mouse.under(at)
        if under is None:
            return
        row, laid, within = under
        self._mouse.choose(row)
        link = link_at(laid, within)
        targets = [laid.links[link][2]] if link >= 0 else [target for _, _, target in laid.links]
        selected = self._mouse.selection is not None and self._mouse.selection.span is not None
        menu = message_menu(
            self,
            self.stack.lines[row],
            wishes=self._wishes,
            copy=self.copy,
            part=selected,
            links=targets[:8],
            place=self._mouse.place_at(laid, within),
        )
        menu.popup(self.viewport().mapToGlobal(at))
