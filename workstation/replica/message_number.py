"""The row number of a message: it rises with time, so that the search index gives the newest first,
and a stretch of time is a stretch of numbers."""

_TIE = 15
"""Bits of the id that tell messages of one millisecond apart."""
_TIME = (1 << 48) - 1


def number_of(at: int, message_id: str) -> int:
    """A message's row number: its time, then 15 bits of its id, so that newer is higher."""
    return first_number(at) | int(message_id[-4:], 16) & 0x7FFF


def first_number(at: int) -> int:
    """The lowest number that a message of this millisecond may have."""
    return (at & _TIME) << _TIE


def ticks(number: int) -> bool:
    """Whether the message is one of those, one in a thousand, at which a walk comes up for air."""
    return number & 0x3FF == 0
