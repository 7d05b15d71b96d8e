"""On which channels a customer sees which of their messages an answer answers."""

from typing import Final

ANSWERS_ONE: Final = frozenset({"whatsapp", "messenger", "instagram", "email", "console"})
"""Elsewhere the text of the message is put above the answer instead."""


def quoted(text: str, most: int = 600) -> str:
    """A text as it is quoted above an answer: each line behind a sign, a long one cut short."""
    kept = text.strip()
    if len(kept) > most:
        kept = kept[:most].rstrip() + "…"
    return "\n".join(f"> {line}".rstrip() for line in kept.splitlines())
