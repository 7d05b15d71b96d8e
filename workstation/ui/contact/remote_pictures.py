"""Fetches the remote pictures of a mail, once a person asked for them: without cookies, without
saying where from, and only so much.

A name is looked up first, and the picture is asked of the very address that was looked at: a name
that leads elsewhere a moment later leads nowhere.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QUrl
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

from workstation.ui.contact.mail_page import RemotePicture
from workstation.ui.contact.outside import is_public, look_up

MOST_BYTES = 8_000_000
PATIENCE = 15_000
"""Milliseconds for one picture."""
MOST_HOPS = 3
MOST_ADDRESSES = 2
"""Addresses of one name that are tried."""
_UNREACHED = frozenset(
    {
        QNetworkReply.NetworkError.ConnectionRefusedError,
        QNetworkReply.NetworkError.TimeoutError,
        QNetworkReply.NetworkError.UnknownNetworkError,
    }
)


@dataclass(frozen=True, slots=True)
class _Way:
    """How far a picture has been followed."""

    picture: RemotePicture
    url: QUrl
    addresses: tuple[str, ...] = ()
    hops: int = 0


class RemotePictures(QObject):
    """Fetches each picture once and hands over its bytes; what does not come is left out."""

    def __init__(self, arrived: Callable[[RemotePicture, bytes], None], parent: QObject) -> None:
        super().__init__(parent)
        self._arrived = arrived
        self._network = QNetworkAccessManager(self)
        self._gone = False
        self.destroyed.connect(self._go)

    def fetch(self, pictures: Iterable[RemotePicture]) -> None:
        for picture in pictures:
            self._follow(_Way(picture, QUrl(picture.link)))

    def _follow(self, way: _Way) -> None:
        if way.hops > MOST_HOPS or not is_public(way.url.toString()):
            return

        def found(addresses: Sequence[str]) -> None:
            if addresses and not self._gone:
                some = tuple(addresses[:MOST_ADDRESSES])
                self._get(_Way(way.picture, way.url, some, way.hops))

        look_up(way.url.host(), found)

    def _get(self, way: _Way) -> None:
        request = _pinned(way.url, way.addresses[0])
        reply = self._network.get(request)
        reply.downloadProgress.connect(lambda had, _: self._weigh(reply, had))
        reply.finished.connect(lambda: self._finished(reply, way))

    @staticmethod
    def _weigh(reply: QNetworkReply, had: int) -> None:
        if had > MOST_BYTES:
            reply.abort()

    def _finished(self, reply: QNetworkReply, way: _Way) -> None:
        content = bytes(reply.readAll().data())
        error = reply.error()
        target = reply.attribute(QNetworkRequest.Attribute.RedirectionTargetAttribute)
        if isinstance(target, QUrl):
            self._follow(_Way(way.picture, way.url.resolved(target), (), way.hops + 1))
        elif error == QNetworkReply.NetworkError.NoError and content:
            self._arrived(way.picture, content)
        elif error in _UNREACHED and len(way.addresses) > 1:
            self._get(_Way(way.picture, way.url, way.addresses[1:], way.hops))
        reply.deleteLater()

    def _go(self) -> None:
        self._gone = True


def _pinned(url: QUrl, address: str) -> QNetworkRequest:
    """The request for it, of this address; whoever answers there has to prove the name."""
    there = QUrl(url)
    there.setHost(address)
    request = QNetworkRequest(there)
    port = f":{url.port()}" if url.port() != -1 else ""
    host = url.host(QUrl.ComponentFormattingOption.FullyEncoded)
    request.setRawHeader(b"Host", f"{f'[{host}]' if ':' in host else host}{port}".encode())
    request.setPeerVerifyName(host)
    request.setTransferTimeout(PATIENCE)
    for attribute, value in (
        (QNetworkRequest.Attribute.CookieLoadControlAttribute, 1),
        (QNetworkRequest.Attribute.CookieSaveControlAttribute, 1),
        (QNetworkRequest.Attribute.AuthenticationReuseAttribute, 1),
        # Of a newer connection the name would be that of the address.
        (QNetworkRequest.Attribute.Http2AllowedAttribute, False),
        (
            QNetworkRequest.Attribute.RedirectPolicyAttribute,
            QNetworkRequest.RedirectPolicy.ManualRedirectPolicy,
        ),
    ):
        request.setAttribute(attribute, value)
    return request
