"""What can be done with the open contact: each command of the table, and the action behind it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from workstation.replica.rows.contact import ContactHead
from workstation.ui.calls.own_telephone import call_back
from workstation.ui.choosing.choice_popup import ChoicePopup
from workstation.ui.choosing.customer_search import bring_customer, customers_search
from workstation.ui.contact.contact_menus import (
    colleague_menu,
    open_under,
    snooze_menu,
    team_menu,
)
from workstation.ui.contact.mentions_list import show_mentions
from workstation.ui.contact.names import Names
from workstation.ui.contact.refusal_words import refusal_sentence
from workstation.ui.context import DeskContext

if TYPE_CHECKING:
    from workstation.ui.contact.contact_view import ContactView

GIVES_AWAY: Final = frozenset({"release", "snooze", "transfer"})
"""After these the contact is another's, or for later, and the person goes on with the next."""


class ContactDeeds(QObject):
    """Belongs to a contact view; acts only on the contact that was read and shown."""

    def __init__(self, context: DeskContext, view: "ContactView") -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._head: ContactHead | None = None

    def install(self) -> None:
        """Say what each command does while a contact is open."""
        composer, wrapup = self._view.composer, self._view.wrapup
        wrapup.install()
        for name, deed in (
            ("claim", lambda: self._do("claim")),
            ("release", lambda: self._do("release")),
            ("reopen", lambda: self._do("reopen")),
            ("mark_read", self.mark_read),
            ("mark_unread", lambda: self._do("mark_unread")),
            ("tag", self.tag),
            ("transfer", self.transfer),
            ("assign", self.assign),
            ("snooze", self.snooze),
            ("link_customer", self.link_customer),
            ("call_back", self.call_back),
            ("wrap_up", wrapup.finish),
            ("reply", lambda: composer.write("reply")),
            ("note", lambda: composer.write("note")),
            ("send", composer.send),
            ("send_and_snooze", composer.send_and_snooze),
            ("send_and_wrap_up", composer.send_and_wrap_up),
            ("snippet", composer.insert_snippet),
            ("emoji", composer.insert_emoji),
            ("send_key", composer.change_send_key),
            ("snippets", composer.write_snippets),
            ("mentions", lambda: show_mentions(self._context, self._view.header)),
            ("template", composer.choose_template),
            ("attach", composer.choose_files),
        ):
            self._context.commands.handle(name, deed)

    def look_at(self, head: ContactHead | None) -> None:
        """The contact that deeds are about; None while another one is being read."""
        self._head = head

    def mark_read(self) -> None:
        if self._head is not None:
            self._do("mark_read", upto=self._head.last_at)

    def tag(self) -> None:
        """Put tags on the contact, and take them off; those there are, are read first."""
        head = self._head
        if head is None:
            return

        def choose(known: tuple[tuple[str, int], ...]) -> None:
            from workstation.ui.inbox.tag_choice import choose_tags

            if self._head is not None and self._head.contact_id == head.contact_id:
                choose_tags(
                    self._context,
                    known,
                    frozenset(head.tags),
                    lambda name, on: self._do(
                        "tag_contact", **{"add" if on else "remove": (name,)}
                    ),
                    anchor=self._anchor("tag"),
                )

        self._context.reader.ask("tags", lambda replica: replica.tags(), choose, owner=self)

    def call_back(self) -> None:
        """Call the customer, by the provider or with this computer's own telephone."""
        head = self._head
        if head is None:
            return

        def called() -> None:
            # A call that was refused is none: nobody is asked afterwards whether it helped.
            if self._view.contact_id == head.contact_id:
                self._view.call_card.is_called()

        def by_provider(number: str) -> None:
            self._do("call_back", called, number=number)

        call_back(self._context, head, by_provider, self, called)

    def transfer(self) -> None:
        if self._head is not None:
            menu = team_menu(
                self._view,
                Names(self._context.reference, self._context.language),
                self._head.team_id,
                lambda team_id: self._do("transfer", team_id=team_id),
            )
            open_under(menu, self._anchor("transfer"))

    def assign(self) -> None:
        if self._head is not None:
            menu = colleague_menu(
                self._view,
                self._context.reference.agents,
                self._head.owner_id,
                self._context.clock(),
                lambda agent_id: self._do("assign", agent_id=agent_id),
            )
            open_under(menu, self._anchor("assign"))

    def snooze(self) -> None:
        if self._head is not None:
            menu = snooze_menu(
                self._view,
                self._context.clock(),
                self._context.language,
                lambda until: self._do("snooze", until=until),
            )
            open_under(menu, self._anchor("snooze"))

    def link_customer(self) -> None:
        """Search the customer whose contact this is."""
        if self._head is None:
            return

        popup = ChoicePopup(
            self._context.theme,
            customers_search(self._context, self._view),
            prompt=self.tr("Who is this? Search a name, address or order"),
            nothing=self.tr("No customer has these words."),
            typed=True,
            parent=self._view,
        )
        popup.chosen.connect(lambda choice: self._link(choice.key))
        popup.open_at(self._anchor("link_customer"))

    def _link(self, customer_id: str) -> None:
        bring_customer(
            self._context,
            customer_id,
            lambda: self._do("link_customer", customer_id=customer_id),
            self,
        )

    def _anchor(self, name: str) -> QWidget:
        return self._view.header.anchor(name)

    def _do(self, kind: str, then: Callable[[], None] | None = None, /, **data: Any) -> None:
        """Do it, and `then` what follows; if the desk refuses, say why right under the head of the
        contact."""
        head = self._head
        if head is None:
            return

        def failed(error: Exception) -> None:
            why = refusal_sentence(error, self._context.language)
            if why is None:
                raise error
            if self._view.contact_id == head.contact_id:
                self._view.band.say(why)
            else:
                self._context.news.notice.emit(why, "bad")

        def done() -> None:
            if kind in GIVES_AWAY:
                self._context.news.finished.emit(head.contact_id)
            if then is not None:
                then()

        self._context.writer.act(
            kind, contact_id=head.contact_id, done=done, failed=failed, owner=self, **data
        )
