"""Only small answers tell how quick a line is: a large file takes long on a good one too."""

import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from workstation.replica.api import SMALL, Api

FILES = {hashlib.sha256(content).hexdigest(): content for content in (b"small", b"l" * (SMALL + 1))}


class Files(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        content = FILES[self.path.rpartition("/")[2]]
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as it is inherited
        """Quiet."""


@pytest.fixture
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Files) as made:
        threading.Thread(target=made.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{made.server_port}"
        made.shutdown()


def test_a_large_file_says_nothing_of_the_line(server: str) -> None:
    small, large = FILES
    api = Api(server)
    assert len(api.file(large)[0]) > SMALL
    assert api.latency == 0.0
    assert api.file(small)[0] == b"small"
    assert api.latency > 0.0
