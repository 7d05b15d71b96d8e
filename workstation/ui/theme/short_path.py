"""A path such as "Complaint › Picture › Flicker" in too little room: its end says most."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

STEP: Final = " › "


def shortened(text: str, metrics: QFontMetrics, room: int) -> str:
    """`text` as it is, or without its first steps, or cut at its end; no path is only cut."""
    if metrics.horizontalAdvance(text) <= room:
        return text
    steps = text.split(STEP)
    for first in range(1, len(steps)):
        shorter = STEP.join(["…", *steps[first:]])
        if metrics.horizontalAdvance(shorter) <= room:
            return shorter
    if metrics.horizontalAdvance(steps[-1]) <= room:
        return steps[-1]
    return metrics.elidedText(steps[-1], Qt.TextElideMode.ElideRight, room)
