"""End a call: one I am in, one I am dialling, or one that rings at me alone."""

from workstation.actions.base import Moment, Refused
from workstation.actions.calls import CallAction, ask


class HangUpCall(CallAction):
    kind = "hang_up_call"
    permission = "answer"

    def apply(self, moment: Moment) -> None:
        _, call = self.live(moment)
        if call.agent_id is None:
            raise Refused("call_not_answered")
        if call.agent_id != moment.by.id:
            raise Refused("call_taken", name=moment.name_of(call.agent_id))
        if call.wished != "hang_up":
            ask(call, "hang_up")
