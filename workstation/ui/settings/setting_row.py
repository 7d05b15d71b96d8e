"""One setting: what it is, what it does, and what chooses it at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from workstation.ui.panels.section import Words


class SettingRow(QWidget):
    """A name, a quieter line under it, and a control."""

    def __init__(self, title: str, about: str, control: QWidget, *, below: bool = False) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 10, 0, 10)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        name = Words(title)
        name.setBuddy(control)
        grid.addWidget(name, 0, 0)
        if about:
            grid.addWidget(Words(about, ink="muted", size=12), 1, 0)
            control.setAccessibleDescription(about)
        if below:
            grid.setRowMinimumHeight(2, 6)
            grid.addWidget(control, 3, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            grid.addWidget(control, 0, 1, 2, 1, middle)
