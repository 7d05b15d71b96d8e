"""The pictures of the sample's products, one a kind: drawn here, small, the same each time."""

import hashlib
from collections.abc import Iterator
from functools import cache
from io import BytesIO

from PIL import Image

from workstation.sample.pictures import Picture
from workstation.sample.product_drawings import DRAWN, HEIGHT, WIDTH, Sheet

SIZE = (2 * WIDTH, 2 * HEIGHT)
"""Pixels: sharp on a screen of twice the density, also with large text."""


@cache
def product_picture(kind: str) -> Picture:
    """A PNG on a clear ground."""
    sheet = Sheet()
    DRAWN[kind](sheet)
    image = sheet.image.resize(SIZE, Image.Resampling.LANCZOS)
    written = BytesIO()
    image.save(written, "PNG", optimize=True)
    content = written.getvalue()
    return Picture(
        name=f"{kind}.png",
        sha256=hashlib.sha256(content).hexdigest(),
        media_type="image/png",
        width=SIZE[0],
        height=SIZE[1],
        content=content,
    )


def product_pictures() -> Iterator[Picture]:
    return map(product_picture, DRAWN)
