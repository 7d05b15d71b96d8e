"""Put a call on hold: the customer hears music, and nothing is recorded."""

from workstation.actions.base import Moment
from workstation.actions.calls import CallAction, ask


class HoldCall(CallAction):
    kind = "hold_call"
    permission = "answer"

    def apply(self, moment: Moment) -> None:
        _, call = self.mine(moment)
        if call.state != "held" and call.wished != "hold":
            ask(call, "hold")
