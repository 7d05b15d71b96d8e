"""What the sample's products look like, each kind drawn with a few plain shapes.

The ground is clear and the tones are between light and dark, so that they stand out on either.
Coordinates are of a sheet of `WIDTH` x `HEIGHT`; `Sheet` draws them larger.
"""

from collections.abc import Callable, Sequence
from typing import Final

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 144, 112
FINE: Final = 8
"""Points drawn for each unit: made smaller afterwards, edges are smooth."""

Colour = tuple[int, int, int, int]
Box = tuple[float, float, float, float]

LIGHT: Final[Colour] = (203, 210, 221, 255)
BODY: Final[Colour] = (160, 169, 182, 255)
SHADE: Final[Colour] = (120, 131, 148, 255)
GLASS: Final[Colour] = (84, 97, 117, 255)
DARK: Final[Colour] = (62, 72, 89, 255)
GLARE: Final[Colour] = (108, 122, 143, 255)
SHADOW: Final[Colour] = (20, 24, 32, 46)


class Sheet:
    """A clear sheet to draw on."""

    def __init__(self) -> None:
        self.image = Image.new("RGBA", (WIDTH * FINE, HEIGHT * FINE))
        self._draw = ImageDraw.Draw(self.image)

    def box(self, box: Box, fill: Colour, round_: float = 0) -> None:
        self._draw.rounded_rectangle(_fine(box), round_ * FINE, fill=fill)

    def oval(self, box: Box, fill: Colour) -> None:
        self._draw.ellipse(_fine(box), fill=fill)

    def shape(self, points: Sequence[tuple[float, float]], fill: Colour) -> None:
        self._draw.polygon([(x * FINE, y * FINE) for x, y in points], fill=fill)

    def line(self, points: Sequence[tuple[float, float]], fill: Colour, width: float) -> None:
        """With round ends."""
        fine = [(x * FINE, y * FINE) for x, y in points]
        self._draw.line(fine, fill=fill, width=round(width * FINE), joint="curve")
        for x, y in points:
            self.oval((x - width / 2, y - width / 2, x + width / 2, y + width / 2), fill)

    def arc(self, box: Box, begin: int, end: int, fill: Colour, width: float) -> None:
        """Degrees, clockwise from the right."""
        self._draw.arc(_fine(box), begin, end, fill=fill, width=round(width * FINE))

    def shadow(self, left: float, right: float, at: float) -> None:
        self.oval((left, at - 3, right, at + 3), SHADOW)

    def screen(self, box: Box, round_: float = 0) -> None:
        """Dark glass with light falling on it."""
        left, top, right, bottom = box
        self.box(box, GLASS, round_)
        wide, inset = right - left, round_ / 2 + 1
        self.shape(
            (
                (left + 0.52 * wide, top + inset), (left + 0.8 * wide, top + inset),
                (left + 0.5 * wide, bottom - inset), (left + 0.22 * wide, bottom - inset),
            ),
            GLARE,
        )  # fmt: skip


def _fine(box: Box) -> Box:
    left, top, right, bottom = box
    return left * FINE, top * FINE, right * FINE, bottom * FINE


def _tv(on: Sheet) -> None:
    on.shadow(34, 110, 97)
    on.box((66, 80, 78, 92), SHADE)
    on.box((46, 91, 98, 96), BODY, 2)
    on.box((16, 18, 128, 82), SHADE, 4)
    on.screen((19, 21, 125, 77), 2)


def _mount(on: Sheet) -> None:
    for left in (34, 102):
        on.box((left, 22, left + 8, 90), BODY, 2)
    for top in (38, 68):
        on.box((34, top, 110, top + 6), SHADE, 2)
    on.box((56, 28, 88, 84), LIGHT, 4)
    for x, y in ((64, 36), (80, 36), (64, 76), (80, 76)):
        on.oval((x - 3, y - 3, x + 3, y + 3), DARK)
    on.box((66, 50, 78, 62), SHADE, 3)


def _player(on: Sheet) -> None:
    on.shadow(24, 92, 92)
    on.box((22, 60, 90, 90), SHADE, 9)
    on.box((22, 60, 90, 74), GLASS, 9)
    on.oval((30, 79, 35, 84), LIGHT)
    on.box((102, 20, 122, 94), BODY, 9)
    on.oval((105, 26, 119, 40), DARK)
    on.oval((109, 30, 115, 36), BODY)
    for top in (48, 60, 72):
        on.oval((106, top, 111, top + 5), DARK)
        on.oval((113, top, 118, top + 5), DARK)


