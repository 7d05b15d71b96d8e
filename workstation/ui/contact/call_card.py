"""A calm suggestion under the conversation: this chat takes long, calling is quicker.

The number stays masked until it is asked for. "Not now" is the end of it for this round; after a
call it is asked whether that helped.
"""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workstation.replica.rows.contact import ContactHead
from workstation.replica.rows.knowledge import CallAdvice
from workstation.replica.rows.news import Changed
from workstation.ui.contact.key_button import KeyButton
from workstation.ui.contact.refusal_words import refusal_sentence
from workstation.ui.context import DeskContext
from workstation.ui.icons import picture
from workstation.ui.panels.link import Link
from workstation.ui.panels.masking import masked
from workstation.ui.panels.section import Words
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate

AFTER = 400
"""Milliseconds after something changed until it is looked at again: nobody waits for this."""


class CallCard(QWidget):
    """Hidden while there is nothing to suggest and nothing to ask."""

    appeared = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._head: ContactHead | None = None
        self._advice: CallAdvice | None = None
        self._shown_number = False
        commands = context.commands
        self.words = Words(strong=True, size=13)
        self.unknown = Words(size=13)
        self.unknown.say(self.tr("We do not have their number yet: ask for it."))
        self.number = Link("", parent=self)
        self.number.clicked.connect(self._show_number)
        self.call = KeyButton(
            context.theme, self.tr("Call"), commands.key("call_back"), primary=True, parent=self
        )
        self.later = KeyButton(
            context.theme, self.tr("Not now"), commands.key("not_calling"), parent=self
        )
        self.helped = KeyButton(
            context.theme, self.tr("It helped"), commands.key("call_helped"), parent=self
        )
        self.no_help = KeyButton(
            context.theme, self.tr("It did not"), commands.key("call_did_not_help"), parent=self
        )
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self.words)
        lines.addWidget(self.unknown)
        lines.addWidget(self.number, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(48, 8, 16, 8)
        row.setSpacing(8)
        row.addLayout(lines, 1)
        for button in (self.call, self.later, self.helped, self.no_help):
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(AFTER)
        self._soon.timeout.connect(self._read)
        self.call.clicked.connect(lambda: commands.run("call_back"))
        self.later.clicked.connect(lambda: self._settle("dismissed"))
        self.helped.clicked.connect(lambda: self._rate(helped=True))
        self.no_help.clicked.connect(lambda: self._rate(helped=False))
        context.news.changed.connect(self._changed)
        context.theme.changed.connect(self.update)
        handle = commands.handle
        handle("not_calling", lambda: self._settle("dismissed"))
        handle("call_helped", lambda: self._rate(helped=True))
        handle("call_did_not_help", lambda: self._rate(helped=False))
        self.hide()

    @property
    def advice(self) -> CallAdvice | None:
        return self._advice

    def look_at(self, head: ContactHead | None) -> None:
        """The contact on the screen."""
        if (head and head.contact_id) != (self._head and self._head.contact_id):
            self._advice, self._shown_number = None, False
            self.hide()
        self._head = head
        if head is not None:
            self._soon.start()

    def is_called(self) -> None:
        """The customer is called: where that was suggested, this chat became a call."""
        self._settle("called")

    # ------------------------------------------------------------------ showing

    def _changed(self, changed: Changed) -> None:
        head = self._head
        if head is None:
            return
        if changed.everything or head.contact_id in changed.contacts or (
            changed.tables & {"phone_call", "setting"}
        ):  # fmt: skip
            self._soon.start()

    def _read(self) -> None:
        head = self._head
        if head is None:
            return
        contact_id = head.contact_id
        self._context.reader.ask(
            "call advice",
            lambda replica: replica.call_advice(contact_id),
            lambda advice: self._show(contact_id, advice),
            owner=self,
        )

    def _show(self, contact_id: str, advice: CallAdvice | None) -> None:
        head = self._head
        if head is None or head.contact_id != contact_id:
            return
        was = self.isVisible()
        self._advice = advice
        mine = head.owner_id in (None, self._context.me.agent_id) and not head.guest
        suggests = advice is not None and not advice.state and mine and head.state != "done"
        asks = (
            advice is not None
            and advice.state == "called"
            and advice.helped is None
            and not advice.talking
            and mine
        )
        if advice is None or not (suggests or asks):
            self.hide()
            return
        self.words.say(self.tr("Did the call help?") if asks else reason_words(advice))
        self.unknown.setVisible(suggests and not advice.number)
        self.number.setVisible(suggests and bool(advice.number))
        self._say_number()
        self.call.setVisible(suggests and bool(advice.number))
        self.later.setVisible(suggests)
        for button in (self.helped, self.no_help):
            button.setVisible(asks)
        said = [self.words, self.unknown] if self.unknown.isVisibleTo(self) else [self.words]
        self.setAccessibleName(" ".join(one.text() for one in said))
        self.show()
        if not was:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
            self.appeared.emit()

    def _say_number(self) -> None:
        number = harmless_line(self._advice.number) if self._advice else ""
        shown = number if self._shown_number else masked("phone", number)
        self.number.say(shown)
        self.number.setToolTip(
            translate("panels", "Press to hide")
            if self._shown_number
            else translate("panels", "Press to show")
        )

    def _show_number(self) -> None:
        self._shown_number = not self._shown_number
        self._say_number()

    # ------------------------------------------------------------------ doing

    def _settle(self, state: str) -> None:
        advice = self._advice
        if advice is not None and advice.state not in (state, "called"):
            self._do("settle_call_hint", why=advice.why, amount=advice.amount, state=state)

    def _rate(self, *, helped: bool) -> None:
        advice = self._advice
        if advice is not None and advice.state == "called":
            self._do("rate_call_hint", hint_id=advice.hint_id, helped=helped)

    def _do(self, kind: str, **data: Any) -> None:
        head = self._head
        if head is None:
            return

        def failed(error: Exception) -> None:
            why = refusal_sentence(error, self._context.language)
            if why is None:
                raise error
            self._context.news.notice.emit(why, "bad")

        self._context.writer.act(
            kind,
            contact_id=head.contact_id,
            done=self._soon.start,
            failed=failed,
            owner=self,
            **data,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = self._context.theme.color
        painter.fillRect(self.rect(), color("accent_soft"))
        painter.fillRect(0, 0, self.width(), 1, color("line"))
        sign = picture("phone", self._context.theme.tokens.accent, 18, self.devicePixelRatioF())
        painter.drawPixmap(18, (self.height() - 18) // 2, sign)


def reason_words(advice: CallAdvice) -> str:
    """Why it is suggested."""
    amount = advice.amount
    match advice.why:
        case "turns":
            said = translate("contact", "The customer has written %n time(s).", None, amount)
        case "minutes":
            said = translate("contact", "This has been going on for %n minute(s).", None, amount)
        case "kinds":
            said = translate("contact", "This is about %n different thing(s).", None, amount)
    return said + " " + translate("contact", "Calling is quicker.")
