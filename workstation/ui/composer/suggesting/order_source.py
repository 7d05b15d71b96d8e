"""After #: the customer's orders."""

from workstation.rules.order_states import order_state_words
from workstation.ui.composer.suggesting.suggestion import Answer, Suggestion
from workstation.ui.composer.what_is_known import WhatIsKnown
from workstation.ui.contact.moments import short_day
from workstation.ui.context import DeskContext
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate


class OrderSource:
    sign = "#"
    least = 0

    def __init__(self, context: DeskContext, known: WhatIsKnown) -> None:
        self._context = context
        self._known = known
        self.title = translate("composer", "Orders of this customer")

    def works(self) -> bool:
        return bool(self._known.orders)

    def find(self, typed: str, answer: Answer) -> None:
        language, now = self._context.language, self._context.clock()
        answer(
            [
                Suggestion(
                    key=order.order_id,
                    name=harmless_line(order.number),
                    detail=" · ".join(
                        part
                        for part in (
                            order_state_words(order.state, language),
                            short_day(order.placed_at, now, language),
                        )
                        if part
                    ),
                )
                for order in self._known.orders
                if typed.casefold() in order.number.casefold()
            ]
        )

    def text_of(self, suggestion: Suggestion) -> str:
        return f"#{suggestion.name} "

    def taken(self, suggestion: Suggestion) -> None:
        """Which orders are linked is read from the text when it is sent."""
