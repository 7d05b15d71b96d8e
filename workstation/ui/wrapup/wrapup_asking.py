"""What a wrap-up still needs, asked for one after the other: by digits, or by typing."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from workstation.replica.rows.knowledge import CallAdvice, Proposals
from workstation.ui.choosing.choice_model import Choice, Search, search_in
from workstation.ui.choosing.choice_popup import ChoicePopup
from workstation.ui.contact.refusal_words import refusal_sentence
from workstation.ui.context import DeskContext
from workstation.ui.panels.product_search import products_search
from workstation.ui.wrapup.proposing import offers_search, proposed_products, reasons_search
from workstation.ui.wrapup.wrapup_model import HELPED, WrapUpEntry, helped_choices

if TYPE_CHECKING:
    from workstation.ui.wrapup.wrapup_view import WrapUpView


class WrapUpAsking(QObject):
    """Belongs to the wrap-up line, and asks about the contact that it shows."""

    def __init__(self, context: DeskContext, view: "WrapUpView") -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._popup: ChoicePopup | None = None
        self._then: Callable[[Choice], None] = lambda _: None

    def install(self) -> None:
        """Say what the commands of the wrap-up do."""
        handle = self._context.commands.handle
        handle("choose_product", self.choose_product)
        handle("choose_reason", self.choose_reason)
        handle("choose_offered", self.choose_offered)

    # ------------------------------------------------------------------ choosing

    def choose_product(self, *, going_on: bool = False) -> None:
        """`going_on`: what is missing is asked for next, and then it is done."""
        self._ask(
            self._view.product,
            self._search_products,
            self.tr("Search a product"),
            self.tr("No product has these words."),
            lambda choice: self._product_chosen(choice, going_on),
        )

    def choose_reason(self, *, going_on: bool = False) -> None:
        popup = self._ask(
            self._view.reason,
            reasons_search(self._view.names, lambda: self._view.entry.proposals),
            self.tr("Why did they get in touch?"),
            self.tr("No reason has these words."),
            lambda choice: self._reason_chosen(choice, going_on),
        )
        asked = self._then
        self.read(lambda: popup.look_again() if asked is self._then else None)

    def choose_offered(self, *, going_on: bool = False) -> None:
        entry = self._view.entry
        popup = self._ask(
            self._view.offered,
            offers_search(self._view.names, entry.proposals, entry.reason_id),
            self.tr("What was offered?"),
            self.tr("Nothing to offer has these words."),
            many=frozenset(entry.resolution_ids),
        )
        if going_on:
            popup.say_keys(
                self.tr("{key} wraps up").format(key=self._context.commands.key("wrap_up"))
            )

    def _ask(
        self,
        anchor: QWidget,
        search: Search,
        prompt: str,
        nothing: str,
        then: Callable[[Choice], None] = lambda _: None,
        *,
        many: frozenset[str] | None = None,
    ) -> ChoicePopup:
        """In the popup that is open, else in a new one."""
        self._then = then
        popup = self._popup
        if popup is not None and isValid(popup) and popup.isVisible():
            popup.ask(search, anchor, prompt=prompt, nothing=nothing, many=many)
            return popup
        popup = self._popup = ChoicePopup(
            self._context.theme,
            search,
            prompt=prompt,
            nothing=nothing,
            many=many,
            finish_key=next(iter(self._context.commands.keys("wrap_up")), ""),
            stays=True,
            wide=470,  # reasons are paths
            parent=self._view,
        )
        popup.chosen.connect(self._chosen)
        popup.ticked.connect(self._offered_ticked)
        popup.finished.connect(self.finish)
        popup.open_at(anchor, "above")
        return popup

    def _chosen(self, choice: Choice) -> None:
        self._then(choice)

    def _close(self) -> None:
        if self._popup is not None and isValid(self._popup):
            self._popup.close()
        self._popup = None

    def _search_products(self, text: str, answer: Callable[[list[Choice]], None]) -> None:
        if text.strip():
            self._find_products(text, answer)
            return
        answer(proposed_products(self._view.entry.proposals))
        asked = self._then

        def again() -> None:
            if asked is self._then:
                answer(proposed_products(self._view.entry.proposals))

        self.read(again)

    def _product_chosen(self, choice: Choice, going_on: bool) -> None:
        entry = self._view.mine()
        if entry is None:
            return
        product_id, _, variant_id = choice.key.partition("\n")
        entry.product_id, entry.variant_id = product_id or None, variant_id or None
        entry.product_name = choice.name if product_id else ""
        entry.product_settled = True
        self._view.settle()
        if product_id:
            self._view.product_chosen.emit(product_id, variant_id)
        self.read()
        if going_on:
            self.finish()
        else:
            self._close()
            (self._view.done if entry.complete else self._view.reason).setFocus()

    def _reason_chosen(self, choice: Choice, going_on: bool) -> None:
        entry = self._view.mine()
        if entry is None:
            return
        entry.reason_id = choice.key
        self._view.settle()
        if going_on and self._view.names.reference.resolutions:
            self.choose_offered(going_on=True)
        else:
            self._close()
            self._view.done.setFocus()

    def _offered_ticked(self, ticked: frozenset[str]) -> None:
        entry = self._view.mine()
        if entry is not None:
            entry.resolution_ids = [
                row.resolution_id
                for row in self._view.names.reference.resolutions
                if row.resolution_id in ticked
            ]
            self._view.settle()

    # ------------------------------------------------------------------ reading

    def _find_products(self, text: str, answer: Callable[[list[Choice]], None]) -> None:
        products_search(self._context, self)(text, answer)

    def look(self) -> None:
        """Read what is proposed for the contact on the screen."""
        self.read()

    def read(self, then: Callable[[], None] = lambda: None) -> None:
        """What is proposed for this contact, with what was chosen already."""
        contact_id, entry = self._view.contact_id, self._view.mine()
        if contact_id is None or entry is None:
            return
        about = entry.product_id if entry.product_settled else None

        def found(answer: tuple[Proposals | None, CallAdvice | None]) -> None:
            proposals, entry.advice = answer
            entry.take(proposals)
            if contact_id == self._view.contact_id:
                self._view.settle()
                then()

        self._context.reader.ask(
            f"wrap-up {contact_id}",
            lambda replica: (
                replica.proposals(contact_id, about),
                replica.call_advice(contact_id),
            ),
            found,
            owner=self,
        )

    # ------------------------------------------------------------------ done

    def finish(self) -> None:
        """Wrap the contact up; what is missing is asked for first, one after the other."""
        contact_id, entry = self._view.contact_id, self._view.mine()
        if contact_id is None or entry is None:
            return
        if entry.asks_whether_it_helped:
            self._ask_whether_it_helped(entry)
            return
        if entry.reason_id is None:
            if entry.asks_product:
                self.choose_product(going_on=True)
            else:
                self.choose_reason(going_on=True)
            return

        self._close()

        def done() -> None:
            self._view.forget(contact_id)
            self._view.finished.emit(contact_id)

        self._view.band.say("")
        self._act(
            "wrap_up",
            contact_id,
            done=done,
            product_id=entry.product_id,
            variant_id=entry.variant_id,
            reason_id=entry.reason_id,
            resolution_ids=tuple(entry.resolution_ids),
        )

    def _ask_whether_it_helped(self, entry: WrapUpEntry) -> None:
        """They were called because the chat took long."""
        entry.asked_whether_it_helped = True

        def chosen(choice: Choice) -> None:
            if entry.advice is not None and self._view.contact_id is not None:
                self._act(
                    "rate_call_hint",
                    self._view.contact_id,
                    hint_id=entry.advice.hint_id,
                    helped=choice.key == HELPED,
                )
            self.finish()

        self._ask(
            self._view.done, search_in(helped_choices()), self.tr("Did the call help?"), "", chosen
        )

    def _act(
        self,
        kind: str,
        contact_id: str,
        *,
        done: Callable[[], None] | None = None,
        **data: Any,
    ) -> None:
        def failed(error: Exception) -> None:
            why = refusal_sentence(error, self._context.language)
            if why is None:
                raise error
            if contact_id == self._view.contact_id:
                self._view.band.say(why)
            else:
                self._context.news.notice.emit(why, "bad")

        self._context.writer.act(
            kind, contact_id=contact_id, done=done, failed=failed, owner=self, **data
        )
