"""What a product can do, as a table in which every value can be copied."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from workstation.ui.panels.fact import Fact
from workstation.ui.panels.section import Words
from workstation.ui.panels.value_words import label_of, value_of
from workstation.ui.theme.theme import Theme

MOST = 60


class Specifications(QWidget):
    def __init__(
        self, theme: Theme, specifications: dict[str, Any], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for row, (name, value) in enumerate(list(specifications.items())[:MOST]):
            label = label_of(name)
            for side, words in (
                (0, Words(label, ink="muted", size=12)),
                (1, Fact(theme, value_of(value), name=label, size=12)),
            ):
                words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
                grid.addWidget(words, row, side, Qt.AlignmentFlag.AlignTop)
