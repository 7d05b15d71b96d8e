"""Every product of the sample has a picture that the office keeps, drawn by us, small, and seen on
a light ground as well as on a dark one."""

from io import BytesIO

import pytest
from PIL import Image

from tests.sample.shop_rows import NOW, rows
from workstation.models import Product
from workstation.sample import SampleShop, Shape
from workstation.sample.catalogue import catalogue
from workstation.sample.product_pictures import product_picture, product_pictures

KINDS = sorted(catalogue().kinds)


def test_every_product_has_one_among_the_files() -> None:
    files = {file.sha256 for file in SampleShop(shape=Shape.of(0.04), now=NOW).files()}
    pictured = {row["image"].removeprefix("sha256:") for row in rows().of(Product)}
    assert pictured <= files
    assert len(pictured) == len(KINDS)


def test_together_they_are_small() -> None:
    assert sum(picture.size for picture in product_pictures()) < 300_000


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ground", [(255, 255, 255), (15, 18, 22)])
def test_it_stands_out_on_any_ground(kind: str, ground: tuple[int, int, int]) -> None:
    found = product_picture(kind)
    with Image.open(BytesIO(found.content)) as image:
        assert image.size == (found.width, found.height)
        assert image.getchannel("A").getextrema() == (0, 255), "its ground is clear"
        sheet = Image.new("RGBA", image.size, (*ground, 255))
        sheet.alpha_composite(image.convert("RGBA"))
    grey = sheet.convert("L")
    own = round(sum(ground) / 3)
    away = sum(count for shade, count in enumerate(grey.histogram()) if abs(shade - own) > 40)
    assert away > 0.08 * grey.width * grey.height
