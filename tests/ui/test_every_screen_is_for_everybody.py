"""Every screen of the desk, opened one after the other: whoever cannot see it or cannot use a mouse
finds a name, a role and a way by keyboard for everything that can be used, and can read it."""

import importlib
import pkgutil
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.everybody import wait_for, wrong_with
from tests.ui.met import ELSEWHERE, MET
from tests.ui.pretend.furnished import Furnished, furnished
from workstation import ui
from workstation.ui.every_screen import EVERY


@pytest.fixture
def replica() -> Furnished:
    return furnished()


@pytest.mark.parametrize("name", [name for name, _ in EVERY])
def test_everything_is_named_reached_hit_and_read(
    qtbot: QtBot,
    open_screen: Callable[[str], list[QWidget]],
    desk: PretendDesk,
    name: str,
) -> None:
    open_screen(name)
    wait_for(qtbot, MET.get(name, ()))
    tops = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    wrong = wrong_with(tops, desk.context.theme)
    for top in tops:
        if top.windowType() != Qt.WindowType.Window:
            top.close()
    assert wrong == []


def _below(kind: type[QWidget]) -> set[type[QWidget]]:
    found = set(kind.__subclasses__())
    return found.union(*map(_below, found)) if found else found


def test_no_part_of_the_desk_is_left_out() -> None:
    """A new one is met on one of the screens, or is wrong there without anybody noticing."""
    for module in pkgutil.walk_packages(ui.__path__, f"{ui.__name__}."):
        importlib.import_module(module.name)
    parts = {one for one in _below(QWidget) if one.__module__.startswith(ui.__name__)}
    seen = {name for names in MET.values() for name in names} | ELSEWHERE
    for part in parts:
        if seen.isdisjoint(one.__name__ for one in {part, *_below(part)}):
            assert part.__name__.startswith("_"), f"{part} is met on no screen"
    assert seen <= {part.__name__ for part in parts}
