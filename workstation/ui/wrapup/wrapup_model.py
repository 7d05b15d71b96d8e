"""What the wrap-up line holds: the product, the reason and what was offered, per contact."""

from dataclasses import dataclass, field

from workstation.replica.rows import ReasonRow, VariantRow
from workstation.ui.choosing.choice_model import Choice
from workstation.ui.contact.names import Names, reason_kind
from workstation.ui.words import translate


@dataclass(slots=True)
class WrapUpEntry:
    """What was filled in so far; kept while the agent looks at other contacts."""

    product_id: str | None = None
    variant_id: str | None = None
    product_name: str = ""
    reason_id: str | None = None
    resolution_ids: list[str] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        return self.reason_id is not None


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
    return entry.product_name or translate("wrapup", "Product")


def reason_words(entry: WrapUpEntry, names: Names) -> str:
    if entry.reason_id is None:
        return translate("wrapup", "Reason")
    return names.reason_path(entry.reason_id)


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
