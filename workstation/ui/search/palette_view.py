"""The palette: one field over the dimmed window, and under it all that was found."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QCursor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from workstation.rules.finding.completing import (
    Place,
    operators_that_begin,
    with_operator,
    with_value,
)
from workstation.rules.finding.operators import OPERATORS
from workstation.ui.context import DeskContext
from workstation.ui.search.as_list import AS_LIST
from workstation.ui.search.completions import operators_at
from workstation.ui.search.lines import Line
from workstation.ui.search.palette_delegate import PaletteDelegate, height_of
from workstation.ui.search.palette_field import PaletteField
from workstation.ui.search.palette_footer import PaletteFooter
from workstation.ui.search.palette_model import LINE_ROLE, PaletteModel
from workstation.ui.search.recents import Recents
from workstation.ui.theme.sizes import px
from workstation.ui.words import translate

WIDE: Final = 640
TALLEST: Final = 520
"""Of the list, in device-independent pixels."""
FIELD: Final = 50
TOP_SHARE: Final = 0.1
"""How far from the top of the window it stands."""


class PaletteView(QWidget):
    """Lies over the whole window; a click beside it puts it away."""

    chosen = Signal(object)
    """`Line`"""
    left = Signal()
    """The person went back without choosing."""

    def __init__(self, context: DeskContext, recents: Recents, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._recents = recents
        self._over = window
        self._before: QWidget | None = None
        self._mouse = QPoint()
        self._kept: Line | None = None
        self._kept_at = 0
        self._kept_for = ""
        """The line that was chosen among what was found for a text: it stays so when more comes."""
        self.setObjectName("palette")
        self.setAccessibleName(translate("search", "Search"))
        self.model = PaletteModel(context, recents, self)
        self.card = QFrame(self)
        self.card.setObjectName("palette card")
        self.card.setProperty("look", "raised")
        self.field = PaletteField(context, self.card)
        self.list = self._make_list(context)
        self.footer = PaletteFooter(context, self.card)
        self._build()
        self._listen()
        self.hide()

    # what others ask

    def begin(self, text: str | None = None) -> None:
        """Come up with the caret in the field, and what was typed the last time selected."""
        if not self.isVisible():
            self._before = self._over.focusWidget()
        self._mouse = QCursor.pos()
        self.setGeometry(self._over.rect())
        if text is not None:
            self.field.setText(text)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._typed()
        self._settle()

    def put_away(self) -> None:
        """Give the caret back to where it was."""
        if not self.isVisible():
            return
        self.hide()
        self.model.rest()
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """To the next line that can be chosen; a longer step stops at the ends."""
        lines = self.model.lines
        can = [row for row, line in enumerate(lines) if line.choosable]
        if not can:
            return
        row = self.list.currentIndex().row() if self.list.currentIndex().isValid() else -1
        at = can.index(row) if row in can else -1 if by > 0 else 0
        to = at + by
        to = to % len(can) if abs(by) == 1 else max(0, min(len(can) - 1, to))
        self._choose_row(can[to])
        self._kept = self.current

    @property
    def current(self) -> Line | None:
        index = self.list.currentIndex()
        return index.data(LINE_ROLE) if index.isValid() else None

    # inside

    def _make_list(self, context: DeskContext) -> QListView:
        made = QListView(self.card)
        made.setObjectName("palette list")
        made.setProperty("look", "raised ground")
        made.setModel(self.model)
        made.setItemDelegate(PaletteDelegate(context.theme, made))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setMouseTracking(True)
        made.setAccessibleName(translate("search", "Found"))
        made.viewport().installEventFilter(self)
        made.clicked.connect(lambda index: self._choose(index.data(LINE_ROLE)))
        return made

    def _build(self) -> None:
        column = QVBoxLayout(self.card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self.field.setFixedHeight(px(FIELD))
        column.addWidget(self.field)
        column.addWidget(self._rule())
        column.addWidget(self.list, 1)
        column.addWidget(self._rule())
        column.addWidget(self.footer)

    def _rule(self) -> QWidget:
        rule = QWidget(self.card)
        rule.setFixedHeight(1)
        rule.setProperty("look", "line")
        rule.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        return rule

    def _listen(self) -> None:
        self._over.installEventFilter(self)
        self.field.textEdited.connect(self._typed)
        self.field.cursorPositionChanged.connect(self._moved)
        self.field.stepped.connect(self.step)
        self.field.chose.connect(self._choose_current)
        self.field.completed.connect(self._complete)
        self.field.left.connect(self._leave)
        self.footer.chosen.connect(self._put_operator)
        self.model.modelReset.connect(self._settle)
        allow = self._context.commands.allow
        self.model.settled.connect(lambda: allow(AS_LIST, self.model.lists))
        self._context.theme.changed.connect(self.update)

    def _typed(self, *_: object) -> None:
        self.model.look_for(self.field.text(), self.field.cursorPosition())
        self.field.tint(self.model.asked)
        at = self.model.at
        kinds = operators_at(at, self._context.language)
        begun = at is not None and at.kind is None and len(at.typed) > 1 and len(kinds) < 4
        self.footer.offer(kinds, begun=begun)

    def _moved(self, _old: int, _new: int) -> None:
        """The caret went elsewhere in what is typed: other things can be filled in there."""
        if self.isVisible() and self.field.text() == self.model.text and self.model.asked.narrowed:
            self._typed()

    def _settle(self) -> None:
        """Take the room that what was found needs, and choose the first line."""
        if not self.isVisible():
            return
        width = min(px(WIDE), self.width() - 32)
        top = max(16, round(self.height() * TOP_SHARE))
        lines = self.model.lines
        tall = sum(height_of(line) for line in lines) + (12 if lines else 0)
        room = self.height() - top - px(FIELD) - self.footer.sizeHint().height() - 24
        self.list.setFixedHeight(max(0, min(tall, px(TALLEST), room)))
        self.list.setVisible(bool(lines))
        height = px(FIELD) + self.list.height() * bool(lines) + self.footer.sizeHint().height() + 4
        self.card.setGeometry((self.width() - width) // 2, top, width, height)
        kept = self._kept if self._kept_for == self.model.text else None
        self._kept_for = self.model.text
        can = [row for row, line in enumerate(lines) if line.choosable]
        same = next((row for row in can if lines[row] == kept), None)
        if kept is not None and kept.kind == "more" and same is None:
            same = next((row for row in can if row >= self._kept_at), None)
        if same is not None:
            self._choose_row(same)
        elif can:
            self._kept = None
            self.list.setCurrentIndex(self.model.index(can[0]))
            self.list.scrollToTop()

    def _choose_row(self, row: int) -> None:
        index = self.model.index(row)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)

    def _choose_current(self) -> None:
        line = self.current
        if line is not None:
            self._choose(line)

    def _choose(self, line: Line) -> None:
        if line.kind == "completion":
            self._put_value(line.target)
        elif line.kind == "more":
            self._kept, self._kept_at = line, self.list.currentIndex().row()
            self.model.more()
        elif line.kind == "list":
            self._context.commands.run(AS_LIST)
        elif line.choosable:
            self._recents.add(line)
            self.put_away()
            self.chosen.emit(line)

    def _leave(self) -> None:
        self.put_away()
        self.left.emit()

    # filling in

    def _complete(self) -> None:
        at = self.model.at
        if at is None:
            return
        if at.kind is not None:
            first = next((one for one in self.model.lines if one.kind == "completion"), None)
            if first is not None:
                self._put_value(first.target)
        elif at.typed:
            self._put_operator(operators_at(at, self._context.language)[0])

    def _put_value(self, value: str) -> None:
        if self.model.at is not None:
            self._put(*with_value(self.field.text(), self.model.at, value))

    def _put_operator(self, kind: str) -> None:
        text, at = self.field.text(), self.model.at
        if kind == ">":
            bare = text.lstrip("> ")
            self._put(f"> {bare}", len(bare) + 2)
            return
        language = self._context.language
        begun = at is not None and at.kind is None and bool(at.typed)
        if at is None or not begun or kind not in operators_that_begin(at.typed, language):
            text = text.removeprefix("> ").rstrip()
            text += " " if text else ""
            at = Place(None, "", len(text), len(text))
        for named in OPERATORS:
            if named == kind:
                self._put(*with_operator(text, at, named, language))

    def _put(self, text: str, caret: int) -> None:
        self.field.setText(text)
        self.field.setCursorPosition(caret)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._typed()

    # the window under it

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list.viewport():
            if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
                self._follow(event)
        elif event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._over.rect())
            self._settle()
        return False

    def _follow(self, event: QMouseEvent) -> None:
        """Choose what the mouse points at once it moves: a mouse that happens to lie where the
        list opens has chosen nothing."""
        where = event.globalPosition().toPoint()
        if where == self._mouse:
            return
        self._mouse = where
        index = self.list.indexAt(event.position().toPoint())
        if index.isValid() and self.model.flags(index) & Qt.ItemFlag.ItemIsSelectable:
            self.list.setCurrentIndex(index)
            self._kept = self.current

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self._leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        dim = QColor(self._context.theme.color("text"))
        if self._context.theme.tokens.dark:
            dim = QColor(self._context.theme.color("sunken"))
        dim.setAlpha(150 if self._context.theme.tokens.dark else 60)
        painter.fillRect(event.rect(), dim)
