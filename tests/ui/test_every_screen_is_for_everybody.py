"""Every screen of the desk, opened one after the other: whoever cannot see it or cannot use a mouse
finds a name, a role and a way by keyboard for everything that can be used, and can read it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.desks import PretendDesk
from tests.ui.everybody import wrong_with
from tests.ui.pretend.furnished import Furnished, furnished
from workstation.ui.every_screen import EVERY


@pytest.fixture
def replica() -> Furnished:
    return furnished()


@pytest.mark.parametrize("name", [name for name, _ in EVERY])
def test_everything_is_named_reached_hit_and_read(
    open_screen: Callable[[str], list[QWidget]], desk: PretendDesk, name: str
) -> None:
    tops = open_screen(name)
    wrong = wrong_with(tops, desk.context.theme)
    for top in tops:
        if top.windowType() != Qt.WindowType.Window:
            top.close()
    assert wrong == []
