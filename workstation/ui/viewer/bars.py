"""What stands above and below a picture: what it is, which of how many, and what can be done."""

from typing import Final

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from workstation.ui.command_actions import Commands, shown_key
from workstation.ui.icons import icon
from workstation.ui.message_commands import PICTURE
from workstation.ui.theme.fonts import MEDIUM, STRONG, font
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme
from workstation.ui.words import translate

NOTICE: Final = 2_500
"""Milliseconds for which it is said that something was done."""
WIDE, HIGH, DRAWN = 34, 30, 18
"""Of a button, at the usual size of text: it grows with the text like the rest of the desk."""
BY_NAME: Final = {command.name: command for command in PICTURE}


class Bars(QObject):
    """`above` and `below` are the two bars; `asked` says which command of a picture was pressed."""

    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.buttons: dict[str, QToolButton] = {}
        self.name = _label(parent, 13, strong=True)
        self.said = _label(parent, 12, look="muted")
        self.counter = _label(parent, 13, strong=True)
        self.percent = _label(parent, 12, look="muted")
        self.percent.setFixedWidth(px(52))
        self.percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.told = _label(parent, 12, look="muted")
        self.above = self._bar(parent, "bar")
        self.below = self._bar(parent, "surface")
        above, below = self.above.layout(), self.below.layout()
        assert isinstance(above, QHBoxLayout)
        assert isinstance(below, QHBoxLayout)
        above.addWidget(self.name)
        above.addWidget(self.said)
        above.addStretch(1)
        above.addWidget(self._button("picture_previous"))
        above.addWidget(self.counter)
        above.addWidget(self._button("picture_next"))
        for name in ("picture_further", "picture_closer"):
            below.addWidget(self._button(name))
        below.insertWidget(1, self.percent)
        below.addWidget(self._button("picture_fit"))
        self.whole = self._button("picture_whole")
        self.whole.setText("1:1")
        self.whole.setFont(font(12, MEDIUM))
        self.whole.setFixedSize(px(42), px(HIGH))
        below.addWidget(self.whole)
        below.addSpacing(12)
        below.addWidget(self._button("picture_turn_left"))
        below.addWidget(self._button("picture_turn_right"))
        below.addSpacing(12)
        below.addWidget(self.told, 1)
        self.copy = self._worded("picture_copy", translate("viewer", "Copy"), parent)
        self.save = self._worded("picture_save", translate("viewer", "Save as…"), parent)
        self.close_button = QPushButton(translate("viewer", "Close"), parent)
        self.close_button.setAutoDefault(False)
        self.close_button.setToolTip(shown_key("Esc"))
        close = getattr(parent, "accept", parent.close)
        self.close_button.clicked.connect(close)
        for button in (self.copy, self.save, self.close_button):
            below.addWidget(button)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(NOTICE)
        self._quiet.timeout.connect(lambda: self.told.setText(""))
        theme.changed.connect(self._colour)
        self._colour()

    def say(self, name: str, said: str, counter: str) -> None:
        """What the picture is called, who sent it when, and which of how many it is."""
        shown = self.name.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, px(360))
        self.name.setText(shown)
        self.name.setToolTip(name if shown != name else "")
        self.said.setText(said)
        self.counter.setText(counter)
        for one in (self.counter, self.buttons["picture_next"], self.buttons["picture_previous"]):
            one.setVisible(bool(counter))

    def tell(self, *, zoom: float | None, fitted: bool, before: bool, after: bool) -> None:
        """How close it is looked at, and where one can go."""
        self.percent.setText("" if zoom is None else f"{round(zoom * 100)} %")
        self.buttons["picture_previous"].setEnabled(before)
        self.buttons["picture_next"].setEnabled(after)
        here = zoom is not None
        for name in ("picture_closer", "picture_turn_left", "picture_turn_right"):
            self.buttons[name].setEnabled(here)
        self.buttons["picture_further"].setEnabled(here and not fitted)
        self.buttons["picture_fit"].setEnabled(here and not fitted)
        self.buttons["picture_whole"].setEnabled(zoom is not None and abs(zoom - 1.0) > 0.001)
        self.copy.setEnabled(here)

    def notice(self, words: str) -> None:
        """Say for a moment that something was done."""
        self.told.setText(words)
        self._quiet.start()

    def show_keys(self, commands: Commands) -> None:
        """What does the same as each button."""
        for name, button in {
            **self.buttons,
            "picture_copy": self.copy,
            "picture_save": self.save,
        }.items():
            button.setToolTip(commands.tooltip(name))

    def _bar(self, parent: QWidget, look: str) -> QWidget:
        bar = QWidget(parent)
        bar.setProperty("look", look)
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(8)
        return bar

    def _button(self, name: str) -> QToolButton:
        command = BY_NAME[name]
        made = QToolButton(self.above if name in ("picture_next", "picture_previous") else None)
        made.setObjectName(name)
        made.setFixedSize(px(WIDE), px(HIGH))
        made.setIconSize(QSize(px(DRAWN), px(DRAWN)))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        title = translate("commands", command.title)
        made.setAccessibleName(title)
        made.clicked.connect(lambda: self.asked.emit(name))
        self.buttons[name] = made
        return made

    def _worded(self, name: str, words: str, parent: QWidget) -> QPushButton:
        made = QPushButton(words, parent)
        made.setAutoDefault(False)
        made.setObjectName(name)
        made.clicked.connect(lambda: self.asked.emit(name))
        return made

    def _colour(self) -> None:
        quiet, text = self._theme.color("muted").name(), self._theme.color("text").name()
        for name, button in self.buttons.items():
            if BY_NAME[name].icon:
                button.setIcon(icon(BY_NAME[name].icon, quiet, text))


def _label(parent: QWidget, size: int, *, strong: bool = False, look: str = "") -> QLabel:
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(font(13 if size == 13 else 12, STRONG if strong else MEDIUM))
    if look:
        made.setProperty("look", look)
    return made
