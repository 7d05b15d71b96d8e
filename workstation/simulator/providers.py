"""All pretended providers together, as a shop has them: how an office finds them, and customers get
in."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any, Self

from workstation.sample.lines import templates
from workstation.sample.people import Address
from workstation.sample.texts import text
from workstation.simulator.doors import Doors
from workstation.simulator.graph import PRODUCTS, Accounts, GraphFake
from workstation.simulator.graph.door import GraphDoor
from workstation.simulator.mail import MailDoor, MailSimulator
from workstation.simulator.shop_page import ChatDoor, Member, ShopPage
from workstation.simulator.telephone import CtiFake
from workstation.simulator.telephone.courier import over_http

SECRETS = (
    "meta-app",
    "meta-token",
    "meta-verify",
    "mail-password",
    "mail-signing",
    "telephone",
    "chat",
)
PORTS = ("graph", "imap", "smtp", "telephone", "shop")
MAIL = "help@example.nl"


@dataclass(frozen=True, kw_only=True)
class Made:
    """What was made up for them: secrets and ports, by the names above."""

    secrets: Mapping[str, str]
    ports: Mapping[str, int]


class Providers:
    """They serve between `start` and `stop`, or in a `with`. `office` is where the office is, or
    will be; `members` can be signed in at the shop."""

    def __init__(self, office: str, made: Made, members: Sequence[Member] = ()) -> None:
        self.office = office.rstrip("/")
        self._made = made
        secrets, ports = made.secrets, made.ports
        shop: str = text("staff")["setting"]["shop_name"]
        self.graph = GraphFake(
            Accounts(
                app_secret=secrets["meta-app"],
                access_token=secrets["meta-token"],
                verify_token=secrets["meta-verify"],
                name=shop,
            ),
            port=ports["graph"],
        )
        # People look at what arrived a little later.
        self.graph.pace = 1.5
        for product in PRODUCTS:
            self.graph.call_back(product, self._door(product))
        for template in templates():
            self.graph.templates.add(
                template.name,
                template.language,
                template.body,
                category=template.category.upper(),
                footer=template.footer,
                buttons=template.buttons,
            )
        self.mail = MailSimulator(
            MAIL,
            password=secrets["mail-password"],
            imap_port=ports["imap"],
            smtp_port=ports["smtp"],
            name=shop,
            secret=secrets["mail-signing"],
            # Its mails are gone when it ends, which is what another validity says.
            validity=int(time.time()),
        )
        self.telephone = CtiFake(
            secrets["telephone"], over_http(self._door("phone")), port=ports["telephone"]
        )
        self.shop = ShopPage(
            self.office, secret=secrets["chat"], members=members, port=ports["shop"]
        )
        self._running = ExitStack()

    def start(self) -> None:
        with ExitStack() as starting:
            for one in (self.graph, self.mail, self.telephone, self.shop):
                one.start()
                starting.callback(one.stop)
            self._running = starting.pop_all()

    def stop(self) -> None:
        self._running.close()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def secrets(self) -> Mapping[str, str]:
        return self._made.secrets

    def know(self, address: Address) -> None:
        """Somebody who wrote before the providers were started."""
        if address.channel == "whatsapp":
            self.graph.whatsapp.names[address.address.removeprefix("+")] = address.name
        elif address.channel == "instagram":
            self.graph.instagram.names[address.address] = address.name
        elif address.channel == "messenger":
            self.graph.messenger.names[address.address] = address.name

    def tables(self) -> dict[str, dict[str, Any]]:
        """The tables of the configuration with which an office finds them, once they serve."""
        return {
            **self.graph.configuration(),
            "email": self.mail.table(),
            "phone": {
                "provider": "cti",
                "secret": self._made.secrets["telephone"],
                "control_url": self.telephone.address,
                "teams": dict(zip(self.numbers(), self._teams(), strict=True)),
            },
            "chat": {
                "origins": [self.shop.address],
                "token_secret": self._made.secrets["chat"],
                "theme": {"colour": "#0f6b5c"},
            },
        }

    def greet(self) -> None:
        """Make sure of the office, as the provider does. Raises ConnectionError."""
        for product in PRODUCTS:
            self.graph.greet(self._door(product))

    def doors(self, tokens: Mapping[str, str]) -> Doors:
        """The way in for customers, each by their channel. `tokens`: see `ChatDoor`."""
        meta = GraphDoor(self.graph)
        return Doors(
            {
                **dict.fromkeys(PRODUCTS, meta),
                "email": MailDoor(self.mail),
                "chat": ChatDoor(self.office, self.shop, tokens),
            }
        )

    def numbers(self) -> list[str]:
        """The telephone number of each team. No Dutch one begins with 020 000."""
        return [f"+31200000{place:03d}" for place, _ in enumerate(self._teams(), start=1)]

    @staticmethod
    def _teams() -> list[str]:
        return [team["en"] for team in text("staff")["team"]]

    def _door(self, channel: str) -> str:
        return f"{self.office}/v1/channels/{channel}/inbound"


def as_toml(tables: Mapping[str, Mapping[str, Any]], secrets: Mapping[str, str]) -> str:
    """The tables as the file that the office reads; of each secret only where it is kept."""
    kept = {secret: f"file:secrets/{name}" for name, secret in secrets.items()}
    lines = ["# Written by `workstation simulator`: everything in it is made up."]
    for name, table in tables.items():
        lines += _table(name, table, kept)
    return "\n".join(lines) + "\n"


def _table(name: str, table: Mapping[str, Any], kept: Mapping[str, str]) -> Iterator[str]:
    yield f"\n[{name}]"
    for key, value in table.items():
        if not isinstance(value, dict):
            yield f"{_key(key)} = {_value(value, kept)}"
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _table(f"{name}.{_key(key)}", value, kept)


def _value(value: Any, kept: Mapping[str, str]) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        return f"[{', '.join(_value(one, kept) for one in value)}]"
    return _quoted(kept.get(str(value), str(value)))


def _key(key: str) -> str:
    return key if key.isascii() and key.replace("_", "").isalnum() else _quoted(key)


def _quoted(plain: str) -> str:
    escaped = plain.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
