"""The IMAP and SMTP servers together, in threads of their own, with the customers' side of both."""

import asyncio
import threading
from collections.abc import Callable
from datetime import datetime
from typing import Self

from workstation.simulator.mail.imap import LONGEST_LINE, Session
from workstation.simulator.mail.knobs import Knobs
from workstation.simulator.mail.letters import bounce, letter
from workstation.simulator.mail.smtp import SentMail, controller
from workstation.simulator.mail.store import Store

_PATIENCE = 10.0


class MailSimulator:
    """The provider of one mailbox. `on_sent` hears of each mail that the office sends, so that a
    customer may answer it. Ports of 0 are any that are free. A mailbox that is to be another one
    than the last time at this port has another `validity`."""

    def __init__(
        self,
        address: str = "help@example.nl",
        *,
        password: str = "simulated",
        imap_port: int = 0,
        smtp_port: int = 0,
        on_sent: Callable[[SentMail], None] | None = None,
        name: str = "Example Shop",
        secret: str = "a secret of the simulated shop",
        validity: int = 1_000,
    ) -> None:
        self._name = name
        self._secret = secret
        self.address = address
        self.password = password
        self.knobs = Knobs()
        self.store = Store(validity)
        self.sent: list[SentMail] = []
        self.imap_port = imap_port
        self._on_sent = on_sent
        self._logins = {address: password}
        self._smtp = controller(self.knobs, self._logins, self._taken, port=smtp_port)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._sessions: set[asyncio.StreamWriter] = set()

    @property
    def smtp_port(self) -> int:
        return int(self._smtp.port)

    def table(self) -> dict[str, object]:
        """The table [email] of an office that uses it."""
        common = {"host": "127.0.0.1", "security": "none", "user": self.address}
        return {
            "address": self.address,
            "name": self._name,
            "secret": self._secret,
            "imap": common | {"port": self.imap_port, "password": self.password},
            "smtp": common | {"port": self.smtp_port, "password": self.password},
        }

    def on_sent(self, heard: Callable[[SentMail], None]) -> None:
        """Tell somebody of each mail that the office sends, in place of whoever was told."""
        self._on_sent = heard

    # ------------------------------------------------------------ the customers

    def customer_writes(
        self,
        sender: str,
        text: str,
        *,
        name: str = "",
        subject: str = "A question",
        answers: SentMail | None = None,
        files: tuple[tuple[str, str, bytes], ...] = (),
        html: str = "",
        message_id: str = "",
        at: datetime | None = None,
        folder: str = "INBOX",
    ) -> int:
        """A customer's mail comes in; its uid."""
        raw = letter(
            sender=sender,
            to=self.address,
            text=text,
            name=name,
            subject=subject,
            answers=answers,
            files=files,
            html=html,
            message_id=message_id,
            at=at,
        )
        return self.arrives(raw, folder=folder)

    def arrives(self, raw: bytes, *, folder: str = "INBOX") -> int:
        """Any mail comes in, as it is; its uid."""
        return self.store.add(folder, raw)

    def bounces(self, sent: SentMail, *, action: str = "failed", status: str = "5.1.1") -> int:
        """A mail that was sent comes back."""
        return self.arrives(bounce(sent, action=action, status=status))

    def drop_connections(self) -> None:
        """Break off everybody who is connected over IMAP."""
        loop = self._loop
        if loop is not None:
            loop.call_soon_threadsafe(self._abort)

    # ------------------------------------------------------------ start and stop

    def start(self) -> Self:
        started = threading.Event()
        self._thread = threading.Thread(
            target=self._run, args=(started,), name="simulated-imap", daemon=True
        )
        self._thread.start()
        if not started.wait(_PATIENCE):
            raise OSError("the simulated IMAP server did not start")
        self._smtp.start()
        return self

    def stop(self) -> None:
        self._smtp.stop()
        loop, thread = self._loop, self._thread
        if loop is not None and thread is not None:
            loop.call_soon_threadsafe(loop.stop)
            thread.join(_PATIENCE)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _run(self, started: threading.Event) -> None:
        loop = asyncio.new_event_loop()
        server = loop.run_until_complete(
            asyncio.start_server(self._serve, "127.0.0.1", self.imap_port, limit=LONGEST_LINE)
        )
        self.imap_port = server.sockets[0].getsockname()[1]
        self._loop = loop
        started.set()
        try:
            loop.run_forever()
        finally:
            server.close()
            self._abort()
            waiting = asyncio.all_tasks(loop)
            for task in waiting:
                task.cancel()
            if waiting:
                loop.run_until_complete(asyncio.wait(waiting))
            loop.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._sessions.add(writer)
        try:
            await Session(self.store, self.knobs, self._logins, reader, writer).run()
        except asyncio.CancelledError:
            pass  # the provider is stopped
        finally:
            self._sessions.discard(writer)

    def _abort(self) -> None:
        for writer in list(self._sessions):
            writer.transport.abort()

    def _taken(self, mail: SentMail) -> None:
        self.sent.append(mail)
        if mail.recipient.lower() in self.knobs.bouncing:
            self.bounces(mail)
        elif self._on_sent is not None:
            self._on_sent(mail)
