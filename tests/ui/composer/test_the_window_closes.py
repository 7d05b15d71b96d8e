"""A channel that lets us write freely for a while: the countdown, the template, and its limits."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.composer.conftest import ShownComposer
from tests.ui.desks import pretend_desk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import HOUR, MINUTE, NOW, REFERENCE, ident, row
from workstation.replica.rows.channels import TemplateRow
from workstation.replica.rows.reference import LineRow
from workstation.ui.choosing.choice_popup import ChoicePopup
from workstation.ui.composer.channel_limits import ChannelLimits
from workstation.ui.composer.window_words import window_words

LINE = LineRow(
    "whatsapp",
    "whatsapp",
    "open",
    "",
    NOW,
    {"longest_text": 100, "media_types": ["image/png"], "largest_file": 1000, "templates": True},
)
TEMPLATE = TemplateRow(
    "whatsapp", "order_on_its_way", "nl", "utility", "", "Hallo {{1}}, je bestelling {{2}} is er.",
    "", (), ("1", "2"),
)  # fmt: skip


class Clock:
    now = NOW

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path, clock: Clock) -> Iterator[ShownComposer]:
    replica = PretendReplica([row(1), row(2)])
    replica.templates_now["whatsapp"] = (TEMPLATE,)
    with pretend_desk(tmp_path, replica, clock=clock) as desk:
        desk.context.reference = replace(REFERENCE, lines={"whatsapp": LINE})
        made = ShownComposer(desk, qtbot)
        qtbot.addWidget(made.view)
        made.view.resize(640, 300)
        with qtbot.waitActive(made.view):
            made.view.show()
            made.view.activateWindow()
        made.open(ident(1))
        yield made
        assert desk.errors == []


def answer(shown: ShownComposer, reply_until: int | None) -> None:
    found = shown.replica.contact_now(ident(1))
    assert found is not None
    head = replace(found, channel="whatsapp", reply_until=reply_until)
    shown.view.permit(reply=True, write=True, hint="", placeholder="", head=head)


def later(shown: ShownComposer, clock: Clock, qtbot: QtBot, milliseconds: int) -> None:
    clock.now += milliseconds
    shown.view.templates._tick()


@pytest.mark.parametrize(
    ("left", "text", "tone"),
    [
        (30 * HOUR, "", "quiet"),
        (5 * HOUR, "Free reply for 5 h 00", "quiet"),
        (90 * MINUTE, "Free reply for 1 h 30", "warn"),
        (48_000, "Free reply for 0:48", "bad"),
        (0, "Free replies closed", "bad"),
    ],
)
def test_the_countdown_gets_louder(left: int, text: str, tone: str) -> None:
    assert window_words(NOW + left, NOW) == (text, tone)


def test_a_channel_without_a_window_says_nothing(shown: ShownComposer) -> None:
    answer(shown, None)
    assert not shown.view.templates.pill.isVisible()
    assert shown.view.text.isVisible()


def test_when_the_window_closes_the_typed_text_stays_and_a_template_is_offered(
    shown: ShownComposer, clock: Clock, qtbot: QtBot
) -> None:
    answer(shown, NOW + MINUTE)
    shown.type("Just a moment")
    assert shown.view.send_button.isEnabled()
    later(shown, clock, qtbot, 2 * MINUTE)
    assert not shown.view.text.isVisible()
    assert "too long ago" in shown.view.templates.note.words.text()
    assert not shown.view.send_button.isEnabled()
    answer(shown, clock.now + 24 * HOUR)  # the customer wrote again
    assert shown.view.text.isVisible()
    assert shown.text == "Just a moment"


def test_a_template_is_filled_in_and_sent(shown: ShownComposer, qtbot: QtBot) -> None:
    answer(shown, NOW - 1)
    qtbot.mouseClick(shown.view.templates.note.choose, Qt.MouseButton.LeftButton)
    shown.settle()
    popup = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ChoicePopup))
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    shown.settle()
    form = shown.view.templates.form
    assert form.isVisible()
    assert form.fields[0].text() == "Customer", "the name a greeting begins with"
    assert "{{2}}" in form.preview.text()
    assert not shown.view.send_button.isEnabled()
    qtbot.keyClicks(form.fields[1], "80352219")
    assert form.preview.text() == "Hallo Customer, je bestelling 80352219 is er."
    qtbot.mouseClick(shown.view.send_button, Qt.MouseButton.LeftButton)
    shown.settle()
    (action,) = shown.replica.actions
    assert action.model_dump()["template"] == {
        "name": "order_on_its_way",
        "language": "nl",
        "parameters": ("Customer", "80352219"),
    }
    assert not form.isVisible()


def test_a_note_can_be_written_when_replies_are_closed(shown: ShownComposer, qtbot: QtBot) -> None:
    answer(shown, NOW - 1)
    shown.view.write("note")
    assert shown.view.text.isVisible()
    assert not shown.view.templates.note.isVisible()
    shown.type("Call them tomorrow")
    assert shown.view.send_button.isEnabled()


def test_a_text_too_long_for_the_channel_is_not_sent(shown: ShownComposer) -> None:
    answer(shown, None)
    shown.view.text.setPlainText("x" * 95)
    assert shown.view.length.text == "95 / 100"
    assert shown.view.send_button.isEnabled()
    shown.view.text.setPlainText("x" * 101)
    assert shown.view.length.tone == "bad"
    assert not shown.view.send_button.isEnabled()


def test_a_file_the_channel_does_not_take_is_refused_with_the_reason() -> None:
    limits = ChannelLimits.of(LINE)
    given: dict[str, Any] = {
        "name": "film.mp4",
        "media_type": "video/mp4",
        "size": 5,
        "language": "en",
    }
    assert limits.refusal(**given) == "WhatsApp does not take files like film.mp4."
    large = given | {"name": "a.png", "media_type": "image/png", "size": 2_000}
    assert limits.refusal(**large) == "a.png is 2 kB; WhatsApp takes at most 1 kB."
    assert limits.refusal(**(large | {"size": 900})) is None
    assert ChannelLimits.of(None).refusal(**given) is None
