"""What every screen of the desk is given: ways to read and write, the look, the language, news."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from workstation.replica.rows.news import Mood
from workstation.replica.rows.reference import AgentRow, Reference
from workstation.ui.doors import ReplicaDoor, SessionDoor
from workstation.ui.long_work.long_work import LongWork
from workstation.ui.preferences import Preferences
from workstation.ui.theme.theme import Theme
from workstation.ui.threads.worker import Worker
from workstation.ui.threads.writer import Writer
from workstation.ui.typing_now import TypingNow
from workstation.ui.undoing import Undoing

if TYPE_CHECKING:
    from workstation.ui.command_actions import Commands

Language = Literal["en", "nl"]

NOBODY = Reference(
    me=AgentRow(agent_id="", name="", role="agent", presence="offline", presence_reason=""),
    teams=(),
    agents=(),
    reasons=(),
    resolutions=(),
    product_types={},
)
"""The reference before the replica was read."""


class News(QObject):
    """What happened, said once for every screen, always in the GUI thread."""

    changed = Signal(object)
    """`Changed`: rows of the replica are different."""
    mood_changed = Signal(object)
    """`Mood`: how the connection is."""
    reference_changed = Signal(object)
    """`Reference`: teams, colleagues, reasons."""
    contact_opened = Signal(str)
    """A contact id: the contact that is now on the screen; "" when none is."""
    open_contact = Signal(str, str)
    """A contact id, and a message id to show or "": please open it, wherever it is listed."""
    order_wanted = Signal(str)
    """An order's number: please show it with the customer of the contact on the screen."""
    finished = Signal(str)
    """A contact id: this person gave it away or put it away, and goes on with the next."""
    help_wanted = Signal(str)
    """The name of a part of the window: please explain it."""
    come_forward = Signal()
    """Please bring the window to the front."""
    back_due = Signal(object)
    """The moment (milliseconds since the epoch) at which this person meant to be back is here."""
    uploading = Signal(object)
    """`Upload`: how far the files of a message are on their way to the office."""
    came_back = Signal(str)
    """A contact id: what was to be sent there is a draft again."""
    loading_wanted = Signal(bool)
    """Please go on with the first download (true), or stop it: what is here stays."""
    notice = Signal(str, str)
    """A sentence for the person and its tone ("quiet", "ok", "warn", "bad")."""


@dataclass
class DeskContext:
    """Handed to every screen by the main window.

    `reader` reads the replica, `writer` writes to it, `fetcher` asks the session things that need
    the network. `clock` is the time in milliseconds since the epoch.
    """

    profile: Path
    reader: Worker[ReplicaDoor]
    writer: Writer
    fetcher: Worker[SessionDoor]
    theme: Theme
    news: News
    commands: "Commands"
    clock: Callable[[], int]
    language: Language = "en"
    reference: Reference = NOBODY
    mood: Mood = field(default_factory=lambda: Mood(name="offline"))
    typing: TypingNow = field(default_factory=TypingNow)
    undoing: Undoing = field(default_factory=Undoing)
    long_work: LongWork = field(default_factory=LongWork)
    preferences: Preferences = field(default_factory=Preferences)

    @property
    def me(self) -> AgentRow:
        return self.reference.me

    def agent_name(self, agent_id: str | None) -> str:
        """A colleague's name, or "" for nobody or somebody unknown here."""
        if agent_id is None:
            return ""
        return next((a.name for a in self.reference.agents if a.agent_id == agent_id), "")

    def team_name(self, team_id: str | None) -> str:
        for team in self.reference.teams:
            if team.team_id == team_id:
                return team.name_nl if self.language == "nl" else team.name_en
        return ""

    def product_type_name(self, product_type_id: str | None) -> str:
        names = self.reference.product_types.get(product_type_id or "")
        if names is None:
            return ""
        return names[1] if self.language == "nl" else names[0]
