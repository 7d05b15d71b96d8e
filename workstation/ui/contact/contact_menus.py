"""The menus under the buttons of a contact: which team, which colleague, until when."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QDateTime, QPoint, Qt
from PySide6.QtWidgets import (
    QDateTimeEdit,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from workstation.replica.rows.reference import AgentRow, TeamRow
from workstation.ui.contact.moments import locale_of, moment_words
from workstation.ui.contact.names import Names
from workstation.ui.contact.snooze_times import SnoozeName, snooze_times
from workstation.ui.paintable import from_left
from workstation.ui.presence.presence_words import in_a_line
from workstation.ui.theme.menu import Menu
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate


def open_under(menu: Menu, anchor: QWidget) -> None:
    """Open a menu below a widget; its first entry is chosen, so that Enter does something."""
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height() + 4)))
    if menu.actions():
        menu.setActiveAction(menu.actions()[0])


def team_menu(parent: QWidget, names: Names, but: str, chosen: Callable[[str], None]) -> Menu:
    """Every team except the one that has the contact."""
    menu = Menu(parent)
    menu.setAccessibleName(translate("contact", "Transfer to a team"))
    for team in names.reference.teams:
        if team.team_id != but:
            _add(menu, names.team_name(team), chosen, team)
    if menu.isEmpty():
        menu.addAction(translate("contact", "There is no other team")).setEnabled(False)
    return menu


def colleague_menu(
    parent: QWidget,
    agents: Iterable[AgentRow],
    but: str | None,
    now: int,
    chosen: Callable[[str], None],
) -> Menu:
    """Every colleague, those who are there first, with how they are."""
    menu = Menu(parent)
    menu.setAccessibleName(translate("contact", "Assign to a colleague"))
    order = {"available": 0, "busy": 1, "away": 2}
    for agent in sorted(agents, key=lambda a: (order.get(a.presence, 3), a.name.casefold())):
        if agent.agent_id != but:
            text = f"{from_left(harmless_line(agent.name))}  ·  {in_a_line(agent, now)}"
            action = menu.addAction(text.replace("&", "&&"))
            action.triggered.connect(lambda _=False, one=agent: chosen(one.agent_id))
    return menu


def snooze_menu(parent: QWidget, now: int, language: str, chosen: Callable[[int], None]) -> Menu:
    """The usual moments, and any other."""
    menu = Menu(parent)
    menu.setAccessibleName(translate("contact", "Snooze until"))
    for time in snooze_times(now):
        action = menu.addAction(
            f"{_snooze_word(time.name)}\t{moment_words(time.until, now, language)}"
        )
        action.triggered.connect(lambda _=False, until=time.until: chosen(until))
    menu.addSeparator()
    other = menu.addAction(translate("contact", "Another moment…"))
    other.triggered.connect(lambda: ask_moment(parent, now, language, chosen))
    return menu


def ask_moment(parent: QWidget, now: int, language: str, chosen: Callable[[int], None]) -> QDialog:
    """A small window with a calendar; nothing before the next minute can be chosen."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(translate("contact", "Snooze until"))
    label = QLabel(translate("contact", "&When should this contact come back?"), dialog)
    field = QDateTimeEdit(dialog)
    field.setLocale(locale_of(language))
    field.setCalendarPopup(True)
    field.setDisplayFormat("dddd d MMMM yyyy  HH:mm")
    earliest = QDateTime.fromMSecsSinceEpoch(now + 60_000)
    field.setMinimumDateTime(earliest)
    field.setDateTime(QDateTime.fromMSecsSinceEpoch(_tomorrow(now)))
    label.setBuddy(field)
    buttons = QDialogButtonBox(dialog)
    buttons.addButton(translate("contact", "Snooze"), QDialogButtonBox.ButtonRole.AcceptRole)
    buttons.addButton(translate("contact", "Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    dialog.accepted.connect(lambda: chosen(field.dateTime().toMSecsSinceEpoch()))
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(20, 20, 20, 16)
    layout.setSpacing(12)
    layout.addWidget(label)
    layout.addWidget(field)
    layout.addWidget(buttons)
    dialog.open()
    return dialog


def _tomorrow(now: int) -> int:
    return next(time.until for time in snooze_times(now) if time.name == "tomorrow")


def _snooze_word(name: SnoozeName) -> str:
    match name:
        case "hour":
            return translate("contact", "In an hour")
        case "afternoon":
            return translate("contact", "This afternoon")
        case "tomorrow":
            return translate("contact", "Tomorrow morning")
        case "next_week":
            return translate("contact", "Next week")


def _add(menu: Menu, text: str, chosen: Callable[[str], None], team: TeamRow) -> None:
    action = menu.addAction(harmless_line(text).replace("&", "&&"))
    action.triggered.connect(lambda: chosen(team.team_id))
