"""Say when the desk suggests to call instead of writing on: the limits of `rules/call_hints.py`."""

from typing import Annotated

from pydantic import Field

from workstation.actions.base import Action, Moment
from workstation.models import Setting, id_for
from workstation.rules.call_hints import SETTING

Limit = Annotated[int, Field(ge=0, le=10_000)]


class SetCallLimits(Action):
    """For all channels on which people wait for each other. 0 is no limit."""

    kind = "set_call_limits"
    permission = "channels"

    turns: Limit
    minutes: Limit
    kinds: Limit

    def apply(self, moment: Moment) -> None:
        value = {"turns": self.turns, "minutes": self.minutes, "kinds": self.kinds}
        found = moment.world.find(Setting, name=SETTING)
        if found:
            found[0].value = value
            return
        moment.world.add(Setting(id=id_for("setting", SETTING, at=0), name=SETTING, value=value))
