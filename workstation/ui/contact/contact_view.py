"""One contact on the screen: its head, what was said, the composer and the wrap-up line."""

from typing import Final

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from workstation.replica.rows.contact import ContactHead, Transcript
from workstation.replica.rows.news import Changed
from workstation.replica.rows.reference import Reference
from workstation.ui.command import Situation
from workstation.ui.commands import BY_NAME
from workstation.ui.composer.composer_view import ComposerView
from workstation.ui.composer.draft_sharing import DraftSharing
from workstation.ui.composer.spelling.spelling import Spelling
from workstation.ui.contact.band import Band
from workstation.ui.contact.beside_me import BesideMe
from workstation.ui.contact.call_card import CallCard
from workstation.ui.contact.contact_deeds import ContactDeeds
from workstation.ui.contact.contact_words import may_write
from workstation.ui.contact.header_view import HeaderView
from workstation.ui.contact.looking import Looking
from workstation.ui.contact.message_wishes import MessageWishes
from workstation.ui.contact.names import Names
from workstation.ui.contact.on_messages import OnMessages
from workstation.ui.contact.reading_back import PAGE, ReadingBack
from workstation.ui.contact.tells_others import TellsOthers
from workstation.ui.contact.typing_shown import TypingShown
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor
from workstation.ui.empty_state import EmptyState
from workstation.ui.panels.masking import masked_name
from workstation.ui.transcript.pictures import Pictures
from workstation.ui.transcript.transcript_model import TranscriptModel
from workstation.ui.transcript.transcript_view import TranscriptView
from workstation.ui.transcript.transcript_words import TranscriptWords
from workstation.ui.wrapup.wrapup_view import WrapUpView

REREAD_AT_MOST: Final = 400
"""When a contact changes, so many of its newest messages are read again."""
SEEN_AFTER: Final = 800
"""Milliseconds a contact is looked at before it counts as read."""


