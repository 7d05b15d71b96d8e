"""Tells somebody who is writing that a colleague has answered meanwhile, before they send."""

from PySide6.QtCore import QObject

from workstation.replica.rows.contact import ContactHead, MessageRow
from workstation.ui.composer.composer_view import ComposerView
from workstation.ui.composer.departing import Then
from workstation.ui.contact.colleague_card import Choice, ColleagueCard
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.transcript.transcript_model import TranscriptModel
from workstation.ui.transcript.transcript_view import TranscriptView
from workstation.ui.words import translate


class Meanwhile(QObject):
    """Follows one contact. What colleagues answer while the field is empty is simply read; what
    they answer once something is in it is put on the card. Then sending asks once; sending again
    sends."""

    def __init__(
        self,
        context: DeskContext,
        composer: ComposerView,
        transcript: TranscriptView,
        messages: TranscriptModel,
        card: ColleagueCard,
    ) -> None:
        super().__init__(card)
        self._context = context
        self._composer = composer
        self._transcript = transcript
        self._messages = messages
        self._card = card
        self._head: ContactHead | None = None
        self._known: set[str] = set()
        """Answers that need no more telling."""
        self._answers: list[MessageRow] = []
        self._asked = False
        self._first = True
        """Nothing of this contact was looked at yet."""
        self._then: Then = "stay"
        self._begun_at: int | None = 0
        """When the draft that was found here was kept; None while that is being read."""
        card.chosen.connect(self._chose)
        context.commands.handle("look_at_answer", lambda: self._chose("look_first"))
        composer.ask_first = self.ask_first
        composer.typed.connect(self._typed)
        composer.sent.connect(lambda _: self._settle())
        for signal in (messages.modelReset, messages.rowsInserted, messages.dataChanged):
            signal.connect(self._look)

    def look_at(self, head: ContactHead | None) -> None:
        """Another contact is open, or the same one with other people to it."""
        same = head is not None and self._head is not None
        same = same and head.contact_id == self._head.contact_id  # type: ignore[union-attr]
        self._head = head
        if same:
            self._show()
            return
        self._known, self._answers = set(), []
        self._asked, self._first = False, True
        self._begun_at = None
        self._card.clear()
        if head is not None:
            self._read_when_begun(head.contact_id)

    def ask_first(self, then: Then) -> bool:
        """Whether it must not be sent yet: a colleague's answer has to be looked at. Asks once."""
        if not self._answers or self._composer.mode != "reply" or self._asked:
            self._settle()
            return False
        self._asked, self._then = True, then
        self._show()
        return True

    def _read_when_begun(self, contact_id: str) -> None:
        def work(replica: ReplicaDoor) -> int:
            return replica.kept_at(contact_id)

        def then(at: int) -> None:
            if self._head is not None and self._head.contact_id == contact_id:
                self._begun_at = at
                self._look()

        self._context.reader.ask("begun at", work, then, owner=self)

    def _look(self) -> None:
        """Is there an answer of a colleague that is newer than the first letter here?"""
        head = self._head
        if head is None or self._begun_at is None or self._messages.contact_id != head.contact_id:
            return
        fresh = [one for one in self._messages.messages if self._is_fresh(one)]
        first, self._first = self._first, False
        self._known |= {one.message_id for one in fresh}
        if first:  # the draft that was found here, if any, is older than these
            told = [one for one in fresh if self._begun_at and one.at > self._begun_at]
        else:
            told = fresh if self._composer.text.toPlainText().strip() else []
        if told:
            self._answers += told
            self._asked = False
            self._show()

    def _typed(self) -> None:
        if not self._composer.text.toPlainText().strip():
            self._settle()

    def _is_fresh(self, message: MessageRow) -> bool:
        return (
            message.direction == "outbound"
            and message.author_id not in (None, self._context.me.agent_id)
            and message.message_id not in self._known
        )

    def _settle(self) -> None:
        """There is nothing here that could cross with an answer."""
        self._answers, self._asked = [], False
        self._card.clear()

    def _show(self) -> None:
        if not self._answers or self._head is None:
            return
        newest = self._answers[-1]
        name = harmless_line(newest.author_name) or "?"
        first = name.partition(" ")[0]
        look = Choice(
            "look_first",
            translate("contact", "Look first"),
            key=self._context.commands.key("look_at_answer"),
        )
        if self._asked:
            title = translate("contact", "{name} has answered already. Send yours too?")
            choices = (
                Choice(
                    "send_anyway",
                    translate("contact", "Send anyway"),
                    primary=True,
                    key=self._context.commands.key("send"),
                ),
                look,
            )
        elif self._head.owner_id not in (None, self._context.me.agent_id):
            title = translate(
                "contact", "{name} answered while you were writing, and has this contact now"
            )
            choices = (look, Choice("fine", translate("contact", "Fine")))
        else:
            title = translate("contact", "{name} answered while you were writing")
            choices = (look, Choice("fine", translate("contact", "Fine")))
        text = newest.text or translate("contact", "(a file)")
        self._card.say(name, title.format(name=first), text, *choices, tone="warn")

    def _chose(self, name: str) -> None:
        answers, then = self._answers, self._then
        if name == "send_anyway":
            self._composer.send(then=then)
            return
        self._settle()
        if name == "look_first" and answers:
            self._transcript.show_message(answers[-1].message_id)
        self._composer.take_caret()
