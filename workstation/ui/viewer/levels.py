"""A picture at several sizes, each half of the one before, so that painting it is always cheap.

Everything here runs in a worker: a picture of fifty million points takes a second to read.
"""

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from workstation.ui.transcript.pictures import (
    MOST_PIXELS,
    ON_ITS_SIDE,
    READ_ONLY,
    Unreadable,
    decode,
)

# Made here and not in a worker: see `transcript/pictures.py`.
PLAIN, SEE_THROUGH = QImage.Format.Format_RGB32, QImage.Format.Format_ARGB32_Premultiplied
STRETCH, SMOOTH = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation

MOST_SHOWN = 48_000_000
"""Points that are kept in memory of one picture; a larger one is shown somewhat smaller."""
SMALLEST = 1_400
"""Halving stops when both sides are below this: about what a window shows at once."""
QUICK = 6_000_000
"""A picture of more points than this is shown at a window's size first, whole afterwards."""
FIRST = QSize(1_600, 1_200)


@dataclass(frozen=True, slots=True)
class Levels:
    """`size` is the picture's own, the way the camera was held; `images` come from the largest to
    the smallest. `whole` says that the first of them is all there will be."""

    size: QSize
    images: tuple[QImage, ...]
    whole: bool = True

    @property
    def bytes(self) -> int:
        return sum(image.sizeInBytes() for image in self.images)

    def image_for(self, zoom: float) -> QImage:
        """The smallest image that is still as sharp as the screen at `zoom` (points of the screen
        for each of the picture)."""
        found = self.images[0]
        for image in self.images:
            if image.width() < self.size.width() * zoom:
                break
            found = image
        return found


def size_of(content: bytes) -> QSize:
    """The size that a file claims, the way the camera was held. Raises Unreadable."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(READ_ONLY)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if not size.isValid() or size.isEmpty() or size.width() * size.height() > MOST_PIXELS:
        raise Unreadable("no size, or too many points")
    return size.transposed() if reader.transformation().value & ON_ITS_SIDE else size


def first_look(content: bytes) -> Levels | None:
    """A large picture at a window's size; None when it is small enough to be read at once."""
    size = size_of(content)
    if size.width() * size.height() <= QUICK:
        return None
    return Levels(size, (_quick_to_paint(decode(content, FIRST)),), whole=False)


def levels_of(content: bytes) -> Levels:
    """The picture, and its halves. Raises Unreadable."""
    size = size_of(content)
    points = size.width() * size.height()
    frame = None
    if points > MOST_SHOWN:
        share = (MOST_SHOWN / points) ** 0.5
        frame = QSize(int(size.width() * share), int(size.height() * share))
    images = [_quick_to_paint(decode(content, frame))]
    while max(images[-1].width(), images[-1].height()) > SMALLEST:
        half = images[-1].size() / 2
        images.append(images[-1].scaled(half.expandedTo(QSize(1, 1)), STRETCH, SMOOTH))
    return Levels(size, tuple(images))


def _quick_to_paint(image: QImage) -> QImage:
    """In the form that a screen takes as it is."""
    return image.convertToFormat(SEE_THROUGH if image.hasAlphaChannel() else PLAIN)
