"""Pictures of messages: read and decoded away from the GUI thread, kept as small as shown."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QPixmap

from workstation.replica.errors import BadLuck, Stopped
from workstation.replica.rows.news import Mood
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor, SessionDoor
from workstation.ui.threads.returning import Returning

# PySide makes an enumeration when it is first used, and two threads that do so at the same time
# bring the program down: these are made here, where there is only one.
READ_ONLY = QIODevice.OpenModeFlag.ReadOnly
FIT, FILL = Qt.AspectRatioMode.KeepAspectRatio, Qt.AspectRatioMode.KeepAspectRatioByExpanding
ON_ITS_SIDE = QImageIOHandler.Transformation.TransformationRotate90.value
"""Set in how a camera was held when the picture's width is what it claims as height."""

DECODE_LIMIT_MB = 256
MOST_PIXELS = 100_000_000
MOST_BYTES = 64_000_000
KEPT_BYTES = 24_000_000
"""Decoded pictures in memory, the newest: a few screens full."""
SMALL_BYTES = 64 * 1024
"""Up to this size a picture comes by itself however slow or metered the line is."""


class Unreadable(Exception):
    """The file is not a picture, or one too large to decode safely."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture at a size in device pixels. `cover` fills the size and cuts off what sticks out.
    `weight` is its file's size in bytes; 0 when a person asked for it and it comes in any case."""

    sha256: str
    size: QSize
    cover: bool
    weight: int = 0

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
    buffer.open(READ_ONLY)
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
        turned = bool(reader.transformation().value & ON_ITS_SIDE)
        frame = size.transposed() if turned else size
        scaled = claimed.scaled(frame, FILL if cover else FIT).expandedTo(QSize(1, 1))
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
    """Asks for pictures once, keeps the newest `KEPT_BYTES`, and says when one has come.

    On a slow or metered line what is not small is held back, until a person asks for it or the
    line is good again.
    """

    arrived = Signal()
    """Something is to be painted anew: a picture came, or it turned out that it does not."""

    def __init__(self, context: DeskContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._kept: OrderedDict[tuple[str, int, int, bool], QPixmap | None] = OrderedDict()
        self._asked: set[tuple[str, int, int, bool]] = set()
        self._held: set[str] = set()
        self._wished: set[str] = set()
        """Hashes of what a person asked for; that is asked for again after bad luck too."""
        self._bytes = 0
        self._back = Returning(self)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        context.news.mood_changed.connect(self._mood_changed)

    def pixmap(self, wanted: Wanted) -> QPixmap | None:
        """The picture if it is here; otherwise it is fetched or held back, and None."""
        if wanted.key in self._kept:
            self._kept.move_to_end(wanted.key)
            return self._kept[wanted.key]
        if wanted.key not in self._asked and wanted.sha256 not in self._held:
            self._asked.add(wanted.key)
            self._read(
                wanted.sha256,
                lambda content: self._decode(content, wanted),
                lambda: self._keep(wanted, None),
                lambda: self._fetch_or_hold(wanted),
            )
        return None

    def broken(self, wanted: Wanted) -> bool:
        """Whether it was asked for and cannot be shown."""
        return self._kept.get(wanted.key, False) is None

    def held_back(self, sha256: str) -> bool:
        """Whether it waits for a person to ask for it."""
        return sha256 in self._held

    def coming(self, sha256: str) -> bool:
        """Whether a person asked for it and it is on its way."""
        return sha256 in self._wished and any(key[0] == sha256 for key in self._asked)

    def wish(self, sha256: str) -> None:
        """A person asks for what was held back: it comes when it is painted next."""
        self._wished.add(sha256)
        self._held.discard(sha256)
        self.arrived.emit()

    def content(
        self,
        sha256: str,
        then: Callable[[bytes], None],
        failed: Callable[[], None],
        told: Callable[[int, int], None] | None = None,
    ) -> None:
        """A file's bytes: from the replica, else from the server; `then` in the GUI thread. `told`
        hears in another thread how many bytes have come, and may raise `Stopped`."""
        self._read(sha256, then, failed, lambda: self._fetch(sha256, then, failed, told))

    def _read(
        self,
        sha256: str,
        then: Callable[[bytes], None],
        failed: Callable[[], None],
        missing: Callable[[], None],
    ) -> None:
        def answered(content: bytes | None) -> None:
            if content is None:
                missing()
            else:
                self._let_go(sha256)
                then(content)

        def read(replica: ReplicaDoor) -> bytes | None:
            return replica.file(sha256)

        self._context.reader.ask(
            f"file {sha256} {id(then)}", read, answered, failed=_unlucky(failed), owner=self
        )

    def _fetch(
        self,
        sha256: str,
        then: Callable[[bytes], None],
        failed: Callable[[], None],
        told: Callable[[int, int], None] | None = None,
    ) -> None:
        def fetched(content: bytes) -> None:
            self._let_go(sha256)
            then(content)

        def fetch(session: SessionDoor) -> bytes:
            return session.fetch_file(sha256, told)

        self._context.fetcher.ask(
            f"file {sha256} {id(then)}", fetch, fetched, failed=_unlucky(failed), owner=self
        )

    def _fetch_or_hold(self, wanted: Wanted) -> None:
        sparing = self._context.mood.name == "slow" and wanted.weight > SMALL_BYTES
        if sparing and wanted.sha256 not in self._wished:
            self._asked.discard(wanted.key)
            self._held.add(wanted.sha256)
            self.arrived.emit()
            return
        self._fetch(
            wanted.sha256,
            lambda content: self._decode(content, wanted),
            lambda: self._keep(wanted, None),
        )

    def _let_go(self, sha256: str) -> None:
        """It is here after all, as when somebody saved it: nothing waits to be asked."""
        if sha256 in self._held:
            self._held.discard(sha256)
            self.arrived.emit()

    def _mood_changed(self, mood: Mood) -> None:
        """Connected again: what could not be shown is asked for again when it is painted; and,
        where the line is good, what was held back."""
        if mood.name not in ("online", "slow"):
            return
        missing = [key for key, kept in self._kept.items() if kept is None]
        for key in missing:
            del self._kept[key]
        released = mood.name == "online" and bool(self._held)
        if released:
            self._held.clear()
        if missing or released:
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


def _unlucky(failed: Callable[[], None]) -> Callable[[Exception], None]:
    """What to do with an error: bad luck was to be expected, anything else is a bug."""

    def unlucky(error: Exception) -> None:
        failed()
        if not isinstance(error, BadLuck | Stopped):
            raise error

    return unlucky


def _weight(pixmap: QPixmap | None) -> int:
    """The bytes a decoded picture takes."""
    return pixmap.width() * pixmap.height() * 4 if pixmap is not None else 0
