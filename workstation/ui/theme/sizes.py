"""How large the desk is drawn: what is measured for a text of the usual size, in the chosen one.

`px(76)` is the height of a row that holds what fits in 76 pixels at the usual size. Whoever paints
or places text uses it; edges of one pixel and gaps between things may stay as they are. When the
size changes the window is made anew, so what is measured once need not be measured again.
"""

from typing import Final

USUAL: Final = 100
STEPS: Final = (90, 100, 110, 125, 140, 160)
"""What one can choose, in percent."""


class _Size:
    percent = USUAL


def px(usual: float) -> int:
    """Device-independent pixels, at least one when there were any."""
    scaled = round(usual * _Size.percent / 100)
    return max(1, scaled) if usual > 0 else scaled


def text_size() -> int:
    """Percent of the usual size."""
    return _Size.percent


def choose_text_size(percent: int) -> None:
    """From now on; for `Theme`, which also dresses everything anew."""
    _Size.percent = percent


def step(percent: int, steps: int) -> int:
    """The next larger or smaller size one can choose."""
    ordered = sorted({*STEPS, percent})
    at = ordered.index(percent) + steps
    return ordered[max(0, min(at, len(ordered) - 1))]
