"""One window a profile: who starts it a second time sees the first come forward."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

LOCK: Final = "desk.lock"
FORWARD: Final = b"forward\n"
OPEN: Final = b"open "
LONGEST: Final = 2_000
"""Bytes that anybody may say here."""
HERE: Final = b"here\n"
ANSWER_MS: Final = 3_000
TRIES: Final = 5


class SingleInstance(QObject):
    """The lock says who is first, and a killed process holds none. The socket carries the wish."""

    called = Signal()
    """Somebody started the desk again."""
    asked = Signal(str)
    """The same, with a link to show, which anybody may have written."""

    def __init__(self, profile: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = QLockFile(str(profile / LOCK))
        # Age says nothing about a lock: a desk may stay open for days. Its process does.
        self._lock.setStaleLockTime(0)
        self._profile = profile
        self._server: QLocalServer | None = None

    @property
    def _name(self) -> str:
        """Of the socket: short enough for any system, and another one for every profile."""
        import hashlib

        digest = hashlib.sha256(str(self._profile.resolve()).encode()).hexdigest()[:24]
        return f"workstation-{digest}"

    def first(self) -> bool:
        """Whether this process has the profile now."""
        return self._lock.tryLock(0)

    @property
    def writable(self) -> bool:
        """False when the folder refused the lock, which is not the same as another desk."""
        return self._lock.error() != QLockFile.LockError.PermissionError

    def listen(self) -> None:
        """Hear from those who come after. A socket left by a killed process is cleared first:
        the lock says that nobody else can be using it."""
        from PySide6.QtNetwork import QLocalServer

        if self._server is not None:
            return
        QLocalServer.removeServer(self._name)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._greet)
        if server.listen(self._name):
            self._server = server

    def call_first(self, link: str = "") -> bool:
        """Ask the desk that has the profile to come forward, and to show what a link leads to;
        whether it answered."""
        from PySide6.QtNetwork import QLocalSocket

        for _ in range(TRIES):
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(ANSWER_MS // TRIES):
                said = b" ".join(link.encode("utf-8", "replace").split())[: LONGEST - 10]
                socket.write(OPEN + said + b"\n" if said else FORWARD)
                socket.waitForBytesWritten(ANSWER_MS)
                return bool(socket.waitForReadyRead(ANSWER_MS))
        return False

    def release(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _greet(self) -> None:
        server = self._server
        socket = server.nextPendingConnection() if server is not None else None
        if socket is None:
            return
        socket.disconnected.connect(socket.deleteLater)
        socket.readyRead.connect(lambda: self._hear(socket))
        if socket.bytesAvailable():
            self._hear(socket)

    def _hear(self, socket: "QLocalSocket") -> None:
        said = bytes(socket.peek(LONGEST).data())
        line, ended, _ = said.partition(b"\n")
        if not ended:
            if len(said) >= LONGEST:
                socket.abort()
            return  # the rest is on its way
        socket.readAll()
        if line + ended == FORWARD or line.startswith(OPEN):
            socket.write(HERE)
            socket.flush()
            self.called.emit()
            if line.startswith(OPEN):
                self.asked.emit(line.removeprefix(OPEN).decode("utf-8", "replace"))
