"""What a palette finds beside contacts: orders, products, answers; and what was meant by a typo."""

from collections.abc import Iterable
from typing import TypeVar

from workstation.models.text import shown, storable
from workstation.replica.found import AnswerHit, Found, OrderHit, ProductHit
from workstation.replica.queries import finding_customers
from workstation.replica.queries.finding_customers import like
from workstation.replica.queries.person import names
from workstation.replica.queries.product import label
from workstation.replica.queries.tags import tags
from workstation.replica.vault import Connection
from workstation.replica.words import words
from workstation.rules.finding.operators import Kind

Thing = TypeVar("Thing")

SHORTEST_NUMBER = 3
"""Characters of an order's number from which on it is looked for."""
_LOOKED_AT = 4000
"""Names that are compared one by one when somebody mistyped."""
CUSTOMERS, ORDERS, PRODUCTS, ANSWERS = 4, 3, 4, 3
"""At most so many of each."""

_PRODUCTS = (
    "SELECT p.id, v.id, p.name, v.name, v.stock FROM product p "
    "LEFT JOIN variant v ON v.product_id = p.id AND v.active WHERE p.active"
)
_ANSWERS = (
    "SELECT a.id, a.question_en, a.question_nl, a.answer_en, a.answer_nl, a.product_id, "
    "(SELECT name FROM product WHERE id = a.product_id) FROM answer a WHERE a.active"
)


def things(connection: Connection, text: str) -> Found:
    """Everything but contacts that has these words in its name, as they are typed."""
    return Found(
        customers=tuple(finding_customers.find(connection, text, CUSTOMERS)),
        orders=tuple(_orders(connection, text)),
        products=tuple(_products(connection, text)),
        answers=tuple(_answers(connection, text)),
    )


def meant(connection: Connection, text: str) -> Found:
    """The same for somebody who mistyped: names that are nearly so."""
    from workstation.rules.finding.closeness import matched  # after the first paint

    products: list[tuple[int, ProductHit]] = []
    for row in connection.execute(f"{_PRODUCTS} LIMIT {_LOOKED_AT}").fetchall():
        product = _product(row)
        if (near := matched(text, product.label)) is not None:
            products.append((near[0], product))
    answers: list[tuple[int, AnswerHit]] = []
    for row in connection.execute(f"{_ANSWERS} LIMIT {_LOOKED_AT}").fetchall():
        answer = _answer(row)
        found = [matched(text, answer.question_en), matched(text, answer.question_nl)]
        if any(near is not None for near in found):
            answers.append((min(near[0] for near in found if near is not None), answer))
    instead = _spelled(connection, text)
    customers = finding_customers.find(connection, instead, CUSTOMERS) if instead else []
    return Found(
        customers=tuple(customers),
        products=tuple(_nearest(products)[:PRODUCTS]),
        answers=tuple(_nearest(answers)[:ANSWERS]),
    )


def values(connection: Connection, kind: Kind, typed: str, limit: int) -> tuple[str, ...]:
    """What may stand behind an operator, as far as rows say it: what begins as typed."""
    if kind == "tag":
        every = [tag for tag, _ in tags(connection)]
        return tuple(tag for tag in every if tag.casefold().startswith(typed.casefold()))[:limit]
    if kind == "product":
        found = connection.execute(
            "SELECT name FROM product WHERE active AND name LIKE ? ESCAPE '\\' "
            "ORDER BY name LIMIT ?",
            (like(storable(typed)), limit),
        ).fetchall()
        return tuple(shown(row[0]) for row in found)
    if kind == "from" and typed.strip():
        people = finding_customers.find(connection, typed, limit)
        return tuple(dict.fromkeys(name for _, name, _ in people if name))
    if kind == "order" and len(typed) >= SHORTEST_NUMBER:
        return tuple(order.number for order in _orders(connection, typed))
    return ()


def _orders(connection: Connection, text: str) -> list[OrderHit]:
    number = storable(text.strip()).lstrip("#")
    if len(number) < SHORTEST_NUMBER or " " in number or not any(one.isdigit() for one in number):
        return []
    found = connection.execute(
        "SELECT id, number, customer_id, placed_at, state FROM customer_order "
        "WHERE number >= ? AND number < ? ORDER BY number LIMIT ?",
        (number, number + "\U0010ffff", ORDERS),
    ).fetchall()
    known = names(connection, (row[2] for row in found))
    return [
        OrderHit(
            order_id=row[0],
            number=shown(row[1]),
            customer_id=row[2],
            name=shown(known.get(row[2], "")),
            placed_at=row[3],
            state=row[4],
            lines=", ".join(
                shown(line[0])
                for line in connection.execute(
                    "SELECT name FROM order_line WHERE order_id = ? ORDER BY id LIMIT 3", (row[0],)
                ).fetchall()
            ),
        )
        for row in found
    ]


def _products(connection: Connection, text: str) -> list[ProductHit]:
    typed = storable(text).split()[:6]
    if not typed:
        return []
    has = " AND ".join(
        "(p.name || ' ' || p.brand || ' ' || coalesce(v.name, '') || ' ' || coalesce(v.sku, '') "
        "|| ' ' || p.code) LIKE ? ESCAPE '\\'"
        for _ in typed
    )
    found = connection.execute(
        f"{_PRODUCTS} AND {has} ORDER BY p.name, v.name LIMIT ?",
        [*(like(word) for word in typed), PRODUCTS],
    ).fetchall()
    return [_product(row) for row in found]


def _product(row: tuple[str, str | None, str, str | None, int | None]) -> ProductHit:
    return ProductHit(row[0], row[1], label(shown(row[2]), shown(row[3] or "")), row[4])


def _answers(connection: Connection, text: str) -> list[AnswerHit]:
    typed = storable(text).split()[:6]
    if not typed:
        return []
    has = " AND ".join(
        "(' ' || a.question_en || ' ' || a.question_nl) LIKE ? ESCAPE '\\'" for _ in typed
    )
    found = connection.execute(
        f"{_ANSWERS} AND {has} ORDER BY a.id LIMIT ?",
        [*("% " + like(word).removeprefix("%") for word in typed), ANSWERS],
    ).fetchall()
    return [_answer(row) for row in found]


def _answer(row: tuple[str, str, str, str, str, str | None, str | None]) -> AnswerHit:
    return AnswerHit(
        answer_id=row[0],
        question_en=shown(row[1]),
        question_nl=shown(row[2]),
        answer_en=shown(row[3]),
        answer_nl=shown(row[4]),
        product_id=row[5],
        product=shown(row[6] or ""),
    )


def _spelled(connection: Connection, text: str) -> str:
    """The names that were most likely meant, word by word; "" when a word means nobody."""
    from workstation.rules.finding.closeness import meant as near

    typed = words(text)
    said: list[str] = []
    for number, word in enumerate(typed):
        last = number == len(typed) - 1
        known = connection.execute(
            "SELECT term, doc FROM customer_word WHERE term >= ? AND term < ?",
            (word[0], word[0] + "\U0010ffff"),
        ).fetchall()
        best = min(
            (
                (errors, -often, term)
                for term, often in known
                if (errors := near(word, term, typing=last)) is not None
            ),
            default=None,
        )
        if best is None:
            return ""
        said.append(best[2])
    return " ".join(said)


def _nearest(found: Iterable[tuple[int, Thing]]) -> list[Thing]:
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]
