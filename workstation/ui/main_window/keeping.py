"""What is kept of the window until the next time: its size and columns, the list, the contact."""

import json
from typing import TYPE_CHECKING, Final, get_args

from PySide6.QtCore import QByteArray, QSettings, QSize

from workstation.replica.lists import Grouping, View, ViewKind, filters_from
from workstation.ui.theme.sizes import text_size

if TYPE_CHECKING:
    from workstation.ui.main_window.columns import Columns
    from workstation.ui.main_window.main_window import MainWindow

FORM: Final = 1
"""Raised when an older saved state could not be put back."""
FIRST: Final = (1600, 1000)
MINE: Final = View("mine")


def keep(window: "MainWindow", columns: "Columns", settings: QSettings) -> None:
    settings.setValue("window/form", FORM)
    settings.setValue("window/geometry", window.saveGeometry())
    settings.setValue("window/text_size", text_size())
    settings.setValue("window/list_width", columns.chosen)
    settings.setValue("window/panel_width", window.area.columns.chosen)
    settings.setValue("window/contact", window.open_id)
    settings.setValue("inbox/order", window.inbox.model.view.order)
    settings.setValue("inbox/view", _written(window.inbox.model.view))


def restore(window: "MainWindow", columns: "Columns", settings: QSettings) -> None:
    """As it was left; the first time as large as is pleasant, and no larger than the screen."""
    geometry = settings.value("window/geometry")
    first = QSize(*FIRST).boundedTo(window.screen().availableGeometry().size())
    if settings.value("window/form", 0, int) != FORM:
        window.resize(first)
        return
    if not (isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)):
        window.resize(first)
    # Columns that fitted another size of text fit no more.
    if settings.value("window/text_size", text_size(), int) == text_size():
        columns.chosen = _width(settings, "window/list_width")
        window.area.columns.chosen = _width(settings, "window/panel_width")
    order = settings.value("inbox/order")
    if order in ("promise", "newest", "waiting"):
        window.inbox.start_with_order(order)


def kept_view(settings: QSettings) -> View:
    """The list that was open; one's own work when there was none, or it cannot be read."""
    try:
        facts = json.loads(str(settings.value("inbox/view", "")))
    except ValueError:
        return MINE
    if not isinstance(facts, dict) or facts.get("kind") not in get_args(ViewKind):
        return MINE
    filters = facts.get("filters")
    known: tuple[Grouping, ...] = get_args(Grouping)
    grouped = next((one for one in known if one == facts.get("grouped")), known[0])
    return View(
        kind=facts["kind"],
        team_id=_text(facts.get("team_id")),
        channel=_text(facts.get("channel")),
        saved_id=_text(facts.get("saved_id")),
        filters=filters_from(filters if isinstance(filters, dict) else {}),
        grouped=grouped,
    )


def kept_contact(settings: QSettings) -> str:
    """The contact that was open, or ""."""
    return str(settings.value("window/contact", "") or "")


def _written(view: View) -> str:
    return json.dumps(
        {
            "kind": view.kind,
            "team_id": view.team_id,
            "channel": view.channel,
            "saved_id": view.saved_id,
            "filters": view.filters.as_facts(),
            "grouped": view.grouped,
        }
    )


def _width(settings: QSettings, key: str) -> int:
    width = settings.value(key, 0, int)
    return width if isinstance(width, int) else 0


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
