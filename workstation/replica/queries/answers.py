"""Answers: those that belong to a product, and those that hold what somebody looks for."""

from typing import Any

from workstation.models.text import shown, storable
from workstation.replica.queries.reasons import stems
from workstation.replica.rows.knowledge import AnswerRow
from workstation.replica.vault import Connection
from workstation.rules import answers as rules

_COLUMNS = (
    "a.id, a.product_type_id, a.product_id, a.variant_id, a.question_en, a.question_nl, "
    "a.answer_en, a.answer_nl, a.published_at IS NOT NULL, "
    "coalesce((SELECT name FROM variant v WHERE v.id = a.variant_id), "
    "(SELECT name FROM product p WHERE p.id = a.product_id), ''), "
    "coalesce((SELECT name_en FROM product_type t WHERE t.id = a.product_type_id), ''), "
    "coalesce((SELECT name_nl FROM product_type t WHERE t.id = a.product_type_id), '')"
)
MOST_WORDS = 8


def of_product(
    connection: Connection, product_id: str, type_id: str | None, limit: int = 60
) -> tuple[AnswerRow, ...]:
    """The product's own first, then its type's."""
    found = connection.execute(
        f"SELECT {_COLUMNS} FROM answer_now a WHERE active AND (product_id = ?1 "
        "OR (product_id IS NULL AND product_type_id = ?2)) "
        "ORDER BY product_id IS NULL, id LIMIT ?3",
        (product_id, type_id, limit),
    ).fetchall()
    return tuple(_row(row) for row in found)


def fitting(
    connection: Connection, product_id: str, contact_id: str, limit: int = 60
) -> tuple[AnswerRow, ...]:
    """A product's answers, those first that fit what the customer of a contact wrote."""
    found = connection.execute(
        "SELECT product_type_id FROM product WHERE id = ?", (product_id,)
    ).fetchone()
    rows = of_product(connection, product_id, found[0] if found else None, limit)
    said = stems(
        *(
            row[0]
            for row in connection.execute(
                "SELECT substr(text, 1, 2000) FROM message_now WHERE contact_id = ? "
                "AND direction = 'inbound' ORDER BY at, id LIMIT 12",
                (contact_id,),
            ).fetchall()
        )
    )
    order = rules.fitting(
        frozenset(said),
        [row.answer_id for row in rows],
        {row.answer_id: frozenset(stems(row.question_en, row.question_nl)) for row in rows},
        {row.answer_id: frozenset(stems(row.answer_en, row.answer_nl)) for row in rows},
    )
    known = {row.answer_id: row for row in rows}
    return tuple(known[key] for key in order)


def find(
    connection: Connection, text: str, *, product_id: str | None = None, limit: int = 30
) -> tuple[AnswerRow, ...]:
    """Answers that hold every word, wherever it stands; those of the product first."""
    typed = storable(text).split()[:MOST_WORDS]
    said = "question_en || ' ' || question_nl || ' ' || answer_en || ' ' || answer_nl"
    where = "".join(f" AND ({said}) LIKE ? ESCAPE '\\'" for _ in typed)
    found = connection.execute(
        f"SELECT {_COLUMNS} FROM answer_now a WHERE active{where} "
        "ORDER BY product_id IS ? DESC, "
        "product_type_id IS (SELECT product_type_id FROM product WHERE id = ?) DESC, id LIMIT ?",
        (*(_like(word) for word in typed), product_id or "-", product_id, limit),
    ).fetchall()
    return tuple(_row(row) for row in found)


def _like(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def _row(row: tuple[Any, ...]) -> AnswerRow:
    return AnswerRow(
        answer_id=row[0],
        product_type_id=row[1],
        product_id=row[2],
        variant_id=row[3],
        question_en=shown(row[4]),
        question_nl=shown(row[5]),
        answer_en=shown(row[6]),
        answer_nl=shown(row[7]),
        published=bool(row[8]),
        about=shown(row[9]),
        type_en=row[10],
        type_nl=row[11],
    )
