"""What nobody goes to, but comes by itself, or before the window: it is for everybody too."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.everybody import wait_for, wrong_with
from tests.ui.met import MET
from tests.ui.pretend.furnished import CONTACT, Furnished, furnished
from tests.ui.pretend.shop import DAAN, ME, MINE, MINUTE, NOW, ident
from tests.ui.spoken import said
from workstation.replica.rows.contact import CallRow
from workstation.replica.rows.news import Changed, Mood
from workstation.replica.signals import Signal
from workstation.ui.composer.taking import Taken
from workstation.ui.composer.templates import ClosedNote
from workstation.ui.contact.mail_window import MailWindow
from workstation.ui.contact.reading_window import ReadingWindow
from workstation.ui.crash.crash_bar import CrashBar
from workstation.ui.main_window.main_window import MainWindow
from workstation.ui.signin.passphrase_dialog import PassphraseDialog
from workstation.ui.signin.signin_view import SignInView

LONG = 30_000


class Room:
    """A window with an open contact, and what may happen around it."""

    def __init__(self, qtbot: QtBot, desk: PretendDesk, window: MainWindow) -> None:
        self.qtbot, self.desk, self.window = qtbot, desk, window
        assert isinstance(desk.replica, Furnished)
        self.replica = desk.replica
        self.others: list[QWidget] = []

    def open(self) -> None:
        self.window.open_contact(CONTACT)
        self.qtbot.waitUntil(lambda: self._opened(), timeout=LONG)

    def show(self, other: QWidget) -> None:
        """A window beside this one."""
        self.others.append(other)
        self.qtbot.addWidget(other)
        other.show()

    def sees(self, kind: type[QWidget]) -> None:
        def there() -> bool:
            found = [one for top in QApplication.topLevelWidgets() for one in _in(top, kind)]
            return any(one.isVisible() for one in found)

        self.qtbot.waitUntil(there, timeout=LONG)
        self.qtbot.waitUntil(self.desk.settled, timeout=LONG)

    def _opened(self) -> bool:
        contact = self.window.area.contact
        return contact is not None and contact.head is not None and self.desk.settled()


def _in(top: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [*([top] if isinstance(top, kind) else []), *top.findChildren(kind)]


def _rings(room: Room, **given: object) -> None:
    call = CallRow(
        call_id=ident(1, 40), contact_id=CONTACT, inbound=True, number="+31612342210",
        state="ringing", outcome="", agent_id=None, started_at=NOW - 12_000, answered_at=None,
        held_since=None, held_ms=0, ended_at=None, wished="", failure="", name="Anouk Bakker",
        provisional=False,
    )  # fmt: skip
    room.replica.calls_now = (replace(call, **given),)  # type: ignore[arg-type]
    room.replica.tell(Changed(tables=frozenset({"phone_call"})))


def _talks(room: Room) -> None:
    _rings(room, state="talking", agent_id=MINE, answered_at=NOW - MINUTE)


def _is_away(room: Room) -> None:
    me = replace(ME, presence="away", presence_reason="lunch", presence_until=NOW + 30 * MINUTE)
    room.desk.context.reference = replace(room.replica.reference_now, me=me)
    room.desk.context.news.reference_changed.emit(room.desk.context.reference)


def _is_offline(room: Room) -> None:
    room.desk.become(Mood(name="offline", waiting=3))
    room.desk.context.news.notice.emit("Daan Visser has taken this contact.", "bad")


def _takes_long(room: Room) -> None:
    work = room.desk.context.long_work.begin("Fetching all pictures", stop=lambda: None)
    work.tell(1, 200)


def _window_closed(room: Room) -> None:
    room.replica.heads = {CONTACT: {"reply_until": NOW - MINUTE}}
    room.replica.tell(Changed(contacts=frozenset({CONTACT}), tables=frozenset({"contact"})))


def _template(room: Room) -> None:
    _window_closed(room)
    room.sees(ClosedNote)
    contact = room.window.area.contact
    assert contact is not None
    contact.composer.templates.form.show_template(
        room.replica.templates_now["whatsapp"][0], leave=False
    )
    contact.composer.templates.form.show()


def _mail(room: Room) -> None:
    mail = said(1, "Hello", facts={"subject": "Your order"})
    MailWindow(mail, lambda *_: None, lambda _: None, room.window).show()


def _whole_message(room: Room) -> None:
    ReadingWindow(said(1, "Hello. " * 400), room.window).show()


def _narrowed(room: Room) -> None:
    inbox = room.window.inbox
    view = inbox.model.view
    inbox.show_view(replace(view, filters=replace(view.filters, unread=True)), "My work")


def _can_be_undone(room: Room) -> None:
    room.desk.context.undoing.offer("Put away", lambda: None, seconds=3600)


def _broke(room: Room) -> None:
    bar = CrashBar(room.window)
    bar.resize(bar.sizeHint())
    bar.show()


def _busy(room: Room) -> None:
    contact = room.window.area.contact
    assert contact is not None
    composer = contact.composer
    composer.files.add(Taken({"name": "bill.pdf", "size": 120_000}))
    composer.strip.show()
    composer.doubt.ask("This looks like a note.", safe="Make it a note", anyway="Send it anyway")
    composer.after.say("After sending: snooze until 09:00")
    contact.band.say("Daan was just before you and has this contact.")
    room.desk.context.typing.hear(Signal(CONTACT, DAAN, "looking", NOW))


def _signs_in(room: Room) -> None:
    made = SignInView(room.desk.context.theme, "desk.example.com", "sanne")
    room.show(made)


def _passphrase(room: Room) -> None:
    made = PassphraseDialog(first=True, said="This is not the passphrase of this profile.")
    room.show(made)


COMES: Final[dict[str, Callable[[Room], None]]] = {
    "a call that rings": _rings,
    "a call in hand": _talks,
    "being away": _is_away,
    "no connection, and a notice": _is_offline,
    "what takes long": _takes_long,
    "a reply that comes too late": _window_closed,
    "a template": _template,
    "a mail as it was designed": _mail,
    "a long message": _whole_message,
    "a list that is narrowed": _narrowed,
    "what can be undone": _can_be_undone,
    "a report of what broke": _broke,
    "files, a question before sending, and a colleague who looks": _busy,
    "signing in": _signs_in,
    "a passphrase": _passphrase,
}


@pytest.fixture
def replica() -> Furnished:
    return furnished()


@pytest.mark.parametrize("name", COMES)
def test_it_is_named_reached_hit_and_read(
    qtbot: QtBot, desk: PretendDesk, window: MainWindow, name: str
) -> None:
    room = Room(qtbot, desk, window)
    room.open()
    COMES[name](room)
    wait_for(qtbot, MET[name])
    qtbot.waitUntil(desk.settled, timeout=LONG)
    tops = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    wrong = wrong_with(tops, desk.context.theme)
    for top in tops:
        if top.windowType() != Qt.WindowType.Window:
            top.close()
    assert wrong == []
