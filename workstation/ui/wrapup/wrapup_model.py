"""What the wrap-up line holds: the product, the reason and what was offered, per contact."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from workstation.replica.rows.knowledge import CallAdvice, ProductHint, Proposals
from workstation.replica.rows.product import VariantRow
from workstation.replica.rows.reference import ReasonRow
from workstation.ui.choosing.choice_model import Choice
from workstation.ui.contact.names import Names, reason_kind
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate

HELPED = "helped"
LIKELY = 0.3
"""A reason that is less likely than this is not shown before somebody asks."""


@dataclass(slots=True)
class WrapUpEntry:
    """What was filled in so far; kept while the agent looks at other contacts. A product is
    `product_settled` once a person chose it, or chose that there is none."""

    product_id: str | None = None
    variant_id: str | None = None
    product_name: str = ""
    product_settled: bool = False
    reason_id: str | None = None
    resolution_ids: list[str] = field(default_factory=list)
    told_reason_id: str | None = None
    told_resolution_ids: list[str] = field(default_factory=list)
    """What a text that was sent said, while nobody chose otherwise."""
    proposals: Proposals | None = None
    advice: CallAdvice | None = None
    asked_whether_it_helped: bool = False

    @property
    def complete(self) -> bool:
        return self.reason_id is not None

    def be_told(self, reason_id: str, resolution_ids: Iterable[str]) -> None:
        """A text that was sent says what this was about, or with nothing that it was taken back.
        What a person chose stays."""
        resolutions = list(resolution_ids)
        nothing = not reason_id and not resolutions
        if (reason_id or nothing) and self.reason_id in (None, self.told_reason_id):
            self.reason_id = self.told_reason_id = reason_id or None
        if (resolutions or nothing) and self.resolution_ids in ([], self.told_resolution_ids):
            self.resolution_ids, self.told_resolution_ids = resolutions, list(resolutions)

    def take(self, proposals: Proposals | None) -> None:
        """What is proposed; a product that is certain needs no asking."""
        self.proposals = proposals
        first = self.likely_product
        if first is not None and first.certain and self.product_id is None:
            self.product_id, self.variant_id = first.product_id, first.variant_id
            self.product_name = harmless_line(first.name)

    @property
    def likely_product(self) -> ProductHint | None:
        if self.product_settled or self.proposals is None or not self.proposals.products:
            return None
        return self.proposals.products[0]

    @property
    def proposed_product(self) -> ProductHint | None:
        """To be said yes to; none when one is filled in."""
        return self.likely_product if self.product_id is None else None

    @property
    def asks_product(self) -> bool:
        """Whether a person must choose first which product it was."""
        return self.proposed_product is not None

    def proposed_reason(self, names: Names) -> str | None:
        """The id of a reason to be said yes to."""
        if self.complete or self.proposals is None or not self.proposals.reasons:
            return None
        first = self.proposals.reasons[0]
        known = any(row.reason_id == first.reason_id for row in names.reference.reasons)
        return first.reason_id if known and first.share >= LIKELY else None

    @property
    def asks_whether_it_helped(self) -> bool:
        advice = self.advice
        return (
            advice is not None
            and advice.state == "called"
            and advice.helped is None
            and not self.asked_whether_it_helped
        )


def helped_choices() -> list[Choice]:
    return [
        Choice(HELPED, translate("wrapup", "Yes, calling helped"), digit="1"),
        Choice("not", translate("wrapup", "No, it did not"), digit="2"),
    ]


def reason_choices(names: Names) -> list[Choice]:
    """The tree of reasons from the top, as indented rows under the kind they are of. Only where a
    branch ends can be chosen; searching also looks at the branches above."""
    children: dict[str | None, list[ReasonRow]] = {}
    for reason in names.reference.reasons:
        children.setdefault(reason.parent_id, []).append(reason)
    choices: list[Choice] = []

    def grow(parent_id: str | None, depth: int) -> None:
        for reason in children.get(parent_id, ()):
            branch = reason.reason_id in children
            choices.append(
                Choice(
                    key=reason.reason_id,
                    name=names.reason_name(reason),
                    depth=depth,
                    heading=branch,
                    words=names.reason_path(reason.reason_id),
                )
            )
            if branch and depth < 8:
                grow(reason.reason_id, depth + 1)

    roots = children.pop(None, [])
    for kind in dict.fromkeys(root.kind for root in roots):
        name = reason_kind(kind)
        here = [root for root in roots if root.kind == kind]
        children[None] = here
        told = not name or any(names.reason_name(root) == name for root in here)
        if not told:
            choices.append(Choice(key=kind, name=name, heading=True))
        grow(None, 0 if told else 1)
    return choices


def resolution_choices(names: Names) -> list[Choice]:
    return [
        Choice(key=row.resolution_id, name=names.resolution_name(row))
        for row in names.reference.resolutions
    ]


def product_words(entry: WrapUpEntry) -> str:
    if entry.product_name:
        return entry.product_name
    if entry.product_settled:
        return translate("wrapup", "No product")
    if entry.proposed_product is not None:
        return harmless_line(entry.proposed_product.name) + "?"
    return translate("wrapup", "Product")


def reason_words(entry: WrapUpEntry, names: Names) -> str:
    if entry.reason_id is not None:
        return names.reason_path(entry.reason_id)
    proposed = entry.proposed_reason(names)
    return names.reason_path(proposed) + "?" if proposed else translate("wrapup", "Reason")


def offered_words(entry: WrapUpEntry, names: Names) -> str:
    known = {row.resolution_id: row for row in names.reference.resolutions}
    offered = [names.resolution_name(known[key]) for key in entry.resolution_ids if key in known]
    if not offered:
        return translate("wrapup", "Offered")
    return translate("wrapup", "Offered: {what}").format(what=", ".join(offered).lower())


def variant_name(product: str, variant: VariantRow | None) -> str:
    """What is exactly in the box, said once: a variant that names its product says enough."""
    if variant is None or not variant.name or variant.name == product:
        return product
    return variant.name if product in variant.name else f"{product}, {variant.name}"
