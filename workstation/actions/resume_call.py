"""Go on with a call that was on hold."""

from workstation.actions.base import Moment
from workstation.actions.calls import CallAction, ask


class ResumeCall(CallAction):
    kind = "resume_call"
    permission = "answer"

    def apply(self, moment: Moment) -> None:
        _, call = self.mine(moment)
        if call.state == "held" and call.wished != "resume":
            ask(call, "resume")
