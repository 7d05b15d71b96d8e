"""A bar over the lists for who is new or was away for long; it takes nothing but its own place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from workstation.ui.context import DeskContext
from workstation.ui.guide.last_here import Offer
from workstation.ui.words import translate


class WelcomeBar(QWidget):
    """`chosen` with the command for what is offered; gone for good when it is put away."""

    chosen = Signal(str)
    dismissed = Signal()

    def __init__(self, context: DeskContext, offer: Offer, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setProperty("look", "strip accent")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        if offer == "changes":
            said = translate("tour", "Good to have you back. Some things work differently now.")
        else:
            said = translate("tour", "New here? In two minutes you know your way.")
        self._words = QLabel(said, self)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(said)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        names = ("what_changed", "tour") if offer == "changes" else ("tour",)
        self.buttons: dict[str, QPushButton] = {}
        for name in names:
            words = {
                "tour": translate("tour", "Show me around"),
                "what_changed": translate("tour", "What changed"),
            }[name]
            button = QPushButton(words, self)
            button.setToolTip(context.commands.tooltip(name))
            button.clicked.connect(lambda _=False, one=name: self.chosen.emit(one))
            self.buttons[name] = button
            row.addWidget(button)
        self.buttons[names[0]].setProperty("look", "primary")
        self.later = QPushButton(translate("tour", "No, thanks"), self)
        self.later.setProperty("look", "quiet")
        self.later.clicked.connect(self.dismissed)
        row.addWidget(self.later)
