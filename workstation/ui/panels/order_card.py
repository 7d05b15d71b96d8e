"""One order of a customer: what is in it, where it is, and what came back."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from workstation.replica.rows import OrderRow
from workstation.ui.contact.moments import money, short_day
from workstation.ui.panels.fact import Fact
from workstation.ui.panels.section import Card
from workstation.ui.theme.pill import Pill, Tone
from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate

LINES = 6
"""Lines of an order that are shown."""
_TONES: dict[str, Tone] = {"delivered": "ok", "cancelled": "bad", "lost": "bad"}


class OrderCard(Card):
    """`chosen` when the contact is about this order."""

    def __init__(
        self,
        theme: Theme,
        order: OrderRow,
        *,
        now: int,
        language: str,
        chosen: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, chosen=chosen, parent=parent)
        number = Fact(theme, order.number, name=translate("panels", "Order number"), strong=True)
        state, tone = order_state(order, now, language)
        pill = Pill(theme, state, tone)
        head = QHBoxLayout()
        head.addWidget(number, 1)
        head.addWidget(pill)
        self.column.addLayout(head)
        for line in order.lines[:LINES]:
            self.column.addWidget(
                Fact(theme, line_words(line, order.currency, language), ink="muted", size=12)
            )
        self.column.addWidget(Fact(theme, sum_words(order, now, language), ink="muted", size=12))
        for came_back in order.returns:
            words = Fact(theme, return_words(came_back, order.currency, language), size=12)
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            self.column.addWidget(words)
        self.setAccessibleName(
            ", ".join((harmless_line(order.number), state, contents(order, language)))
        )


def order_state(order: OrderRow, now: int, language: str) -> tuple[str, Tone]:
    """Where an order is; a return on its way counts for more than the delivery."""
    if any(state not in ("refunded", "closed", "rejected") for state, _, _ in order.returns):
        return translate("panels", "Return on its way"), "warn"
    if order.delivered_at is not None:
        day = short_day(order.delivered_at, now, language)
        return translate("panels", "Delivered {day}").format(day=day), "ok"
    return state_word(order.state), _TONES.get(order.state, "accent")


def state_word(state: str) -> str:
    """A state as the shop's systems name it, in the desk's words where it is a usual one."""
    match state.lower():
        case "placed" | "new" | "open" | "pending":
            return translate("panels", "Placed")
        case "paid":
            return translate("panels", "Paid")
        case "packed" | "processing" | "processed":
            return translate("panels", "Being packed")
        case "sent" | "shipped" | "in_transit":
            return translate("panels", "On its way")
        case "delivered":
            return translate("panels", "Delivered")
        case "cancelled" | "canceled":
            return translate("panels", "Cancelled")
        case "returned":
            return translate("panels", "Returned")
        case "announced" | "requested":
            return translate("panels", "Return announced")
        case "received":
            return translate("panels", "Return received")
        case "refunded":
            return translate("panels", "Refunded")
        case "rejected" | "refused":
            return translate("panels", "Return refused")
        case _:
            return harmless_line(state).replace("_", " ").capitalize()[:60]


def line_words(line: tuple[str, int, int], currency: str, language: str) -> str:
    """ "2 × wall mount · € 59": what the line costs in all."""
    name, quantity, price = line
    said = harmless_line(name) if quantity == 1 else f"{quantity} × {harmless_line(name)}"
    return f"{said} · {money(price * quantity, currency, language)}" if price else said


def sum_words(order: OrderRow, now: int, language: str) -> str:
    """ "Ordered 12 Nov · € 1.258", and how many lines are not shown."""
    day = short_day(order.placed_at, now, language)
    parts = [
        translate("panels", "Ordered {day}").format(day=day),
        money(order.total, order.currency, language),
    ]
    if len(order.lines) > LINES:
        more = translate("panels", "{count} more").format(count=len(order.lines) - LINES)
        parts.insert(0, more)
    return " · ".join(parts)


def contents(order: OrderRow, language: str) -> str:
    """ "Lumea 55 OLED · 2 × wall mount · € 1.258"."""
    lines = [
        harmless_line(name) if quantity == 1 else f"{quantity} × {harmless_line(name)}"
        for name, quantity, _ in order.lines[:LINES]
    ]
    if len(order.lines) > LINES:
        lines.append(translate("panels", "{count} more").format(count=len(order.lines) - LINES))
    return " · ".join([*lines, money(order.total, order.currency, language)])


def return_words(came_back: tuple[str, str, int], currency: str, language: str) -> str:
    state, reason, refund = came_back
    parts = [state_word(state)]
    if reason:
        parts.append(f"“{harmless_line(reason)[:120]}”")
    if refund:
        amount = money(refund, currency, language)
        parts.append(translate("panels", "refund {amount}").format(amount=amount))
    return " · ".join(parts)
