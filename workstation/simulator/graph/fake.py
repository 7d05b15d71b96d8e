"""The pretended Graph API: the shop's number, page and account, and their customers.

    fake = GraphFake()
    fake.start()
    fake.call_back("whatsapp", "http://127.0.0.1:8040/v1/channels/whatsapp/inbound")
    fake.whatsapp.write("15550100002", "My television flickers.")
    fake.sent                                   # what we had it send
    fake.trouble.lose_next()                    # take the next message, and cut the connection
    fake.stop()

With `start(webhooks=False)` a test delivers the webhooks itself: `fake.courier.deliver_all()`.
"""

import threading
import time
from collections.abc import Callable
from typing import Any, Self

import requests
from starlette.types import Scope

from workstation.simulator.graph.accounts import Accounts, Product, Taken
from workstation.simulator.graph.courier import Courier, Deliver, over_http
from workstation.simulator.graph.media import Media
from workstation.simulator.graph.routes import make_app
from workstation.simulator.graph.sending import DAY, SocialSending, WhatsAppSending
from workstation.simulator.graph.social import SocialCustomers
from workstation.simulator.graph.templates import Templates
from workstation.simulator.graph.trouble import Trouble
from workstation.simulator.graph.whatsapp import State, WhatsAppCustomers
from workstation.simulator.serving import Serving

Heard = Callable[[Taken], None]
SUBSCRIBED = (
    "message_deliveries",
    "message_echoes",
    "message_edits",
    "message_reactions",
    "message_reads",
    "messages",
    "messaging_handovers",
    "messaging_optins",
    "messaging_postbacks",
    "messaging_referrals",
    "standby",
)
_FAR: tuple[State, ...] = ("sent", "delivered", "read")


