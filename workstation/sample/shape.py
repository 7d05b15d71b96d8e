"""How large the sample is: by scale, or to the exact number of contacts and messages."""

from dataclasses import dataclass
from math import sqrt

SHORTEST, LONGEST = 3, 14
"""Messages of a contact that is over, events and notes included."""


@dataclass(frozen=True, kw_only=True)
class Shape:
    """`messages` counts every row of a transcript: texts, notes and events.

    `waiting` contacts are not over: open or snoozed, around the present moment. `weeks` is how far
    back the contacts go. With `team` (a key of `texts/staff.toml`) a part `team_share` (0 to 1) of
    all that is bought and asked is that team's: 1.0 makes a shop with one busy team.
    """

    contacts: int
    messages: int
    customers: int
    weeks: int = 1
    waiting: int = 90
    team: str | None = None
    team_share: float = 0.0

    def __post_init__(self) -> None:
        if self.contacts < 40:
            raise ValueError("a sample has at least 40 contacts")
        if not 4 * self.contacts <= self.messages <= 10 * self.contacts:
            raise ValueError("a sample has between 4 and 10 messages a contact")
        if not 0 <= self.team_share <= 1:
            raise ValueError("a share is between 0 and 1")

    @classmethod
    def of(cls, scale: float, *, team: str | None = None, team_share: float = 0.0) -> "Shape":
        """Scale 1: a thousand contacts in a week, of fifteen hundred customers. 100: a hundred
        times as much, over ten weeks."""
        contacts = max(40, round(1000 * scale))
        return cls.exact(
            contacts=contacts,
            messages=6 * contacts,
            customers=contacts + contacts // 2,
            team=team,
            team_share=team_share,
        )

    @classmethod
    def exact(
        cls,
        *,
        contacts: int,
        messages: int,
        customers: int | None = None,
        weeks: int | None = None,
        waiting: int | None = None,
        team: str | None = None,
        team_share: float = 0.0,
    ) -> "Shape":
        """So many contacts and messages, no more and no fewer; the rest in proportion. Without
        `customers`, half as many as contacts."""
        scale = contacts / 1000
        if waiting is None:
            waiting = round(90 * scale if scale < 1 else 90 * sqrt(scale))
        return cls(
            contacts=contacts,
            messages=messages,
            customers=customers if customers is not None else max(contacts // 2, 60),
            weeks=weeks if weeks is not None else max(1, round(sqrt(scale))),
            waiting=min(waiting, contacts // 2),
            team=team,
            team_share=team_share,
        )
