"""Every model of a list is changed while Qt's own tester looks on; one that is not here fails."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Literal

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import MINUTE, NOW, ident, row
from tests.ui.spoken import CONTACT, ours, stretch, thread
from workstation import ui
from workstation.replica.lists import Grouping, View
from workstation.replica.rows.customer import TimelineRow
from workstation.replica.rows.knowledge import AnswerRow
from workstation.replica.rows.outbox import EntryState, OutboxRow
from workstation.replica.rows.product import VariantRow
from workstation.replica.rows.reference import LineRow
from workstation.ui.channels.channels_model import ChannelItem, ChannelsModel
from workstation.ui.choosing.choice_model import Choice, ChoiceModel
from workstation.ui.composer.emoji import known
from workstation.ui.composer.emoji_model import EmojiModel
from workstation.ui.composer.files_model import FilesModel
from workstation.ui.composer.suggesting.suggestion import Suggestion
from workstation.ui.composer.suggesting.suggestion_model import SuggestionModel
from workstation.ui.composer.taking import Taken
from workstation.ui.inbox.inbox_model import InboxModel
from workstation.ui.keys.keys_model import KeysModel
from workstation.ui.main_window.main_window import MainWindow
from workstation.ui.outbox.outbox_model import OutboxModel
from workstation.ui.panels.answers_model import AnswersModel
from workstation.ui.panels.timeline_model import TimelineModel
from workstation.ui.panels.variants_model import VariantsModel
from workstation.ui.search.palette_model import PaletteModel
from workstation.ui.transcript.transcript_model import TranscriptModel
from workstation.ui.transcript.transcript_words import TranscriptWords

LONG = 30_000
CTRL = Qt.KeyboardModifier.ControlModifier


class Bench:
    """Where a model is changed: a window, a memory to change, and a tester that looks on."""

    def __init__(
        self, qtbot: QtBot, desk: PretendDesk, window: MainWindow, replica: PretendReplica
    ) -> None:
        self.qtbot, self.desk, self.window, self.replica = qtbot, desk, window, replica
        self.tested: list[QAbstractItemModel] = []
        self.changes = 0

    def test(self, model: QAbstractItemModel) -> None:
        mode = QAbstractItemModelTester.FailureReportingMode.Warning
        QAbstractItemModelTester(model, mode, model)
        self.tested.append(model)
        for told in (model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.modelReset):
            told.connect(self._changed)
        model.layoutChanged.connect(self._changed)

    def sees(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=LONG)

    def _changed(self, *_: object) -> None:
        self.changes += 1


def _transcript(bench: Bench) -> None:
    model = TranscriptModel(TranscriptWords(None, "en", lambda: NOW))
    bench.test(model)
    messages = thread(40)
    model.show(stretch(messages[20:], earlier=True))
    model.prepend(stretch(messages[:20]))
    model.show(stretch((*messages[:38], ours(39, "Other words"), *messages[39:])))
    model.show(stretch(messages[:30]))
    model.show(replace(stretch(thread(2)), contact_id=CONTACT[::-1]))
    model.clear()


def _inbox(bench: Bench) -> None:
    groupings: tuple[Grouping, ...] = ("", "channel")
    for grouped in groupings:
        model = InboxModel(bench.desk.context, View("mine", grouped=grouped))
        bench.test(model)
        with bench.qtbot.waitSignal(model.settled, timeout=LONG):
            model.load()
        bench.replica.add(row(500, due_at=NOW - MINUTE))
        bench.sees(lambda: model.contacts == 61)  # noqa: B023
        bench.replica.change(30, due_at=NOW - 2 * MINUTE)
        bench.replica.remove(500)
        bench.sees(lambda: model.contacts == 60)  # noqa: B023


def _palette(bench: Bench) -> None:
    QTest.keyClick(bench.window, Qt.Key.Key_K, CTRL)
    palette = bench.window.moving.palette
    bench.sees(palette.isVisible)
    bench.test(palette.model)
    for text in ("c", "customer 1", "channel:", "zzz", ">", ""):
        palette.begin(text)
        bench.sees(lambda: palette.model.text == text)  # noqa: B023
        bench.sees(bench.desk.settled)


def _keys(bench: Bench) -> None:
    QTest.keyClick(bench.window, Qt.Key.Key_F1, CTRL)
    bench.sees(lambda: bench.window.moving.sheet)
    sheet = bench.window.moving.sheet
    assert sheet is not None
    bench.test(sheet.model)
    for text in ("s", "zzz", ""):
        sheet.model.look_for(text)


def _outbox(bench: Bench) -> None:
    def entry(action_id: str, state: EntryState) -> OutboxRow:
        return OutboxRow(
            action_id, "reply", ident(1), "Anouk", "Hoi", state, NOW, 0, "", {}, True, {}
        )

    model = OutboxModel(bench.desk.context)
    bench.test(model)
    for entries in (
        [entry("a", "waiting")],
        [entry("a", "waiting"), entry("b", "refused")],
        [entry("a", "refused"), entry("b", "refused")],
        [],
    ):
        bench.replica.entries = entries
        model.look()
        bench.sees(lambda: len(model.entries) == len(entries))  # noqa: B023
        bench.sees(bench.desk.settled)


def _channels(bench: Bench) -> None:
    def item(name: str, state: Literal["open", "down"]) -> ChannelItem:
        return ChannelItem(name, LineRow(name, name, state, "", NOW, {}), None)

    model = ChannelsModel()
    bench.test(model)
    model.put([item("whatsapp", "open"), item("email", "open")])
    model.put([item("whatsapp", "open"), item("email", "down")])
    model.put([item("phone", "open")])
    model.put([])


def _choices(bench: Bench) -> None:
    for many in (False, True):
        model = ChoiceModel(many=many)
        bench.test(model)
        model.put([Choice("q", "Question", heading=True), Choice("d", "Delivery", depth=1)])
        if many:
            model.tick(1)
        model.put([])


def _suggestions(bench: Bench) -> None:
    model = SuggestionModel()
    bench.test(model)
    model.put([Suggestion("1", "One", "detail", extra="text"), Suggestion("2", "Two")])
    model.put([])


def _emoji(bench: Bench) -> None:
    model = EmojiModel("nl")
    bench.test(model)
    model.put(list(known()[:5]))
    model.put([])


def _files(bench: Bench) -> None:
    model = FilesModel("en")
    bench.test(model)
    model.add(Taken({"name": "a.txt", "size": 1}))
    model.add(Taken({"name": "b.txt", "size": 2_000}))
    model.remove(0)
    model.replace([Taken({"name": "c.txt", "size": 3})])


def _timeline(bench: Bench) -> None:
    def visit(number: int) -> TimelineRow:
        return TimelineRow(ident(number), "email", NOW, "open", "Parcel", "", "Late", "Laat")

    model = TimelineModel("nl")
    bench.test(model)
    model.put((visit(1), visit(2)), now=NOW, open_id=ident(1))
    model.put((), now=NOW, open_id="")


def _variants(bench: Bench) -> None:
    model = VariantsModel("en")
    bench.test(model)
    model.put((VariantRow(ident(1), "L-W", "white", {}, 124_900, "EUR", 0),), ident(1))
    model.put((), "")


def _answers(bench: Bench) -> None:
    answer = AnswerRow(ident(1), None, None, None, "Which?", "Welke?", "This.", "Deze.", True)
    model = AnswersModel()
    bench.test(model)
    model.put((answer, replace(answer, answer_id=ident(3))), "nl")
    model.put((), "nl")


CHANGED: dict[type[QAbstractItemModel], Callable[[Bench], None]] = {
    TranscriptModel: _transcript,
    InboxModel: _inbox,
    PaletteModel: _palette,
    KeysModel: _keys,
    OutboxModel: _outbox,
    ChannelsModel: _channels,
    ChoiceModel: _choices,
    SuggestionModel: _suggestions,
    EmojiModel: _emoji,
    FilesModel: _files,
    TimelineModel: _timeline,
    VariantsModel: _variants,
    AnswersModel: _answers,
}


def _below(kind: type[QAbstractItemModel]) -> set[type[QAbstractItemModel]]:
    found = set(kind.__subclasses__())
    return found.union(*map(_below, found)) if found else found


def test_no_model_is_left_out() -> None:
    for module in pkgutil.walk_packages(ui.__path__, f"{ui.__name__}."):
        importlib.import_module(module.name)
    found = {one for one in _below(QAbstractItemModel) if one.__module__.startswith(ui.__name__)}
    assert found == set(CHANGED)


@pytest.mark.parametrize("kind", CHANGED, ids=lambda kind: kind.__name__)
def test_a_model_keeps_to_qts_rules_while_it_changes(
    kind: type[QAbstractItemModel],
    qtbot: QtBot,
    desk: PretendDesk,
    window: MainWindow,
    replica: PretendReplica,
    qtlog: Any,
) -> None:
    bench = Bench(qtbot, desk, window, replica)
    CHANGED[kind](bench)
    assert {type(one) for one in bench.tested} == {kind}
    assert bench.changes
    assert [one.message for one in qtlog.records if "FAIL!" in one.message] == []