class GraphFake:
    """`clock` gives milliseconds since the epoch."""

    def __init__(
        self,
        accounts: Accounts | None = None,
        *,
        port: int = 0,
        clock: Callable[[], int] = lambda: int(time.time() * 1000),
    ) -> None:
        self.accounts = accounts or Accounts()
        self.clock = clock
        self.trouble = Trouble()
        self.media = Media()
        self.templates = Templates()
        self.courier = Courier(self.accounts.app_secret, self.trouble)
        self.far = "read"
        """How far messages of ours get: "sent", "delivered", "read", or "" for no news of them."""
        self.subscribed_fields = set(SUBSCRIBED)
        """What the page tells us of."""
        self.pace = 0.02
        """Seconds between the steps on their way."""
        self._callbacks: dict[Product, Deliver] = {}
        self._sent: list[Taken] = []
        self._marked: list[str] = []
        self._heard: list[Heard] = []
        self._lock = threading.Lock()
        self.whatsapp = WhatsAppCustomers(
            self.accounts, self.media, self._post("whatsapp"), self.clock
        )
        self.messenger = SocialCustomers(
            "messenger", self.accounts, self.media, self.lend, self._post("messenger"), self.clock
        )
        self.instagram = SocialCustomers(
            "instagram", self.accounts, self.media, self.lend, self._post("instagram"), self.clock
        )
        self.whatsapp_sending = WhatsAppSending(self.media, self.templates, self.clock)
        self.social_sending = {
            customers.ours: SocialSending(
                customers.product, self.media, customers.wrote_at, self.clock
            )
            for customers in (self.messenger, self.instagram)
        }
        self._serving = Serving(make_app(self), port=port)

    # ------------------------------------------------------------ from outside

    def start(self, *, webhooks: bool = True) -> None:
        """Answer requests; with `webhooks`, also deliver them by itself."""
        self._serving.start()
        if webhooks:
            self.courier.start()

    def stop(self) -> None:
        self.courier.stop()
        self._serving.stop()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def address(self) -> str:
        """Instead of https://graph.facebook.com."""
        return self._serving.address

    def call_back(self, product: Product, where: str | Deliver) -> None:
        """Where webhooks of a product go: an address, or whatever takes body and headers."""
        self._callbacks[product] = over_http(where) if isinstance(where, str) else where

    def configuration(self) -> dict[str, dict[str, str]]:
        """The tables of an office's configuration with which it finds us, by channel."""
        accounts = self.accounts
        shared = {
            "access_token": accounts.access_token,
            "app_secret": accounts.app_secret,
            "verify_token": accounts.verify_token,
            "base": self.address,
        }
        page = shared | {"page_id": accounts.page, "app_id": accounts.app_id}
        return {
            "whatsapp": shared
            | {
                "phone_number_id": accounts.phone_number_id,
                "business_account_id": accounts.whatsapp_account,
            },
            "messenger": page,
            "instagram": page | {"instagram_id": accounts.instagram},
        }

    def greet(
        self, address: str, *, token: str | None = None, challenge: str = "1158201444"
    ) -> str:
        """Make sure of an address as the provider does: what it answered. Raises ConnectionError
        when it is not the challenge."""
        query = {
            "hub.mode": "subscribe",
            "hub.challenge": challenge,
            "hub.verify_token": self.accounts.verify_token if token is None else token,
        }
        answer = requests.get(address, params=query, timeout=10, allow_redirects=False)
        if answer.status_code != 200 or answer.text != challenge:
            raise ConnectionError(f"the callback answered {answer.status_code}")
        return answer.text

    def on_sent(self, heard: Heard) -> None:
        """Tell somebody of each message that we have sent: a simulated customer, who answers. It
        is told in the thread that serves: what takes long belongs elsewhere."""
        self._heard.append(heard)

    @property
    def sent(self) -> list[Taken]:
        """What we had it send, oldest first."""
        with self._lock:
            return list(self._sent)

    @property
    def marked_read(self) -> list[str]:
        """The customers' messages that we said we have read."""
        with self._lock:
            return list(self._marked)

    def customer_writes(self, product: Product, customer: str, text: str, **about: Any) -> str:
        """Somebody writes: the id of their message."""
        if product == "whatsapp":
            return self.whatsapp.write(customer, text, **about)
        customers = self.instagram if product == "instagram" else self.messenger
        return customers.write(customer, text, **about)

    def expire_media(self) -> None:
        """Every address of a file that was given until now leads nowhere."""
        self.media.expire()

    # ------------------------------------------------------------ for the routes

    async def cut(self, scope: Scope) -> None:
        """Hang up on a request without an answer."""
        await self._serving.cut(scope)

    def lend(self, media_id: str) -> str:
        """An address at which anybody may fetch a file, as pictures of Messenger are."""
        kept = self.media.find(media_id)
        assert kept is not None
        return f"{self.address}/cdn/{self.media.lend(kept, seconds=86_400)}"

    def mark_read(self, identifier: str) -> None:
        with self._lock:
            self._marked.append(identifier)

    def take(self, taken: Taken) -> None:
        """Keep a message that is sent, and have the news of its way follow."""
        with self._lock:
            self._sent.append(taken)
        if taken.product == "whatsapp":
            self._whatsapp_way(taken)
        else:
            self._social_way(taken)
        for heard in self._heard:
            heard(taken)

    def _whatsapp_way(self, taken: Taken) -> None:
        failing = self.trouble.next_delivery() or self._too_late(taken)
        if failing is not None:
            code, title = failing
            self.whatsapp.status(
                taken.id,
                "failed",
                taken.to,
                reference=taken.reference,
                code=code,
                title=title,
                after=self.pace,
            )
            return
        for number, state in enumerate(self._steps(), start=1):
            self.whatsapp.status(
                taken.id,
                state,
                taken.to,
                reference=taken.reference,
                at=self.clock() + number,
                after=number * self.pace,
            )

    def _too_late(self, taken: Taken) -> tuple[int, str] | None:
        """WhatsApp takes what comes too late, and says only then that it does not arrive."""
        wrote_at = self.whatsapp.wrote_at.get(taken.to)
        if taken.kind == "template" or wrote_at is None or self.clock() - wrote_at <= DAY:
            return None
        return 131047, "Re-engagement message"

    def _social_way(self, taken: Taken) -> None:
        customers = self.instagram if taken.product == "instagram" else self.messenger
        steps = self._steps()
        message: dict[str, Any] = {"text": taken.text} if taken.text else {}
        if taken.files:
            content, media_type, name = taken.files[0]
            url = customers.keep(content, media_type, name=name)
            message = {"attachments": [{"type": taken.kind, "payload": {"url": url}}]}
        if steps:
            customers.echo(
                taken.to,
                taken.id,
                message,
                app=int(self.accounts.app_id),
                reference=taken.reference,
                after=self.pace,
            )
        if "delivered" in steps:
            customers.get(taken.to, [taken.id], at=self.clock() + 1, after=2 * self.pace)
        if "read" in steps:
            customers.read(taken.to, taken.id, at=self.clock() + 2, after=3 * self.pace)

    def _steps(self) -> tuple[State, ...]:
        names = [str(step) for step in _FAR]
        return _FAR[: names.index(self.far) + 1] if self.far in names else ()

    def _post(self, product: Product) -> Callable[[dict[str, Any], float], None]:
        def post(payload: dict[str, Any], after: float) -> None:
            self.courier.send(payload, self._callbacks.get(product), after=after)

        return post
