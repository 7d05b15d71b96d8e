"""Pictures of messages: read and decoded away from the GUI thread, kept as small as shown."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

from workstation.replica.errors import BadLuck
from workstation.replica.rows import Mood
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor, SessionDoor
from workstation.ui.threads.returning import Returning

DECODE_LIMIT_MB = 256
MOST_PIXELS = 100_000_000
MOST_BYTES = 64_000_000
KEPT_BYTES = 24_000_000
"""Decoded pictures in memory, the newest: a few screens full."""


class Unreadable(Exception):
    """The file is not a picture, or one too large to decode safely."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture at a size in device pixels. `cover` fills the size and cuts off what sticks out."""

    sha256: str
    size: QSize
    cover: bool

    @property
    def key(self) -> tuple[str, int, int, bool]:
        return self.sha256, self.size.width(), self.size.height(), self.cover


def decode(content: bytes, size: QSize | None, *, cover: bool = False) -> QImage:
    """A picture at most `size` (device pixels), turned the way the camera was held.

    Raises Unreadable. A file that claims more than `MOST_PIXELS` is not decoded at all.
    """
    if len(content) > MOST_BYTES:
        raise Unreadable("too many bytes")
    QImageReader.setAllocationLimit(DECODE_LIMIT_MB)
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if reader.format().toStdString() in ("svg", "svgz", "pdf", ""):
        raise Unreadable("not a photo")
    claimed = reader.size()
    if not claimed.isValid() or claimed.width() * claimed.height() > MOST_PIXELS:
        raise Unreadable("too many pixels")
    if size is not None and (
        claimed.width() > size.width() or claimed.height() > size.height() or cover
    ):
        turned = bool(reader.transformation().value & 4)
        frame = size.transposed() if turned else size
        mode = (
            Qt.AspectRatioMode.KeepAspectRatioByExpanding
            if cover
            else Qt.AspectRatioMode.KeepAspectRatio
        )
        scaled = claimed.scaled(frame, mode).expandedTo(QSize(1, 1))
        if scaled.width() * scaled.height() > MOST_PIXELS:
            raise Unreadable("too long and thin")
        reader.setScaledSize(scaled)
    image = reader.read()
    if image.isNull():
        raise Unreadable(reader.errorString())
    if cover and size is not None:
        x = max(0, (image.width() - size.width()) // 2)
        y = max(0, (image.height() - size.height()) // 2)
        image = image.copy(
            x, y, min(size.width(), image.width()), min(size.height(), image.height())
        )
    return image


class Pictures(QObject):
    """Asks for pictures once, keeps the newest `KEPT_BYTES`, and says when one has come."""

    arrived = Signal()

    def __init__(self, context: DeskContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._kept: OrderedDict[tuple[str, int, int, bool], QPixmap | None] = OrderedDict()
        self._asked: set[tuple[str, int, int, bool]] = set()
        self._bytes = 0
        self._back = Returning(self)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        context.news.mood_changed.connect(self._mood_changed)

    def pixmap(self, wanted: Wanted) -> QPixmap | None:
        """The picture if it is here; otherwise it is fetched, and None."""
        if wanted.key in self._kept:
            self._kept.move_to_end(wanted.key)
            return self._kept[wanted.key]
        if wanted.key not in self._asked:
            self._asked.add(wanted.key)
            self.content(
                wanted.sha256,
                lambda content: self._decode(content, wanted),
                lambda: self._keep(wanted, None),
            )
        return None

    def broken(self, wanted: Wanted) -> bool:
        """Whether it was asked for and cannot be shown."""
        return self._kept.get(wanted.key, False) is None

    def content(
        self, sha256: str, then: Callable[[bytes], None], failed: Callable[[], None]
    ) -> None:
        """A file's bytes: from the replica, else from the server; `then` in the GUI thread."""

        def here(content: bytes | None) -> None:
            if content is not None:
                then(content)
                return
            self._context.fetcher.ask(
                f"file {sha256} {id(then)}", fetch, then, failed=unlucky, owner=self
            )

        def unlucky(error: Exception) -> None:
            failed()
            if not isinstance(error, BadLuck):
                raise error

        def read(replica: ReplicaDoor) -> bytes | None:
            return replica.file(sha256)

        def fetch(session: SessionDoor) -> bytes:
            return session.fetch_file(sha256)

        self._context.reader.ask(
            f"file {sha256} {id(then)}", read, here, failed=unlucky, owner=self
        )

    def _mood_changed(self, mood: Mood) -> None:
        """Back online: what could not be shown is asked for again when it is painted."""
        missing = [key for key, kept in self._kept.items() if kept is None]
        if mood.name == "online" and missing:
            for key in missing:
                del self._kept[key]
            self.arrived.emit()

    def _decode(self, content: bytes, wanted: Wanted) -> None:
        def work() -> None:
            try:
                image = decode(content, wanted.size, cover=wanted.cover)
            except Unreadable:
                self._back.call(lambda: self._keep(wanted, None), self)
                return
            self._back.call(lambda: self._keep(wanted, image), self)

        self._pool.start(work)

    def _keep(self, wanted: Wanted, image: QImage | None) -> None:
        self._asked.discard(wanted.key)
        self._bytes -= _weight(self._kept.pop(wanted.key, None))
        self._kept[wanted.key] = None if image is None else QPixmap.fromImage(image)
        self._bytes += _weight(self._kept[wanted.key])
        while self._bytes > KEPT_BYTES and len(self._kept) > 1:
            self._bytes -= _weight(self._kept.popitem(last=False)[1])
        self.arrived.emit()


def _weight(pixmap: QPixmap | None) -> int:
    """The bytes a decoded picture takes."""
    return pixmap.width() * pixmap.height() * 4 if pixmap is not None else 0
