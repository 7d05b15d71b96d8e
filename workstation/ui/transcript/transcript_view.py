"""The transcript on the screen: scrolls by pixels, lays out only what comes near, never jumps."""

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QListView,
    QToolTip,
    QWidget,
)

from workstation.ui.context import DeskContext
from workstation.ui.theme.fonts import STRONG, font
from workstation.ui.transcript.message_menu import Wishes, copy_text, message_menu, shown_target
from workstation.ui.transcript.newest_button import NewestButton
from workstation.ui.transcript.pictures import Pictures
from workstation.ui.transcript.stack import Stack
from workstation.ui.transcript.text_selection import (
    TextSelection,
    link_at,
    position_at,
    word_at,
)
from workstation.ui.transcript.transcript_delegate import Marks, TranscriptDelegate
from workstation.ui.transcript.transcript_model import TranscriptModel
from workstation.ui.transcript.transcript_words import TranscriptWords
from workstation.ui.transcript.typesetter import Laid, Place, Typesetter

Index = QModelIndex | QPersistentModelIndex
STICKY = 8
"""Within this many pixels of the end, the view follows what is new."""
AHEAD = 600
"""Older messages are asked for when fewer pixels than this are left above."""


class TranscriptView(QListView):
    """A list view for the sake of screen readers, which know it; the layout and the painting are
    its own."""

    earlier_wanted = Signal()
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
        super().__init__(parent)
        self._context = context
        self._rows = model
        self._words = words
        self._wishes = wishes
        self._delegate = TranscriptDelegate(context.theme, words, pictures)
        self.stack = Stack(Typesetter(words, font(13), font(11), font(13, STRONG)))
        self._following = True
        self._settling = False
        self._selection: TextSelection | None = None
        self._dragging = False
        self._pressed: tuple[int, Place | None, int] | None = None
        self._hover_link: tuple[str, int] = ("", -1)
        self._found = ""
        self._unseen = 0
        self._newest = NewestButton(context.theme, self)
        self._newest.clicked.connect(self.to_newest)
        self._newest.hide()
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._measure_ahead)
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.setInterval(2_500)
        self._fade.timeout.connect(self._unmark)
        self.setObjectName("transcript")
        self.setProperty("look", "window")
        self.setAccessibleName(self.tr("Messages"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # A click on a message must not move it from under the mouse.
        self.setAutoScroll(False)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setMinimumHeight(80)
        self.setModel(model)
        model.modelReset.connect(self._replaced)
        model.rowsInserted.connect(self._inserted)
        model.rowsRemoved.connect(self._restack)
        model.dataChanged.connect(self._restack)
        context.theme.changed.connect(self.viewport().update)
        pictures.arrived.connect(self.viewport().update)

    # ------------------------------------------------------------------ what is shown

    def say_again(self) -> None:
        """The names, the language or the font changed: every line is laid out anew."""
        self.stack.forget()
        self._restack()

    def to_newest(self) -> None:
        self._following = True
        self._settle()
        self.viewport().update()

    def show_message(self, message_id: str) -> bool:
        """Bring a message to the middle of the screen and mark it for a moment."""
        row = self._rows.row_of(message_id)
        if row is None:
            return False
        self._following = False
        self._found = message_id
        self._fade.start()
        for _ in range(3):
            self.stack.measure(max(0, row - 12), min(row + 12, len(self.stack.lines) - 1))
            middle = self.stack.tops[row] + self.stack.height(row) // 2
            self._scroll_to(middle - self.viewport().height() // 2)
        self.setCurrentIndex(self._rows.index(row))
        return True

    def _replaced(self) -> None:
        self._following = True
        self._selection = None
        self._found = ""
        self._unseen = 0
        self.stack.unfolded.clear()
        self.stack.forget()
        self.stack.put(self._rows.lines, self.viewport().width())
        self._settle()
        self.viewport().update()

    def _inserted(self, _parent: Index, _first: int, last: int) -> None:
        at_end = last == self._rows.rowCount() - 1
        self._restack()
        if at_end and not self._following:
            self._unseen += 1
            self._place_newest()

    def _restack(self) -> None:
        """Lines came, went or changed: keep the line that is looked at where it is."""
        anchor = self._anchor()
        self.stack.put(self._rows.lines, self.viewport().width())
        self._settle(anchor)
        self.viewport().update()

    # ------------------------------------------------------------------ keeping the place

    def _anchor(self) -> tuple[str, int] | None:
        """A message on the screen, and how far below the top of the viewport it begins. One that
        was measured before: the height of a line that just came into view may turn out other."""
        lines, tops = self.stack.lines, self.stack.tops
        if not lines:
            return None
        value = self.verticalScrollBar().value()
        first = row = self.stack.row_at(value + 1)
        last = self.stack.row_at(value + self.viewport().height())
        while row < last and (lines[row].message is None or not self.stack.measured(row)):
            row += 1
        if not self.stack.measured(row):
            row = first
        return lines[row].key, tops[row] - value

    def _settle(self, anchor: tuple[str, int] | None = None) -> None:
        """Measure what is on the screen until nothing moves, holding the anchor or the end."""
        if self._settling:
            return
        self._settling = True
        try:
            high = self.viewport().height()
            bar = self.verticalScrollBar()
            if anchor is None:
                anchor = self._anchor()
            for _ in range(8):
                bar.setRange(0, max(0, self.stack.total - high))
                bar.setPageStep(high)
                bar.setSingleStep(40)
                if self._following:
                    bar.setValue(bar.maximum())
                elif anchor is not None:
                    row = next(
                        (r for r, line in enumerate(self.stack.lines) if line.key == anchor[0]),
                        None,
                    )
                    if row is not None:
                        bar.setValue(self.stack.tops[row] - anchor[1])
                if not self.stack.lines:
                    break
                first = self.stack.row_at(bar.value())
                last = self.stack.row_at(bar.value() + high)
                if not self.stack.measure(first, last):
                    break
        finally:
            self._settling = False
        self._idle.start()
        self._place_newest()

    def _measure_ahead(self) -> None:
        """A little at a time, lay out what is above the screen, so that scrolling is smooth."""
        bar = self.verticalScrollBar()
        rows = self.stack.unmeasured(self.stack.row_at(bar.value()), 4) if self.stack.lines else []
        if not rows or not self.isVisible():
            self._idle.stop()
            return
        anchor = self._anchor()
        moved = False
        for row in rows:
            moved |= self.stack.measure(row, row)
        if moved:
            self._settle(anchor)

    def _scroll_to(self, value: int) -> None:
        self._following = False
        self._settling = True
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self.stack.total - self.viewport().height()))
        bar.setValue(value)
        self._settling = False
        self._following = value >= bar.maximum() - STICKY
        self._settle()
        self.viewport().update()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        if self._settling:
            return
        bar = self.verticalScrollBar()
        self._following = bar.value() >= bar.maximum() - STICKY
        self._settle()
        self.viewport().update()
        if bar.value() < AHEAD and self._rows.earlier:
            self.earlier_wanted.emit()

    def _place_newest(self) -> None:
        bar = self.verticalScrollBar()
        far = bar.maximum() - bar.value() > self.viewport().height() // 2
        if self._following:
            self._unseen = 0
        self._newest.say(self._unseen)
        self._newest.setVisible(not self._following and (far or self._unseen > 0))
        size = self._newest.sizeHint()
        self._newest.setGeometry(
            self.viewport().width() - size.width() - 16,
            self.viewport().height() - size.height() - 12,
            size.width(),
            size.height(),
        )

    # ------------------------------------------------------------------ what Qt asks of a view

    def doItemsLayout(self) -> None:
        self._restack()

    def updateGeometries(self) -> None:
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        QAbstractScrollArea.resizeEvent(self, event)
        self._restack()
        bar = self.verticalScrollBar()
        if bar.maximum() < AHEAD and self._rows.earlier:
            self.earlier_wanted.emit()

    def visualRect(self, index: Index) -> QRect:
        row = index.row()
        if not index.isValid() or row >= len(self.stack.tops):
            return QRect()
        top = self.stack.tops[row] - self.verticalScrollBar().value()
        return QRect(0, top, self.viewport().width(), self.stack.height(row))

    def indexAt(self, point: QPoint) -> QModelIndex:
        y = point.y() + self.verticalScrollBar().value()
        if not self.stack.lines or y < 0 or y >= self.stack.total:
            return QModelIndex()
        return self._rows.index(self.stack.row_at(y))

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        rect = self.visualRect(index)
        if rect.isNull():
            return
        value, high = self.verticalScrollBar().value(), self.viewport().height()
        if rect.top() < 0 or rect.height() > high:
            self._scroll_to(value + rect.top() - 8)
        elif rect.bottom() > high:
            self._scroll_to(value + rect.bottom() - high + 8)

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def visualRegionForSelection(self, selection: object) -> QRegion:
        return QRegion(self.viewport().rect())

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Rows are not selected by dragging: text is."""

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
            if self._selection is not None and self._selection.key == line.key:
                marks.selected = self._selection.span
            if self._hover_link[0] == line.key:
                marks.link = self._hover_link[1]
            self._delegate.paint(
                painter, self.stack.setter, line, self.stack.laid(row),
                self.stack.tops[row] - offset, marks,
            )  # fmt: skip

    def _unmark(self) -> None:
        self._found = ""
        self.viewport().update()

    # ------------------------------------------------------------------ mouse

    def _under(self, at: QPoint) -> tuple[int, Laid, QPoint] | None:
        """The row under a point, its layout, and the point within it."""
        index = self.indexAt(at)
        if not index.isValid():
            return None
        row = index.row()
        top = self.stack.tops[row] - self.verticalScrollBar().value()
        return row, self.stack.laid(row), QPoint(at.x(), at.y() - top)

    @staticmethod
    def _place_at(laid: Laid, at: QPoint) -> Place | None:
        return next((p for p in laid.places if p.rect.adjusted(-3, -3, 3, 3).contains(at)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._selection = None
        under = self._under(event.position().toPoint())
        if under is not None:
            row, laid, at = under
            self.selectionModel().setCurrentIndex(
                self._rows.index(row), QItemSelectionModel.SelectionFlag.NoUpdate
            )
            self._pressed = (row, self._place_at(laid, at), link_at(laid, at))
            if self._pressed[1] is None and laid.bubble.contains(at):
                position = position_at(laid, at, strictly=False)
                if position is not None:
                    self._selection = TextSelection(self.stack.lines[row].key, position, position)
                    self._dragging = True
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        under = self._under(event.position().toPoint())
        if self._dragging and self._selection is not None:
            row = self._rows.row_of(self._selection.key)
            if row is not None:
                top = self.stack.tops[row] - self.verticalScrollBar().value()
                at = QPoint(event.position().toPoint().x(), event.position().toPoint().y() - top)
                head = position_at(self.stack.laid(row), at, strictly=False)
                if head is not None and head != self._selection.head:
                    self._selection.head = head
                    self.viewport().update()
            return
        hover, shape = ("", -1), Qt.CursorShape.ArrowCursor
        if under is not None:
            row, laid, at = under
            link = link_at(laid, at)
            if link >= 0:
                hover = (self.stack.lines[row].key, link)
            if link >= 0 or self._place_at(laid, at) is not None:
                shape = Qt.CursorShape.PointingHandCursor
            elif position_at(laid, at, strictly=True) is not None:
                shape = Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        if hover != self._hover_link:
            self._hover_link = hover
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed, self._dragging = self._pressed, None, False
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if self._selection is not None and self._selection.span is not None:
            return
        under = self._under(event.position().toPoint())
        if under is None or under[0] != pressed[0]:
            return
        row, laid, at = under
        if pressed[1] is not None and self._place_at(laid, at) is pressed[1]:
            self._use(row, pressed[1])
        elif pressed[2] >= 0 and link_at(laid, at) == pressed[2]:
            self._wishes.open_link(laid.links[pressed[2]][2])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        under = self._under(event.position().toPoint())
        if under is None or under[1].text is None:
            return
        row, laid, at = under
        position = position_at(laid, at, strictly=True)
        if position is not None:
            start, end = word_at(under[1].text, position)
            self._selection = TextSelection(self.stack.lines[row].key, start, end)
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            under = self._under(event.pos())
            text = ""
            if under is not None:
                _, laid, at = under
                link = link_at(laid, at)
                place = self._place_at(laid, at)
                if link >= 0:
                    text = shown_target(laid.links[link][2])
                elif place is not None and place.attachment is not None:
                    text = shown_target(place.attachment.name)
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().viewportEvent(event)

    def _use(self, row: int, place: Place) -> None:
        line = self.stack.lines[row]
        message = line.message
        if message is None:
            return
        match place.what:
            case "picture" if place.attachment is not None:
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
        """Do what a click on the current message would do, if that is one thing."""
        row = self.currentIndex().row()
        if row >= 0:
            places = self.stack.laid(row).places
            if places:
                self._use(row, places[0])

    def copy(self) -> None:
        """The selected text, else the current message whole."""
        row = self.currentIndex().row()
        if self._selection is not None and self._selection.span is not None:
            selected = self._rows.row_of(self._selection.key)
            if selected is not None:
                message = self.stack.lines[selected].message
                if message is not None and self.stack.lines[selected].kind != "event":
                    starts = self.stack.laid(selected).starts
                    copy_text(self._selection.text(message, starts))
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
        under = self._under(at)
        if under is None:
            return
        row, laid, within = under
        self.selectionModel().setCurrentIndex(
            self._rows.index(row), QItemSelectionModel.SelectionFlag.NoUpdate
        )
        link = link_at(laid, within)
        targets = [laid.links[link][2]] if link >= 0 else [target for _, _, target in laid.links]
        selected = self._selection is not None and self._selection.span is not None
        menu = message_menu(
            self,
            self.stack.lines[row],
            wishes=self._wishes,
            copy=self.copy,
            part=selected,
            links=targets[:8],
            place=self._place_at(laid, within),
        )
        menu.popup(self.viewport().mapToGlobal(at))
