"""From start to end: signing in, being resumed, signing out, another language, closing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.session import PretendSession
from tests.ui.pretend.shop import NOW, REFERENCE, ident, row
from workstation.replica.errors import ReplicaReadOnly, SignInRefused
from workstation.replica.mood import METERED
from workstation.replica.rows.news import Changed, Mood
from workstation.replica.rows.reference import Reference
from workstation.ui.desk_life import Desk, profile_settings
from workstation.ui.doors import SessionDoor
from workstation.ui.metering import Metering
from workstation.ui.opening import Opening
from workstation.ui.signin.signin_view import SignInView
from workstation.ui.theme.theme import Theme
from workstation.ui.translations import Translations


class PretendOpening(Opening):
    """Opens a desk in memory; what goes wrong is up to the test."""

    def __init__(self, profile: Path, *, known: bool) -> None:
        super().__init__(profile)
        self.is_known = known
        self.replica = PretendReplica([row(number) for number in range(1, 20)])
        self.session = PretendSession(self.replica)
        self.errors: list[Exception] = []
        self.signed_in: list[tuple[str, str, str]] = []

    def known(self) -> bool:
        return self.is_known

    def resume(self) -> tuple[SessionDoor, Reference] | None:
        if self.errors:
            raise self.errors.pop(0)
        return self.session, REFERENCE

    def prepare(self) -> None:
        pass

    def sign_in(self, server: str, login: str, password: str) -> tuple[SessionDoor, Reference]:
        self.signed_in.append((server, login, password))
        if self.errors:
            raise self.errors.pop(0)
        return self.session, REFERENCE


def sign_in_view(desk: Desk) -> SignInView:
    assert desk.signing_in is not None
    assert desk.signing_in.view is not None
    return desk.signing_in.view


Start = Callable[..., tuple[Desk, PretendOpening]]


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path) -> Iterator[Start]:
    desks: list[Desk] = []
    translations = Translations()

    def begin(*, known: bool = True, wrong: Exception | None = None) -> tuple[Desk, PretendOpening]:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme = Theme("light")
        theme.dress(app)
        translations.speak("en")
        opening = PretendOpening(tmp_path, known=known)
        if wrong is not None:
            opening.errors.append(wrong)
        desk = Desk(
            opening,
            settings=profile_settings(tmp_path),
            theme=theme,
            translations=translations,
            language="en",
            clock=lambda: NOW,
        )
        desks.append(desk)
        desk.start()
        return desk, opening

    yield begin
    for desk in desks:
        desk.end(0)
    translations.speak("en")


def test_who_signed_in_before_sees_the_list_and_then_connects(qtbot: QtBot, start: Start) -> None:
    desk, opening = start()
    with qtbot.waitSignal(desk.painted):
        pass
    assert desk.window is not None
    assert desk.window.inbox.model.rowCount() == 19
    qtbot.waitUntil(lambda: opening.session.asked == ["start"])


def test_a_first_start_asks_who_it_is(qtbot: QtBot, start: Start) -> None:
    desk, opening = start(known=False)
    view = sign_in_view(desk)
    view.server.setText("desk.example.com")
    view.login.setText("sanne")
    opening.errors.append(SignInRefused("This name and password do not go together."))
    QTest.keyClicks(view.password, "wrong")
    view.button.click()
    qtbot.waitUntil(lambda: view.problem.text() == "This name and password do not go together.")
    view.password.setText("right")
    view.button.click()
    qtbot.waitUntil(lambda: desk.window is not None and desk.window.was_painted)
    assert opening.signed_in[-1] == ("https://desk.example.com", "sanne", "right")
    qtbot.waitUntil(lambda: opening.session.asked == ["start"])
    assert desk.signing_in is None


def test_the_server_and_the_name_are_remembered(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    settings = profile_settings(tmp_path)
    settings.setValue("sign in/server", "https://desk.example.com")
    settings.setValue("sign in/name", "sanne")
    settings.sync()
    desk, _ = start(known=False)
    view = sign_in_view(desk)
    assert view.server.text() == "https://desk.example.com"
    assert view.login.text() == "sanne"


def test_a_profile_that_cannot_be_opened_is_explained_and_tried_again(
    qtbot: QtBot, start: Start
) -> None:
    desk, _ = start(wrong=ReplicaReadOnly("The folder cannot be written."))
    window = desk.window
    assert window is not None

    def box() -> QMessageBox | None:
        return window.findChild(QMessageBox, "cannot open")

    qtbot.waitUntil(lambda: box() is not None)
    shown = box()
    assert shown is not None
    assert shown.text() == "The folder cannot be written."
    next(b for b in shown.buttons() if b.text() == "Try again").click()
    qtbot.waitUntil(lambda: desk.window is not None and desk.window.was_painted)


def test_news_of_the_replica_reaches_the_screen(qtbot: QtBot, start: Start) -> None:
    desk, opening = start()
    with qtbot.waitSignal(desk.painted):
        pass
    opening.replica.rows[50] = row(50)
    opening.replica.tell(Changed(contacts=frozenset({ident(50)})))
    window = desk.window
    assert window is not None
    qtbot.waitUntil(lambda: window.inbox.model.rowCount() == 20)
    opening.session.become(Mood("offline", waiting=2))
    button = window.top_bar.findChild(QPushButton, "waiting to send")
    assert isinstance(button, QPushButton)
    qtbot.waitUntil(lambda: button.text() == "2 waiting to send")


def test_a_connection_that_is_paid_for_is_told_to_the_session_and_shown(
    qtbot: QtBot, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    metered: list[Callable[[bool], None]] = []
    monkeypatch.setattr(Metering, "tell", lambda self, heard: metered.append(heard))
    desk, opening = start()
    with qtbot.waitSignal(desk.painted):
        pass
    assert metered == []
    qtbot.waitUntil(lambda: len(metered) == 1)
    assert opening.session.asked == ["start"]
    metered[0](True)
    assert opening.session.is_metered
    opening.session.become(Mood("slow", METERED))
    window = desk.window
    assert window is not None
    button = window.top_bar.findChild(QPushButton, "connection")
    assert isinstance(button, QPushButton)
    qtbot.waitUntil(lambda: button.text() == "Metered connection")
    assert button.toolTip() == "Large pictures are fetched when you click them."
    opening.session.become(Mood("slow"))
    qtbot.waitUntil(lambda: button.text() == "Slow connection")


def test_presence_look_and_language_are_choices_of_the_person(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    desk, opening = start()
    with qtbot.waitSignal(desk.painted):
        pass
    assert desk.window is not None
    desk.window.top_bar.me.presence_chosen.emit("away", "lunch", NOW + 1)
    qtbot.waitUntil(lambda: [a.kind for a in opening.replica.actions] == ["set_presence"])
    desk.window.top_bar.me.look_chosen.emit("dark")
    assert desk.context.theme.tokens.dark
    desk.window.open_contact(ident(3))
    desk.window.top_bar.me.language_chosen.emit("nl")
    dutch = desk.window
    qtbot.waitUntil(lambda: dutch.sidebar.items[0].entry.title == "Mijn werk")
    qtbot.waitUntil(lambda: dutch.was_painted and dutch.open_id == ident(3))
    assert opening.session.asked.count("start") == 1
    kept = profile_settings(tmp_path)
    assert (kept.value("language"), kept.value("look")) == ("nl", "dark")


def test_another_size_of_text_makes_the_window_anew_with_all_that_was_in_it(
    qtbot: QtBot, start: Start
) -> None:
    desk, _ = start()
    with qtbot.waitSignal(desk.painted):
        pass
    first = desk.window
    assert first is not None
    qtbot.waitUntil(lambda: first.comforts is not None)
    assert first.comforts is not None
    first.open_contact(ident(3))
    qtbot.waitUntil(lambda: first.area.panel is not None)
    first.area.show_panel("product")
    first.comforts.show_settings("writing")
    lower = first.top_bar.height()
    desk.context.commands.run("larger_text")
    larger = desk.window
    assert larger is not None
    assert larger is not first
    qtbot.waitUntil(lambda: larger.was_painted and larger.open_id == ident(3))
    qtbot.waitUntil(lambda: bool(larger.comforts and larger.comforts.settings_page == "writing"))
    qtbot.waitUntil(lambda: bool(larger.area.panel and larger.area.panel.page == "product"))
    assert larger.top_bar.height() > lower
    desk.context.commands.run("usual_text")
    usual = desk.window
    qtbot.waitUntil(lambda: usual is not None and usual.was_painted)
    assert usual is not None
    assert usual.top_bar.height() == lower


def test_signing_out_asks_who_it_is_again(qtbot: QtBot, start: Start) -> None:
    desk, opening = start()
    with qtbot.waitSignal(desk.painted):
        pass
    assert desk.window is not None
    qtbot.waitUntil(lambda: "start" in opening.session.asked)
    desk.window.top_bar.me.sign_out_chosen.emit()
    qtbot.waitUntil(lambda: desk.signing_in is not None)
    assert opening.session.asked[-1] == "sign_out"
    assert desk.window is None


def test_when_the_server_ended_the_sign_in_a_click_leads_to_the_sign_in_screen(
    qtbot: QtBot, start: Start
) -> None:
    desk, opening = start()
    with qtbot.waitSignal(desk.painted):
        pass
    opening.session.become(Mood("signed_out", detail="Sign in again."))
    window = desk.window
    assert window is not None
    button = window.top_bar.findChild(QPushButton, "connection")
    assert isinstance(button, QPushButton)
    qtbot.waitUntil(lambda: button.text() == "Signed out")
    button.click()
    qtbot.waitUntil(lambda: desk.signing_in is not None)


def test_closing_writes_what_was_typed_and_ends(qtbot: QtBot, start: Start) -> None:
    desk, opening = start()
    with qtbot.waitSignal(desk.painted):
        pass
    window = desk.window
    assert window is not None
    contact = window.area.contact
    window.open_contact(ident(2))
    qtbot.waitUntil(lambda: window.area.contact is not None)
    contact = window.area.contact
    assert contact is not None
    qtbot.waitUntil(lambda: contact.head is not None)
    contact.composer.text.setFocus()
    QTest.keyClicks(contact.composer.text, "Hoi Anouk")
    with qtbot.waitSignal(desk.ended) as ended:
        window.close()
    assert ended.args == [0]
    assert opening.replica.drafts[ident(2)].text == "Hoi Anouk"
    assert opening.session.asked[-1] == "stop"


def test_closing_the_sign_in_screen_ends(qtbot: QtBot, start: Start) -> None:
    desk, _ = start(known=False)
    with qtbot.waitSignal(desk.ended):
        sign_in_view(desk).close()
