"""How soon customers of one channel are promised an answer: the first one, and each one after."""

from collections.abc import Mapping
from typing import Final, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workstation.ui.channels.numbers_form import NumbersForm
from workstation.ui.panels.section import Heading
from workstation.ui.words import translate

Kind = Literal["first_reply", "next_reply"]
KINDS: Final[tuple[Kind, ...]] = ("first_reply", "next_reply")
_MOST: Final = 100_000


class PromiseForm(NumbersForm):
    """`promised` for each promise that is to be another one: the data of a SetPromise. What was
    changed and not saved stays until another channel is shown."""

    promised = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            Heading(translate("channels", "Promises"), translate("channels", "in minutes")),
            {
                "first_reply": translate("channels", "First answer within"),
                "next_reply": translate("channels", "Each next answer within"),
            },
            least=1,
            most=_MOST,
            nothing=translate("channels", "nothing promised"),
            deed=translate("channels", "Promise this"),
            parent=parent,
        )
        self._channel = ""
        self._shown: dict[Kind, int | None] = {}
        for field in self.fields.values():
            field.textChanged.connect(self._settle)
        self.save.clicked.connect(self._save)

    def show_promises(self, channel: str, promises: Mapping[tuple[str, str], int]) -> None:
        """Show a channel's promises; the same one again only when nobody is changing them."""
        if channel == self._channel and self._values() != self._shown:
            return
        self._channel = channel
        self._shown = {kind: promises.get((channel, kind)) for kind in KINDS}
        for kind, minutes in self._shown.items():
            self.fields[kind].setText("" if minutes is None else str(minutes))
        self._settle()

    def _values(self) -> dict[Kind, int | None]:
        return {
            kind: int(self.fields[kind].text()) if self.fields[kind].hasAcceptableInput() else None
            for kind in KINDS
        }

    def _changed(self) -> dict[Kind, int]:
        """A promise is made longer or shorter; it is not taken back."""
        return {
            kind: minutes
            for kind, minutes in self._values().items()
            if minutes is not None and minutes != self._shown.get(kind)
        }

    def _settle(self, *_: object) -> None:
        self.save.setEnabled(bool(self._changed()))

    def _save(self) -> None:
        changed = self._changed()
        self._shown = self._values()
        for kind, minutes in changed.items():
            self.promised.emit({"channel": self._channel, "promise": kind, "minutes": minutes})
        self._settle()
