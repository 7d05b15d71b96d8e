"""The menu beside the send button: other ways to send, and how sending works on this desk."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from workstation.ui.command_actions import Commands
from workstation.ui.icons import icon
from workstation.ui.preferences import SEND_KEY, UNDO_SECONDS, Preferences
from workstation.ui.theme.menu import Menu
from workstation.ui.theme.theme import Theme
from workstation.ui.words import translate

WAITS = (0, 5, 10, 20)
"""Seconds to choose from."""


def send_menu(
    parent: QWidget,
    commands: Commands,
    preferences: Preferences,
    theme: Theme,
    send: Callable[[str], None],
    *,
    note: bool,
    able: bool,
) -> Menu:
    """`send` is told the name of the command that was chosen; `able` whether anything can go."""
    menu = Menu(parent)
    menu.setAccessibleName(translate("composer", "More ways to send"))
    for name in ("send", "send_and_snooze", "send_and_wrap_up"):
        if note and name != "send":
            continue
        title = translate("composer", "Add note") if note else commands.title(name)
        action = menu.addAction(f"{title}\t{commands.key(name)}")
        ink = theme.tokens
        action.setIcon(icon({"send": "send", "send_and_snooze": "snooze"}.get(name, "done"),
                            ink.muted, ink.text))  # fmt: skip
        action.setEnabled(able)
        action.triggered.connect(lambda _=False, chosen=name: send(chosen))
    menu.addSeparator()
    enter = menu.addAction(translate("composer", "Enter sends, Shift+Enter is a new line"))
    enter.setCheckable(True)
    enter.setChecked(preferences.of(SEND_KEY) == "enter")
    enter.toggled.connect(lambda on: preferences.choose(SEND_KEY, "enter" if on else "ctrl_enter"))
    _waits(menu, preferences)
    return menu


def _waits(menu: Menu, preferences: Preferences) -> None:
    below = menu.within(translate("composer", "Time to take a reply back"))
    group = QActionGroup(below)
    now = preferences.of(UNDO_SECONDS)
    for seconds in sorted({*WAITS, now}):
        action = QAction(_wait_words(seconds), below)
        action.setCheckable(True)
        action.setChecked(seconds == now)
        action.triggered.connect(
            lambda _=False, chosen=seconds: preferences.choose(UNDO_SECONDS, chosen)
        )
        group.addAction(action)
        below.addAction(action)


def _wait_words(seconds: int) -> str:
    if not seconds:
        return translate("composer", "None: it leaves at once")
    return translate("composer", "%n second(s)", "", seconds)
