"""Why somebody gets in touch, as far as this desk can tell from earlier wrap-ups and the words."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

import orjson

from workstation.models.text import shown
from workstation.replica.rows.knowledge import ReasonHint
from workstation.replica.vault import Connection
from workstation.replica.words import either, stems_of, words
from workstation.rules import proposed_reasons as rules
from workstation.rules.small_words import SMALL_WORDS
from workstation.rules.synonyms import SYNONYMS, Synonyms

BEGINNING = 3
"""Of the customer's messages that are read for a reason: later ones are about what came of it."""
WORDS = 40
"""Distinct words that are looked up."""
HEARD = 150
"""Earlier messages with a word that are looked at, the newest first."""
SHORTEST = 3
"""Letters of a word that says something."""
LATELY = 2_000
"""Wrap-ups of the shop that are counted, the newest first."""


def reasons(
    connection: Connection,
    contact_id: str,
    product_id: str | None,
    spoken: Mapping[str, str],
) -> list[ReasonHint]:
    """The reasons a contact may have, if it is about this product. The contact's own wrap-ups do
    not count."""
    known = _reasons(connection)
    ranked = rules.reasons(
        frozenset(spoken),
        known,
        _earlier(connection, contact_id, product_id, spoken, {one.reason_id for one in known}),
        small=_small(),
    )
    return [
        ReasonHint(
            reason_id=one.reason_id,
            share=one.share,
            words=telling(spoken[stem] for stem in one.words),
            times=one.times,
            of=one.of,
        )
        for one in ranked
    ]


def telling(said: Iterable[str]) -> tuple[str, ...]:
    """Each word once, of those that somebody would give as a reason."""
    return tuple(dict.fromkeys(word for word in said if word not in SMALL_WORDS))


def _reasons(connection: Connection) -> list[rules.ReasonFacts]:
    """Where the branches of the tree end."""
    rows = {
        row[0]: row
        for row in connection.execute(
            "SELECT id, parent_id, name_en, name_nl FROM reason WHERE active"
        ).fetchall()
    }
    branches = {row[1] for row in rows.values()}
    found = []
    for reason_id, row in rows.items():
        if reason_id in branches:
            continue
        above: set[str] = set()
        parent = rows.get(row[1] or "")
        for _ in range(8):
            if parent is None:
                break
            above |= stems(parent[2], parent[3])
            parent = rows.get(parent[1] or "")
        found.append(
            rules.ReasonFacts(
                reason_id,
                words=frozenset(stems(row[2], row[3]) - _small()),
                branch=frozenset(above - _small()),
                meant=_meant(row[2], row[3]),
            )
        )
    return found


@lru_cache(maxsize=1_000)
def _meant(*names: str) -> frozenset[str]:
    """The stems of what customers say for what is called so."""
    called = [_every_stem(name) for name in names]
    return frozenset(
        one_stem(word)
        for synonyms, asked in _synonyms()
        if any(name <= one for name in asked for one in called)
        for word in synonyms.said
    )


@cache
def _synonyms() -> tuple[tuple[Synonyms, tuple[frozenset[str], ...]], ...]:
    return tuple((one, tuple(_every_stem(name) for name in one.names)) for one in SYNONYMS)


@cache
def _small() -> frozenset[str]:
    return frozenset(map(one_stem, SMALL_WORDS))


def _every_stem(text: str) -> frozenset[str]:
    return frozenset(one_stem(word) for word in words(text))


def _earlier(
    connection: Connection,
    contact_id: str,
    product_id: str | None,
    spoken: Mapping[str, str],
    known: set[str],
) -> rules.Earlier:
    product: Counter[str] = Counter()
    kind: Counter[str] = Counter()
    every: Counter[str] = Counter()
    found = connection.execute(
        "SELECT product_type_id FROM product WHERE id = ?", (product_id,)
    ).fetchone()
    own_type = None if found is None else found[0]
    for other, wrapped, reason_id, wrapped_type in connection.execute(
        "SELECT w.contact_id, w.product_id, w.reason_id, p.product_type_id FROM wrap_up w "
        "LEFT JOIN product p ON p.id = w.product_id ORDER BY w.id DESC LIMIT ?",
        (LATELY,),
    ).fetchall():
        if other == contact_id or reason_id not in known:
            continue
        every[reason_id] += 1
        if wrapped is not None and wrapped == product_id:
            product[reason_id] += 1
        if own_type is not None and wrapped_type == own_type:
            kind[reason_id] += 1
    return rules.Earlier(
        product=product,
        kind=kind,
        every=every,
        words=_heard(connection, contact_id, spoken, known),
    )


def _heard(
    connection: Connection, contact_id: str, spoken: Mapping[str, str], known: set[str]
) -> dict[str, Counter[str]]:
    """By word, of which reasons the contacts were in which a customer said it."""
    # A number does not say why somebody writes: not 18,000 photos, and not 55 inch.
    telling = (stem for stem in spoken if not stem.isdigit())
    asked = sorted(telling, key=lambda stem: (-len(stem), stem))[:WORDS]
    numbers: dict[str, list[int]] = {}
    for stem in asked:
        numbers[stem] = [
            row[0]
            for row in connection.execute(
                "SELECT rowid FROM message_text WHERE message_text MATCH ? "
                "ORDER BY rowid DESC LIMIT ?",
                (either(stems_of(spoken[stem])), HEARD),
            ).fetchall()
        ]
    every = sorted({number for some in numbers.values() for number in some})
    contact_of = _by_portions(
        connection,
        "SELECT n, contact_id FROM message WHERE direction = 'inbound' AND n IN ({marks})",
        every,
    )
    reason_of = _by_portions(
        connection,
        "SELECT contact_id, reason_id FROM wrap_up WHERE contact_id IN ({marks}) ORDER BY id",
        sorted(set(contact_of.values()) - {contact_id}),
    )
    found: dict[str, Counter[str]] = {}
    for stem, some in numbers.items():
        contacts = {contact_of[number] for number in some if number in contact_of}
        said = Counter(reason_of[one] for one in contacts if one in reason_of)
        found[stem] = Counter({key: times for key, times in said.items() if key in known})
    return found


def _by_portions(
    connection: Connection, asked: str, keys: Sequence[int] | Sequence[str]
) -> dict[Any, str]:
    found: dict[Any, str] = {}
    for start in range(0, len(keys), 900):
        some = keys[start : start + 900]
        rows = connection.execute(asked.format(marks=",".join("?" * len(some))), some).fetchall()
        found |= dict(rows)
    return found


def usual_offers(connection: Connection) -> dict[str, tuple[str, ...]]:
    """What is usually offered, by reason."""
    counts: dict[str, Counter[str]] = {}
    for reason_id, offered in connection.execute(
        "SELECT reason_id, resolution_ids FROM wrap_up ORDER BY id DESC LIMIT ?", (LATELY,)
    ).fetchall():
        counts.setdefault(reason_id, Counter()).update(orjson.loads(offered))
    return {reason_id: tuple(rules.usual_offers(seen)) for reason_id, seen in counts.items()}


def stems(*texts: str) -> set[str]:
    """Of every word that says something."""
    return {
        one_stem(word) for text in texts for word in words(shown(text)) if len(word) >= SHORTEST
    }


def one_stem(word: str) -> str:
    """One for each word, whichever of the languages it is of."""
    return stems_of(stems_of(word)[0])[-1]
