"""The window of settings: a list of pages at the left, the page at the right. All holds at once."""

from collections.abc import Callable
from typing import Final, Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
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
from workstation.ui.icons import SIZE as SIZE_OF_SIGN, picture
from workstation.ui.settings.notices_page import notices_page
from workstation.ui.settings.pages import look_page, work_page, writing_page
from workstation.ui.theme.sizes import px
from workstation.ui.theme.window_size import open_size
from workstation.ui.words import QT_TRANSLATE_NOOP, translate

Page = Literal["look", "writing", "notices", "work"]
SIZE: Final = (880, 640)
BESIDE: Final = 6
"""More room between a sign and its words than Qt leaves there."""
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
            tab.setIcon(_sign(sign, context))
            tab.setIconSize(QSize(px(SIZE_OF_SIGN) + BESIDE, px(SIZE_OF_SIGN)))
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
            tab.setIcon(_sign(PAGES[page][1], self._context))


def _sign(name: str, context: DeskContext) -> QIcon:
    made = QIcon()
    for ratio in (1.0, 2.0, 3.0):
        sign = picture(name, context.theme.tokens.muted, px(SIZE_OF_SIGN), ratio)
        wide = QPixmap(sign.width() + round(BESIDE * ratio), sign.height())
        wide.setDevicePixelRatio(ratio)
        wide.fill(Qt.GlobalColor.transparent)
        painter = QPainter(wide)
        painter.drawPixmap(0, 0, sign)
        painter.end()
        made.addPixmap(wide)
    return made


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
