"""Paints one line of the palette, with what matched in the accent colour."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from workstation.ui.icons import picture
from workstation.ui.paintable import paintable_line
from workstation.ui.search.lines import Line
from workstation.ui.search.palette_model import LINE_ROLE
from workstation.ui.theme.avatar import paint_avatar
from workstation.ui.theme.channel import paint_channel_dot
from workstation.ui.theme.fonts import MEDIUM, STRONG, font
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme
from workstation.ui.words import translate

Index = QModelIndex | QPersistentModelIndex

GROUP: Final = 30
LINE: Final = 34
SIDE: Final = 20
_LEFT: Final = 50
_GAP: Final = 10
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter


def height_of(line: Line) -> int:
    """In device-independent pixels."""
    return px(GROUP if line.kind == "group" else LINE + 10 if line.kind == "nothing" else LINE)


class PaletteDelegate(QStyledItemDelegate):
    """A group's name is small and grey; a result has a face, a dot or an icon."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, height_of(index.data(LINE_ROLE)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE_ROLE)
        box = QRectF(option.rect)
        theme = self._theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.kind == "group":
            painter.setFont(font(12, STRONG))
            painter.setPen(theme.color("faint"))
            painter.drawText(box.adjusted(SIDE, 6, -SIDE, 0), _MIDDLE, line.title)
        elif line.kind in ("nothing", "searching"):
            painter.setFont(font(13))
            painter.setPen(theme.color("muted"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, line.title)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            if chosen:
                painter.fillRect(box, theme.color("accent_soft"))
            self._paint_line(painter, box, line, chosen=chosen)
        painter.restore()

    def _paint_line(self, painter: QPainter, box: QRectF, line: Line, *, chosen: bool) -> None:
        theme = self._theme
        self._paint_mark(painter, box, line, chosen=chosen)
        right = box.right() - SIDE
        if line.keyed:
            right -= self._paint_key(painter, box, line.right) + _GAP
        else:
            said = _deed(line) if chosen else line.right
            if said:
                painter.setFont(font(12))
                painter.setPen(theme.color("muted" if chosen else "faint"))
                painter.drawText(
                    box.adjusted(0, 0, -SIDE, 0), _MIDDLE | Qt.AlignmentFlag.AlignRight, said
                )
                right -= QFontMetricsF(painter.font()).horizontalAdvance(said) + _GAP
        left = box.left() + SIDE + px(_LEFT - SIDE)
        if line.kind == "contact" and line.detail:
            name = self._elided(line.detail, (right - left) * 0.34, medium=True)
            painter.setFont(font(13, MEDIUM))
            painter.setPen(theme.color("text"))
            painter.drawText(QRectF(left, box.top(), right - left, box.height()), _MIDDLE, name)
            left += QFontMetricsF(painter.font()).horizontalAdvance(name) + _GAP
        room = QRectF(left, box.top(), right - left, box.height())
        taken = self._paint_title(painter, room, line)
        if line.kind != "contact" and line.detail:
            rest = room.adjusted(taken + _GAP, 0, 0, 0)
            painter.setFont(font(13))
            painter.setPen(theme.color("muted"))
            painter.drawText(rest, _MIDDLE, self._elided(line.detail, rest.width()))

    def _paint_mark(self, painter: QPainter, box: QRectF, line: Line, *, chosen: bool) -> None:
        theme = self._theme
        middle = box.center().y()
        if line.kind == "customer":
            paint_avatar(painter, line.title, box.left() + SIDE, middle - px(9), px(18))
        elif line.channel:
            ground = theme.color("accent_soft" if chosen else "raised")
            paint_channel_dot(
                painter, theme, line.channel, box.left() + SIDE + 3, middle - px(6), px(12), ground
            )
        else:
            ink = theme.tokens.warn if line.kind == "trouble" else theme.tokens.faint
            ratio = painter.device().devicePixelRatioF()
            mark = picture(line.icon or "keyboard", ink, px(16), ratio)
            painter.drawPixmap(QPointF(box.left() + SIDE + 1, middle - px(8)), mark)

    def _paint_key(self, painter: QPainter, box: QRectF, key: str) -> float:
        painter.setFont(font(11))
        width = QFontMetricsF(painter.font()).horizontalAdvance(key) + 12
        cap = QRectF(box.right() - SIDE - width, box.center().y() - px(10), width, px(20))
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.setBrush(self._theme.color("surface"))
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(self._theme.color("faint"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
        return width

    def _paint_title(self, painter: QPainter, box: QRectF, line: Line) -> float:
        """The title on one line with its matches marked; the width it took."""
        theme = self._theme
        plain = paintable_line(line.title)
        # One character for one: positions of what matched stay right.
        words = plain if len(plain) == len(line.title) else line.title
        words = self._elided(words, box.width())
        layout = QTextLayout(words, font(13))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        ranges = []
        for start, end in line.spans:
            marked = QTextLayout.FormatRange()
            marked.start = len(words[:start].encode("utf-16-le", "surrogatepass")) // 2
            marked.length = len(words[start:end].encode("utf-16-le", "surrogatepass")) // 2
            form = QTextCharFormat()
            form.setForeground(theme.color("accent"))
            marked.format = form
            ranges.append(marked)
        layout.setFormats(ranges)
        layout.beginLayout()
        laid = layout.createLine()
        laid.setLineWidth(100_000)
        layout.endLayout()
        quiet = (line.kind == "contact" and line.detail) or line.kind in ("trouble", "more", "list")
        painter.setPen(theme.color("muted" if quiet else "text"))
        layout.draw(painter, QPointF(box.left(), box.center().y() - laid.height() / 2))
        return min(laid.naturalTextWidth(), box.width())

    @staticmethod
    def _elided(words: str, room: float, *, medium: bool = False) -> str:
        metrics = QFontMetricsF(font(13, MEDIUM) if medium else font(13))
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(room, 0))


def _deed(line: Line) -> str:
    """What Enter does with it."""
    match line.kind:
        case "completion":
            return "↵ " + translate("search", "fill in")
        case "answer":
            return "↵ " + translate("search", "insert")
        case "setting":
            return "↵ " + translate("search", "choose")
        case "command" | "more":
            return "↵"
        case _:
            return "↵ " + translate("search", "open")
