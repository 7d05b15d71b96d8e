"""A believable shop, written for this project, to try everything on."""

from workstation.sample.shape import Shape
from workstation.sample.shop import SampleShop

__all__ = ["SampleShop", "Shape"]
