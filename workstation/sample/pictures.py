"""The photos that the sample's customers send: drawn here, small, the same each time."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw, ImageFilter

from workstation.sample.drawings import DRAWN, HEIGHT, WIDTH


@dataclass(frozen=True, slots=True)
class Picture:
    """A file's content and what one says about it. Sizes in bytes and pixels."""

    name: str
    sha256: str
    media_type: str
    width: int
    height: int
    content: bytes = field(repr=False)

    @property
    def size(self) -> int:
        return len(self.content)


NAMES = tuple(DRAWN)


@cache
def picture(name: str) -> Picture:
    """The picture, as a telephone would have taken it: a little soft, a little dark at the edge."""
    image = Image.new("RGB", (WIDTH, HEIGHT))
    DRAWN[name](ImageDraw.Draw(image), Random(name))
    image = image.filter(ImageFilter.GaussianBlur(1.2))
    shade = Image.radial_gradient("L").resize((WIDTH, HEIGHT)).point([v // 3 for v in range(256)])
    image.paste((0, 0, 0), mask=shade)
    written = BytesIO()
    image.save(written, "JPEG", quality=78)
    content = written.getvalue()
    number = 2000 + NAMES.index(name) * 17
    return Picture(
        name=f"IMG_{number}.jpg",
        sha256=hashlib.sha256(content).hexdigest(),
        media_type="image/jpeg",
        width=WIDTH,
        height=HEIGHT,
        content=content,
    )


def pictures() -> Iterator[Picture]:
    return map(picture, NAMES)
