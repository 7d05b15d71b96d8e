"""A few numbers under a heading, with a button that makes them so."""

from collections.abc import Mapping

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workstation.ui.channels.field_name import FieldName
from workstation.ui.panels.section import Heading


class NumbersForm(QWidget):
    """`fields` by name; an empty one shows `nothing`. What a number is for, and when the button can
    be pressed, is for who lays it out."""

    def __init__(
        self,
        heading: Heading,
        names: Mapping[str, str],
        *,
        least: int,
        most: int,
        nothing: str,
        deed: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.fields: dict[str, QLineEdit] = {}
        self.names: list[FieldName] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (name, words) in enumerate(names.items()):
            field = QLineEdit()
            field.setValidator(QIntValidator(least, most, field))
            field.setPlaceholderText(nothing)
            field.setAccessibleName(words)
            self.fields[name] = field
            self.names.append(FieldName(words))
            grid.addWidget(self.names[-1], row, 0)
            grid.addWidget(field, row, 1)
        self.save = QPushButton(deed)
        self.save.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(heading)
        layout.addLayout(grid)
        layout.addLayout(foot)
