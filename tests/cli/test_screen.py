"""A window needs a screen, and whoever has none is told what to do."""

import pytest

from workstation.cli.screen import has_screen, need_screen
from workstation.cli.sorry import Sorry

CASES = [
    ("linux", {}, False),
    ("linux", {"DISPLAY": ""}, False),
    ("linux", {"DISPLAY": ":0"}, True),
    ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
    ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
    ("linux", {"QT_QPA_PLATFORM": "xcb"}, False),
    ("darwin", {}, True),
    ("win32", {}, True),
]


@pytest.mark.parametrize(("platform", "environment", "expected"), CASES)
def test_where_there_is_a_screen(
    platform: str, environment: dict[str, str], expected: bool
) -> None:
    assert has_screen(environment, platform) is expected


def test_without_one_the_way_out_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(Sorry, match=r"xvfb-run .* workstation demo"):
        need_screen("workstation demo")
