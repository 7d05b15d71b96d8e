"""A mail is shown as it was designed, without telling anybody that it is read."""

import hashlib
from base64 import b64encode
from dataclasses import replace

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QPushButton
from pytest_httpserver import HTTPServer
from pytestqt.qtbot import QtBot

from tests.ui.contact.conftest import ShownContact
from tests.ui.pictured import png
from tests.ui.spoken import file, said
from workstation.replica.rows.contact import AttachmentRow, MessageRow
from workstation.ui.contact import mail_browser, remote_pictures
from workstation.ui.contact.mail_page import page_of
from workstation.ui.contact.mail_window import MailWindow
from workstation.ui.contact.outside import is_public

IMAGE = QTextDocument.ResourceType.ImageResource.value


def mail(shown: ShownContact, html: str, *inline: tuple[str, bytes]) -> MessageRow:
    """A mail whose page, and pictures by content id, are in the replica."""
    rows: list[AttachmentRow] = []
    content = html.encode()
    for role, content_id, body in [("html", "", content), *(("inline", c, b) for c, b in inline)]:
        sha256 = hashlib.sha256(body).hexdigest()
        shown.replica.files[sha256] = body
        media_type = "text/html" if role == "html" else "image/png"
        made = file(len(rows) + 1, media_type, sha256=sha256, role=role, content_id=content_id)
        rows.append(made)
    return said(1, "text", facts={"subject": "Your order"}, attachments=tuple(rows))


