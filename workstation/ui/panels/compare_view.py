"""The two variants that are compared, as a small table with what differs marked."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from workstation.replica.rows.product import VariantRow
from workstation.ui.panels.comparison import Line, compared
from workstation.ui.panels.section import Card, Words
from workstation.ui.theme.fonts import MEDIUM, font
from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate

MOST = 24
EDGE = 6
"""What stands left and right of a value within its mark, and of the name above it."""


class CompareView(Card):
    """Stays hidden while there are not two."""

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._language = language
        self.lines: list[Line] = []
        self._grid: QWidget | None = None
        self.hide()

    def show_two(self, one: VariantRow | None, other: VariantRow | None) -> None:
        if self._grid is not None:
            self.column.removeWidget(self._grid)
            self._grid.hide()
            self._grid.deleteLater()
            self._grid = None
        self.lines = []
        if one is None or other is None:
            self.hide()
            return
        self.lines = compared(one, other, self._language)[:MOST]
        self._grid = self._table(one, other)
        self.column.addWidget(self._grid)
        self.setAccessibleName(self._said(one, other))
        self.show()

    def _table(self, one: VariantRow, other: VariantRow) -> QWidget:
        box = QWidget(self)
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        for column, share in enumerate((9, 10, 10)):
            grid.setColumnStretch(column, share)
        for column, variant in ((1, one), (2, other)):
            name = Words(harmless_line(variant.name) or variant.sku, size=12, strong=True)
            name.setContentsMargins(EDGE, 0, EDGE, 0)
            grid.addWidget(name, 0, column, Qt.AlignmentFlag.AlignTop)
        for row, line in enumerate(self.lines, start=1):
            grid.addWidget(Words(line.name, ink="muted", size=12), row, 0)
            for column, text in ((1, line.one), (2, line.other)):
                if column == 2 and line.remark:
                    text = f"{text} ({line.remark})"
                grid.addWidget(_Value(self._theme, text, line.differs), row, column)
        return box

    def _said(self, one: VariantRow, other: VariantRow) -> str:
        """For who does not see the marks."""
        differences = "; ".join(
            f"{line.name}: {line.one} / {line.other}" for line in self.lines if line.differs
        )
        names = f"{harmless_line(one.name)} / {harmless_line(other.name)}"
        return translate("panels", "{names}, the differences: {differences}").format(
            names=names, differences=differences or "–"
        )


class _Value(QLabel):
    """Marked when it differs from the one beside it. A number too long for its place, which has no
    space to break at, shows its end: there variants differ."""

    def __init__(self, theme: Theme, text: str, differs: bool) -> None:
        super().__init__(text)
        self._theme = theme
        self._differs = differs
        self._whole = text
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(12, MEDIUM) if differs else font(12))
        self.setWordWrap(True)
        self.setContentsMargins(EDGE, 2, EDGE, 2)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if " " in self._whole:
            return
        room = self.contentsRect().width()
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideLeft, room)
        if shown != self.text():
            self.setText(shown)
            self.setToolTip(self._whole if shown != self._whole else "")
            self.setAccessibleName(self._whole)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._differs:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent_soft"))
            painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
            painter.end()
        super().paintEvent(event)
