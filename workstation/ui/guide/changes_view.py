"""The window that says what changed since this person was last here."""

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workstation.ui.context import DeskContext
from workstation.ui.guide.changes import CHANGES, Change, since
from workstation.ui.panels.section import Heading, Words
from workstation.ui.theme.page import Page
from workstation.ui.theme.window_size import open_size
from workstation.ui.words import translate

FEW = 3


class ChangesView(QDialog):
    """By day, the newest first. Who missed nothing is shown the last few all the same."""

    def __init__(self, context: DeskContext, last: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("changes")
        self.setWindowTitle(translate("changes", "What changed"))
        open_size(self, 520, 560)
        self.changes: tuple[Change, ...] = since(last) or CHANGES[:FEW]
        page = Page(self)
        page.setProperty("look", "surface")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(page)
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(2)
        column.addWidget(Words(translate("changes", "What changed"), size=15, strong=True))
        day = ""
        for change in self.changes:
            if change.day != day:
                day = change.day
                column.addWidget(Heading(_day(day)))
            column.addWidget(Words(translate("changes", change.title), strong=True))
            column.addWidget(Words(translate("changes", change.words), ink="muted"))
            column.addSpacing(10)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        area.setAccessibleName(self.windowTitle())
        close = QPushButton(translate("changes", "Close"), self)
        close.setProperty("look", "primary")
        close.clicked.connect(self.close)
        tour = QPushButton(context.commands.title("tour"), self)
        tour.setAutoDefault(False)
        tour.clicked.connect(self.close)
        tour.clicked.connect(lambda: context.commands.run("tour"))
        foot = QHBoxLayout()
        foot.setContentsMargins(28, 12, 28, 16)
        foot.addWidget(tour)
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addLayout(foot)


def _day(day: str) -> str:
    return str(QLocale().toString(QDate.fromString(day, Qt.DateFormat.ISODate), "d MMMM yyyy"))
