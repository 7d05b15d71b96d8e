"""What takes long is said at the foot of the list, with how far it is, and stops when told to."""

from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import ident
from tests.ui.spoken import file, ours
from workstation.actions import Reply
from workstation.replica.rows.news import Mood
from workstation.replica.rows.outbox import Draft
from workstation.replica.uploads import Upload
from workstation.ui.contact.save_all import SaveAll
from workstation.ui.inbox.bulk import deeds
from workstation.ui.long_work.work_strip import WorkStrip
from workstation.ui.main_window.main_window import MainWindow
from workstation.ui.transcript.pictures import Pictures

LONG = 30_000
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def strips(window: MainWindow) -> list[WorkStrip]:
    return [one for one in window.inbox.findChildren(WorkStrip) if one.isVisible()]


def strip(qtbot: QtBot, window: MainWindow) -> WorkStrip:
    """The only one, once it is there."""
    qtbot.waitUntil(lambda: len(strips(window)) == 1, timeout=LONG)
    return strips(window)[0]


def said(shown: WorkStrip) -> list[str]:
    return [one.text() for one in shown.findChildren(QLabel) if one.isVisible()]


def click(shown: WorkStrip) -> None:
    QTest.mouseClick(shown.button, Qt.MouseButton.LeftButton)


def gone(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not strips(window), timeout=LONG)


def test_what_is_over_soon_is_not_mentioned(window: MainWindow, desk: PretendDesk) -> None:
    work = desk.context.long_work.begin("Something quick")
    work.tell(1, 2)
    work.end()
    assert strips(window) == []
    assert not window.inbox.findChildren(WorkStrip)


def test_a_first_download_is_stopped_and_goes_on(
    qtbot: QtBot, window: MainWindow, desk: PretendDesk
) -> None:
    wished: list[bool] = []
    desk.context.news.loading_wanted.connect(wished.append)
    desk.become(Mood("rebuilding"))
    shown = strip(qtbot, window)
    assert said(shown)[0] == "Your contacts are on their way. You can begin already."
    assert shown.bar.maximum() == 0, "nobody knows how many there are"
    desk.become(Mood("rebuilding", contacts=1_200, all_contacts=4_800))
    assert said(shown)[1] == "1,200 of 4,800 contacts"
    assert 4 * shown.bar.value() == shown.bar.maximum() > 0
    click(shown)
    assert wished == [False]
    assert said(shown)[1] == "Stopping…"
    assert not shown.button.isEnabled()
    desk.become(Mood("resting", contacts=1_350, all_contacts=4_800))
    assert "Loading was stopped" in said(shown)[0]
    assert said(shown)[1] == "1,350 of 4,800 contacts"
    assert shown.button.text() == "Go on"
    assert window.top_bar.connection.state_button.text() == "Not all loaded"
    click(shown)
    assert wished == [False, True]
    desk.become(Mood("rebuilding", contacts=1_400, all_contacts=4_800))
    shown = strip(qtbot, window)
    assert shown.button.text() == "Stop"
    desk.become(Mood("online"))
    gone(qtbot, window)


def test_many_contacts_are_changed_in_parts_until_somebody_says_stop(
    qtbot: QtBot, window: MainWindow, desk: PretendDesk, replica: PretendReplica
) -> None:
    gate = Event()
    desk.context.writer.do(lambda _: gate.wait(30))
    for position in range(60):
        window.inbox.list.marking.toggle(position)
    window.inbox.list.setFocus()
    QTest.keyClick(window.inbox.list, Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=LONG)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    tomorrow = next(one for one in menu.actions() if "Tomorrow" in one.text())
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(tomorrow).center())
    shown = strip(qtbot, window)
    assert said(shown) == ["Changing 60 contacts", "0 of 60"]
    click(shown)
    gate.set()
    qtbot.waitUntil(lambda: window.undo.words == "50 contacts snoozed", timeout=LONG)
    gone(qtbot, window)
    assert len(replica.actions) == 50


def test_what_is_taken_back_of_many_can_be_stopped_too(
    qtbot: QtBot, window: MainWindow, desk: PretendDesk, replica: PretendReplica
) -> None:
    window.inbox.list.marking.everything()
    qtbot.waitUntil(lambda: window.inbox.list.marking.count == 60, timeout=LONG)
    window.inbox.list.marking.toggle(0)
    bulk = window.inbox.bulk
    assert bulk is not None
    notices: list[str] = []
    desk.context.news.notice.connect(lambda words, _: notices.append(words))
    bulk.running.start(deeds.tag("vip", on=True), window.inbox.list.marking.numbers())
    qtbot.waitUntil(lambda: len(replica.actions) == 59 and bool(window.undo.words), timeout=LONG)
    gate = Event()
    desk.context.writer.do(lambda _: gate.wait(30))
    QTest.mouseClick(window.undo.button, Qt.MouseButton.LeftButton)
    assert said(strip(qtbot, window)) == ["Restoring 59 contacts", "0 of 59"]
    QTest.keyClick(window, Qt.Key.Key_H, BOTH)
    gate.set()
    qtbot.waitUntil(lambda: notices == ["50 contacts as before"], timeout=LONG)
    gone(qtbot, window)


