"""A line between a desk and its server that fails in the ways real ones do. It knows TCP only, and
of HTTP no more than where a head ends."""

import contextlib
import socket
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_PIECE = 1 << 16
_PAGE = b"<!doctype html><html><title>Sign in to the guest network</title></html>"


class Proxy:
    """`trouble` is what happens to connections made from now on; "" is none.

    refused        nobody listens
    silent         the connection is made, and nothing ever comes back
    reset          the request arrives, and the line breaks in the first bytes of the answer
    answer lost    the request arrives and is answered, and the whole answer is lost
    half sent      the line breaks after the first bytes of the request
    truncated      the answer ends early, as if that were all
    slow drip      the answer comes, a byte at a time
    error page     a proxy in between answers with a page of its own
    sign-in page   the guest network answers everything with a page, as if all were well
    other JSON     something else answers, in JSON
    redirected     the guest network sends everybody elsewhere
    twice          the request arrives twice, on two connections
    """

    def __init__(self, port: int) -> None:
        self.trouble = ""
        self.met = 0
        """Connections that have come to grief since `become`."""
        self.frozen = threading.Event()
        self._server = ("127.0.0.1", port)
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._listener: socket.socket | None = None
        self.port = 0
        self._listen()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def become(self, trouble: str) -> None:
        """Break every connection, and be like this from now on."""
        self.trouble, self.met = trouble, 0
        if trouble == "refused":
            self._close_listener()
        elif self._listener is None:
            self._listen()
        self.cut()

    def cut(self) -> None:
        """Break every connection there is, without a farewell."""
        with self._lock:
            for line in list(self._open):
                _reset(line)

    def close(self) -> None:
        self._close_listener()
        self.frozen.clear()
        self.cut()

    # -- inside

    def _listen(self) -> None:
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", self.port))
        listener.listen(64)
        self.port = listener.getsockname()[1]
        self._listener = listener
        threading.Thread(target=self._accept, args=(listener,), daemon=True).start()

    def _close_listener(self) -> None:
        listener, self._listener = self._listener, None
        if listener is not None:
            with contextlib.suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            listener.close()

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                desk, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(desk,), daemon=True).start()

    def _serve(self, desk: socket.socket) -> None:
        with self._kept(desk), contextlib.suppress(OSError):
            trouble = self.trouble
            if trouble:
                desk.settimeout(30)
            if trouble == "silent":
                while desk.recv(_PIECE):
                    pass
            elif trouble in _ANSWERS:
                desk.recv(_PIECE)
                desk.sendall(_ANSWERS[trouble])
                desk.shutdown(socket.SHUT_WR)
                while desk.recv(_PIECE):
                    pass
            elif trouble:
                self._fail(desk, trouble)
            else:
                self._pass_on(desk)
                return
        self.met += 1

    def _pass_on(self, desk: socket.socket) -> None:
        with self._to_server() as server:
            back = threading.Thread(target=self._pipe, args=(server, desk), daemon=True)
            back.start()
            self._pipe(desk, server)
            back.join()

    def _pipe(self, source: socket.socket, sink: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while piece := source.recv(_PIECE):
                while self.frozen.is_set():
                    time.sleep(0.01)
                sink.sendall(piece)
        with contextlib.suppress(OSError):
            sink.shutdown(socket.SHUT_WR)

    def _fail(self, desk: socket.socket, trouble: str) -> None:
        """One request, and how it goes wrong."""
        request = _read_request(desk)
        with self._to_server() as server:
            if trouble == "half sent":
                server.sendall(request[: max(10, len(request) * 2 // 3)])
                _reset(server)
                _reset(desk)
                return
            # One request a connection, so that the answer's end is the connection's.
            request = request.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n", 1)
            request = request.replace(b"Connection: keep-alive\r\n", b"", 1)
            server.sendall(request)
            if trouble == "twice":
                with self._to_server() as again:
                    again.sendall(request)
                    again.settimeout(5)
                    again.recv(_PIECE)
            answer = server.recv(_PIECE)
            if trouble == "reset":
                desk.sendall(answer[:40])
                _reset(desk)
            elif trouble == "answer lost":
                _reset(desk)
            elif trouble == "truncated":
                end = answer.find(b"\r\n\r\n") + 4
                desk.sendall(answer[: end + (len(answer) - end) // 2])
                desk.shutdown(socket.SHUT_WR)
            elif trouble == "slow drip":
                for place in range(len(answer)):
                    desk.sendall(answer[place : place + 1])
                    time.sleep(0.05)
            else:
                desk.sendall(answer)
                self._pipe(server, desk)

    @contextmanager
    def _to_server(self) -> Iterator[socket.socket]:
        line = socket.create_connection(self._server, timeout=10)
        line.settimeout(None)
        with self._kept(line):
            yield line

    @contextmanager
    def _kept(self, line: socket.socket) -> Iterator[None]:
        with self._lock:
            self._open.add(line)
        try:
            yield
        finally:
            with self._lock:
                self._open.discard(line)
            line.close()


def _page(status: str, headers: str, body: bytes) -> bytes:
    head = f"HTTP/1.1 {status}\r\n{headers}Content-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


_HTML = "Content-Type: text/html\r\n"
_ANSWERS = {
    "error page": _page("502 Bad Gateway", _HTML, _PAGE),
    "sign-in page": _page("200 OK", _HTML, _PAGE),
    "other JSON": _page("200 OK", "Content-Type: application/json\r\n", b'{"hello": ["world"]}'),
    "redirected": _page("302 Found", _HTML + "Location: http://127.0.0.1:9/portal\r\n", _PAGE),
}


def _read_request(line: socket.socket) -> bytes:
    """Head and body of one request."""
    got = b""
    while b"\r\n\r\n" not in got:
        piece = line.recv(_PIECE)
        if not piece:
            return got
        got += piece
    head, _, body = got.partition(b"\r\n\r\n")
    length = 0
    for field in head.split(b"\r\n"):
        if field.lower().startswith(b"content-length:"):
            length = int(field.split(b":")[1])
    while len(body) < length and (piece := line.recv(_PIECE)):
        body += piece
    return head + b"\r\n\r\n" + body


def _reset(line: socket.socket) -> None:
    """End a connection with RST: what is on its way is lost, and the other side hears of it."""
    with contextlib.suppress(OSError):
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        line.shutdown(socket.SHUT_RDWR)
    with contextlib.suppress(OSError):
        line.close()
