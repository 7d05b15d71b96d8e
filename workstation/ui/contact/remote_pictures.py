"""Fetches the remote pictures of a mail, once a person asked for them: without cookies, without
saying where from, and only so much."""

import ipaddress
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QUrl
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

from workstation.ui.contact.mail_page import RemotePicture

MOST_BYTES = 8_000_000
PATIENCE = 15_000
"""Milliseconds for one picture."""
MOST_HOPS = 3


def is_public(link: str) -> bool:
    """Whether a link leads out of the house: a mail must not knock on doors of the shop's own
    network."""
    url = QUrl(link)
    host = url.host().rstrip(".").lower()
    if url.scheme() not in ("http", "https") or not {".", ":"}.intersection(host):
        return False
    if host.endswith((".local", ".internal", ".localhost", ".lan", ".home.arpa")):
        return False
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return True


class RemotePictures(QObject):
    """Fetches each picture once and hands over its bytes; what does not come is left out."""

    def __init__(self, arrived: Callable[[RemotePicture, bytes], None], parent: QObject) -> None:
        super().__init__(parent)
        self._arrived = arrived
        self._network = QNetworkAccessManager(self)

    def fetch(self, pictures: Iterable[RemotePicture]) -> None:
        for picture in pictures:
            if is_public(picture.link):
                self._get(picture)

    def _get(self, picture: RemotePicture) -> None:
        request = QNetworkRequest(QUrl(picture.link))
        request.setTransferTimeout(PATIENCE)
        request.setMaximumRedirectsAllowed(MOST_HOPS)
        for attribute, value in (
            (QNetworkRequest.Attribute.CookieLoadControlAttribute, 1),
            (QNetworkRequest.Attribute.CookieSaveControlAttribute, 1),
            (QNetworkRequest.Attribute.AuthenticationReuseAttribute, 1),
            (
                QNetworkRequest.Attribute.RedirectPolicyAttribute,
                QNetworkRequest.RedirectPolicy.UserVerifiedRedirectPolicy,
            ),
        ):
            request.setAttribute(attribute, value)
        reply = self._network.get(request)
        reply.redirected.connect(lambda url: self._redirected(reply, url))
        reply.downloadProgress.connect(lambda had, _: self._weigh(reply, had))
        reply.finished.connect(lambda: self._finished(reply, picture))

    @staticmethod
    def _weigh(reply: QNetworkReply, had: int) -> None:
        if had > MOST_BYTES:
            reply.abort()

    @staticmethod
    def _redirected(reply: QNetworkReply, url: QUrl) -> None:
        if is_public(url.toString()):
            reply.redirectAllowed.emit()
        else:
            reply.abort()

    def _finished(self, reply: QNetworkReply, picture: RemotePicture) -> None:
        content = bytes(reply.readAll().data())
        if reply.error() == QNetworkReply.NetworkError.NoError and content:
            self._arrived(picture, content)
        reply.deleteLater()
