"""The faces of the colleagues who have the same contact before them, in its head."""

from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workstation.ui.context import DeskContext
from workstation.ui.theme.avatar import paint_avatar
from workstation.ui.theme.fonts import STRONG, font
from workstation.ui.transcript.harmless import harmless_line, plain_tip
from workstation.ui.words import translate

FACE: Final = 26
STEP: Final = 20
"""From one face to the next: they overlap a little."""
MOST: Final = 3
DOT: Final = 9


class Faces(QWidget):
    """Hidden while nobody else is there. A dot says who types; the names are in the tip."""

    changed = Signal()
    """It takes other room than before."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._contact_id = ""
        self._people: tuple[tuple[str, bool], ...] = ()
        """Name, and whether they type."""
        self.setObjectName("faces")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        context.typing.changed.connect(self._heard)
        context.news.reference_changed.connect(lambda _: self._look())
        context.theme.changed.connect(self.update)
        self.hide()

    @property
    def people(self) -> tuple[tuple[str, bool], ...]:
        return self._people

    def look_at(self, contact_id: str) -> None:
        """Another contact is open, or none ("")."""
        self._contact_id = contact_id
        self._look()

    def sizeHint(self) -> QSize:
        shown = min(len(self._people), MOST + 1)
        return QSize(FACE + max(0, shown - 1) * STEP + 3, FACE + 4)

    def _heard(self, contact_id: str) -> None:
        if contact_id == self._contact_id:
            self._look()

    def _look(self) -> None:
        typing = self._context.typing.who(self._contact_id)
        people = []
        for who in self._context.typing.looking(self._contact_id):
            name = harmless_line(self._context.agent_name(who))
            if name:
                people.append((name, who in typing))
        if tuple(people) == self._people:
            return
        self._people = tuple(people)
        words = "\n".join(self._sentence(name, types) for name, types in people)
        self.setToolTip(plain_tip(words))
        self.setAccessibleName(words.replace("\n", ", "))
        self.setVisible(bool(people))
        self.updateGeometry()
        self.update()
        self.changed.emit()

    def _sentence(self, name: str, types: bool) -> str:
        if types:
            return translate("contact", "{name} is typing a reply here").format(name=name)
        return translate("contact", "{name} has this open too").format(name=name)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, top = self._context.theme, (self.height() - FACE) / 2
        shown = self._people[:MOST]
        for place, (name, types) in reversed(list(enumerate(shown))):
            x = place * STEP
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("surface"))
            middle = QPointF(x + FACE / 2, top + FACE / 2)
            painter.drawEllipse(middle, FACE / 2 + 1, FACE / 2 + 1)
            paint_avatar(painter, name, x + 1, top + 1, FACE - 2)
            if types:
                painter.setPen(QPen(theme.color("surface"), 2))
                painter.setBrush(theme.color("accent"))
                painter.drawEllipse(
                    QPointF(x + FACE - DOT / 2, top + FACE - DOT / 2), DOT / 2, DOT / 2
                )
        more = len(self._people) - MOST
        if more > 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("sunken"))
            middle = QPointF(MOST * STEP + FACE / 2, top + FACE / 2)
            painter.drawEllipse(middle, FACE / 2, FACE / 2)
            painter.setPen(theme.color("muted"))
            painter.setFont(font(11, STRONG))
            painter.drawText(
                MOST * STEP, round(top), FACE, FACE, Qt.AlignmentFlag.AlignCenter, f"+{more}"
            )
