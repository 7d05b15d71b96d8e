"""When the desk suggests to call instead of writing on: one choice for all chats of the shop."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workstation.rules.call_hints import Limits
from workstation.ui.channels.numbers_form import NumbersForm
from workstation.ui.panels.section import Heading
from workstation.ui.words import translate

_MOST: Final = 10_000


class CallLimitsForm(NumbersForm):
    """`limited` with the data of a SetCallLimits. An empty field, like 0, is never. What was
    changed and not saved stays."""

    limited = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            Heading(
                translate("channels", "Suggest to call"),
                translate("channels", "in all chats, at the first of these"),
            ),
            {
                "turns": translate("channels", "Customer wrote, times"),
                "minutes": translate("channels", "To and fro, minutes"),
                "kinds": translate("channels", "Kinds of question"),
            },
            least=0,
            most=_MOST,
            nothing=translate("channels", "never"),
            deed=translate("channels", "Suggest it then"),
            parent=parent,
        )
        self._shown: dict[str, int] | None = None
        for field in self.fields.values():
            field.textChanged.connect(self._settle)
        self.save.clicked.connect(self._save)
        self._settle()

    def show_limits(self, limits: Limits) -> None:
        """Show what the shop has chosen, unless somebody is changing it."""
        if self._shown is not None and self._values() != self._shown:
            return
        self._shown = {name: getattr(limits, name) for name in self.fields}
        for name, most in self._shown.items():
            self.fields[name].setText(str(most) if most else "")
        self._settle()

    def _values(self) -> dict[str, int]:
        return {name: int(field.text() or 0) for name, field in self.fields.items()}

    def _settle(self, *_: object) -> None:
        self.save.setEnabled(self._shown is not None and self._values() != self._shown)

    def _save(self) -> None:
        self._shown = self._values()
        self.limited.emit(dict(self._shown))
        self._settle()
