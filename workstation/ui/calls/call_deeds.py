"""What is done with calls: the commands of the telephone, and the actions behind them."""

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workstation.replica.rows.contact import CallRow
from workstation.ui.calls.transfer_choice import transfer_popup
from workstation.ui.calls.who_choice import KNOWN, who_popup
from workstation.ui.choosing.customer_search import bring_customer
from workstation.ui.contact.refusal_words import refusal_sentence
from workstation.ui.context import DeskContext


class CallDeeds(QObject):
    """Belongs to the call bar. A command is about the call in hand, else the one that rings."""

    open_wanted = Signal(str)

    def __init__(self, context: DeskContext, bar: QWidget) -> None:
        super().__init__(bar)
        self._context = context
        self._bar = bar
        self._calls: tuple[CallRow, ...] = ()
        handle = context.commands.handle
        handle("answer_call", lambda: self._first("answer", "ringing"))
        handle("peek_call", self._peek)
        handle("hold_call", self._hold_or_resume)
        handle("hang_up_call", lambda: self._first("hang_up", "talking", "held", "dialling"))
        handle("transfer_call", lambda: self._first("transfer", "talking", "held"))

    def look_at(self, calls: tuple[CallRow, ...]) -> None:
        self._calls = calls

    def do(self, what: str, call: CallRow | None, anchor: QWidget | None = None) -> None:
        """One of the buttons of a call."""
        if call is None:
            return
        match what:
            case "answer":
                self._act("answer_call", call)
                self.open_wanted.emit(call.contact_id)
            case "hold" | "resume" | "hang_up":
                self._act(f"{what}_call", call)
            case "transfer":
                popup = transfer_popup(self._context, self._bar)
                popup.chosen.connect(
                    lambda choice: self._act("transfer_call", call, **_target(choice.key))
                )
                popup.open_at(anchor or self._bar)
            case "identify":
                self._identify(call, anchor)
            case _:
                self.open_wanted.emit(call.contact_id)

    def _first(self, what: str, *states: str) -> None:
        found = sorted(
            (one for one in self._calls if one.state in states),
            key=lambda one: states.index(one.state) if what == "open" else 0,
        )
        self.do(what, found[0] if found else None)

    def _peek(self) -> None:
        """The card of who rings, else of who is on the line: nobody takes anything by looking."""
        self._first("open", "ringing", "talking", "held", "dialling", "ended")

    def _hold_or_resume(self) -> None:
        call = next((one for one in self._calls if one.state in ("talking", "held")), None)
        if call is not None:
            self.do("resume" if call.state == "held" else "hold", call)

    def _identify(self, call: CallRow, anchor: QWidget | None) -> None:
        """Somebody unknown: choose who it is, or write down their name."""
        self.open_wanted.emit(call.contact_id)
        popup = who_popup(self._context, self._bar)
        popup.chosen.connect(lambda choice: self._name(call, choice.key))
        popup.open_at(anchor or self._bar)

    def _name(self, call: CallRow, key: str) -> None:
        kind, _, who = key.partition(":")
        if kind != KNOWN:
            self._say_who("identify_customer", call, name=who)
            return
        bring_customer(
            self._context, who, lambda: self._say_who("link_customer", call, customer_id=who), self
        )

    def _say_who(self, action: str, call: CallRow, **data: Any) -> None:
        self._context.writer.act(
            action, contact_id=call.contact_id, failed=self._refused, owner=self, **data
        )

    def _act(self, kind: str, call: CallRow, **data: Any) -> None:
        self._context.writer.act(
            kind,
            contact_id=call.contact_id,
            call_id=call.call_id,
            failed=self._refused,
            owner=self,
            **data,
        )

    def _refused(self, error: Exception) -> None:
        why = refusal_sentence(error, self._context.language)
        if why is None:
            raise error
        self._context.news.notice.emit(why, "bad")


def _target(key: str) -> dict[str, str]:
    """What a transfer goes to: "agent_id:...", "team_id:..." or "number:..."."""
    name, _, value = key.partition(":")
    return {name: value}
