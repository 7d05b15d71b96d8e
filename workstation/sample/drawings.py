"""What is on the sample's photos, drawn with simple shapes."""

from collections.abc import Callable
from random import Random

from PIL import ImageDraw

WIDTH, HEIGHT = 960, 720

Colour = tuple[int, int, int]
Draw = ImageDraw.ImageDraw

WALL: Colour = (214, 206, 194)
WOOD: Colour = (150, 112, 78)
DARK: Colour = (28, 30, 36)
STEEL: Colour = (168, 172, 178)
WHITE: Colour = (238, 238, 234)
RED: Colour = (206, 58, 48)


def _room(draw: Draw, wall: Colour = WALL, floor: Colour = WOOD) -> None:
    draw.rectangle((0, 0, WIDTH, HEIGHT), fill=wall)
    draw.rectangle((0, 540, WIDTH, HEIGHT), fill=floor)
    for x in range(-200, WIDTH + 200, 120):
        draw.line((x, HEIGHT, WIDTH // 2 + (x - WIDTH // 2) // 2, 540), fill=_dim(floor), width=3)


def _dim(colour: Colour, part: float = 0.8) -> Colour:
    return (int(colour[0] * part), int(colour[1] * part), int(colour[2] * part))


def _set(draw: Draw, screen: Colour) -> None:
    draw.rectangle((150, 470, 810, 560), fill=_dim(WOOD, 0.6))
    draw.rectangle((430, 430, 530, 475), fill=DARK)
    draw.rounded_rectangle((170, 90, 790, 440), 10, fill=DARK)
    draw.rectangle((182, 102, 778, 426), fill=screen)


def _tv_flicker(draw: Draw, dice: Random) -> None:
    _room(draw)
    _set(draw, (46, 84, 128))
    for y in range(104, 424, 8):
        if dice.random() < 0.45:
            shade = dice.randrange(10, 230)
            draw.rectangle((182, y, 778, y + dice.randrange(2, 9)), fill=(shade, shade, shade))
    draw.ellipse((420, 200, 560, 330), fill=(232, 196, 120))


def _tv_ports(draw: Draw, dice: Random) -> None:
    draw.rectangle((0, 0, WIDTH, HEIGHT), fill=(40, 41, 46))
    for place in range(4):
        top = 120 + place * 130
        draw.rounded_rectangle((330, top, 560, top + 70), 8, fill=(12, 12, 14))
        draw.rounded_rectangle((345, top + 14, 545, top + 54), 6, outline=STEEL, width=5)
        for pin in range(7):
            x = 368 + pin * 24
            draw.rectangle((x, top + 28, x + 12, top + 36), fill=(190, 160, 80))
    draw.rounded_rectangle((560, 262, 900, 306), 10, fill=(70, 70, 74))
    draw.line((900, 284, WIDTH, 420), fill=(70, 70, 74), width=26)
    draw.rectangle((120, 262, 250, 300), fill=(220, 220, 216))


def _tv_dark(draw: Draw, dice: Random) -> None:
    _room(draw)
    _set(draw, (8, 8, 10))
    draw.ellipse((470, 428, 480, 438), fill=RED)
    draw.polygon(((250, 102), (360, 102), (230, 426), (182, 426), (182, 260)), fill=(22, 22, 26))


def _stripe(draw: Draw, dice: Random) -> None:
    draw.rectangle((0, 0, WIDTH, HEIGHT), fill=(52, 52, 56))
    draw.rectangle((60, 60, 900, 600), fill=(236, 238, 240))
    draw.rectangle((286, 60, 293, 600), fill=(210, 40, 160))
    draw.rectangle((296, 60, 298, 600), fill=(60, 180, 90))


def _living_room(draw: Draw, dice: Random) -> None:
    _room(draw, (226, 220, 206), (176, 138, 98))
    draw.rectangle((40, 60, 260, 400), fill=(188, 214, 232), outline=WHITE, width=14)
    draw.rectangle((360, 400, 860, 540), fill=(120, 84, 58))
    draw.rectangle((520, 300, 700, 398), fill=DARK)
    draw.rounded_rectangle((60, 580, 460, 710), 30, fill=(92, 118, 112))


def _washer(draw: Draw) -> None:
    _room(draw, (206, 216, 220), (120, 126, 130))
    draw.rounded_rectangle((250, 90, 710, 660), 14, fill=WHITE)
    draw.rectangle((250, 190, 710, 194), fill=_dim(WHITE))
    draw.ellipse((320, 250, 640, 570), fill=STEEL)
    draw.ellipse((355, 285, 605, 535), fill=(62, 82, 98))


def _washer_display(draw: Draw, dice: Random) -> None:
    draw.rectangle((0, 0, WIDTH, HEIGHT), fill=WHITE)
    draw.ellipse((90, 180, 390, 480), fill=STEEL, outline=_dim(STEEL), width=8)
    draw.rounded_rectangle((460, 220, 880, 440), 16, fill=(14, 16, 18))
    _segments(draw, 500, 250, "E18")


def _washer_filter(draw: Draw, dice: Random) -> None:
    draw.rectangle((0, 0, WIDTH, HEIGHT), fill=(196, 198, 200))
    draw.ellipse((230, 120, 730, 620), fill=(40, 42, 46))
    draw.ellipse((300, 190, 660, 550), fill=(70, 74, 80))
    for _ in range(180):
        x, y = dice.randrange(320, 620), dice.randrange(210, 530)
        draw.line(
            (x, y, x + dice.randrange(-30, 30), y + dice.randrange(-24, 24)),
            fill=(150, 146, 140),
            width=4,
        )
    draw.ellipse((520, 400, 600, 480), fill=(202, 172, 96))


def _washer_bolts(draw: Draw, dice: Random) -> None:
    draw.rectangle((0, 0, WIDTH, HEIGHT), fill=(206, 208, 210))
    for x, y in ((220, 170), (740, 170), (220, 540), (740, 540)):
        draw.ellipse((x - 60, y - 60, x + 60, y + 60), fill=(236, 196, 60))
        draw.regular_polygon((x, y, 34), 6, fill=(120, 122, 126))
    draw.line((480, 60, 480, 700), fill=(90, 92, 96), width=30)


def _water_floor(draw: Draw, dice: Random) -> None:
    _washer(draw)
    draw.ellipse((120, 600, 840, 715), fill=(150, 186, 210))
    draw.ellipse((300, 630, 560, 680), fill=(206, 224, 236))


def _dryer_filter(draw: Draw, dice: Random) -> None:
    draw.rectangle((0, 0, WIDTH, HEIGHT), fill=(122, 126, 132))
    draw.rounded_rectangle((160, 140, 800, 580), 24, fill=(232, 232, 230))
    for _ in range(420):
        x, y = dice.randrange(190, 760), dice.randrange(170, 540)
        shade = dice.randrange(150, 205)
        draw.ellipse(
            (x, y, x + dice.randrange(10, 46), y + dice.randrange(6, 24)),
            fill=(shade, shade, shade + 12),
        )


def _phone(draw: Draw, screen: Colour) -> None:
    draw.rectangle((0, 0, WIDTH, HEIGHT), fill=(186, 170, 150))
    draw.rounded_rectangle((320, 40, 640, 690), 44, fill=DARK)
    draw.rounded_rectangle((334, 54, 626, 676), 34, fill=screen)


def _phone_battery(draw: Draw, dice: Random) -> None:
    _phone(draw, (246, 247, 249))
    for place, part in enumerate((0.61, 0.14, 0.09, 0.06, 0.04)):
        top = 250 + place * 78
        draw.rounded_rectangle((360, top, 400, top + 40), 10, fill=(70 + place * 30, 120, 200))
        draw.rectangle((416, top + 14, 416 + int(190 * part), top + 26), fill=(220, 120, 60))
    draw.line((360, 190, 420, 110, 470, 150, 520, 100, 600, 210), fill=(60, 160, 90), width=6)


def _phone_crack(draw: Draw, dice: Random) -> None:
    _phone(draw, (36, 52, 84))
    for _ in range(26):
        x, y = 420.0, 240.0
        for _ in range(5):
            far_x = min(max(x + dice.randrange(-70, 80), 336), 624)
            far_y = min(max(y + dice.randrange(-70, 110), 56), 674)
            draw.line((x, y, far_x, far_y), fill=(226, 232, 240), width=2)
            x, y = far_x, far_y


def _console_ports(draw: Draw, dice: Random) -> None:
    _room(draw, (96, 92, 88), (70, 60, 52))
    draw.rounded_rectangle((120, 260, 840, 480), 40, fill=WHITE)
    draw.rectangle((160, 300, 800, 440), fill=DARK)
    for place in range(5):
        draw.rectangle((200 + place * 120, 350, 270 + place * 120, 392), fill=STEEL)
    draw.line((235, 390, 190, 700), fill=(20, 20, 22), width=22)
    draw.line((595, 390, 660, 700), fill=(20, 20, 22), width=22)


def _earbuds(draw: Draw, dice: Random) -> None:
    draw.rectangle((0, 0, WIDTH, HEIGHT), fill=(204, 196, 208))
    draw.rounded_rectangle((260, 200, 700, 560), 120, fill=WHITE)
    for x in (370, 530):
        draw.ellipse((x, 280, x + 90, 370), fill=(224, 224, 222), outline=_dim(WHITE), width=4)
        draw.rounded_rectangle((x + 28, 350, x + 62, 470), 16, fill=(224, 224, 222))
    draw.ellipse((400, 500, 416, 516), fill=(70, 200, 110))


def _laptop_port(draw: Draw, dice: Random) -> None:
    draw.rectangle((0, 0, WIDTH, HEIGHT), fill=(222, 218, 210))
    draw.polygon(((40, 300), (920, 250), (920, 380), (40, 440)), fill=(150, 154, 160))
    for x in (180, 360, 540):
        draw.rounded_rectangle((x, 322, x + 110, 362), 18, fill=(24, 24, 26))
    draw.polygon(
        ((700, 318), (676, 350), (696, 350), (684, 378), (716, 340), (696, 340)), fill=WHITE
    )


def _printer(draw: Draw, dice: Random) -> None:
    _room(draw, (218, 222, 226), (160, 150, 140))
    draw.rounded_rectangle((160, 240, 800, 560), 26, fill=(62, 64, 70))
    draw.rectangle((240, 150, 720, 250), fill=WHITE)
    draw.rounded_rectangle((540, 300, 740, 420), 8, fill=(180, 206, 226))
    draw.ellipse((230, 330, 270, 370), fill=(240, 150, 40))
    draw.rectangle((240, 500, 720, 620), fill=WHITE)


def _coffee_display(draw: Draw, dice: Random) -> None:
    draw.rectangle((0, 0, WIDTH, HEIGHT), fill=(50, 46, 44))
    draw.rounded_rectangle((120, 120, 840, 420), 24, fill=(18, 18, 20))
    _segments(draw, 200, 180, "CAL")
    draw.ellipse((700, 240, 760, 300), fill=(240, 150, 40))
    draw.rounded_rectangle((380, 460, 580, 700), 12, fill=STEEL)


def _coffee_leak(draw: Draw, dice: Random) -> None:
    _room(draw, (226, 222, 214), (110, 108, 106))
    draw.rounded_rectangle((300, 130, 660, 560), 20, fill=(44, 44, 48))
    draw.rectangle((360, 330, 600, 500), fill=(24, 24, 26))
    draw.ellipse((180, 540, 760, 650), fill=(168, 190, 204))
    draw.ellipse((420, 430, 540, 510), fill=WHITE)


def _box(draw: Draw, dice: Random) -> None:
    _room(draw, (206, 200, 190), (130, 130, 134))
    draw.polygon(((190, 240), (720, 200), (760, 560), (210, 640)), fill=(194, 152, 104))
    draw.polygon(((720, 200), (840, 300), (850, 600), (760, 560)), fill=(164, 124, 82))
    draw.polygon(
        ((560, 350), (740, 300), (700, 420), (752, 500), (600, 520), (640, 430)), fill=(92, 68, 44)
    )
    draw.line((200, 420, 740, 372), fill=(222, 200, 160), width=22)


_SEGMENTS = {
    "E": "adefg", "1": "bc", "8": "abcdefg", "C": "adef", "A": "abcefg", "L": "def",
}  # fmt: skip


def _segments(draw: Draw, left: int, top: int, text: str) -> None:
    """Letters as a display with seven segments shows them."""
    for place, letter in enumerate(text):
        x = left + place * 120
        lines = {
            "a": (x, top, x + 80, top), "b": (x + 80, top, x + 80, top + 75),
            "c": (x + 80, top + 75, x + 80, top + 150), "d": (x, top + 150, x + 80, top + 150),
            "e": (x, top + 75, x, top + 150), "f": (x, top, x, top + 75),
            "g": (x, top + 75, x + 80, top + 75),
        }  # fmt: skip
        for segment in _SEGMENTS[letter]:
            draw.line(lines[segment], fill=(255, 92, 60), width=16)


DRAWN: dict[str, Callable[[Draw, Random], None]] = {
    "tv-flicker": _tv_flicker,
    "tv-ports": _tv_ports,
    "tv-dark": _tv_dark,
    "screen-stripe": _stripe,
    "living-room": _living_room,
    "washer-display": _washer_display,
    "washer-filter": _washer_filter,
    "washer-bolts": _washer_bolts,
    "water-floor": _water_floor,
    "dryer-filter": _dryer_filter,
    "phone-battery": _phone_battery,
    "phone-crack": _phone_crack,
    "console-ports": _console_ports,
    "earbuds-case": _earbuds,
    "laptop-port": _laptop_port,
    "printer-panel": _printer,
    "coffee-display": _coffee_display,
    "coffee-leak": _coffee_leak,
    "box-damaged": _box,
}
"""Every picture by name."""
