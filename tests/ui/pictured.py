"""Pictures for tests, made on the spot."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter


def picture(width: int = 800, height: int = 600, colour: str = "#4a6fb5") -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def png(width: int = 800, height: int = 600, colour: str = "#4a6fb5") -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture(width, height, colour))
    return bytes(data.data())
