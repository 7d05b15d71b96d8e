"""A shop at work, for journeys through the real window: an office in a process of its own,
providers that are pretended over HTTP, and desks that are used with keyboard and mouse only.

    def test_something(shop: Shop) -> None:
        telephone = shop.telephone()
        shop.open()
        sanne = shop.seat("sanne")
        telephone.exchange.ring("+31612342210")
        sanne.sees_call("answer")
        sanne.press("F8")

`WORKSTATION_SHOWN=nl-dark` shows every desk like that.
"""

import os
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pytestqt.qtbot import QtBot
from sqlalchemy import inspect, select

from tests.journeys.seat import Seat
from tests.running import RunningServer, any_free_port, hire, settings_for
from workstation.models import Base
from workstation.models.people import Role
from workstation.server.store.database import Database
from workstation.simulator.graph import GraphFake, Product
from workstation.simulator.mail import MailSimulator
from workstation.simulator.telephone import CtiFake
from workstation.simulator.telephone.courier import over_http
from workstation.ui.context import Language
from workstation.ui.theme.theme import Choice

SECRET = "what the telephone's provider signs with"
Row = TypeVar("Row", bound=Base)


@dataclass
class Shop:
    """First the providers, then `open`, then whoever works."""

    database: Database
    folder: Path
    qtbot: QtBot
    closing: ExitStack
    port: int = field(default_factory=any_free_port)
    tables: dict[str, dict[str, Any]] = field(default_factory=dict)
    """What the office is configured with, by channel."""
    server: RunningServer | None = None

    # ------------------------------------------------------------ the providers

    def door(self, channel: str) -> str:
        """Where a provider posts what happens."""
        return f"http://127.0.0.1:{self.port}/v1/channels/{channel}/inbound"

    def telephone(self) -> CtiFake:
        provider = CtiFake(SECRET, over_http(self.door("phone")))
        self.closing.enter_context(provider)
        self.tables["phone"] = {
            "provider": "cti",
            "secret": SECRET,
            "control_url": provider.address,
        }
        return provider

    def graph(self, *products: Product) -> GraphFake:
        provider = GraphFake()
        self.closing.enter_context(provider)
        for product in products:
            self.tables[product] = dict(provider.configuration()[product])
            provider.call_back(product, self.door(product))
        return provider

    def mail(self) -> MailSimulator:
        provider = self.closing.enter_context(MailSimulator())
        self.tables["email"] = provider.table()
        return provider

    # ------------------------------------------------------------ the office

    def open(self) -> None:
        path = self.folder / "channels.toml"
        path.write_text(as_toml(self.tables), encoding="utf-8")
        settings = settings_for(
            self.database, self.folder, port=self.port, lease_seconds=1.5, channels=str(path)
        )
        self.server = RunningServer(settings, self.database, self.folder / "server.log")
        self.closing.callback(self.server.kill)
        self.server.start()

    def rows(self, model: type[Row]) -> list[Row]:
        """Every row of the server's, the oldest first."""
        with self.database.read() as session:
            return list(session.scalars(select(model).order_by(*inspect(model).primary_key)))

    def only(self, model: type[Row]) -> Row:
        (found,) = self.rows(model)
        return found

    def add(self, *rows: Base) -> None:
        """What the shop has before anybody gets in touch."""
        with self.database.write() as session:
            session.add_all(rows)

    # ------------------------------------------------------------ who works

    def seat(
        self,
        login: str,
        *,
        role: Role = "agent",
        language: Language = "en",
        look: Choice = "light",
    ) -> Seat:
        """Somebody who is hired, sits down, and signs in."""
        assert self.server is not None
        hire(self.database, login, role=role)
        shown = os.environ.get("WORKSTATION_SHOWN", "")
        if shown:
            language = "nl" if shown.startswith("nl") else "en"
            look = "dark" if shown.endswith("dark") else "light"
        found = Seat(self.qtbot, self.server, self.folder / login, language=language, look=look)
        self.closing.callback(found.leave)
        found.sign_in(login)
        return found


def as_toml(tables: Mapping[str, Mapping[str, Any]], above: str = "") -> str:
    """Tables as a configuration file has them."""
    lines: list[str] = []
    for name, table in tables.items():
        lines.append(f"[{above}{name}]")
        lines += [f"{key} = {_value(one)}" for key, one in table.items() if _is_plain(one)]
        within = {key: one for key, one in table.items() if not _is_plain(one)}
        lines.append(as_toml(within, f"{above}{name}."))
    return "\n".join(lines)


def _is_plain(value: object) -> bool:
    return not isinstance(value, Mapping)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    return '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'
