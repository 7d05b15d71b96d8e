"""Selecting text inside one message with the mouse."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextLayout

from workstation.replica.rows.contact import MessageRow
from workstation.ui.transcript.harmless import cut
from workstation.ui.transcript.setting.laid import Laid


@dataclass(slots=True)
class TextSelection:
    """From `anchor` to `head` in the laid-out text of the line with this key, in UTF-16 units."""

    key: str
    anchor: int
    head: int

    @property
    def span(self) -> tuple[int, int] | None:
        start, end = sorted((self.anchor, self.head))
        return None if start == end else (start, end)

    def text(self, message: MessageRow, starts: int) -> str:
        """What was written there, exactly: the screen's stand-ins are not copied."""
        if self.span is None:
            return ""
        start, end = self.span
        return cut(message.text, max(0, start - starts), max(0, end - starts))


def position_at(laid: Laid, at: QPoint, *, strictly: bool) -> int | None:
    """The text position under a point of the line; None when `strictly` and no text is there."""
    layout = laid.text
    if layout is None or not layout.lineCount():
        return None
    x, y = at.x() - laid.text_at.x(), at.y() - laid.text_at.y()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        if y < line.y() + line.height() + 2 or number == layout.lineCount() - 1:
            if strictly and not (
                -2 <= y - line.y() <= line.height() + 2
                and line.x() - 2 <= x <= line.x() + line.naturalTextWidth() + 2
            ):
                return None
            return line.xToCursor(x)
    return None


def link_at(laid: Laid, at: QPoint) -> int:
    """Which link is under a point of the line; -1 for none."""
    if not laid.links:
        return -1
    position = position_at(laid, at, strictly=True)
    if position is None:
        return -1
    for number, (start, length, _) in enumerate(laid.links):
        if start <= position < start + length:
            return number
    return -1


def word_at(layout: QTextLayout, position: int) -> tuple[int, int]:
    """The word around a position."""
    start = layout.previousCursorPosition(position + 1, QTextLayout.CursorMode.SkipWords)
    end = layout.nextCursorPosition(start, QTextLayout.CursorMode.SkipWords)
    text = layout.text()
    shown = cut(text, start, end)
    return start, end - (len(shown) - len(shown.rstrip()))
