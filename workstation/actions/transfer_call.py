"""Pass a call on: to a colleague, to a team, or to a number outside."""

from pydantic import model_validator

from workstation.actions.base import Line, Moment, Ref, Refused
from workstation.actions.calls import CallAction, ask
from workstation.models import Agent, Team
from workstation.rules.addresses import canonical, is_number


class TransferCall(CallAction):
    """To exactly one of these. The contact follows when the provider says that it has happened."""

    kind = "transfer_call"
    permission = "answer"

    agent_id: Ref | None = None
    team_id: Ref | None = None
    number: Line = ""

    @model_validator(mode="after")
    def goes_somewhere(self) -> "TransferCall":
        if [self.agent_id, self.team_id, self.number or None].count(None) != 2:
            raise ValueError("a call is transferred to an agent, a team or a number")
        return self

    def apply(self, moment: Moment) -> None:
        _, call = self.mine(moment)
        if self.agent_id is not None:
            agent = moment.need(Agent, self.agent_id)
            if not agent.active:
                raise Refused("agent_left", name=agent.name)
            ask(call, "transfer", f"agent:{agent.id}")
        elif self.team_id is not None:
            team = moment.need(Team, self.team_id)
            if not team.active:
                raise Refused("not_found")
            ask(call, "transfer", f"team:{team.id}")
        else:
            number = canonical("phone", self.number)
            if not is_number(number):
                raise Refused("not_a_number", name=self.number)
            ask(call, "transfer", number)
