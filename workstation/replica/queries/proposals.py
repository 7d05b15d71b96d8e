"""What a contact was about, as this desk can tell: read here, judged by `rules/proposed_*.py`."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import orjson

from workstation.models.text import shown
from workstation.replica.queries.person import head_of, together
from workstation.replica.queries.product import label
from workstation.replica.queries.reasons import (
    BEGINNING,
    SHORTEST,
    one_stem,
    reasons,
    stems,
    usual_offers,
)
from workstation.replica.rows.knowledge import ProductHint, Proposals
from workstation.replica.vault import Connection
from workstation.replica.words import words
from workstation.rules import proposed_products as rules

MESSAGES = 20
"""Of the customer's messages that are read: what it is about is said early on."""
LONGEST = 4_000
"""Characters of one message."""
LOOKED_FOR = 12
"""Words that are looked for in the names of products."""
ORDER_LINES = 60
COMMON = 8
"""A word that more products than this have tells none of them apart."""
SHOWN = 9
REASONS = 20
"""More than are shown: some have nothing that speaks for them."""


@dataclass(frozen=True, slots=True)
class _Contact:
    customer_id: str
    channel: str
    product_id: str | None
    variant_id: str | None
    product_type_id: str | None
    order_id: str | None


def proposals(
    connection: Connection, contact_id: str, now: int, *, about: str | None = None
) -> Proposals | None:
    """Of a contact that this desk holds; `about` is the product that somebody chose for it."""
    contact = _contact(connection, contact_id)
    if contact is None:
        return None
    texts, pages = _written(connection, contact_id)
    spoken, begun = _spoken(texts), _spoken(texts[:BEGINNING])
    products = _products(connection, contact, "\n".join(texts), pages, spoken, now)
    first = products[0] if products else None
    about = about or contact.product_id or (first.product_id if first is not None else None)
    return Proposals(
        contact_id=contact_id,
        products=tuple(products[:SHOWN]),
        reasons=tuple(reasons(connection, contact_id, about, begun)[:REASONS]),
        offers=usual_offers(connection),
    )


def likely_product(connection: Connection, contact_id: str, now: int) -> ProductHint | None:
    """The product alone, which is quicker: to be shown while a contact is looked at."""
    contact = _contact(connection, contact_id)
    if contact is None:
        return None
    texts, pages = _written(connection, contact_id)
    found = _products(connection, contact, "\n".join(texts), pages, _spoken(texts), now)
    return found[0] if found else None


def _contact(connection: Connection, contact_id: str) -> _Contact | None:
    found = connection.execute(
        "SELECT customer_id, channel, product_id, variant_id, product_type_id, order_id "
        "FROM contact_now WHERE id = ?",
        (contact_id,),
    ).fetchone()
    return None if found is None else _Contact(*found)


def _written(connection: Connection, contact_id: str) -> tuple[list[str], list[str]]:
    """What the customer wrote, and the pages that they wrote from, the newest first."""
    texts: list[str] = []
    pages: list[str] = []
    for text, facts in connection.execute(
        "SELECT substr(text, 1, ?), facts FROM message_now WHERE contact_id = ? "
        "AND direction = 'inbound' ORDER BY at, id LIMIT ?",
        (LONGEST, contact_id, MESSAGES),
    ).fetchall():
        texts.append(shown(text))
        if '"page"' in facts:
            page = orjson.loads(facts).get("page") or {}
            pages.insert(0, str(page.get("link", "")))
    return texts, [page for page in pages if page]


def _spoken(texts: Iterable[str]) -> dict[str, str]:
    """The stems of what was said, each with a word as it was said."""
    found: dict[str, str] = {}
    for text in texts:
        for word in words(text):
            if len(word) >= SHORTEST:
                found.setdefault(one_stem(word), word)
    return found


def _products(
    connection: Connection,
    contact: _Contact,
    text: str,
    pages: list[str],
    spoken: Mapping[str, str],
    now: int,
) -> list[ProductHint]:
    bought = _bought(connection, contact)
    known = _known(connection, bought, pages, spoken)
    ranked = rules.products(
        rules.Heard(
            said=frozenset(spoken),
            texts=text,
            pages=pages,
            product_id=contact.product_id,
            variant_id=contact.variant_id,
            product_type_id=contact.product_type_id,
        ),
        known,
        bought,
        now=now,
    )[:SHOWN]
    names = _names(connection, ranked)
    numbers = {line.product_id: line.number for line in reversed(bought)}
    return [
        ProductHint(
            product_id=one.product_id,
            variant_id=one.variant_id,
            name=names[one.product_id],
            why=one.why,
            certain=one.certain,
            order_number=numbers.get(one.product_id, ""),
        )
        for one in ranked
        if one.product_id in names
    ]


