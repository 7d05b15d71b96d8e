"""After @, in a note: colleagues who can read it. Who is mentioned hears of it."""

from collections.abc import Callable

from workstation.ui.composer.suggesting.suggestion import Answer, Suggestion
from workstation.ui.composer.what_is_known import WhatIsKnown
from workstation.ui.context import DeskContext
from workstation.ui.presence.presence_words import in_a_line
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate

_ORDER = {"available": 0, "busy": 1, "away": 2}


class ColleagueSource:
    sign = "@"
    least = 0

    def __init__(
        self, context: DeskContext, known: WhatIsKnown, in_note: Callable[[], bool]
    ) -> None:
        self._context = context
        self._known = known
        self._in_note = in_note
        self.title = translate("composer", "Mention a colleague")

    def works(self) -> bool:
        return self._in_note()

    def find(self, typed: str, answer: Answer) -> None:
        wanted = typed.casefold()
        found = [
            agent
            for agent in self._known.colleagues()
            if any(word.startswith(wanted) for word in agent.name.casefold().split())
        ]
        found.sort(key=lambda agent: (_ORDER.get(agent.presence, 3), agent.name.casefold()))
        answer(
            [
                Suggestion(
                    key=agent.agent_id,
                    name=harmless_line(agent.name),
                    detail=in_a_line(agent, self._context.clock()),
                )
                for agent in found
            ]
        )

    def text_of(self, suggestion: Suggestion) -> str:
        return f"@{suggestion.name} "

    def taken(self, suggestion: Suggestion) -> None:
        """Who is mentioned is read from the text when it is sent."""
