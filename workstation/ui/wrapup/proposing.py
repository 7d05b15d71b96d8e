"""What is proposed for a wrap-up, as choices: why each is likely, and the digit that takes it."""

from collections.abc import Callable
from dataclasses import replace

from workstation.replica.rows.knowledge import ProductHint, Proposals, ReasonHint
from workstation.ui.choosing.choice_model import Choice, Search
from workstation.ui.contact.names import Names
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate
from workstation.ui.wrapup.wrapup_model import reason_choices, resolution_choices

SHOWN = 5
"""Proposals that have a digit."""
TELLING = 0.05
"""A reason that is less likely than this has no words that speak for it, only chance."""
NO_PRODUCT = "\n"
"""The key of the choice that it was about no product; others are a product and a variant id, or
"", on two lines."""


def proposed_products(proposals: Proposals | None) -> list[Choice]:
    found = [
        Choice(
            key=f"{one.product_id}\n{one.variant_id or ''}",
            name=harmless_line(one.name),
            detail=why_product(one),
            digit=str(number),
        )
        for number, one in enumerate(_products(proposals), start=1)
    ]
    found.append(Choice(key=NO_PRODUCT, name=translate("wrapup", "Not about a product"), digit="0"))
    return found


def why_product(hint: ProductHint) -> str:
    """Why it is likely this product."""
    match hint.why:
        case "known":
            return translate("wrapup", "of this contact")
        case "page":
            return translate("wrapup", "wrote from its page")
        case "order" | "named":
            return translate("wrapup", "order {number}").format(number=hint.order_number)
        case "said":
            return translate("wrapup", "named it")
        case "returned":
            return translate("wrapup", "came back")
        case "bought":
            return translate("wrapup", "bought, {number}").format(number=hint.order_number)


def proposed_reasons(proposals: Proposals | None, names: Names) -> list[Choice]:
    known = {reason.reason_id for reason in names.reference.reasons}
    reasons = proposals.reasons if proposals is not None else ()
    likely = [one for one in reasons if one.reason_id in known]
    # After the likeliest only what there is a why for: the others are a guess, and in the tree.
    shown = [one for place, one in enumerate(likely) if place == 0 or why_reason(one)][:SHOWN]
    return [
        Choice(
            key=one.reason_id,
            name=names.reason_path(one.reason_id),
            detail=why_reason(one),
            digit=str(number),
        )
        for number, one in enumerate(shown, start=1)
    ]


def why_reason(hint: ReasonHint) -> str:
    """The words that speak for it, or how often this product was about it."""
    if hint.words and hint.share >= TELLING:
        return "“" + harmless_line(", ".join(hint.words[:2])) + "”"
    if hint.times:
        return translate("wrapup", "{times} of {of} here").format(times=hint.times, of=hint.of)
    return ""


def reasons_search(names: Names, proposals: Callable[[], Proposals | None]) -> Search:
    """Nothing typed: what is likely, then the whole tree. Typed: the tree."""
    tree = reason_choices(names)
    # What is found stands alone: with its branch, for one name may end several.
    alone = [replace(one, name=one.words, depth=0) for one in tree if not one.heading]

    def search(text: str, answer: Callable[[list[Choice]], None]) -> None:
        if text.strip():
            answer(_holding(text, alone))
            return
        likely = proposed_reasons(proposals(), names)
        heading = Choice(key="all", name=translate("wrapup", "All reasons"), heading=True)
        answer([*likely, heading, *tree] if likely else tree)

    return search


def offers_search(names: Names, proposals: Proposals | None, reason_id: str | None) -> Search:
    """What is usually offered for the reason first."""
    usual = (proposals.offers if proposals is not None else {}).get(reason_id or "", ())
    every = resolution_choices(names)
    place = {key: number for number, key in enumerate(usual)}
    every.sort(key=lambda choice: place.get(choice.key, len(place)))
    numbered = [
        Choice(
            key=choice.key,
            name=choice.name,
            detail=translate("wrapup", "usual here") if choice.key in place else "",
            digit=str(number) if number <= 9 else "",
        )
        for number, choice in enumerate(every, start=1)
    ]

    def search(text: str, answer: Callable[[list[Choice]], None]) -> None:
        answer(_holding(text, numbered) if text.strip() else numbered)

    return search


def _products(proposals: Proposals | None) -> tuple[ProductHint, ...]:
    return () if proposals is None else proposals.products[:SHOWN]


def _holding(text: str, choices: list[Choice]) -> list[Choice]:
    """Every word typed must occur somewhere; what is found is not numbered."""
    wanted = text.casefold().split()
    return [
        Choice(one.key, one.name, one.detail, words=one.words)
        for one in choices
        if not one.heading
        and all(word in f"{one.name} {one.detail} {one.words}".casefold() for word in wanted)
    ]
