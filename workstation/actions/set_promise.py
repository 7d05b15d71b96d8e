"""Promise how soon customers are answered on a channel: from their next message on."""

from typing import Annotated, Literal

from pydantic import Field

from workstation.actions.base import Action, Moment
from workstation.models import Channel, Promise, id_for


class SetPromise(Action):
    kind = "set_promise"
    permission = "channels"

    channel: Channel
    promise: Literal["first_reply", "next_reply"]
    minutes: Annotated[int, Field(ge=1, le=100_000)]

    def apply(self, moment: Moment) -> None:
        found = moment.world.find(Promise, channel=self.channel, kind=self.promise)
        if found:
            found[0].minutes = self.minutes
            return
        moment.world.add(
            Promise(
                id=id_for("promise", f"{self.channel}:{self.promise}", at=0),
                channel=self.channel,
                kind=self.promise,
                minutes=self.minutes,
            )
        )
