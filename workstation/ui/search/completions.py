"""What may stand where the caret is: names of operators for the foot of the palette, and values."""

from workstation.rules.finding.completing import Place, operators_that_begin
from workstation.rules.finding.operators import (
    CHANNELS,
    STATES,
    Kind,
    Language,
    channels_that_begin,
    offered,
    offered_channel,
)
from workstation.ui.context import DeskContext
from workstation.ui.panels.masking import masked_name
from workstation.ui.search.lines import Line
from workstation.ui.theme.channel import channel_name
from workstation.ui.words import translate

OFFERED: tuple[Kind, ...] = ("channel", "from", "product", "before", "is", "team", "tag", "order")
"""The operators that stand at the foot while none is typed."""
FROM_ROWS: frozenset[Kind] = frozenset({"from", "product", "tag", "order"})
"""Operators whose values are looked up in the replica."""
MOST = 6


def operators_at(at: Place | None, language: Language) -> tuple[Kind, ...]:
    """What the foot offers: all of them, or those whose name begins as typed."""
    if at is None or at.kind is not None or not at.typed:
        return OFFERED
    return operators_that_begin(at.typed, language) or OFFERED


def known_values(context: DeskContext, kind: Kind, typed: str) -> list[tuple[str, str]]:
    """Values that need no asking, with what each means where it does not say so itself."""
    wanted = typed.casefold()
    language = context.language
    found: list[tuple[str, str]] = []
    if kind == "channel":
        found = [
            (offered_channel(name, language), channel_name(name))
            for name, names in CHANNELS.items()
            if name != "console"
            and any(one.startswith(wanted) for one in (*names, channel_name(name).casefold()))
        ]
    elif kind == "is":
        found = [
            (said[language][0], "")
            for said in STATES.values()
            if any(one.startswith(wanted) for names in said.values() for one in names)
        ]
    elif kind == "team":
        names = [context.team_name(team.team_id) for team in context.reference.teams]
        found = [(name, "") for name in names if wanted in name.casefold()]
    elif kind == "agent":
        own = [(translate("search", "me"), context.me.name), (translate("search", "nobody"), "")]
        others = [(one.name, "") for one in context.reference.agents if one != context.me]
        found = [pair for pair in own if pair[0].startswith(wanted)]
        found += [pair for pair in others if wanted in pair[0].casefold()]
    elif kind in ("before", "after"):
        days = (
            translate("search", "today"),
            translate("search", "yesterday"),
            "7d",
            "30d",
        )
        found = [(day, _ago(day)) for day in days if day.startswith(wanted)]
    return found[:MOST]


def completion_lines(kind: Kind, values: list[tuple[str, str]], typed: str) -> list[Line]:
    """Nothing where the value already stands there. Who is only known by a number is shown with
    that masked, and is completed with all of it."""
    if any(value.casefold() == typed.casefold() for value, _ in values):
        return []
    shown = {value: masked_name(value) if kind == "from" else value for value, _ in values}
    return [
        Line(
            "completion",
            shown[value],
            ((0, len(typed)),) if shown[value].casefold().startswith(typed.casefold()) else (),
            detail=meaning if meaning.casefold() != value.casefold() else "",
            icon="search",
            channel=next(iter(channels_that_begin(value)), "") if kind == "channel" else "",
            target=value,
        )
        for value, meaning in values
    ]


def heading(kind: Kind, language: Language) -> str:
    """Over the values: the operator, and what it asks for."""
    meanings: dict[Kind, str] = {
        "channel": translate("search", "on this channel"),
        "from": translate("search", "of this customer"),
        "product": translate("search", "about this product"),
        "before": translate("search", "before this day"),
        "after": translate("search", "from this day on"),
        "team": translate("search", "of this team"),
        "agent": translate("search", "of this colleague"),
        "tag": translate("search", "with this tag"),
        "is": translate("search", "that are"),
        "order": translate("search", "about this order"),
    }
    return f"{offered(kind, language)}:  {meanings[kind]}"


def _ago(day: str) -> str:
    if day == "7d":
        return translate("search", "a week ago")
    return translate("search", "a month ago") if day == "30d" else ""
