"""In which language somebody writes: the customer's, unless the words say otherwise."""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import Final, Literal

SpeltLanguage = Literal["nl", "en"]

ENOUGH: Final = 2
"""Words that say something."""
LEAD: Final = 3
"""Of so many words one more must be known in the other language than in the customer's."""


def spelt_language(
    words: Sequence[str], verdicts: Mapping[str, frozenset[str]], customers: str
) -> SpeltLanguage:
    """`verdicts` says in which languages each word is one, as far as is known; `customers` is the
    language of the customer, of whom we may know any."""
    mine: SpeltLanguage = "en" if customers.startswith("en") else "nl"
    other: SpeltLanguage = "nl" if mine == "en" else "en"
    known = [verdicts[word] for word in words if verdicts.get(word)]
    if len(known) < ENOUGH:
        return mine
    for_mine = sum(mine in one for one in known)
    for_other = sum(other in one for one in known)
    return other if for_other - for_mine >= ceil(len(known) / LEAD) else mine
