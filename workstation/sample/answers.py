"""What the shop knows about its products: answers for a type or a product, and buying advice."""

from typing import Any

from workstation.models import Advice, Answer
from workstation.sample.catalogue import catalogue
from workstation.sample.rows import DAY, Batch, Row, ref
from workstation.sample.texts import text


def batches(now: int) -> list[Batch]:
    shop = catalogue()
    known = text("answers")
    answers: list[Row] = []
    for entry in known["type"]:
        kind = shop.kinds[entry["type"]]
        answers.append(_answer(entry, f"type:{kind.key}:{entry['en'][0]}", kind.id, None, {}, now))
    for entry in known["product"]:
        kind = shop.kinds[entry["type"]]
        for article in shop.by_kind[kind.key]:
            if entry["needs"] not in article.specifications:
                continue
            slots = {**article.specifications, "model": article.name}
            key = f"product:{article.name}:{entry['en'][0]}"
            answers.append(_answer(entry, key, kind.id, article.id, slots, now))
    advice: list[Row] = [
        {
            "id": ref(f"advice:{entry['product']}"),
            "product_id": shop.by_name[entry["product"]].id,
            "variant_id": None,
            "text_en": entry["en"],
            "text_nl": entry["nl"],
            "active": True,
        }
        for entry in known["advice"]
    ]
    return [(Answer, answers), (Advice, advice)]


def _answer(
    entry: dict[str, Any],
    key: str,
    kind_id: str,
    product_id: str | None,
    slots: dict[str, str],
    now: int,
) -> Row:
    """Half of what is known about products stands on their pages."""
    identifier = ref(f"answer:{key}")
    public = product_id is not None and int(identifier[0], 16) % 2 == 0
    return {
        "id": identifier,
        "product_type_id": kind_id,
        "product_id": product_id,
        "variant_id": None,
        "question_en": entry["en"][0].format_map(slots),
        "question_nl": entry["nl"][0].format_map(slots),
        "answer_en": entry["en"][1].format_map(slots),
        "answer_nl": entry["nl"][1].format_map(slots),
        "published_at": now - int(identifier[:2], 16) * DAY if public else None,
        "active": True,
    }