def _bought(connection: Connection, contact: _Contact) -> list[rules.Bought]:
    """What this person bought, the newest order first."""
    people = together(connection, head_of(connection, contact.customer_id))
    marks = ",".join("?" * len(people))
    rows = connection.execute(
        "SELECT v.product_id, l.variant_id, o.number, o.placed_at, o.id, "
        "EXISTS (SELECT 1 FROM customer_return r WHERE r.order_line_id = l.id), "
        "(SELECT count(*) FROM order_line other WHERE other.order_id = o.id) "
        "FROM order_line l JOIN customer_order o ON o.id = l.order_id "
        "JOIN variant v ON v.id = l.variant_id "
        f"WHERE l.customer_id IN ({marks}) ORDER BY o.placed_at DESC, l.id LIMIT ?",
        (*people, ORDER_LINES),
    ).fetchall()
    return [
        rules.Bought(
            product_id=row[0],
            variant_id=row[1],
            number=row[2],
            placed_at=row[3],
            lines=row[6],
            about=row[4] == contact.order_id,
            returned=bool(row[5]),
        )
        for row in rows
    ]


def _known(
    connection: Connection,
    bought: list[rules.Bought],
    pages: list[str],
    spoken: Mapping[str, str],
) -> list[rules.ProductFacts]:
    """What was bought, and what the text or the page may name."""
    rows = _rows_of(connection, "id", {line.product_id for line in bought})
    if pages:
        rows |= _rows_of(connection, "link", {part for page in pages for part in _spellings(page)})
    common: Counter[str] = Counter()
    named = _named(connection, {word for word in spoken.values() if len(word) > SHORTEST})
    for row in named.values():
        common.update(stems(row[1], row[2], row[3]))
    rows = named | rows
    kinds = {
        row[0]: frozenset(stems(row[1], row[2]))
        for row in connection.execute("SELECT id, name_en, name_nl FROM product_type").fetchall()
    }
    return [
        rules.ProductFacts(
            product_id=product_id,
            words=frozenset(s for s in stems(row[1], row[2], row[3]) if common[s] <= COMMON),
            kind_words=kinds.get(row[4], frozenset()),
            links=frozenset({row[5]} if row[5] else ()),
            product_type_id=row[4],
        )
        for product_id, row in rows.items()
    ]


_COLUMNS = "id, name, brand, code, product_type_id, link"
_Row = tuple[str, str, str, str, str | None, str]


def _rows_of(connection: Connection, column: str, wanted: set[str]) -> dict[str, _Row]:
    marks = ",".join("?" * len(wanted))
    found = connection.execute(
        f"SELECT {_COLUMNS} FROM product WHERE {column} IN ({marks})", sorted(wanted)
    ).fetchall()
    return {row[0]: row for row in found}


def _spellings(page: str) -> set[str]:
    """An address as the shop may have written it in its feed."""
    bare = page.split("#", maxsplit=1)[0]
    short = bare.split("?", maxsplit=1)[0]
    return {page, bare, short, short.rstrip("/"), short.rstrip("/") + "/"}


def _named(connection: Connection, said: set[str]) -> dict[str, _Row]:
    """Products whose name holds one of the longest words that were said."""
    longest = sorted(said, key=lambda word: (not any(map(str.isdigit, word)), -len(word), word))
    tried = longest[:LOOKED_FOR]
    if not tried:
        return {}
    where = " OR ".join("name LIKE ?" for _ in tried)
    found = connection.execute(
        f"SELECT {_COLUMNS} FROM product WHERE active AND ({where}) LIMIT 200",
        [f"%{word}%" for word in tried],
    ).fetchall()
    return {row[0]: row for row in found}


def _names(connection: Connection, ranked: Iterable[rules.ProductProposal]) -> dict[str, str]:
    names: dict[str, str] = {}
    for one in ranked:
        found = connection.execute(
            "SELECT p.name, v.name FROM product p "
            "LEFT JOIN variant v ON v.product_id = p.id AND v.id = ? WHERE p.id = ?",
            (one.variant_id, one.product_id),
        ).fetchone()
        if found is not None:
            names[one.product_id] = label(shown(found[0]), shown(found[1] or ""))
    return names
