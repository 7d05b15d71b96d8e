"""A remote picture is fetched from outside the house only, whatever its name leads to."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QHostAddress, QHostInfo
from pytest_httpserver import HTTPServer
from pytestqt.qtbot import QtBot

from workstation.ui.contact import outside
from workstation.ui.contact.mail_page import RemotePicture
from workstation.ui.contact.outside import is_outside
from workstation.ui.contact.remote_pictures import RemotePictures

HERE = "127.0.0.1"
"""Stands in for an address outside; every other one is taken for what it is."""


class Fetching:
    """Fetches pictures of names that lead where a test says."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, port: int) -> None:
        self.names: dict[str, list[str]] = {"outside": [HERE]}
        self.looked_up: list[str] = []
        self.came: list[bytes] = []
        self._port = port
        self.owner = QObject()
        self._pictures = RemotePictures(lambda _, content: self.came.append(content), self.owner)
        monkeypatch.setattr(QHostInfo, "lookupHost", self._look_up)
        monkeypatch.setattr(outside, "is_outside", lambda one: one == HERE or is_outside(one))

    def link(self, name: str, path: str = "/a.png") -> str:
        return f"http://{name}.example.com:{self._port}{path}"

    def fetch(self, *links: str) -> None:
        self._pictures.fetch(RemotePicture(link, link, 10, 10) for link in links)

    def _look_up(self, host: str, answered: Callable[[QHostInfo], None]) -> None:
        name = host.partition(".")[0]
        self.looked_up.append(name)
        info = QHostInfo()
        info.setAddresses([QHostAddress(one) for one in self.names[name]])
        answered(info)


@pytest.fixture
def fetching(
    qtbot: QtBot, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Fetching]:
    httpserver.expect_request("/a.png").respond_with_data(b"a picture")
    made = Fetching(monkeypatch, httpserver.port)
    yield made
    made.owner.deleteLater()


def test_a_name_is_looked_up_once_and_its_address_is_asked(
    fetching: Fetching, qtbot: QtBot, httpserver: HTTPServer
) -> None:
    fetching.fetch(fetching.link("outside"))
    qtbot.waitUntil(lambda: fetching.came == [b"a picture"], timeout=30_000)
    assert fetching.looked_up == ["outside"]
    ((asked, _),) = httpserver.log
    assert asked.headers["Host"] == f"outside.example.com:{httpserver.port}"


def test_a_name_that_leads_inside_is_not_followed(
    fetching: Fetching, qtbot: QtBot, httpserver: HTTPServer
) -> None:
    fetching.names |= {"both": [HERE, "10.0.0.1"], "inside": ["192.168.1.1"], "nowhere": []}
    fetching.fetch(*(fetching.link(name) for name in ("both", "inside", "nowhere", "outside")))
    qtbot.waitUntil(lambda: bool(fetching.came), timeout=30_000)
    assert fetching.looked_up == ["both", "inside", "nowhere", "outside"]
    assert len(httpserver.log) == 1


def test_where_a_picture_is_sent_on_to_is_looked_up_too(
    fetching: Fetching, qtbot: QtBot, httpserver: HTTPServer
) -> None:
    fetching.names |= {"inside": ["10.0.0.1"], "second": [HERE]}
    for path, target in (
        ("/ill", fetching.link("inside")),
        ("/round", "/round"),
        ("/well", fetching.link("second")),
    ):
        httpserver.expect_request(path).respond_with_data(
            "", status=302, headers={"Location": target}
        )
    fetching.fetch(*(fetching.link("outside", path) for path in ("/ill", "/round", "/well")))
    qtbot.waitUntil(
        lambda: (
            "inside" in fetching.looked_up
            and fetching.came == [b"a picture"]
            and [one.path for one, _ in httpserver.log].count("/round") == 4
        ),
        timeout=30_000,
    )


@pytest.mark.parametrize(
    ("address", "is_so"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07::1", True),
        ("10.1.2.3", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("::ffff:10.1.2.3", False),
        ("::ffff:8.8.8.8", True),
        ("64:ff9b::a01:203", False),
        ("64:ff9b::808:808", True),
        ("2002:a01:203::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("nonsense", False),
    ],
)
def test_which_addresses_are_outside(address: str, is_so: bool) -> None:
    assert is_outside(address) is is_so
