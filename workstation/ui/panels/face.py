"""The head of the customer panel: the face, the name, and a line about them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workstation.replica.rows.knowledge import RatingRow
from workstation.ui.paintable import from_left
from workstation.ui.panels.fact import Fact
from workstation.ui.panels.rating_words import tone_of
from workstation.ui.theme.avatar import paint_avatar
from workstation.ui.theme.pill import Pill
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.harmless import harmless_line, plain_tip
from workstation.ui.words import translate


class Face(QWidget):
    def __init__(
        self,
        theme: Theme,
        name: str,
        about: str,
        ratings: tuple[RatingRow, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 2)
        layout.setSpacing(12)
        layout.addWidget(_Avatar(harmless_line(name)))
        column = QVBoxLayout()
        column.setSpacing(1)
        facts = [
            Fact(
                theme,
                harmless_line(name),
                name=translate("panels", "Name"),
                size=14,
                strong=True,
            )
        ]
        if about:
            facts.append(Fact(theme, from_left(about), value=about, ink="muted", size=12))
        for fact in facts:
            # Beside the face, also a name that is read from right to left.
            fact.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
            column.addWidget(fact)
        layout.addLayout(column, 1)
        if ratings:
            newest = ratings[0]
            pill = Pill(theme, f"NPS {newest.score}", tone_of(newest.score))
            pill.setToolTip(plain_tip(harmless_line(newest.comment)))
            layout.addWidget(pill, 0, Qt.AlignmentFlag.AlignTop)


class _Avatar(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(36), px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_avatar(QPainter(self), self._name, 0, 0, px(36))
