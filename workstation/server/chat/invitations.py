"""Whether the chat invites somebody now: the channel's dial where there is one, else the hours of
the configuration. The one place to ask."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.channels.chat.settings import ChatSettings
from workstation.models import Dial
from workstation.rules.dial import is_offered, is_open, opens_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """`offered` is whether this visitor is shown the chat at all. `opens_at` is when it opens next,
    milliseconds since the epoch; None when nobody knows. `hours` are by day, in the time zone of
    the shop."""

    offered: bool
    is_open: bool
    opens_at: int | None
    hours: dict[str, list[list[str]]]


def invite(session: Session, settings: ChatSettings, who: str, now: int) -> Invitation:
    """`who` is a name that the visitor's browser keeps, so that they are in or out of the share
    for as long as the dial stays."""
    dial = session.scalar(select(Dial).where(Dial.channel == "chat"))
    if dial is None:
        hours = {day: [list(one) for one in many] for day, many in settings.hours.items()}
        dial = Dial(channel="chat", active=True, share=100, hours=hours)
    zone = settings.time_zone
    return Invitation(
        offered=is_offered(dial, who),
        is_open=is_open(dial, now, zone),
        opens_at=opens_at(dial, now, zone),
        hours=dict(dial.hours),
    )
