"""Who is told what, when: at once, together with others, without a sound, or not until later."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, Protocol

from PySide6.QtCore import QObject, QTimer

from workstation.ui.context import DeskContext
from workstation.ui.notify.happenings import Happening
from workstation.ui.notify.kinds import BY_KIND, Sound
from workstation.ui.notify.notice_words import Notice, notice_of

GATHER_MS: Final = 4_000
"""What comes within so much of the last notice is told with what follows it, in one."""
KEPT: Final = 500

Way = Literal["now", "softly", "later", "never"]


class Herald(Protocol):
    """Shows a notice outside of the window; `clicked` when somebody wants to see it."""

    def show(self, notice: Notice, clicked: Callable[[], None]) -> None: ...


@dataclass(frozen=True, slots=True)
class Around:
    """How things are when something happens."""

    presence: str
    quiet: bool
    """This person wants no disturbance."""
    system_quiet: bool
    """The whole computer is asked to be quiet, as far as it says so."""
    looking_at: str
    """The contact on the screen of the active window, or ""."""


def way(happening: Happening, around: Around, *, shown: bool) -> Way:
    """How one happening is told."""
    if not shown:
        return "never"
    if around.quiet:
        return "later"
    if around.presence in ("away", "offline") and happening.kind != "back":
        return "later"
    # Who is away looks at nothing, whatever is on the screen: so this comes after it.
    if happening.kind == "wrote" and happening.contact_id == around.looking_at:
        return "never"
    # The system shows or keeps it as it is told to; that it makes no sound is up to the desk.
    if around.system_quiet:
        return "softly"
    if around.presence == "busy" and happening.kind not in ("ringing", "back"):
        return "softly"
    return "now"


def rings(around: Around, choice: str) -> bool:
    """Whether the bell of a call may sound: as any other sound, unless that was chosen otherwise.
    Who calls is shown in any case."""
    if choice in ("always", "never"):
        return choice == "always"
    call = Happening("ringing", "", "", "", "", 0)
    return way(call, around, shown=True) == "now"


class Telling(QObject):
    """Each happening is told once. Many at once become one notice and one sound."""

    def __init__(
        self,
        context: DeskContext,
        herald: Herald,
        play: Callable[[Sound], None],
        around: Callable[[], Around],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.herald = herald
        self._play = play
        self._around = around
        self._known: dict[str, None] = {}
        self._gathered: list[Happening] = []
        self._silent: set[str] = set()
        self._held: list[Happening] = []
        self._gathering = QTimer(self)
        self._gathering.setSingleShot(True)
        self._gathering.setInterval(GATHER_MS)
        self._gathering.timeout.connect(self._show_gathered)

    @property
    def held(self) -> tuple[Happening, ...]:
        """What waits until this person may be disturbed."""
        return tuple(self._held)

    def hear(self, happenings: list[Happening]) -> None:
        around, preferences = self._around(), self._context.preferences
        for one in happenings:
            if one.key in self._known:
                continue
            self._known[one.key] = None
            how = way(one, around, shown=preferences.of(BY_KIND[one.kind].shown))
            if how == "later":
                self._held.append(one)
            elif how != "never":
                self._gathered.append(one)
                if how == "softly":
                    self._silent.add(one.key)
        while len(self._known) > KEPT:
            del self._known[next(iter(self._known))]
        del self._held[:-KEPT]
        if self._gathered and not self._gathering.isActive():
            self._show_gathered()

    def look_again(self) -> None:
        """This person came back, or may be disturbed again: tell what waited, in one notice."""
        around = self._around()
        if around.quiet or around.presence in ("away", "offline"):
            return
        held, self._held = self._held, []
        if held:
            self._show(held, sound=not around.system_quiet)

    def _show_gathered(self) -> None:
        gathered, self._gathered = self._gathered, []
        silent, self._silent = self._silent, set()
        if gathered:
            self._show(gathered, sound=any(one.key not in silent for one in gathered))
            self._gathering.start()

    def _show(self, happenings: list[Happening], *, sound: bool) -> None:
        notice = notice_of(happenings)
        self.herald.show(notice, lambda: self._open(notice.contact_id))
        if sound:
            preference = BY_KIND[notice.kinds[0]].sound
            chosen = self._context.preferences.of(preference)
            self._play(chosen)  # type: ignore[arg-type]  # the preference allows sounds only

    def _open(self, contact_id: str) -> None:
        self._context.news.come_forward.emit()
        if contact_id:
            self._context.news.open_contact.emit(contact_id, "")
