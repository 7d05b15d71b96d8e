"""The choices of presence in a menu: there, or why not and until when."""

from collections.abc import Callable

from PySide6.QtGui import QActionGroup

from workstation.ui.context import DeskContext
from workstation.ui.icons import icon
from workstation.ui.presence.presence_words import clock, state_word
from workstation.ui.presence.reasons import REASONS, Reason, back_at
from workstation.ui.theme.menu import Menu
from workstation.ui.words import translate

Chosen = Callable[[str, str, int | None], None]
"""Called with the state, the reason and when one is back."""


def fill(menu: Menu, context: DeskContext, chosen: Chosen) -> None:
    """Put the choices at the end of `menu`."""
    me = context.me
    group = QActionGroup(menu)
    for state in ("available", "busy", "away"):
        action = menu.addAction(state_word(state))
        action.setCheckable(True)
        action.setChecked(me.presence == state and not me.presence_reason)
        group.addAction(action)
        action.triggered.connect(lambda _=False, one=state: chosen(one, "", None))
    menu.addSeparator()
    for reason in REASONS:
        title = translate("presence", reason.title)
        now = me.presence == reason.state and me.presence_reason == reason.name
        if reason.minutes:
            times = menu.within(title)
            _times(times, context, reason, chosen)
            if now:
                times.menuAction().setIcon(icon("check", context.theme.tokens.accent))
        else:
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setChecked(now)
            action.triggered.connect(lambda _=False, one=reason: chosen(one.state, one.name, None))


def _times(menu: Menu, context: DeskContext, reason: Reason, chosen: Chosen) -> None:
    now = context.clock()
    for minutes in reason.minutes:
        until = back_at(now, minutes)
        words = translate("presence", "Back at {time}").format(time=clock(until))
        action = menu.addAction(f"{words}\t{length(minutes)}")
        action.triggered.connect(lambda _=False, at=until: chosen(reason.state, reason.name, at))
    action = menu.addAction(translate("presence", "I do not know yet"))
    action.triggered.connect(lambda: chosen(reason.state, reason.name, None))


def length(minutes: int) -> str:
    """A stretch of time in a word or two."""
    if minutes < 60 or minutes % 60:
        return translate("presence", "{count} min").format(count=minutes)
    return translate("presence", "%n hours", None, minutes // 60)
