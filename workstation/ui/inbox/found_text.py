"""A line of the list with what was searched for standing out in it, as in the conversation."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from workstation.replica.rows.inbox import FoundLine, InboxRow
from workstation.ui.paintable import paintable_line
from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.found_words import FoundWords

BEFORE: Final = 12
"""Characters that stay before what was found, where a line is cut at its beginning."""


class FoundText:
    """Laid out once, painted often, in the painter's own colour."""

    def __init__(self, words: str, searched: FoundWords, font: QFont, theme: Theme) -> None:
        self._layout = QTextLayout(words, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        self._layout.setTextOption(option)
        ranges = []
        for start, length in searched.spans(words):
            marked = QTextLayout.FormatRange()
            marked.start, marked.length = start, length
            look = QTextCharFormat()
            look.setForeground(theme.color("warn"))
            look.setBackground(theme.color("warn_soft"))
            look.setFontUnderline(True)
            marked.format = look
            ranges.append(marked)
        self._layout.setFormats(ranges)
        self._layout.beginLayout()
        self._line = self._layout.createLine()
        self._line.setLineWidth(100_000)
        self._layout.endLayout()

    def paint(self, painter: QPainter, box: QRectF) -> None:
        top = box.center().y() - self._line.height() / 2
        self._layout.draw(painter, QPointF(box.left(), top))


def searched_in(row: InboxRow) -> FoundWords:
    """What of a row is to stand out."""
    found = row.found
    if found is None:
        return FoundWords()
    said = [found.text[start:end] for start, end in found.spans]
    return FoundWords([*said, *(row.name[start:end] for start, end in found.in_name)])


def line_of(found: FoundLine, metrics: QFontMetricsF, room: float) -> str:
    """As much of what was said as there is room for, from a little before what was found on."""
    words = paintable_line(found.text)
    first = found.spans[0] if found.spans and len(words) == len(found.text) else (0, 0)
    if metrics.horizontalAdvance(words[: first[1]]) > room:
        words = "…" + words[words.rfind(" ", 0, max(0, first[0] - BEFORE)) + 1 :]
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
