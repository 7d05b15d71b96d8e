"""Why somebody gets in touch, as far as it can be told before the wrap-up: reasons, ranked.

By naive Bayes: each word speaks for a reason as far as it was heard more often in contacts of that
reason than in others, or is one of its own; what this product's contacts were about counts first,
then its type's, then the shop's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log
from typing import Final

_PRIOR: Final = 6.0
"""As many contacts count as what is known of the wider group."""
_DOUBT: Final = 0.3
"""A further hearing of each word, spread as usual, keeps a single one from deciding."""
_TEMPER: Final = 0.5
"""Words of one sentence say the same thing several times."""
_NAMED: Final = 3.5
_BRANCH: Final = 1.0
_MEANT: Final = 2.5
"""What a word of the reason's own name adds, of the branch it is on, and one with that meaning, if
no other reason has it."""
_SELDOM: Final = 0.3
"""The share that is left for what has hardly been chosen yet."""
_AGAINST: Final = -1.0
"""The most that a word can speak against a reason: in a long text each has words it never had."""
_SMALL: Final = 0.3
"""How far small words are heeded: they hold every sentence together."""
_SPEAKS: Final = 0.4


@dataclass(frozen=True, slots=True)
class ReasonFacts:
    """A reason that can be chosen; `words` are stems of its names, `branch` of those above it, and
    `meant` of what customers say for it."""

    reason_id: str
    words: frozenset[str] = frozenset()
    branch: frozenset[str] = frozenset()
    meant: frozenset[str] = frozenset()

    def speaks(self, word: str) -> float:
        """How much a word that was said is this reason's own."""
        if word in self.words:
            return _NAMED
        if word in self.meant:
            return _MEANT
        return _BRANCH if word in self.branch else 0.0


@dataclass(frozen=True, slots=True)
class Earlier:
    """How often each reason was the one: in wrap-ups of this product, of its type, and of all;
    and by word, in contacts in which a customer said it."""

    product: Mapping[str, int] = field(default_factory=dict)
    kind: Mapping[str, int] = field(default_factory=dict)
    every: Mapping[str, int] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReasonProposal:
    """`share` is how likely it is, of all reasons together (0 to 1). `words` speak for it the most;
    `times` of `of` earlier contacts about this product were about it."""

    reason_id: str
    share: float
    words: tuple[str, ...] = ()
    times: int = 0
    of: int = 0


def reasons(
    said: frozenset[str],
    known: Sequence[ReasonFacts],
    earlier: Earlier,
    *,
    small: frozenset[str] = frozenset(),
) -> list[ReasonProposal]:
    """The likeliest first. `small` are stems of words that say little."""
    if not known:
        return []
    ids = [facts.reason_id for facts in known]
    usual = _usual(ids, earlier)
    # Words were heard in contacts about everything: what they add is measured against all of those,
    # or else they would undo what is known of this product.
    anywhere = _usual(ids, Earlier(every=earlier.every))
    names = {word: _names(word, known) for word in said}
    scored: list[tuple[float, ReasonFacts, tuple[str, ...]]] = []
    for facts in known:
        before = (1 - _SELDOM) * usual[facts.reason_id] + _SELDOM / len(known)
        speaking: list[tuple[float, str]] = []
        for word in said:
            heard = earlier.words.get(word, {})
            weight = _weight(heard, facts.reason_id, anywhere[facts.reason_id])
            weight += facts.speaks(word) * names[word] / _TEMPER
            if word in small:
                weight *= _SMALL
            if weight:
                speaking.append((weight, word))
        score = log(before) + _TEMPER * sum(sorted(weight for weight, _ in speaking))
        speaking.sort(reverse=True)
        words = tuple(word for weight, word in speaking[:2] if weight >= _SPEAKS)
        scored.append((score, facts, words))
    highest = max(score for score, _, _ in scored)
    whole = sum(exp(score - highest) for score, _, _ in scored)
    found = [
        ReasonProposal(
            reason_id=facts.reason_id,
            share=exp(score - highest) / whole,
            words=words,
            times=earlier.product.get(facts.reason_id, 0),
            of=sum(earlier.product.values()),
        )
        for score, facts, words in scored
    ]
    return sorted(found, key=lambda one: (-one.share, one.reason_id))


def _names(word: str, known: Sequence[ReasonFacts]) -> float:
    """How much a word tells the reasons apart: 1 if only one is known by it, 0 if all are."""
    by = sum(facts.speaks(word) > 0 for facts in known)
    if not by or len(known) == 1:
        return 1.0
    return log(len(known) / by) / log(len(known))


def _weight(heard: Mapping[str, int], reason_id: str, before: float) -> float:
    """How much a word makes the reason likelier than it is `before` any word, as a logarithm."""
    times = sum(heard.values())
    if not times:
        return 0.0
    return max(_AGAINST, log((heard.get(reason_id, 0) + _DOUBT) / (times * before + _DOUBT)))


def _usual(reason_ids: Sequence[str], earlier: Earlier) -> dict[str, float]:
    """How likely each is before a word is read: narrower groups count as far as they are known."""
    found = dict.fromkeys(reason_ids, 1 / len(reason_ids))
    for counts in (earlier.every, earlier.kind, earlier.product):
        whole = sum(counts.get(reason_id, 0) for reason_id in reason_ids)
        found = {
            reason_id: (counts.get(reason_id, 0) + _PRIOR * before) / (whole + _PRIOR)
            for reason_id, before in found.items()
        }
    return found


def usual_offers(counts: Mapping[str, int], *, at_most: int = 3) -> list[str]:
    """What was offered the most for this reason, of what was offered more than once."""
    often = [(-times, key) for key, times in counts.items() if times > 1]
    return [key for _, key in sorted(often)[:at_most]]