@pytest.fixture
def opened(shown: ShownContact, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Links that were opened in the browser."""
    links: list[str] = []
    monkeypatch.setattr(shown.view._wishes, "open_link", links.append)
    return links


def show(shown: ShownContact, qtbot: QtBot, message: MessageRow) -> MailWindow:
    shown.open()
    shown.view._wishes.show_designed(message)
    window = shown.view.findChild(MailWindow)
    assert window is not None
    qtbot.waitUntil(lambda: bool(window.page.toPlainText().strip()))
    return window


def test_it_shows_its_own_pictures_and_no_others(
    shown: ShownContact, qtbot: QtBot, opened: list[str]
) -> None:
    html = (
        '<p>Hello</p><img src="cid:logo@x" width="40" height="30">'
        '<img data-src="https://example.com/a.png" width="120" height="40">'
        '<img src="file:///etc/passwd"><img src="/etc/passwd"><img src="qrc:/x">'
    )
    window = show(shown, qtbot, mail(shown, html, ("logo@x", png(40, 30))))
    browser = window.page
    qtbot.waitUntil(lambda: browser.loadResource(IMAGE, "own:logo@x").width() == 40)
    assert browser.loadResource(IMAGE, "remote:0").width() == 120
    assert "passwd" not in browser.toHtml()
    assert browser.loadResource(IMAGE, QUrl("file:///etc/passwd")).width() == 1
    style = QTextDocument.ResourceType.StyleSheetResource.value
    assert browser.loadResource(style, QUrl("https://example.com/a.css")) is None
    assert window.windowTitle() == "Your order"
    assert window.fetch.isVisible()


def test_a_link_says_where_it_leads_and_opens_on_a_click(
    shown: ShownContact, qtbot: QtBot, opened: list[str]
) -> None:
    html = '<a href="https://evil.example.com/x">https://example.com</a>'
    window = show(shown, qtbot, mail(shown, html))
    window.page.highlighted.emit(QUrl("https://evil.example.com/x"))
    assert window.target.text() == "https://evil.example.com/x"
    assert opened == []
    window.page.anchorClicked.emit(QUrl("https://evil.example.com/x"))
    assert opened == ["https://evil.example.com/x"]
    assert "evil" not in window.page.toPlainText()


def test_remote_pictures_come_when_asked_for(
    shown: ShownContact,
    qtbot: QtBot,
    httpserver: HTTPServer,
    opened: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    httpserver.expect_request("/a.png").respond_with_data(png(30, 20), content_type="image/png")
    monkeypatch.setattr(remote_pictures, "is_public", lambda link: "a.png" in link)
    monkeypatch.setattr(remote_pictures, "look_up", lambda host, found: found(["127.0.0.1"]))
    html = (
        f'<p>Hi</p><img data-src="http://pictures.example.com:{httpserver.port}/a.png">'
        f'<img data-src="{httpserver.url_for("/hidden.png")}">'
    )
    window = show(shown, qtbot, mail(shown, html))
    assert httpserver.log == []
    assert window.page.loadResource(IMAGE, "remote:0").width() == 160
    window.fetch.click()
    qtbot.waitUntil(lambda: window.page.loadResource(IMAGE, "remote:0").width() == 30)
    assert [request.path for request, _ in httpserver.log] == ["/a.png"]
    asked = httpserver.log[0][0].headers
    assert "Cookie" not in asked
    assert "Referer" not in asked
    assert asked["Host"] == f"pictures.example.com:{httpserver.port}"
    assert not window.fetch.isVisible()


def test_a_wall_of_pictures_takes_no_more_than_its_room(
    shown: ShownContact, qtbot: QtBot, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mail_browser, "ROOM", 1_000_000)
    wall = "".join(
        f'<img data-src="https://example.com/{n}.png" width="2000" height="2000">'
        for n in range(40)
    )
    held = "".join(
        f'<img src="data:image/png;base64,{b64encode(png(600, 500 + n)).decode()}">'
        for n in range(4)
    )
    page = show(shown, qtbot, mail(shown, f"<p>Hi</p>{wall}{held}")).page
    assert all(page.loadResource(IMAGE, f"remote:{n}").width() <= 100 for n in range(40))
    areas = [image.width() * image.height() for image in page._images.values()]
    assert len(areas) == 44
    assert 600 * 500 < sum(areas) <= 1_500_000  # and the places of remote ones


def test_what_is_gone_is_said(shown: ShownContact, qtbot: QtBot, opened: list[str]) -> None:
    message = mail(shown, "<p>x</p>")
    shown.replica.files.clear()
    window = show(shown, qtbot, replace(message))
    assert "cannot be shown" in window.page.toPlainText()


def test_every_control_has_a_name(shown: ShownContact, qtbot: QtBot, opened: list[str]) -> None:
    window = show(shown, qtbot, mail(shown, "<p>x</p>"))
    assert window.page.accessibleName()
    assert all(button.text() for button in window.findChildren(QPushButton))


@pytest.mark.parametrize(
    ("link", "public"),
    [
        ("https://example.com/a.png", True),
        ("http://8.8.8.8/a.png", True),
        ("http://localhost/a.png", False),
        ("http://127.0.0.1:8080/a.png", False),
        ("http://[::1]/a.png", False),
        ("http://192.168.1.1/a.png", False),
        ("http://10.0.0.5/", False),
        ("http://169.254.169.254/latest", False),
        ("http://printer/a.png", False),
        ("http://nas.local/a.png", False),
        ("file:///etc/passwd", False),
        ("ftp://example.com/a", False),
        ("", False),
    ],
)
def test_only_what_is_out_of_the_house_is_fetched(link: str, public: bool) -> None:
    assert is_public(link) is public


def test_a_picture_nobody_is_to_see_is_left_out() -> None:
    page = page_of('<img data-src="https://example.com/t.gif" width="1" height="1"><p>x</p>')
    assert page.remote == ()
    assert "img" not in page.html


def test_a_picture_shown_twice_is_fetched_once() -> None:
    image = '<img data-src="https://example.com/a.png">'
    page = page_of(image * 3)
    assert [picture.link for picture in page.remote] == ["https://example.com/a.png"]
    assert page.html.count('src="remote:0"') == 3


@pytest.mark.parametrize(
    "tag",
    [
        "<img>",
        "<img src>",
        '<img src="">',
        "<img data-src='javascript:x'>",
        '<img src="data:text/html,x">',
        "<img src=x onerror=y>",
    ],
)
def test_a_picture_that_is_none_is_left_out(tag: str) -> None:
    assert page_of(f"<p>{tag}</p>").html == "<p></p>"
