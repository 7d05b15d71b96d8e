"""What else will be done at sending, and the cross that leaves it: large enough to be hit, reached
by keyboard, and seen when it has the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from workstation.ui.composer.quiet_line import QuietLine
from workstation.ui.contact.key_button import IconButton


def drawn(image: QImage) -> int:
    """How many points wide what is drawn inside the edge is."""
    inside = range(4, image.width() - 4)
    columns = [
        {image.pixelColor(x, y).name() for y in range(4, image.height() - 4)} for x in inside
    ]
    return sum(len(colours) > 1 for colours in columns)


def test_the_cross_is_hit_named_and_seen(qtbot: QtBot, desk: PretendDesk) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    line = QuietLine(desk.context.theme, "Only send it", window)
    column = QVBoxLayout(window)
    column.addWidget(line)
    line.say("After sending: tag “firmware” · snooze for 2 h")
    window.resize(500, 80)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    cross = line.findChild(IconButton)
    assert isinstance(cross, IconButton)
    assert cross.accessibleName() == "Only send it"
    assert min(cross.width(), cross.height()) >= 24
    assert drawn(cross.grab().toImage()) >= 8, "the cross itself is as large as the text"
    cross.setFocus(Qt.FocusReason.TabFocusReason)
    assert cross.hasFocus()
    accent = QColor(desk.context.theme.color("accent")).name()
    edge = cross.grab().toImage()
    assert edge.pixelColor(edge.width() // 2, 0).name() == accent, "a ring when it has the keyboard"
    with qtbot.waitSignal(line.forgotten):
        qtbot.keyClick(cross, Qt.Key.Key_Space)
    with qtbot.waitSignal(line.forgotten):
        qtbot.mouseClick(cross, Qt.MouseButton.LeftButton, pos=cross.rect().topLeft())
