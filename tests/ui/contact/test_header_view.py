"""The head of a contact: its buttons have their places before anything is painted."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from tests.ui.contact.conftest import ShownContact
from workstation.ui.contact.header_view import NAME_AT_LEAST, HeaderView


class Seen(QObject):
    """Where each button stood when it was painted."""

    def __init__(self, header: HeaderView) -> None:
        super().__init__(header)
        self.places: dict[str, set[int]] = {}
        for button in header.buttons.values():
            button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.places.setdefault(watched.objectName(), set()).add(watched.x())
        return False


def test_buttons_that_come_with_the_head_are_never_painted_in_its_corner(
    shown: ShownContact,
) -> None:
    shown.window.resize(1400, 700)
    shown.open()
    header = HeaderView(shown.context)
    header.resize(NAME_AT_LEAST, header.height())
    header.show_head(shown.view.head)
    seen = Seen(header)
    header.setParent(shown.window)
    header.resize(1400, header.height())
    header.show()
    header.repaint()  # at once, as when a window in front of it goes
    assert {"contact_transfer", "contact_snooze"} <= set(seen.places)
    assert all(min(places) > NAME_AT_LEAST for places in seen.places.values()), seen.places
