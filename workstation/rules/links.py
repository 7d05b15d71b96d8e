"""Links that open the desk at something: `workstation://contact/<id>`. Who wrote one is unknown, so
that nothing is believed but its form."""

import re
from dataclasses import dataclass
from typing import Final, Literal, get_args

LinkKind = Literal["contact", "customer", "order", "product"]

SCHEME: Final = "workstation"
LONGEST: Final = 200
"""Characters. A link of ours is much shorter."""

_FORM: Final = re.compile(
    rf"{SCHEME}:/{{0,2}}(?P<kind>[a-z]+)/(?P<id>[0-9a-f]{{8}}(?:-[0-9a-f]{{4}}){{3}}-[0-9a-f]{{12}})/?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Link:
    kind: LinkKind
    target: str
    """An id."""

    def __str__(self) -> str:
        return f"{SCHEME}://{self.kind}/{self.target}"


def is_link(text: str) -> bool:
    """Whether it means to be a link of ours, well formed or not."""
    return text.strip().casefold().startswith(f"{SCHEME}:")


def link(text: str) -> Link | None:
    """What the link leads to; None when it is none of ours, or not well formed."""
    if len(text) > LONGEST:
        return None
    found = _FORM.fullmatch(text.strip())
    if found is None:
        return None
    for kind in get_args(LinkKind):
        if kind == found["kind"].lower():
            return Link(kind, found["id"].lower())
    return None
