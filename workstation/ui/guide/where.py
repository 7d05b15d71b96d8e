"""Which part of the window somebody is in, and which sentences belong to it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from workstation.ui.guide.topics import Topic

if TYPE_CHECKING:
    from workstation.ui.main_window.main_window import MainWindow


def parts(window: "MainWindow") -> list[tuple[Topic, QWidget]]:
    """The inner parts before what they are in."""
    found: list[tuple[Topic, QWidget]] = []
    contact, panel = window.area.contact, window.area.panel
    if contact is not None:
        found += [
            ("writing", contact.composer),
            ("wrap up", contact.wrapup),
            ("contact", contact),
        ]
    if panel is not None:
        found.append(("customer" if panel.page == "customer" else "product", panel))
    return [*found, ("inbox", window.inbox), ("lists", window.sidebar), ("top", window.top_bar)]


def here(window: "MainWindow") -> tuple[Topic, QWidget]:
    """The part with the keyboard; the list when it is nowhere."""
    focus = window.focusWidget()
    for topic, part in parts(window):
        if part.isVisible() and (part is focus or part.isAncestorOf(focus)):
            return topic, part
    return "inbox", window.inbox


def place_of(topic: Topic) -> str:
    """What stands in one place, one behind the other, has one name."""
    return "beside" if topic in ("customer", "product") else topic
