"""Sharing a number of messages out over contacts: most are short, some long, the sum exact."""

from random import Random

from workstation.sample.shape import LONGEST, SHORTEST


def lengths(dice: Random, *, contacts: int, messages: int) -> list[int]:
    """So many messages for each of `contacts`, each from SHORTEST to LONGEST, together `messages`
    (which must be possible)."""
    if not contacts * SHORTEST <= messages <= contacts * LONGEST:
        raise ValueError(f"{messages} messages do not fit {contacts} contacts")
    mean = max(messages / contacts, SHORTEST + 0.1)
    power = max((LONGEST - SHORTEST) / (mean - SHORTEST + 0.3) - 1, 0.05)
    drawn = [
        SHORTEST + int((LONGEST - SHORTEST + 1) * dice.random() ** power) for _ in range(contacts)
    ]
    over = sum(drawn) - messages
    while over:
        place = dice.randrange(contacts)
        step = -1 if over > 0 else 1
        if SHORTEST <= drawn[place] + step <= LONGEST:
            drawn[place] += step
            over += step
    return drawn
