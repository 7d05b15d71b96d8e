"""What the pages of the settings are put together from."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QVBoxLayout

from workstation.ui.context import DeskContext
from workstation.ui.panels.section import Words
from workstation.ui.preferences import Preference
from workstation.ui.settings.segments import Segments
from workstation.ui.settings.setting_row import SettingRow
from workstation.ui.theme.page import Page
from workstation.ui.theme.tick_box import TickBox


def sheet(title: str) -> tuple[Page, QVBoxLayout]:
    """An empty page with its name."""
    page = Page()
    column = QVBoxLayout(page)
    column.setContentsMargins(28, 20, 28, 20)
    column.setSpacing(0)
    column.addWidget(Words(title, size=15, strong=True))
    column.addSpacing(8)
    return page, column


def row_of(
    context: DeskContext,
    preference: Preference[str],
    title: str,
    about: str,
    choices: dict[str, str],
) -> SettingRow:
    """A setting with a few choices side by side."""
    segments = Segments(title, choices, context.preferences.of(preference))
    segments.setObjectName(preference.name)
    segments.chosen.connect(lambda value: context.preferences.choose(preference, value))
    follow(
        context,
        preference.name,
        segments,
        lambda: segments.show_choice(context.preferences.of(preference)),
    )
    return SettingRow(title, about, segments)


def tick(context: DeskContext, preference: Preference[bool], words: str) -> TickBox:
    """On or off."""
    box = TickBox(context.theme)
    box.setObjectName(preference.name)
    box.setAccessibleName(words)
    box.setChecked(context.preferences.of(preference))
    box.toggled.connect(lambda on: context.preferences.choose(preference, on))
    follow(
        context,
        preference.name,
        box,
        lambda: box.setChecked(context.preferences.of(preference)),
    )
    return box


def follow(context: DeskContext, name: str, owner: QObject, show: Callable[[], None]) -> None:
    """Show what was chosen elsewhere, as long as `owner` lives."""
    _Following(context, name, owner, show)


class _Following(QObject):
    """Goes with its owner, and takes the connection along."""

    def __init__(
        self, context: DeskContext, name: str, owner: QObject, show: Callable[[], None]
    ) -> None:
        super().__init__(owner)
        self._name = name
        self._show = show
        context.preferences.changed.connect(self._heard)

    @Slot(str)
    def _heard(self, name: str) -> None:
        if name == self._name:
            self._show()
