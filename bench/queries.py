"""What people type into the search field: Dutch and English, names, numbers, and half words."""

TYPED = (
    "wasmachine lekt",
    "televisie flikkert",
    "retour label",
    "waar blijft mijn bestelling",
    "garantie kapot scherm",
    "ik heb een vraag",
    "de koptelefoon doet het niet",
    "geld terug",
    "bezorgd bij de buren",
    "beste klantenservice",
    "the picture flickers",
    "my order has not arrived",
    "how do i connect",
    "headphones one side silent",
    "refund",
    "invoice for the laptop",
    "thanks for your help",
    "does not start",
    "van den berg",
    "de jong",
    "jansen utrecht",
    "smith",
    "@example.nl",
    "+31601234567",
    "80000081",
    "65 oled 2026",
    "e",
    "s",
    "b",
    "koelkast qwertz",
)
"""Each is typed letter by letter. Single letters and words that everybody uses are the hard ones;
the last finds nothing."""


def keystrokes() -> list[str]:
    """What stands in the field after every key."""
    return [text[: end + 1] for text in TYPED for end in range(len(text))]
