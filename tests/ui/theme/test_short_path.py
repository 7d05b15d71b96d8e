"""Of a path that has too little room, its end is kept."""

import pytest
from PySide6.QtGui import QFontMetrics

from workstation.ui.theme.fonts import font
from workstation.ui.theme.short_path import shortened

WHOLE = "Complaint › Picture › Flicker"


@pytest.mark.parametrize(
    ("room_for", "shown"),
    [
        (WHOLE, WHOLE),
        ("… › Picture › Flicker", "… › Picture › Flicker"),
        ("… › Flicker and", "… › Flicker"),
        ("Flicker", "Flicker"),
    ],
)
def test_first_steps_go_first(qapp: object, room_for: str, shown: str) -> None:
    metrics = QFontMetrics(font(13))
    assert shortened(WHOLE, metrics, metrics.horizontalAdvance(room_for)) == shown


def test_what_is_no_path_is_cut_at_its_end(qapp: object) -> None:
    metrics = QFontMetrics(font(13))
    cut = shortened("Not about a product", metrics, metrics.horizontalAdvance("Not about a"))
    assert cut.startswith("Not")
    assert cut.endswith("…")
