"""Paints one contact of the list: who, the last line, how long, what is promised."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLineF, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from workstation.replica.rows.inbox import FoundLine, InboxRow
from workstation.ui.context import DeskContext
from workstation.ui.icons import picture
from workstation.ui.inbox.found_text import FoundText, line_of, searched_in
from workstation.ui.inbox.heading_delegate import HEADING, paint_heading
from workstation.ui.inbox.inbox_model import HEADING_ROLE, ROW_ROLE
from workstation.ui.inbox.inbox_words import (
    MINUTE,
    SECOND,
    TICKING,
    last_words,
    looking_words,
    owner_told,
    place,
    promise,
    shortened,
    since,
)
from workstation.ui.inbox.marking import Look, Marking
from workstation.ui.inbox.row_outline import FACE, LEFT, RIGHT, TEXT, paint_coming, paint_selected
from workstation.ui.nobody import called
from workstation.ui.paintable import apart, paintable_line
from workstation.ui.theme.avatar import paint_avatar
from workstation.ui.theme.channel import paint_channel_dot
from workstation.ui.theme.fonts import BOLD, MEDIUM, font
from workstation.ui.theme.pill import HEIGHT as PILL_HEIGHT, paint_pill, pill_width
from workstation.ui.theme.sizes import px
from workstation.ui.theme.tokens import ROW

Index = QModelIndex | QPersistentModelIndex

_KEPT: Final = 400
_ELIDE: Final = Qt.TextElideMode.ElideRight
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
_SINGLE: Final = Qt.TextFlag.TextSingleLine


@dataclass(slots=True)
class _Prepared:
    """What does not change while the row, its width and its clock stay the same."""

    row: InboxRow
    width: int
    tick: int
    name: str
    age: str
    age_width: float
    last: str
    place: str
    looking: str
    found_name: FoundText | None = None
    found_said: FoundText | None = None
    """In place of the name and the last line, where a search found them."""


class InboxDelegate(QStyledItemDelegate):
    """Cut texts are kept, so that scrolling paints and measures nothing twice."""

    def __init__(self, context: DeskContext, marking: Marking, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._marking = marking
        self._prepared: dict[int, _Prepared] = {}
        self._metrics = {
            "name": QFontMetricsF(font(13, MEDIUM)),
            "unread": QFontMetricsF(font(13, BOLD)),
            "text": QFontMetricsF(font(13)),
            "age": QFontMetricsF(font(12)),
            "place": QFontMetricsF(font(11)),
        }
        context.news.reference_changed.connect(self._prepared.clear)
        context.typing.changed.connect(self._prepared.clear)
        context.theme.changed.connect(self._prepared.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(240), px(HEADING if index.data(HEADING_ROLE) is not None else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = QRectF(option.rect)
        state = option.state
        theme = self._context.theme
        marks = self._marking.look(index.row())
        if marks.heading:
            over = bool(state & QStyle.StateFlag.State_MouseOver)
            heading = index.data(HEADING_ROLE)
            if heading is not None:
                words = index.data(Qt.ItemDataRole.DisplayRole)
                paint_heading(painter, theme, box, words, heading.count, over=over)
            return
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self._is_chosen(state, marks)
        ground = self._ground(painter, box, state, marks, chosen=chosen)
        painter.setPen(QPen(theme.color("line2"), 1))
        painter.drawLine(QLineF(box.left(), box.bottom() - 0.5, box.right(), box.bottom() - 0.5))
        if row is None:
            paint_coming(painter, theme, box)
        else:
            self._paint_row(painter, box, row, ground, marked=marks.marked, chosen=chosen)
        painter.restore()

    @staticmethod
    def _is_chosen(state: QStyle.StateFlag, marks: Look) -> bool:
        """Whether it stands out: the one that is open, or those that are selected."""
        return marks.marked or (bool(state & QStyle.StateFlag.State_Selected) and not marks.any)

    def _ground(
        self,
        painter: QPainter,
        box: QRectF,
        state: QStyle.StateFlag,
        marks: Look,
        *,
        chosen: bool,
    ) -> QColor:
        theme = self._context.theme
        ground = theme.color("surface")
        open_ = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            ground = theme.color("accent_soft")
        elif state & QStyle.StateFlag.State_MouseOver:
            ground = theme.color("hover")
        painter.fillRect(box, ground)
        if open_:
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), theme.color("accent"))
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if marks.lead or (open_ and focused and not marks.led):
            ring = box.adjusted(0.5, 0.5, -0.5, -1.5)
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ring, 3, 3)
        return ground

    def _paint_row(
        self,
        painter: QPainter,
        box: QRectF,
        row: InboxRow,
        ground: QColor,
        *,
        marked: bool,
        chosen: bool,
    ) -> None:
        theme, now = self._context.theme, self._context.clock()
        ready = self._prepare(row, int(box.width()), now)
        top, left, right = box.top() + px(10), box.left() + px(TEXT), box.right() - px(RIGHT)
        if marked:
            paint_selected(painter, theme, box)
        else:
            paint_avatar(painter, row.name, box.left() + px(LEFT), top, px(FACE))
            paint_channel_dot(
                painter,
                theme,
                row.channel,
                box.left() + px(LEFT) + px(23),
                top + px(22),
                px(16),
                ground,
            )
        painter.setFont(font(13, BOLD if row.unread else MEDIUM))
        painter.setPen(theme.color("text"))
        line = QRectF(left, top - px(2), right - left, px(20))
        self._paint_text(painter, line, ready.name, ready.found_name)
        painter.setFont(font(12))
        painter.setPen(theme.color("muted" if chosen else "faint"))
        ages = QRectF(right - ready.age_width - 1, top - px(2), ready.age_width + 1, px(20))
        painter.drawText(ages, _MIDDLE | _SINGLE, ready.age)
        painter.setFont(font(13))
        painter.setPen(theme.color("text" if row.unread else "muted"))
        line = QRectF(left, top + px(17), right - left, px(20))
        self._paint_text(painter, line, ready.last, ready.found_said)
        self._paint_last_line(
            painter, QRectF(left, top + px(39), right - left, px(18)), row, ready, now, chosen
        )

    @staticmethod
    def _paint_text(painter: QPainter, line: QRectF, words: str, found: FoundText | None) -> None:
        if found is not None:
            found.paint(painter, line)
        else:
            painter.drawText(line, _MIDDLE | _SINGLE, words)

    def _paint_last_line(
        self,
        painter: QPainter,
        line: QRectF,
        row: InboxRow,
        ready: _Prepared,
        now: int,
        chosen: bool,
    ) -> None:
        theme, left, right = self._context.theme, line.left(), line.right()
        words, tone = promise(row, now, self._context.language)
        if words:
            left += paint_pill(painter, theme, words, tone, left, line.top(), chosen=chosen) + 7
        if owner := owner_told(self._context, row, self._marking.view):
            right -= px(18)
            paint_avatar(painter, owner, right, line.top(), px(18))
            right -= 6
        if row.pending:
            right -= px(16)
            ratio = painter.device().devicePixelRatioF()
            mark = picture("outbox", theme.tokens.faint, px(14), ratio)
            painter.drawPixmap(int(right), int(line.top()) + 2, mark)
            right -= 4
        if row.tags and not ready.looking:
            left += self._paint_tags(painter, row.tags, left, right, line.top(), chosen)
        painter.setFont(font(11))
        painter.setPen(theme.color("accent" if ready.looking else "muted" if chosen else "faint"))
        words = ready.looking or ready.place
        if self._metrics["place"].horizontalAdvance(words) > right - left:
            words = shortened(self._metrics["place"].elidedText(words, _ELIDE, right - left))
        painter.drawText(QRectF(left, line.top(), right - left, px(PILL_HEIGHT)), _MIDDLE, words)

    def _paint_tags(
        self,
        painter: QPainter,
        tags: tuple[str, ...],
        left: float,
        right: float,
        top: float,
        chosen: bool,
    ) -> float:
        """The first tag, and how many more there are, in at most half of the room; the width it
        took."""
        words = paintable_line(tags[0])
        if len(tags) > 1:
            words += f" +{len(tags) - 1}"
        wide = pill_width(words)
        if wide > (right - left) / 2:
            return 0
        theme = self._context.theme
        return paint_pill(painter, theme, words, "quiet", left, top, chosen=chosen) + 7

    def _prepare(self, row: InboxRow, width: int, now: int) -> _Prepared:
        ready = self._prepared.get(row.number)
        ticking = row.waiting_since is not None and now - row.waiting_since < TICKING
        tick = now // (SECOND if ticking else MINUTE)
        if ready is not None and ready.row is row and ready.width == width and ready.tick == tick:
            return ready
        if len(self._prepared) >= _KEPT:
            self._prepared.clear()
        room = width - px(TEXT) - px(RIGHT)
        old = since(row, now, self._context.language)
        old_width = self._metrics["age"].horizontalAdvance(old)
        names = self._metrics["unread" if row.unread else "name"]
        ready = self._prepared[row.number] = _Prepared(
            row=row,
            width=width,
            tick=tick,
            name=apart(
                names.elidedText(
                    paintable_line(called(row.name, row.channel)), _ELIDE, room - old_width - 8
                )
            ),
            age=old,
            age_width=old_width,
            last=apart(
                self._metrics["text"].elidedText(last_words(self._context, row), _ELIDE, room)
            ),
            place=place(self._context, row),
            looking=looking_words(self._context, row),
        )
        if row.found is not None:
            self._find(ready, row.found, room)
        return ready

    def _find(self, ready: _Prepared, found: FoundLine, room: float) -> None:
        """What a search found stands out, and is what is shown of the contact."""
        theme, row, searched = self._context.theme, ready.row, searched_in(ready.row)
        if found.in_name:
            look = font(13, BOLD if row.unread else MEDIUM)
            ready.found_name = FoundText(ready.name, searched, look, theme)
        if found.text:
            ready.last = line_of(found, self._metrics["text"], room)
            ready.found_said = FoundText(ready.last, searched, font(13), theme)
