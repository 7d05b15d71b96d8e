"""One connection to an IMAP server: signed in, fetching, and told when it breaks."""

import imaplib
import socket
import ssl
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Event, Thread
from typing import Any

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError, LoginError

from workstation.channels.email.settings import Imap
from workstation.channels.email.tokens import tls, token

BROKEN = (IMAPClientError, OSError, ValueError, EOFError)
"""What a connection does when it, or what the server says, is broken."""
_AT_ONCE = 1.0


class DeadError(OSError):
    """The other end is gone: there is something to read, and it is nothing."""


@dataclass(frozen=True, slots=True)
class Folder:
    name: str
    validity: int
    """Uids hold for as long as this stays the same."""


class Mailbox:
    """Not for two threads at once, but for `end`."""

    def __init__(self, settings: Imap, client: IMAPClient) -> None:
        self._settings = settings
        self._client = client

    @property
    def idles(self) -> bool:
        return bool(self._client.has_capability("IDLE"))

    def select(self, name: str) -> Folder:
        quiet = self._settings.after == "leave" or name == self._settings.sent_folder
        told = self._client.select_folder(name, readonly=quiet)
        self._tells_of_more()  # how many there are is in `told`
        return Folder(name=name, validity=int(told.get(b"UIDVALIDITY", 0)))

    def uids_after(self, uid: int, *, since: str = "") -> list[int]:
        """What is in the selected folder beyond this uid, the oldest first. `since` is a day, such
        as 21-Nov-2026."""
        criteria: list[str] = ["UID", f"{uid + 1}:*"]
        if since:
            criteria += ["SINCE", since]
        # "n:*" always holds the last one, also when that is before n.
        return sorted(int(found) for found in self._client.search(criteria) if int(found) > uid)

    def fetch(self, uid: int) -> tuple[bytes, bool] | None:
        """A mail as it is, unread as it was, and whether it was cut; None when it is gone."""
        largest = self._settings.largest
        told = self._client.fetch([uid], ["RFC822.SIZE"]).get(uid, {})
        size = told.get(b"RFC822.SIZE")
        if size is None or int(size) <= largest:
            item, key = "BODY.PEEK[]", b"BODY[]"
        else:
            item, key = f"BODY.PEEK[]<0.{largest}>", b"BODY[]<0>"
        content = self._client.fetch([uid], [item]).get(uid, {}).get(key)
        if content is None:
            return None
        return bytes(content), size is not None and int(size) > largest

    def settle(self, uids: Sequence[int]) -> None:
        """These are kept by us: do with them what the shop wants."""
        if not uids or self._settings.after == "leave":
            return
        if self._settings.after == "seen":
            self._client.add_flags(uids, [b"\\Seen"], silent=True)
        elif self._client.has_capability("MOVE"):
            self._client.move(uids, self._settings.move_to)
        else:
            self._client.copy(uids, self._settings.move_to)
            self._client.delete_messages(uids, silent=True)
            if self._client.has_capability("UIDPLUS"):
                self._client.expunge(uids)

    def has_folder(self, name: str) -> bool:
        return bool(self._client.folder_exists(name))

    def wait_for_news(self, seconds: float) -> bool:
        """IDLE in the selected folder until something happens there. Raises DeadError."""
        if self._tells_of_more():
            return True
        self._client.idle()
        if self._has_read_ahead():
            return bool(self._client.idle_done()[1])
        began = time.monotonic()
        told = self._client.idle_check(timeout=seconds)
        if not told and time.monotonic() - began < seconds - min(_AT_ONCE, seconds / 2):
            raise DeadError("the connection ended while waiting")
        if any(one and one[0] == b"BYE" for one in told):
            raise DeadError("the server said good-bye")
        self._client.idle_done()
        return bool(told)

    def _tells_of_more(self) -> bool:
        """Whether the server said, while it answered something else, that the folder has more mail
        now: it will not say so again."""
        imap: imaplib.IMAP4 = self._client._imap
        _, counts = imap.response("EXISTS")
        return counts != [None]

    def _has_read_ahead(self) -> bool:
        """Whether what the server said together with its go-ahead is in our buffer already: nobody
        who waits at the socket sees it there."""
        imap: Any = self._client._imap
        buffer = getattr(imap, "_file", None) or imap.file
        connection = self._client.socket()
        connection.setblocking(False)
        try:
            return bool(buffer.peek(1))
        except (BlockingIOError, ssl.SSLWantReadError):
            return False
        finally:
            connection.settimeout(self._settings.timeout_seconds)

    def still_there(self) -> None:
        """Raises when it is not."""
        self._client.noop()

    def end(self) -> None:
        """From any thread: whoever waits in this connection is woken up by its end."""
        with suppress(OSError, AttributeError):
            self._client.socket().shutdown(socket.SHUT_RDWR)


@contextmanager
def open_mailbox(settings: Imap, stop: Event | None = None) -> Iterator[Mailbox]:
    """Connected and signed in; ended when `stop` is set. Raises LoginError, TokenRefusedError, or
    what is in `BROKEN`."""
    client = IMAPClient(
        settings.host,
        settings.port,
        ssl=settings.security == "tls",
        ssl_context=tls(settings) if settings.security == "tls" else None,
        timeout=settings.timeout_seconds,
    )
    done = Event()
    mailbox = Mailbox(settings, client)
    watcher = Thread(target=_end_when, args=(stop, done, mailbox), daemon=True)
    try:
        if settings.security == "starttls":
            client.starttls(tls(settings))
        _sign_in(client, settings)
        if stop is not None:
            watcher.start()
        yield mailbox
    finally:
        done.set()
        try:
            client.logout()
        except (*BROKEN, AttributeError, TypeError):
            with suppress(*BROKEN, AttributeError, TypeError):
                client.shutdown()


def _sign_in(client: IMAPClient, settings: Imap) -> None:
    try:
        if settings.token_command:
            client.oauth2_login(settings.user, token(settings))
        else:
            client.login(settings.user, settings.password.get_secret_value())
    except LoginError as error:
        if isinstance(error.__context__, IMAPClientAbortError):  # nobody said no
            raise DeadError("the connection ended while signing in") from error
        raise


def _end_when(stop: Event | None, done: Event, mailbox: Mailbox) -> None:
    while stop is not None and not done.is_set():
        if stop.wait(1.0):
            mailbox.end()
            return


__all__ = ["BROKEN", "DeadError", "Folder", "LoginError", "Mailbox", "open_mailbox"]
