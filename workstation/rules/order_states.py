"""Where an order is, in words for a customer, in both languages."""

from typing import Final

_WORDS: Final[tuple[tuple[frozenset[str], str, str], ...]] = (
    (frozenset({"placed", "new", "open", "pending"}), "placed", "geplaatst"),
    (frozenset({"paid", "confirmed"}), "confirmed", "bevestigd"),
    (frozenset({"packed", "picking", "processing"}), "being packed", "in behandeling"),
    (frozenset({"shipped", "sent", "in_transit", "transit"}), "on its way", "onderweg"),
    (frozenset({"delivered"}), "delivered", "bezorgd"),
    (frozenset({"cancelled", "canceled"}), "cancelled", "geannuleerd"),
    (frozenset({"returned"}), "returned", "retour ontvangen"),
)


def order_state_words(state: str, language: str) -> str:
    """Empty for a state that only the shop's own systems understand: better asked than guessed."""
    for states, english, dutch in _WORDS:
        if state.casefold().replace(" ", "_") in states:
            return dutch if language.startswith("nl") else english
    return ""
