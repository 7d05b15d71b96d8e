"""A message being laid out from the top: how far down it got, and how wide it became."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from workstation.ui.transcript.harmless import harmless
from workstation.ui.transcript.setting.laid import Laid, Para
from workstation.ui.transcript.shapes.card import LineTone

LINE_PITCH = 18
ICON = 18
"""What a small icon before a text takes."""
LONGEST_SMALL = 4_000


class Fonts:
    """The fonts of a transcript and what they measure."""

    def __init__(self, body: QFont, small: QFont, strong: QFont) -> None:
        self.body, self.small, self.strong = body, small, strong
        self.body_metrics = QFontMetrics(body)
        self.small_metrics = QFontMetrics(small)
        self.pitch = max(LINE_PITCH, self.body_metrics.height() + 2)
        self.small_height = self.small_metrics.height() + 2
        self.per_character = max(1.0, self.body_metrics.averageCharWidth() * 1.02)

    def pitch_of(self, font: QFont) -> int:
        return self.small_height if font is self.small else self.pitch


@dataclass(slots=True)
class Column:
    """`inner` is the width that everything may have; x counts from its left."""

    laid: Laid
    fonts: Fonts
    inner: int
    y: int
    widest: int = 0

    def took(self, width: int) -> None:
        """Something of this width was put in."""
        self.widest = max(self.widest, min(width, self.inner))

    def para(
        self,
        text: str,
        font: QFont,
        tone: LineTone,
        *,
        x: int = 0,
        within: int = 0,
        icon: str = "",
        most: int = 0,
    ) -> int:
        """Put in a small text at `x`, wrapped to `within`; at most so many lines. How high it
        is."""
        indent = x + (ICON if icon else 0)
        width = max(40, (within or self.inner) - indent)
        words = harmless(text[:LONGEST_SMALL])
        if most == 1:
            metrics = QFontMetrics(font)
            words = words.replace("\u2028", " ")
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
        layout = QTextLayout(words, font)
        layout.setTextOption(wrapping())
        high = break_lines(layout, width, self.fonts.pitch_of(font))
        self.laid.paras.append(Para(layout, QPointF(indent, self.y), tone, icon))
        self.took(indent + natural(layout))
        return high


def wrapping(align: Qt.AlignmentFlag | None = None) -> QTextOption:
    option = QTextOption(align) if align is not None else QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def break_lines(layout: QTextLayout, width: int, pitch: int) -> int:
    """Break a layout into lines at a fixed pitch; what is higher (emoji) takes its own height."""
    y = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        high = max(float(pitch), line.height())
        line.setPosition(QPointF(0, y + (high - line.height()) / 2))
        y += high
    layout.endLayout()
    return round(y)


def align_right(layout: QTextLayout, width: int) -> None:
    """Have the lines of a layout end, or for who reads from the right begin, at this width."""
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        line.setPosition(QPointF(max(0.0, width - line.naturalTextWidth()), line.y()))


def natural(layout: QTextLayout) -> int:
    """How wide the widest line of a layout is."""
    widest = 0.0
    for number in range(layout.lineCount()):
        widest = max(widest, layout.lineAt(number).naturalTextWidth())
    return int(widest) + 2
