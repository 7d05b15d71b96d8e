"""Which answers fit what a customer asks: those whose question has the rarest of their words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log
from typing import Final

_QUESTION: Final = 2.0
"""A word of the question counts so much more than one of the answer."""


def fitting(
    said: frozenset[str],
    answers: Sequence[str],
    questions: Mapping[str, frozenset[str]],
    texts: Mapping[str, frozenset[str]],
) -> list[str]:
    """The ids of `answers`, those that fit best first; others stay in their order. Words are
    stems: `questions` and `texts` hold those of each."""
    heard: Counter[str] = Counter()
    for key in answers:
        heard.update(said & (questions.get(key, frozenset()) | texts.get(key, frozenset())))
    whole = len(answers) + 1

    def worth(words: frozenset[str]) -> float:
        return sum(log(whole / heard[word]) for word in sorted(said & words))

    def fits(key: str) -> float:
        asked = questions.get(key, frozenset())
        return _QUESTION * worth(asked) + worth(texts.get(key, frozenset()) - asked)

    return sorted(answers, key=lambda key: -fits(key))
