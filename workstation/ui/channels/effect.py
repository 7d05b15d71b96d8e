"""What a dial did in the last hour: figures that are read at a glance."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from workstation.replica.rows.channels import DialRow
from workstation.ui.panels.section import Card, Words
from workstation.ui.theme.theme import Theme
from workstation.ui.words import translate


class Effect(QWidget):
    """Four figures beside the dial; the ceiling is said with the figure it is about."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.begun = _Figure(theme, translate("channels", "begun in the last hour"))
        self.open_now = _Figure(theme, translate("channels", "open now"))
        self.told = _Figure(theme, translate("channels", "told that it is busy"))
        self.offered = _Figure(theme, translate("channels", "offered, and kept back"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for figure in (self.begun, self.open_now, self.told, self.offered):
            row.addWidget(figure, 1)

    def show_dial(self, dial: DialRow | None) -> None:
        if dial is None or not dial.seen_at:
            for figure in (self.begun, self.open_now, self.told, self.offered):
                figure.say("–")
            return
        self.begun.say(_of(dial.begun, dial.per_hour))
        self.open_now.say(_of(dial.open_now, dial.at_once))
        self.told.say(str(dial.told))
        self.offered.say(f"{dial.offered} · {dial.kept_back}")


class _Figure(Card):
    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme)
        self._name = name
        self.figure = Words(size=15, strong=True)
        self.column.addWidget(self.figure)
        self.column.addWidget(Words(name, ink="muted", size=12))
        self.column.addStretch(1)

    def say(self, figure: str) -> None:
        self.figure.say(figure)
        self.setAccessibleName(f"{figure} {self._name}")


def _of(count: int, ceiling: int | None) -> str:
    return str(count) if ceiling is None else f"{count} / {ceiling}"
