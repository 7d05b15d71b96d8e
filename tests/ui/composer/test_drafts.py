"""What is typed is kept while it is typed, per contact, and comes back with its files."""

import os
import signal
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.composer.conftest import ANOUK, DAAN, ShownComposer
from tests.ui.pictured import png
from workstation.replica.rows.outbox import Draft


def test_typing_is_written_down_within_a_moment(shown: ShownComposer, qtbot: QtBot) -> None:
    shown.type("half a thou")
    qtbot.waitUntil(
        lambda: shown.replica.drafts.get(ANOUK, Draft("", "")).text == "half a thou", timeout=10_000
    )


def test_somebody_who_types_on_and_on_is_written_down_too(
    shown: ShownComposer, qtbot: QtBot
) -> None:
    for number in range(20):
        shown.type(str(number % 10))
        qtbot.wait(25)
    assert len(shown.replica.drafts[ANOUK].text) >= 8


def test_each_contact_has_its_own_draft(shown: ShownComposer) -> None:
    shown.type("for Anouk")
    shown.open(DAAN)
    assert shown.text == ""
    shown.view.write("note")
    shown.type("about Daan")
    shown.open(ANOUK)
    assert (shown.text, shown.view.mode) == ("for Anouk", "reply")
    shown.open(DAAN)
    assert (shown.text, shown.view.mode) == ("about Daan", "note")


def test_leaving_the_field_writes_at_once(shown: ShownComposer) -> None:
    shown.type("looking elsewhere")
    shown.view.text.clearFocus()
    shown.settle()
    assert shown.replica.drafts[ANOUK].text == "looking elsewhere"


def test_what_was_typed_before_the_draft_was_read_is_kept(shown: ShownComposer) -> None:
    shown.replica.drafts[DAAN] = Draft(DAAN, "from yesterday")
    shown.view.open(DAAN)
    shown.type("quick")
    shown.settle()
    assert shown.text == "from yesterday\nquick"


def test_what_was_typed_is_kept_even_when_the_contact_was_left_at_once(
    shown: ShownComposer,
) -> None:
    shown.replica.drafts[DAAN] = Draft(DAAN, "from yesterday")
    shown.view.open(DAAN)
    shown.type("quick")
    shown.view.open(ANOUK)
    shown.settle()
    assert shown.replica.drafts[DAAN].text == "from yesterday\nquick"


def test_to_and_fro_faster_than_the_disk_loses_nothing(shown: ShownComposer) -> None:
    disk = threading.Event()
    shown.desk.context.writer.do(lambda _: disk.wait(30))
    for number in range(4):
        shown.type(str(number))
        shown.view.open(DAAN)
        shown.view.open(ANOUK)
    disk.set()
    shown.settle()
    assert shown.text.replace("\n", "") == "0123"


def test_emptying_the_field_drops_the_draft(shown: ShownComposer, qtbot: QtBot) -> None:
    shown.type("no")
    qtbot.waitUntil(lambda: ANOUK in shown.replica.drafts)
    qtbot.keyClick(shown.view.text, Qt.Key.Key_Backspace)
    qtbot.keyClick(shown.view.text, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: ANOUK not in shown.replica.drafts)


def test_files_of_a_draft_come_back_with_their_pictures(
    shown: ShownComposer, tmp_path: Path
) -> None:
    photo = tmp_path / "screen.png"
    photo.write_bytes(png(64, 48))
    shown.view.add_paths([photo])
    shown.settle()
    shown.open(DAAN)
    assert shown.view.files.rowCount() == 0
    shown.open(ANOUK)
    (taken,) = shown.view.files.files
    assert taken.name == "screen.png"
    assert taken.preview is not None
    assert (taken.facts["width"], taken.facts["height"]) == (64, 48)


TYPIST = """
    import os, sys, time
    from pathlib import Path
    from PySide6.QtWidgets import QApplication
    from workstation.replica.replica import Replica
    from workstation.ui.command_actions import Commands
    from workstation.ui.composer.composer_view import ComposerView
    from workstation.ui.context import DeskContext, News
    from workstation.ui.theme.theme import Theme
    from workstation.ui.threads.worker import Worker
    from workstation.ui.threads.writer import Writer

    folder, contact = Path(sys.argv[1]), sys.argv[2]
    app = QApplication([])
    replica = Replica.open(folder, bytes(32))
    context = DeskContext(
        profile=folder, reader=Worker("r", print), writer=Writer(print),
        fetcher=Worker("f", print), theme=Theme("light"), news=News(),
        commands=Commands(), clock=lambda: 0,
    )
    context.reader.serve(replica)
    context.writer.serve(replica)
    view = ComposerView(context)
    view.open(contact)
    view.show()
    number = 0
    while True:
        view.insert(f"{number} ")
        print(number, time.time(), flush=True)
        number += 1
        until = time.time() + 0.02
        while time.time() < until:
            app.processEvents()
            time.sleep(0.002)
"""


def test_a_killed_desk_loses_no_more_than_a_second(tmp_path: Path) -> None:
    typist = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(TYPIST), str(tmp_path), ANOUK],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert typist.stdout is not None
    typed: list[tuple[int, float]] = []
    for line in typist.stdout:
        number, at = line.split()
        typed.append((int(number), float(at)))
        if len(typed) == 120:
            os.kill(typist.pid, signal.SIGKILL)
            break
    typist.stdout.close()
    typist.wait()

    from workstation.replica.replica import Replica

    replica = Replica.open(tmp_path, bytes(32))
    draft = replica.draft(ANOUK)
    replica.close()
    assert draft is not None
    last = int(draft.text.split()[-1])
    assert draft.text.split() == [str(number) for number in range(last + 1)]
    assert typed[-1][1] - typed[last][1] < 1.0


def test_what_is_typed_before_the_draft_was_read_is_written_down_with_the_window(
    shown: ShownComposer, qtbot: QtBot
) -> None:
    shown.replica.drafts[DAAN] = Draft(DAAN, "Begun yesterday.")
    gate = threading.Event()
    shown.desk.context.writer.do(lambda _: gate.wait(30))
    shown.view.open(DAAN)
    shown.view.permit(reply=True, write=True, hint="", placeholder="")
    shown.type("Today")
    shown.view.settle()
    shown.type(" too")
    shown.view.hide()
    gate.set()
    qtbot.waitUntil(shown.desk.settled, timeout=30_000)
    assert shown.text == "Begun yesterday.\nToday too"
    shown.view.settle()
    kept = "Begun yesterday.\nToday too"
    qtbot.waitUntil(lambda: shown.replica.drafts[DAAN].text == kept, timeout=30_000)
