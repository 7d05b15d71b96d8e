"""How a matter goes: the turns of a conversation, as many as are asked for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, Literal

from workstation.sample.matters import Matter, small_talk

Side = Literal["customer", "agent", "note", "event"]
Ending = Literal["done", "waiting", "replied", "case"]

_EMOJI = re.compile(" ?[\u2600-\U0001faff]+")

_HASTY = {"more", "wait", "check", "nudge"}
"""What nobody writes in a mail."""

_EXTRAS: tuple[tuple[str, int, float], ...] = (
    ("react", 1, 0.0), ("ask", 2, 0.1), ("claimed", 1, 0.7), ("bye", 1, 0.9), ("fail", 2, 1.0),
    ("more", 1, 1.1), ("note", 1, 1.3), ("wait", 2, 1.4), ("after", 2, 1.5), ("check", 1, 1.6),
    ("nudge", 1, 2.4),
)  # fmt: skip
"""What can come beside a question and its answer: name, turns, how soon it is left out."""


@dataclass(frozen=True, slots=True)
class Turn:
    """`what` is set on an event; `photos` are names of pictures."""

    side: Side
    text: str = ""
    what: str = ""
    photos: tuple[str, ...] = ()


class Conversation:
    """Writes the turns of one matter for one customer; `slots` fill the sentences in."""

    def __init__(
        self, *, dice: Random, matter: Matter, language: str, channel: str, slots: dict[str, Any]
    ) -> None:
        self._dice = dice
        self._matter = matter
        self._lines = matter.lines[language]
        self._talk = small_talk(language)
        self._channel = channel
        self._slots = slots
        self.path = dice.randrange(2)
        """Which of the two ways that the matter can go."""
        self._technical = matter.when == "after" and "*" not in matter.kinds
        self._turns: list[Turn] = []
        self.failed = False
        """Whether what was advised did not help, so that something was offered."""

    @property
    def subject(self) -> str:
        return self._lines.subject.format_map(self._slots)

    def exactly(self, count: int) -> list[Turn]:
        """A conversation that is over, in `count` (3 to 14) turns."""
        wanted = self._choose(count)
        self.failed = "fail" in wanted
        self._event("call", when=self._channel == "phone")
        self._open(more="more" in wanted)
        self._event("claimed", when="claimed" in wanted)
        if "nudge" in wanted:
            self._customer(self._talk["nudge"])
        if "ask" in wanted:
            self._ask_and_tell()
        if "wait" in wanted:
            self._agent(self._talk["wait"])
            self._customer(self._talk["okay"])
        self._note(when="note" in wanted)
        self._agent(self._on_path(self._lines.advise))
        if "check" in wanted:
            self._agent(self._talk["check"])
        if self.failed:
            self._customer(self._on_path(self._lines.bad))
            self._agent(self._on_path(self._lines.offer))
        if "react" in wanted:
            self._react()
        if "after" in wanted:
            self._question_after()
        if "bye" in wanted:
            happy = self._technical and not self.failed
            self._agent(self._talk["bye_good" if happy else "bye"])
        while len(self._turns) < count - (1 if count > 3 else 0):
            self._customer(self._talk["okay"])
        self._event("wrapped_up", when=count > 3)
        return self._turns

    def unfinished(self, ending: Ending, *, owned: bool) -> list[Turn]:
        """A conversation that is not over: the customer waits, we wait for them, or a case does."""
        self._event("call", when=self._channel == "phone")
        self._open(more=self._dice.random() < 0.35)
        if not owned:
            if self._dice.random() < 0.12:
                self._customer(self._talk["nudge"])
            return self._turns
        self._event("claimed", when=self._dice.random() < 0.6)
        longer = ending == "case" or self._dice.random() < 0.5
        if ending == "replied" and not longer:
            self._agent(self._on_path(self._lines.ask), hello=True)
            return self._turns
        if ending != "waiting" or self._dice.random() < 0.75:
            self._ask_and_tell()
        if ending == "waiting" and not longer:
            return self._turns
        self._note(when=self._dice.random() < 0.4)
        self._agent(self._on_path(self._lines.advise))
        if ending == "replied" and self._dice.random() < 0.5:
            return self._turns
        self._customer(self._on_path(self._lines.bad))
        self.failed = True
        if ending == "case":
            offer = self._say(self._on_path(self._lines.offer))
            self._turns.append(Turn("agent", self._dressed(offer, ours=True)))
        elif ending == "replied":
            self._agent(self._on_path(self._lines.offer))
        return self._turns

    def _choose(self, count: int) -> set[str]:
        left = count - 2 - (1 if count > 3 else 0) - (1 if self._channel == "phone" else 0)
        order = sorted(_EXTRAS, key=lambda extra: extra[2] + self._dice.random())
        wanted = set()
        for name, turns, _ in order:
            if self._channel == "email" and name in _HASTY:
                continue
            if turns <= left:
                wanted.add(name)
                left -= turns
        return wanted

    def _on_path(self, choices: Sequence[str]) -> Sequence[str]:
        """Of a matter's own sentences every second belongs together: two ways it can go."""
        return choices[self.path :: 2] or choices

    def _say(self, choices: Sequence[str]) -> str:
        text = self._dice.choice(choices).format_map(self._slots)
        return _EMOJI.sub("", text) if self._channel == "phone" and not text.isascii() else text

    def _dressed(self, text: str, *, ours: bool) -> str:
        """A mail begins and ends as mails do."""
        if self._channel != "email":
            return text
        opening = self._say(self._talk["we_mail_open" if ours else "mail_open"])
        closing = self._say(self._talk["we_mail_close" if ours else "mail_close"])
        name = f"{self._slots['agent']}\n{self._slots['shop']}" if ours else self._slots["name"]
        return f"{opening}\n\n{text}\n\n{closing}\n{name}"

    def _customer(self, choices: Sequence[str], photos: tuple[str, ...] = ()) -> None:
        self._turns.append(
            Turn("customer", self._dressed(self._say(choices), ours=False), photos=photos)
        )

    def _agent(self, choices: Sequence[str], *, hello: bool = False) -> None:
        text = self._say(choices)
        if hello and self._channel != "email":
            text = self._say(self._talk["we_hello"]) + text
        self._turns.append(Turn("agent", self._dressed(text, ours=True)))

    def _event(self, what: str, *, when: bool) -> None:
        if when:
            self._turns.append(Turn("event", what=what))

    def _note(self, *, when: bool) -> None:
        if when:
            self._turns.append(Turn("note", self._say(self._lines.note or self._talk["note"])))

    def _open(self, *, more: bool) -> None:
        hello = "" if self._channel == "email" else self._say(self._talk["hello"])
        text = hello + self._say(self._on_path(self._lines.open))
        photos = self._photos(0.25)
        self._turns.append(Turn("customer", self._dressed(text, ours=False), photos=photos))
        if more:
            known = self._matter.when == "after"
            self._customer(self._talk["more"] + (self._talk["more_order"] if known else ()))

    def _ask_and_tell(self) -> None:
        self._agent(self._on_path(self._lines.ask), hello=True)
        sent = any(turn.photos for turn in self._turns)
        self._customer(self._on_path(self._lines.tell), () if sent else self._photos(0.85))

    def _photos(self, chance: float) -> tuple[str, ...]:
        if self._channel == "phone" or self._dice.random() >= chance:
            return ()
        return self._matter.photos

    def _react(self) -> None:
        if self.failed or self._matter.when == "before":
            self._customer(self._talk["thanks"])
        elif self._lines.good:
            self._customer(self._on_path(self._lines.good))
        else:
            self._customer(self._talk["good" if self._technical else "thanks"])

    def _question_after(self) -> None:
        place = self._dice.randrange(len(self._talk["more_questions"]))
        self._customer(self._talk["more_questions"][place : place + 1])
        self._agent(self._talk["more_answers"][place : place + 1])
