"""Turn a channel's dial: how far it is open to customers."""

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from workstation.actions.base import Action, Line, Moment
from workstation.models import Channel, Dial, id_for

Clock = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$")]
Days = Annotated[str, StringConstraints(pattern=r"^(mon|tue|wed|thu|fri|sat|sun)$")]
Stretch = tuple[Clock, Clock]
Told = Annotated[Line, Field(max_length=1000)]


def dial_id(channel: str) -> str:
    """A channel has one dial, whoever turns it first."""
    return id_for("dial", channel, at=0)


class SetDial(Action):
    """`share` is a percentage; no ceiling is None; no hours is always open."""

    kind = "set_dial"
    permission = "channels"

    channel: Channel
    active: bool = True
    share: Annotated[int, Field(ge=0, le=100)] = 100
    per_hour: Annotated[int, Field(ge=0, le=1_000_000)] | None = None
    at_once: Annotated[int, Field(ge=0, le=1_000_000)] | None = None
    hours: dict[Days, Annotated[tuple[Stretch, ...], Field(max_length=6)]] = {}
    told_en: Told = ""
    told_nl: Told = ""
    instead: Channel | None = None

    @model_validator(mode="after")
    def runs_forward(self) -> "SetDial":
        for stretches in self.hours.values():
            if any(start >= end for start, end in stretches):
                raise ValueError("opening hours end after they begin")
        return self

    def apply(self, moment: Moment) -> None:
        dial = moment.world.get(Dial, dial_id(self.channel))
        if dial is None:
            dial = Dial(id=dial_id(self.channel), channel=self.channel)
            moment.world.add(dial)
        dial.active = self.active
        dial.share = self.share
        dial.per_hour = self.per_hour
        dial.at_once = self.at_once
        dial.hours = {day: [list(one) for one in many] for day, many in self.hours.items()}
        dial.told_en = self.told_en
        dial.told_nl = self.told_nl
        dial.instead = self.instead or ""