def _drum(on: Sheet, door: Colour) -> None:
    on.shadow(40, 104, 102)
    on.box((42, 12, 102, 102), LIGHT, 4)
    on.box((42, 28, 102, 30), BODY)
    on.box((48, 17, 66, 23), BODY, 2)
    on.box((76, 16, 88, 24), DARK, 2)
    on.oval((91, 15, 99, 23), SHADE)
    on.oval((49, 36, 95, 82), door)


def _washer(on: Sheet) -> None:
    _drum(on, SHADE)
    on.oval((55, 42, 89, 76), GLASS)
    on.arc((60, 47, 84, 71), 150, 330, GLARE, 3)
    on.box((48, 90, 60, 96), BODY, 1)


def _dryer(on: Sheet) -> None:
    _drum(on, BODY)
    on.oval((54, 41, 90, 77), SHADE)
    on.oval((66, 53, 78, 65), BODY)
    for left in range(66, 98, 5):
        on.box((left, 89, left + 3, 97), BODY, 1)


def _dishwasher(on: Sheet) -> None:
    on.shadow(40, 104, 102)
    on.box((42, 12, 102, 102), LIGHT, 4)
    on.box((42, 12, 102, 26), SHADE, 4)
    on.box((48, 16, 60, 21), LIGHT, 1)
    on.box((48, 31, 96, 76), GLASS, 3)
    for left in range(53, 92, 9):
        on.arc((left, 38, left + 16, 72), 100, 260, LIGHT, 2.4)
    on.box((50, 68, 94, 71), BODY, 1)
    on.box((56, 83, 88, 88), BODY, 2)


def _phone(on: Sheet) -> None:
    on.box((50, 8, 94, 104), SHADE, 9)
    on.screen((53, 11, 91, 101), 7)
    on.box((66, 14, 78, 18), DARK, 2)


def _tablet(on: Sheet) -> None:
    on.box((20, 16, 124, 96), SHADE, 7)
    on.screen((26, 22, 118, 90), 2)
    on.oval((71, 17.6, 74, 20.6), LIGHT)


def _watch(on: Sheet) -> None:
    on.shape(((58, 6), (86, 6), (90, 40), (54, 40)), BODY)
    on.shape(((54, 72), (90, 72), (86, 106), (58, 106)), BODY)
    on.box((94, 50, 98, 62), SHADE, 2)
    on.box((47, 31, 97, 81), SHADE, 14)
    on.box((51, 35, 93, 77), GLASS, 11)
    on.line(((72, 56), (72, 43)), LIGHT, 2.4)
    on.line(((72, 56), (81, 61)), LIGHT, 2.4)


def _console(on: Sheet) -> None:
    on.shadow(16, 128, 84)
    on.box((16, 34, 128, 56), LIGHT, 5)
    on.box((16, 62, 128, 82), LIGHT, 5)
    on.box((20, 54, 124, 66), GLASS)
    on.box((58, 68, 100, 70), SHADE)
    on.oval((110, 71, 116, 77), SHADE)


def _controller(on: Sheet) -> None:
    for left in (22, 84):
        on.oval((left, 40, left + 38, 100), BODY)
    on.box((30, 30, 114, 76), BODY, 22)
    on.box((39, 46, 57, 52), DARK, 1)
    on.box((45, 40, 51, 58), DARK, 1)
    for x, y in ((96, 42), (96, 56), (89, 49), (103, 49)):
        on.oval((x - 3, y - 3, x + 3, y + 3), DARK)
    for x in (58, 86):
        on.oval((x - 8, 58, x + 8, 74), SHADE)
        on.oval((x - 5, 61, x + 5, 71), GLASS)


def _monitor(on: Sheet) -> None:
    on.shadow(44, 100, 102)
    on.shape(((68, 76), (76, 76), (79, 99), (65, 99)), SHADE)
    on.shape(((48, 101), (96, 101), (84, 95), (60, 95)), BODY)
    on.box((10, 20, 134, 80), SHADE, 3)
    on.screen((12, 22, 132, 76), 2)


def _headphones(on: Sheet) -> None:
    on.arc((34, 10, 110, 96), 180, 360, SHADE, 8)
    for left in (28, 98):
        on.box((left, 52, left + 18, 98), BODY, 8)
    for left in (42, 92):
        on.box((left, 55, left + 10, 95), GLASS, 5)


def _earbuds(on: Sheet) -> None:
    on.shadow(44, 100, 102)
    for left, stem in ((44, 57), (82, 80)):
        on.oval((left, 10, left + 18, 30), LIGHT)
        on.box((stem, 20, stem + 7, 46), LIGHT, 3.5)
    on.oval((49, 15, 57, 25), SHADE)
    on.oval((87, 15, 95, 25), SHADE)
    on.box((38, 52, 106, 102), BODY, 20)
    on.box((38, 69, 106, 71), SHADE)
    on.oval((69, 77, 75, 83), LIGHT)