class ContactView(QWidget):
    """Shows a contact from the replica and follows what changes about it."""

    head_changed = Signal(object)
    """A ContactHead, or None: what is now on the screen."""
    product_chosen = Signal(str, str)
    """A product id and a variant id or "": chosen in the wrap-up line."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._contact_id: str | None = None
        self._head: ContactHead | None = None
        self._wanted_message = ""
        self._caret_wanted = False
        names = Names(context.reference, context.language)
        self._words = TranscriptWords(names, context.language, context.clock)
        self._pictures = Pictures(context, self)
        self._wishes = MessageWishes(context, self._pictures, self)
        self.messages = TranscriptModel(self._words, self)
        self._wishes.look_among(self.messages, self._words)

        self.header = HeaderView(context, self)
        self.band = Band(context.theme, self)
        self.transcript = TranscriptView(
            context, self.messages, self._words, self._pictures, self._wishes, self
        )
        self._reading_back = ReadingBack(context, self.messages, self.transcript)
        Looking(context, self.transcript, self.messages)
        self.composer = ComposerView(context, self)
        self.typing = TypingShown(context, self.transcript, self.messages)
        self.telling = TellsOthers(context, self.composer)
        self.sharing = DraftSharing(context, self.composer)
        self.spelling = Spelling(context, self.composer)
        self.beside_me = BesideMe(
            context, self.composer, self.transcript, self.messages, self.band, self
        )
        self._on_messages = OnMessages(
            context, self.transcript, self.messages, self._words, self.composer, self._wishes
        )
        self.call_card = CallCard(context, self)
        self.wrapup = WrapUpView(context, self)
        self.deeds = ContactDeeds(context, self)
        self._empty = EmptyState(context.theme, self)

        self._page = QWidget(self)
        layout = QVBoxLayout(self._page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.band)
        layout.addWidget(self.transcript, 1)
        layout.addWidget(self.beside_me)
        layout.addWidget(self.call_card)
        layout.addWidget(self.composer)
        layout.addWidget(self.wrapup)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._page)
        self.setTabOrder(self.header, self.transcript)
        self.setTabOrder(self.transcript, self.composer.text)

        self._seen = QTimer(self)
        self._seen.setSingleShot(True)
        self._seen.setInterval(SEEN_AFTER)
        self._seen.timeout.connect(self._mark_read)
        self.transcript.typed.connect(self.composer.insert)
        self.composer.snooze_wanted.connect(self.deeds.snooze)
        self.composer.wrap_up_wanted.connect(self.wrapup.finish)
        self.composer.wrap_up_proposed.connect(self.wrapup.propose)
        self.composer.sent.connect(lambda _: self.transcript.to_newest())
        self.head_changed.connect(self.typing.look_at)
        self.head_changed.connect(self._on_messages.look_at)
        self.head_changed.connect(self.telling.look_at)
        self.head_changed.connect(self.beside_me.look_at)
        self.head_changed.connect(self.call_card.look_at)
        self.head_changed.connect(self.spelling.look_at)
        self.wrapup.product_chosen.connect(self.product_chosen)
        context.news.changed.connect(self._changed)
        context.news.reference_changed.connect(self._renamed)
        self.deeds.install()
        self.close_contact()

    # ------------------------------------------------------------------ opening and closing

    @property
    def contact_id(self) -> str | None:
        return self._contact_id

    @property
    def head(self) -> ContactHead | None:
        """The contact on the screen; None until it was read."""
        return self._head

    def open(self, contact_id: str, message_id: str = "") -> None:
        """Show a contact, at a message if one is given."""
        self._wanted_message = message_id
        self._caret_wanted = False
        another = contact_id != self._contact_id
        self._contact_id = contact_id
        # Read while the rest is made ready.
        self._read(urgent=True)
        if another:
            self.transcript.find_words("")
            self._seen.stop()
            self._head = None
            self.deeds.look_at(None)
            self.band.say("")
            self.composer.open(contact_id)

    def take_caret(self) -> None:
        """The hands go to the composer, now and once the contact is there."""
        self._caret_wanted = self._head is None and not self._wanted_message
        self.composer.take_caret()

    def close_contact(self) -> None:
        """Show that nothing is selected."""
        self._say_empty(
            "message",
            self.tr("No contact is open"),
            self.tr("Choose one from the list: ↑ and ↓ move, Enter opens."),
        )

    def settle(self) -> None:
        """Write the draft down now: the window closes."""
        self.composer.settle()
        self.sharing.settle()
        self.spelling.end()
        self.telling.end()
        self.transcript.players.settle()

    def _say_empty(self, icon: str, title: str, detail: str) -> None:
        self.composer.open(None)
        self._contact_id, self._head = None, None
        self._seen.stop()
        self._empty.say(icon, title, detail)
        self._stack.setCurrentWidget(self._empty)
        self.messages.clear()
        self.header.show_head(None)
        self.wrapup.show_head(None)
        self.deeds.look_at(None)
        self._context.commands.look_at(Situation(None, self._context.me))
        self.head_changed.emit(None)

    # ------------------------------------------------------------------ reading

    def _read(self, *, urgent: bool = False) -> None:
        contact_id = self._contact_id
        if contact_id is None:
            return
        limit = PAGE
        if self.messages.contact_id == contact_id:
            limit = max(PAGE, min(len(self.messages.messages) + 10, REREAD_AT_MOST))

        def work(replica: ReplicaDoor) -> tuple[ContactHead, Transcript] | None:
            head = replica.contact(contact_id)
            if head is None:
                return None
            return head, replica.transcript(contact_id, limit=limit)

        self._context.reader.ask(
            "contact",
            work,
            lambda found: self._show(contact_id, found),
            owner=self,
            urgent=urgent,
        )

    def _show(self, contact_id: str, found: tuple[ContactHead, Transcript] | None) -> None:
        if contact_id != self._contact_id:
            return
        if found is None:
            self._say_empty(
                "inbox",
                self.tr("This contact is no longer here"),
                self.tr("It is no longer with you or your teams."),
            )
            return
        head, transcript = found
        changed = head != self._head
        self._head = head
        self._wishes.contact_id = contact_id
        self._words.customer = masked_name(head.name)
        self._words.subject = head.subject
        self.messages.show(transcript)
        if changed:
            self.header.show_head(head)
            self._permit(head)
            self.wrapup.show_head(head)
            self.deeds.look_at(head)
            self._context.commands.look_at(Situation(head, self._context.me))
        self._stack.setCurrentWidget(self._page)
        if changed:
            self.head_changed.emit(head)
        wanted, self._wanted_message = self._wanted_message, ""
        if wanted:
            self._reading_back.go_to(wanted)
        elif self._caret_wanted:
            self.composer.take_caret()
        self._caret_wanted = False
        self._seen.start()

    def _permit(self, head: ContactHead) -> None:
        line = self._context.reference.lines.get(head.channel)
        spoken = line is not None and line.provider == "phone"
        is_open = line is None or line.state != "closed"
        may = may_write(head, self._context.me, takes_text=not spoken, is_open=is_open)
        self.composer.permit(
            reply=may.reply,
            write=may.note,
            hint=may.hint,
            placeholder=may.placeholder,
            head=head,
        )
        self.composer.setVisible(not head.guest)
        situation = Situation(head, self._context.me)
        self.wrapup.setVisible(BY_NAME["wrap_up"].when(situation))
        if head.guest:
            self.band.say(self.tr("This is from the customer's history: to read only."), "note")

    # ------------------------------------------------------------------ following

    def _changed(self, changed: Changed) -> None:
        contact_id = self._contact_id
        if contact_id is None:
            return
        if changed.everything or contact_id in changed.contacts:
            self._read()
            self.composer.draft_changed()
        elif self._head is not None and changed.customers & {
            self._head.customer_id,
            self._head.own_customer_id,
        }:
            self._read()

    def _renamed(self, reference: Reference) -> None:
        names = Names(reference, self._context.language)
        self._words.names = names
        self.wrapup.show_names(names)
        self.transcript.say_again()
        # Who one is decides what one may, also before any contact is open.
        self._context.commands.look_at(Situation(self._head, self._context.me))
        if self._head is not None:
            self.deeds.look_at(self._head)
            self._permit(self._head)

    def _mark_read(self) -> None:
        head = self._head
        if head is None or head.guest or not self.isVisible() or not self.window().isActiveWindow():
            return
        if head.owner_id not in (None, self._context.me.agent_id):
            return
        if (head.read_at or 0) < head.last_at:
            self.deeds.mark_read()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange and self.window().isActiveWindow():
            self._seen.start()
        super().changeEvent(event)
