"""An order and what came back of it, in words."""

from workstation.replica.rows.order import OrderLineRow, OrderRow, ReturnRow
from workstation.ui.contact.moments import money, short_day
from workstation.ui.theme.pill import Tone
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate

LINES = 6
"""Lines of an order that are shown."""
_TONES: dict[str, Tone] = {"delivered": "ok", "cancelled": "bad", "lost": "bad"}
_FINISHED = frozenset({"refunded", "closed", "rejected", "refused", "cancelled", "canceled"})
"""Of a return: nobody waits for anything any more."""


def order_state(order: OrderRow, now: int, language: str) -> tuple[str, Tone]:
    """Where an order is. Of what is not settled, the return with the newest state counts for more
    than the delivery; it is called as on the line below."""
    for came_back in order.returns:
        if came_back.state.lower() not in _FINISHED:
            return return_state(came_back.state), "warn"
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
        case _:
            return _as_named(state)


def return_state(state: str) -> str:
    """The same for what comes back."""
    match state.lower():
        case "announced" | "requested" | "placed" | "new" | "open" | "pending":
            return translate("panels", "Return announced")
        case "sent" | "shipped" | "in_transit":
            return translate("panels", "Return on its way")
        case "received" | "returned" | "delivered":
            return translate("panels", "Return received")
        case "refunded":
            return translate("panels", "Refunded")
        case "rejected" | "refused":
            return translate("panels", "Return refused")
        case "cancelled" | "canceled":
            return translate("panels", "Return cancelled")
        case "closed":
            return translate("panels", "Return closed")
        case _:
            return _as_named(state)


def _as_named(state: str) -> str:
    return harmless_line(state).replace("_", " ").capitalize()[:60]


def line_cost(line: OrderLineRow, currency: str, language: str) -> str:
    """ "€ 59": what the line costs in all; "" for what costs nothing."""
    return money(line.price * line.quantity, currency, language) if line.price else ""


def counted(name: str, quantity: int) -> str:
    """ "2 × wall mount"."""
    return harmless_line(name) if quantity == 1 else f"{quantity} × {harmless_line(name)}"


def sum_words(order: OrderRow, now: int, language: str) -> str:
    """ "Ordered 12 Nov · € 1.258", and how many lines are not shown."""
    day = short_day(order.placed_at, now, language)
    parts = [
        translate("panels", "Ordered {day}").format(day=day),
        money(order.total, order.currency, language),
    ]
    if len(order.lines) > LINES:
        parts.insert(0, _more(order))
    return " · ".join(parts)


def contents(order: OrderRow, language: str) -> str:
    """ "Lumea 55 OLED · 2 × wall mount · € 1.258"."""
    lines = [counted(line.name, line.quantity) for line in order.lines[:LINES]]
    if len(order.lines) > LINES:
        lines.append(_more(order))
    return " · ".join([*lines, money(order.total, order.currency, language)])


def _more(order: OrderRow) -> str:
    return translate("panels", "{count} more").format(count=len(order.lines) - LINES)


def return_words(came_back: ReturnRow, order: OrderRow, now: int, language: str) -> str:
    """One return, as it is now. It is said what comes back, unless there is only one thing it can
    be."""
    parts = [return_state(came_back.state)]
    if came_back.at:
        parts[0] += f" {short_day(came_back.at, now, language)}"
    if came_back.name and (len(order.returns) > 1 or len(order.lines) > 1):
        parts.insert(0, counted(came_back.name, came_back.quantity))
    if came_back.reason:
        parts.append(f"“{harmless_line(came_back.reason)[:120]}”")
    if came_back.refund:
        amount = money(came_back.refund, order.currency, language)
        parts.append(translate("panels", "refund {amount}").format(amount=amount))
    return " · ".join(parts)