def upload(done: int, *, state: str = "going", stopped: list[bool] | None = None) -> Upload:
    return Upload(
        action_id="a",
        contact_id=ident(1),
        message_id=ident(7, 8),
        name="flicker.mp4",
        done=done,
        total=40_000_000,
        state=state,  # type: ignore[arg-type]
        stop=lambda: None if stopped is None else stopped.append(True),
    )


def test_files_that_leave_say_so_under_their_message_and_come_back_when_stopped(
    qtbot: QtBot, window: MainWindow, desk: PretendDesk, replica: PretendReplica
) -> None:
    replica.messages[ident(1)] = [ours(7, "Look at this", pending=True)]
    window.open_contact(ident(1))
    contact = window.area.contact
    assert contact is not None
    qtbot.waitUntil(lambda: contact.messages.rowCount() > 0 and desk.settled(), timeout=LONG)
    stopped: list[bool] = []
    desk.context.news.uploading.emit(upload(12_000_000, stopped=stopped))
    shown = strip(qtbot, window)
    assert said(shown) == ["Sending flicker.mp4", "12.0 MB of 40.0 MB"]
    assert shown.bar.value() == 300
    role = Qt.ItemDataRole.AccessibleTextRole
    rows = range(contact.messages.rowCount())
    assert any("sending 30 %" in str(contact.messages.index(row).data(role)) for row in rows)
    click(shown)
    assert stopped == [True]
    replica.drafts[ident(1)] = Draft(ident(1), "Look at this")
    desk.context.news.uploading.emit(upload(12_000_000, state="stopped"))
    gone(qtbot, window)
    qtbot.waitUntil(lambda: contact.composer.text.toPlainText() == "Look at this", timeout=LONG)
    assert not any("sending" in str(contact.messages.index(row).data(role)) for row in rows)


def test_what_arrived_is_only_put_away(qtbot: QtBot, window: MainWindow, desk: PretendDesk) -> None:
    desk.context.news.uploading.emit(upload(12_000_000))
    strip(qtbot, window)
    notices: list[str] = []
    desk.context.news.notice.connect(lambda words, _: notices.append(words))
    desk.context.news.uploading.emit(upload(40_000_000, state="arrived"))
    gone(qtbot, window)
    assert notices == []


def test_saving_all_stops_and_says_what_was_saved(
    qtbot: QtBot, window: MainWindow, desk: PretendDesk, tmp_path: Path
) -> None:
    files = [file(number, media_type="image/jpeg") for number in (1, 2, 3)]
    desk.replica.files[files[0].sha256] = b"one"
    desk.session.remote_files = {one.sha256: b"more" for one in files[1:]}
    desk.session.gate = Event()
    notices: list[tuple[str, str]] = []
    desk.context.news.notice.connect(lambda words, tone: notices.append((words, tone)))
    folder = tmp_path / "photos"
    folder.mkdir()
    SaveAll(
        desk.context, Pictures(desk.context, window), files, ["1.jpg", "2.jpg", "3.jpg"], folder
    )
    shown = strip(qtbot, window)
    qtbot.waitUntil(lambda: said(shown) == ["Saving 3 files", "1 of 3"], timeout=LONG)
    click(shown)
    desk.session.gate.set()
    qtbot.waitUntil(lambda: bool(notices), timeout=LONG)
    assert notices == [("1 file saved in photos. The others were not.", "warn")]
    gone(qtbot, window)
    assert [one.name for one in folder.iterdir()] == ["1.jpg"]


def test_a_text_that_waits_is_taken_back_in_the_outbox(
    qtbot: QtBot, window: MainWindow, desk: PretendDesk, replica: PretendReplica
) -> None:
    from tests.ui.outbox.test_outbox import entry

    window.open_contact(ident(1))
    contact = window.area.contact
    assert contact is not None
    qtbot.waitUntil(lambda: desk.settled(), timeout=LONG)
    replica.actions.append(Reply(contact_id=ident(1), text="Hoi Anouk", written_at=1))
    replica.held["a"] = replica.actions[0]
    replica.entries = [entry("a"), entry("b", state="sending", posted=True)]
    QTest.keyClick(window, Qt.Key.Key_O, BOTH)
    outbox = window.outbox
    assert outbox is not None
    qtbot.waitUntil(lambda: outbox.model.rowCount() == 2, timeout=LONG)
    by_id = {one.action_id: row for row, one in enumerate(outbox.model.entries)}
    outbox.list.setCurrentIndex(outbox.model.index(by_id["b"]))
    assert not outbox.back.isEnabled(), "the office may have it"
    outbox.list.setCurrentIndex(outbox.model.index(by_id["a"]))
    QTest.mouseClick(outbox.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: contact.composer.text.toPlainText() == "Hoi Anouk", timeout=LONG)
    assert not outbox.isVisible()


def test_every_button_has_a_name_that_says_what_it_stops(
    qtbot: QtBot, window: MainWindow, desk: PretendDesk
) -> None:
    work = desk.context.long_work.begin("Saving 3 files")
    shown = strip(qtbot, window)
    button = shown.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    assert button.accessibleName() == "Stop: Saving 3 files"
    assert shown.bar.accessibleName() == "Saving 3 files"
    assert desk.context.commands.enabled("stop_work")
    work.end()
    gone(qtbot, window)
    assert not desk.context.commands.enabled("stop_work")
