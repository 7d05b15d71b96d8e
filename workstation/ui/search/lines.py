"""A line of the palette: what was found, or what helps to say what is looked for."""

from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal[
    "group",
    "customer",
    "contact",
    "order",
    "product",
    "answer",
    "setting",
    "command",
    "completion",
    "more",
    "list",
    "trouble",
    "nothing",
    "searching",
]

UNCHOOSABLE: Final = frozenset({"group", "trouble", "nothing", "searching"})


@dataclass(frozen=True, slots=True)
class Line:
    """`spans` are (start, end) offsets into `title` of what matched. `right` is said at the right,
    as a key when `keyed`. `target` is an id, or a name in the table of its kind."""

    kind: Kind
    title: str
    spans: tuple[tuple[int, int], ...] = ()
    detail: str = ""
    right: str = ""
    keyed: bool = False
    channel: str = ""
    icon: str = ""
    target: str = ""
    message_id: str = ""
    variant_id: str = ""
    text: str = ""
    """Of an answer: what it says."""

    @property
    def choosable(self) -> bool:
        return self.kind not in UNCHOOSABLE


def group(lines: list[Line], title: str, members: list[Line]) -> None:
    """Add them under a title, if there are any."""
    if members:
        lines.append(Line("group", title))
        lines.extend(members)
