"""Which message is being answered: a small strip above the field, with the way back."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from workstation.replica.rows.contact import MessageRow
from workstation.ui.contact.key_button import IconButton
from workstation.ui.theme.fonts import MEDIUM, font
from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.harmless import harmless_line


class Answering(QWidget):
    """Keeps for each contact which message the next text answers, until it is sent or somebody
    thinks otherwise. Hidden while there is none."""

    changed = Signal(str, str)
    """A contact's id, and the id of the message that is answered there or ""."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kept: dict[str, tuple[MessageRow, str, str]] = {}
        self._sent: dict[str, tuple[MessageRow, str, str]] = {}
        self._contact_id = ""
        self.who = QLabel(self)
        self.who.setFont(font(12, MEDIUM))
        self.text = QLabel(self)
        self.text.setFont(font(12))
        self.text.setProperty("look", "muted")
        for label in (self.who, self.text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        no_more = self.tr("Answer no message in particular")
        self.cross = IconButton(theme, "close", no_more, "Esc", small=True)
        self.cross.clicked.connect(self.drop)
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(1)
        words.addWidget(self.who)
        words.addWidget(self.text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.addLayout(words, 1)
        layout.addWidget(self.cross)
        theme.changed.connect(self.update)
        self.hide()

    @property
    def message(self) -> MessageRow | None:
        """What the next text answers."""
        kept = self._kept.get(self._contact_id)
        return None if kept is None else kept[0]

    def look_at(self, contact_id: str | None) -> None:
        """Another contact is on the screen."""
        self._contact_id = contact_id or ""
        self._say()

    def answer(self, message: MessageRow, who: str, first: str) -> None:
        """The next text of the contact answers this message of `who`, which begins with `first`."""
        self._kept[self._contact_id] = (message, who, first)
        self._became(self._contact_id)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))

    def drop(self) -> bool:
        """Answer none in particular; whether there was one."""
        return self.take(self._contact_id) != ""

    def take(self, contact_id: str) -> str:
        """The id of the message that is answered, now that it is: empty when there is none."""
        kept = self._kept.pop(contact_id, None)
        self._sent.pop(contact_id, None)
        if kept is not None:
            self._sent[contact_id] = kept
            self._became(contact_id)
        return "" if kept is None else kept[0].message_id

    def bring_back(self, contact_id: str) -> None:
        """What was sent there last is a draft again, and so is what it answers."""
        if contact_id in self._sent and contact_id not in self._kept:
            self._kept[contact_id] = self._sent.pop(contact_id)
            self._became(contact_id)

    def _became(self, contact_id: str) -> None:
        kept = self._kept.get(contact_id)
        self._say()
        self.changed.emit(contact_id, "" if kept is None else kept[0].message_id)

    def _say(self) -> None:
        kept = self._kept.get(self._contact_id)
        self.setVisible(kept is not None)
        if kept is not None:
            _, who, first = kept
            self.who.setText(self.tr("Answers {name}").format(name=harmless_line(who)))
            self.text.setText(harmless_line(first[:300]))
            self.setAccessibleName(f"{self.who.text()}: {self.text.text()}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        painter.setBrush(self._theme.color("accent"))
        painter.drawRoundedRect(QRectF(0, 6, 3, self.height() - 12), 1.5, 1.5)
