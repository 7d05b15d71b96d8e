"""A line of words that takes the room there is: what does not fit ends in an ellipsis."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workstation.ui.panels.section import Ink, Words
from workstation.ui.theme.fonts import Size
from workstation.ui.transcript.harmless import harmless_line


class OneLine(Words):
    """The mouse and a screen reader find all of it."""

    def __init__(
        self,
        *,
        ink: Ink = "text",
        size: Size = 13,
        strong: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._whole = ""
        super().__init__(ink=ink, size=size, strong=strong, parent=parent)
        self.setWordWrap(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, text: str) -> None:
        self._whole = harmless_line(text)
        self.setAccessibleName(self._whole)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.contentsRect().width()
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        if not self.isVisible():
            shown = self._whole  # its room is not known yet
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")