def _speaker(on: Sheet) -> None:
    on.shadow(46, 98, 102)
    on.box((46, 12, 98, 102), SHADE, 20)
    on.oval((46, 10, 98, 34), GLASS)
    on.oval((58, 16, 86, 28), GLARE)
    for row in range(7):
        for column in range(6):
            x, y = 53 + column * 7 + row % 2 * 3.5, 44 + row * 8
            on.oval((x, y, x + 2.6, y + 2.6), BODY)


def _soundbar(on: Sheet) -> None:
    on.shadow(10, 134, 91)
    on.box((92, 20, 128, 66), BODY, 4)
    on.oval((100, 31, 120, 51), SHADE)
    on.oval((106, 37, 114, 45), GLASS)
    on.box((10, 68, 134, 90), SHADE, 8)
    for left in range(20, 122, 5):
        on.box((left, 74, left + 2, 84), GLASS, 1)


def _laptop(on: Sheet) -> None:
    on.shadow(14, 130, 94)
    on.box((32, 18, 112, 78), SHADE, 4)
    on.screen((36, 22, 108, 75), 1)
    on.shape(((32, 78), (112, 78), (128, 91), (16, 91)), BODY)
    on.shape(((62, 85), (82, 85), (84, 90), (60, 90)), SHADE)


def _printer(on: Sheet) -> None:
    on.shadow(24, 120, 101)
    on.box((46, 12, 98, 44), LIGHT, 1)
    on.box((24, 38, 120, 84), SHADE, 7)
    on.box((24, 38, 120, 50), BODY, 7)
    on.box((38, 70, 106, 76), DARK, 2)
    on.box((46, 73, 98, 100), LIGHT, 1)
    for top in (80, 86, 92):
        on.box((52, top, 86, top + 2), BODY)
    on.oval((107, 56, 113, 62), LIGHT)


def _coffee(on: Sheet) -> None:
    on.shadow(36, 108, 103)
    on.box((38, 12, 106, 102), SHADE, 6)
    on.box((46, 46, 98, 94), GLASS, 3)
    on.box((48, 20, 74, 34), DARK, 2)
    for left in (82, 92):
        on.oval((left, 23, left + 8, 31), LIGHT)
    on.box((64, 40, 80, 56), BODY, 2)
    on.box((60, 70, 82, 90), LIGHT, 4)
    on.arc((78, 73, 90, 86), 270, 90, LIGHT, 2.6)
    on.box((42, 92, 102, 97), BODY, 2)


def _airfryer(on: Sheet) -> None:
    on.shadow(42, 102, 103)
    on.box((38, 10, 106, 102), SHADE, 28)
    on.box((52, 20, 92, 38), GLASS, 8)
    on.box((58, 26, 72, 32), LIGHT, 2)
    on.oval((78, 25, 86, 33), BODY)
    on.box((38, 48, 106, 50), GLASS)
    on.box((66, 56, 78, 86), LIGHT, 6)


def _blender(on: Sheet) -> None:
    on.shadow(44, 100, 103)
    on.arc((78, 20, 104, 54), 270, 90, BODY, 5)
    on.shape(((50, 14), (94, 14), (88, 68), (56, 68)), BODY)
    on.shape(((54, 34), (90, 34), (86, 64), (58, 64)), LIGHT)
    on.box((48, 8, 96, 15), SHADE, 3)
    on.shape(((54, 70), (90, 70), (98, 102), (46, 102)), SHADE)
    on.oval((64, 78, 80, 94), GLASS)
    on.line(((72, 86), (72, 80)), LIGHT, 2)


def _cable(on: Sheet) -> None:
    on.box((22, 34, 56, 78), LIGHT, 8)
    for top in (46, 60):
        on.box((12, top, 23, top + 5), SHADE, 2)
    on.arc((50, 34, 92, 80), -4, 180, SHADE, 5)
    on.arc((87, 32, 121, 80), 180, 360, SHADE, 5)
    on.box((48, 52, 57, 62), SHADE, 2)
    on.box((110, 54, 127, 82), BODY, 3)
    on.box((114, 82, 123, 93), GLASS, 2)


DRAWN: dict[str, Callable[[Sheet], None]] = {
    "tv": _tv, "mount": _mount, "player": _player, "washer": _washer, "dryer": _dryer,
    "dishwasher": _dishwasher, "phone": _phone, "tablet": _tablet, "watch": _watch,
    "console": _console, "controller": _controller, "monitor": _monitor,
    "headphones": _headphones, "earbuds": _earbuds, "speaker": _speaker, "soundbar": _soundbar,
    "laptop": _laptop, "printer": _printer, "coffee": _coffee, "airfryer": _airfryer,
    "blender": _blender, "cable": _cable,
}  # fmt: skip
"""By the key of a product type."""
