"""A bar over the lists during a first download: how far it is, and that one can begin already."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QWidget

from workstation.ui.context import DeskContext
from workstation.ui.theme.sizes import px
from workstation.ui.words import translate

WIDE: Final = 160
WHOLE: Final = 100


class LoadingBar(QWidget):
    """There while the memory is filled for the first time, or anew; gone when it is."""

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.setObjectName("loading")
        self.setProperty("look", "strip quiet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        said = translate(
            "connection", "Your contacts are on their way. You can begin with what is here."
        )
        words = QLabel(said, self)
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(px(WIDE))
        self.bar.setAccessibleName(said)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(16)
        row.addWidget(words, 1)
        row.addWidget(self.bar)
        context.news.mood_changed.connect(self._show)
        self._show()

    def _show(self, *_: object) -> None:
        mood = self._context.mood
        # Without a number the bar says only that something goes on.
        self.bar.setRange(0, 0 if mood.progress is None else WHOLE)
        if mood.progress is not None:
            self.bar.setValue(round(WHOLE * mood.progress))
        self.setVisible(mood.name == "rebuilding")
