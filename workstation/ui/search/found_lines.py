"""What the replica found, as lines of the palette."""

from workstation.replica.found import AnswerHit, Found, OrderHit, ProductHit
from workstation.replica.rows.inbox import Hit
from workstation.rules.finding.closeness import matched
from workstation.ui.contact.moments import short_day
from workstation.ui.context import DeskContext
from workstation.ui.inbox.inbox_words import age
from workstation.ui.nobody import called
from workstation.ui.paintable import paintable_line
from workstation.ui.panels.masking import masked_name, number_masked
from workstation.ui.search.lines import Line
from workstation.ui.search.recents import Recents
from workstation.ui.words import translate


def groups(
    found: Found,
    hits: list[Hit],
    more: list[Line],
    words: str,
    recents: Recents,
    context: DeskContext,
) -> tuple[tuple[str, list[Line]], ...]:
    """Under their titles, in the order in which they are shown; `more` follows the contacts."""
    return (
        (translate("search", "Orders"), order_lines(found.orders, words, recents, context)),
        (translate("search", "Customers"), customer_lines(found, words, recents)),
        (translate("search", "Contacts"), [*contact_lines(hits, context), *more]),
        (translate("search", "Products"), product_lines(found.products, words, recents)),
        (translate("search", "Answers"), answer_lines(found.answers, words, recents, context)),
    )


def customer_lines(found: Found, words: str, recents: Recents) -> list[Line]:
    lines = []
    for customer_id, name, detail in found.customers:
        title = paintable_line(masked_name(name))
        # What was typed whole is no secret; an order's number looks like a telephone's.
        matched_by = detail if detail == words else masked_name(detail)
        lines.append(
            Line(
                "customer",
                title,
                _spans(words, title),
                detail=paintable_line(matched_by),
                target=customer_id,
            )
        )
    return sorted(lines, key=recents.rank)


def contact_lines(hits: list[Hit], context: DeskContext) -> list[Line]:
    """As they were found: the newest first."""
    now, language = context.clock(), context.language
    lines = []
    for hit in hits:
        said = number_masked(hit.snippet)
        line = Line(
            "contact",
            said,
            hit.spans if said == hit.snippet else (),
            detail=paintable_line(called(hit.name, hit.channel)),
            right=age(hit.at, now, language),
            channel=hit.channel,
            target=hit.contact_id,
            message_id=hit.message_id,
        )
        lines.append(line)
    return lines


def order_lines(
    orders: tuple[OrderHit, ...], words: str, recents: Recents, context: DeskContext
) -> list[Line]:
    now, language = context.clock(), context.language
    lines = []
    for order in orders:
        what = " · ".join(part for part in (masked_name(order.name), order.lines) if part)
        title = paintable_line(order.number)
        lines.append(
            Line(
                "order",
                title,
                _spans(words.strip().lstrip("#"), title),
                detail=paintable_line(what),
                right=short_day(order.placed_at, now, language),
                icon="outbox",
                target=order.customer_id,
                variant_id=order.order_id,
            )
        )
    return sorted(lines, key=recents.rank)


def product_lines(products: tuple[ProductHit, ...], words: str, recents: Recents) -> list[Line]:
    lines = []
    for product in products:
        title = paintable_line(product.label)
        stock = ""
        if product.stock is not None:
            stock = (
                translate("search", "in stock {count}").format(count=product.stock)
                if product.stock > 0
                else translate("search", "sold out")
            )
        lines.append(
            Line(
                "product",
                title,
                _spans(words, title),
                right=stock,
                icon="product",
                target=product.product_id,
                variant_id=product.variant_id or "",
            )
        )
    return sorted(lines, key=recents.rank)


def answer_lines(
    answers: tuple[AnswerHit, ...], words: str, recents: Recents, context: DeskContext
) -> list[Line]:
    """In the language of the contact on the screen, else of the desk."""
    head = context.commands.situation.head
    dutch = (head.language if head is not None and head.language else context.language) == "nl"
    lines = []
    for answer in answers:
        asked = (answer.question_nl if dutch else answer.question_en) or (
            answer.question_en or answer.question_nl
        )
        text = (answer.answer_nl if dutch else answer.answer_en) or (
            answer.answer_en or answer.answer_nl
        )
        title = paintable_line(asked)
        lines.append(
            Line(
                "answer",
                title,
                _spans(words, title),
                right=paintable_line(answer.product),
                icon="note",
                target=answer.answer_id,
                variant_id=answer.product_id or "",
                text=text,
            )
        )
    return sorted(lines, key=recents.rank)


def _spans(words: str, title: str) -> tuple[tuple[int, int], ...]:
    near = matched(words.strip(), title)
    return near[1] if near is not None else ()
