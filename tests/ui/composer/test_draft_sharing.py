"""What is typed is given to the office a little after, and at once on leaving."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.composer.conftest import ANOUK, DAAN, ShownComposer
from workstation.ui.composer.draft_sharing import DraftSharing


@pytest.fixture
def sharing(shown: ShownComposer) -> DraftSharing:
    made = DraftSharing(shown.desk.context, shown.view)
    made._pause.setInterval(60)
    return made


def test_a_pause_shares_what_was_typed(
    shown: ShownComposer, sharing: DraftSharing, qtbot: QtBot
) -> None:
    shown.type("Good afternoon")
    assert shown.replica.shared == []
    qtbot.waitUntil(lambda: bool(shown.replica.shared), timeout=30_000)
    assert shown.replica.shared == [(ANOUK, "Good afternoon")]


def test_typing_without_a_pause_is_shared_too(
    shown: ShownComposer, sharing: DraftSharing, qtbot: QtBot
) -> None:
    sharing._pause.setInterval(60_000)
    sharing._long.setInterval(60)
    shown.type("Good afternoon")
    qtbot.waitUntil(lambda: bool(shown.replica.shared), timeout=30_000)


def test_leaving_the_contact_shares_at_once(shown: ShownComposer, sharing: DraftSharing) -> None:
    sharing._pause.setInterval(60_000)
    shown.type("Good afternoon")
    shown.open(DAAN)
    assert shown.replica.shared == [(ANOUK, "Good afternoon")]
    shown.type("Hello")
    shown.view.text.clearFocus()
    shown.settle()
    assert shown.replica.shared[-1] == (DAAN, "Hello")


def test_what_is_only_read_is_not_shared(shown: ShownComposer, sharing: DraftSharing) -> None:
    shown.open(DAAN)
    shown.open(ANOUK)
    sharing.settle()
    shown.settle()
    assert shown.replica.shared == []
