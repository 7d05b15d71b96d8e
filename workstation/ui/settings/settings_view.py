"""The window of settings: a list of pages at the left, the page at the right. All holds at once."""

from collections.abc import Callable
from typing import Final, Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workstation.ui.context import DeskContext
from workstation.ui.icons import icon
from workstation.ui.settings.notices_page import notices_page
from workstation.ui.settings.pages import look_page, work_page, writing_page
from workstation.ui.theme.sizes import px
from workstation.ui.theme.window_size import open_size
from workstation.ui.words import QT_TRANSLATE_NOOP, translate

Page = Literal["look", "writing", "notices", "work"]
SIZE: Final = (880, 640)
SIGN_ROOM: Final = 8
"""Of which half comes between a sign and its words."""
PAGES: Final[dict[Page, tuple[str, str, Callable[[DeskContext], QWidget]]]] = {
    "look": (QT_TRANSLATE_NOOP("settings", "Look and language"), "appearance", look_page),
    "writing": (QT_TRANSLATE_NOOP("settings", "Writing"), "pencil", writing_page),
    "notices": (QT_TRANSLATE_NOOP("settings", "Notices and sounds"), "bell", notices_page),
    "work": (QT_TRANSLATE_NOOP("settings", "Keys and help"), "keyboard", work_page),
}


class SettingsView(QDialog):
    """Nothing is to be saved: what is chosen here is so from then on."""

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.setObjectName("settings")
        self.setWindowTitle(translate("settings", "Settings"))
        open_size(self, *SIZE)
        self._pages = QStackedWidget(self)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.tabs: dict[Page, QPushButton] = {}
        side = QWidget(self)
        side.setProperty("look", "window")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setFixedWidth(px(208))
        column = QVBoxLayout(side)
        column.setContentsMargins(10, 16, 10, 16)
        column.setSpacing(2)
        for page, (title, sign, make) in PAGES.items():
            tab = QPushButton(translate("settings", title), side)
            tab.setIcon(icon(sign, context.theme.tokens.muted))
            tab.setIconSize(QSize(px(16) + SIGN_ROOM, px(16)))
            tab.setCheckable(True)
            tab.setAutoDefault(False)
            tab.setProperty("look", "nav")
            tab.clicked.connect(lambda _=False, one=page: self.show_page(one))
            self._group.addButton(tab)
            self.tabs[page] = tab
            column.addWidget(tab)
            self._pages.addWidget(_scrolled(make(context)))
        column.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(side)
        layout.addWidget(self._pages, 1)
        self.show_page("look")
        context.theme.changed.connect(self._dress)

    @property
    def page(self) -> Page:
        return list(PAGES)[self._pages.currentIndex()]

    def show_page(self, page: Page) -> None:
        self._pages.setCurrentIndex(list(PAGES).index(page))
        self.tabs[page].setChecked(True)
        self.tabs[page].setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress(self) -> None:
        for page, tab in self.tabs.items():
            tab.setIcon(icon(PAGES[page][1], self._context.theme.tokens.muted))


def _scrolled(page: QWidget) -> QScrollArea:
    page.setProperty("look", "surface")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
