"""To whom a call is passed on: a colleague, a team, or a number that is typed."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workstation.rules.addresses import canonical, is_number
from workstation.ui.choosing.choice_model import Choice, search_in
from workstation.ui.choosing.choice_popup import ChoicePopup
from workstation.ui.context import DeskContext
from workstation.ui.presence.presence_words import in_a_line
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate

_ORDER = {"available": 0, "busy": 1, "away": 2}


def transfer_popup(context: DeskContext, parent: QWidget) -> ChoicePopup:
    """Colleagues who are there first, then teams; a number appears when it is whole."""
    known = search_in(_people(context))

    def search(text: str, answer: Callable[[list[Choice]], None]) -> None:
        number = canonical("phone", text)
        if is_number(number):
            answer([Choice(f"number:{number}", number, translate("calls", "This number"))])
        else:
            known(text, answer)

    return ChoicePopup(
        context.theme,
        search,
        prompt=translate("calls", "Pass on to a colleague, a team or a number"),
        nothing=translate("calls", "Nobody has these words. A number begins with a plus."),
        parent=parent,
    )


def _people(context: DeskContext) -> list[Choice]:
    me, now = context.me.agent_id, context.clock()
    agents = sorted(
        (one for one in context.reference.agents if one.agent_id != me),
        key=lambda one: (_ORDER.get(one.presence, 3), one.name.casefold()),
    )
    colleagues = [
        Choice(f"agent_id:{one.agent_id}", harmless_line(one.name), in_a_line(one, now))
        for one in agents
    ]
    teams = [
        Choice(
            f"team_id:{team.team_id}",
            harmless_line(team.name_nl if context.language == "nl" else team.name_en),
            translate("calls", "Team"),
        )
        for team in context.reference.teams
    ]
    return [*colleagues, *teams]
