"""Answer a call that rings: the provider connects it to my telephone."""

from workstation.actions.base import Moment, Refused
from workstation.actions.calls import CallAction, ask


class AnswerCall(CallAction):
    """The contact becomes mine once I talk to the customer, when nobody has it: until then my own
    telephone may not be picked up. A colleague keeps theirs: somebody else may still take a call
    for them."""

    kind = "answer_call"
    permission = "answer"

    def apply(self, moment: Moment) -> None:
        _, call = self.live(moment)
        me = moment.by.id
        taken = call.state in ("talking", "held") or call.wished == "answer"
        if taken and call.agent_id == me:
            return
        if taken or not call.inbound:
            raise Refused("call_taken", name=moment.name_of(call.agent_id or ""))
        call.agent_id = me
        ask(call, "answer")
