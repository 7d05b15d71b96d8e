"""A real Chromium on the shop's pages, an office in a process of its own, and a desk without a
window: everything between a customer's browser and an agent is as it is in production.

    def test_something(chat: LiveChat) -> None:
        page = chat.browse()
        say(page, "Hallo")
"""

import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.desk import KEY
from tests.running import PASSWORD, RunningServer, any_free_port, hire, settings_for, wait_until
from workstation import actions
from workstation.actions.files import File
from workstation.models.ids import now_ms
from workstation.replica.lists import View
from workstation.replica.replica import Replica
from workstation.replica.session import Session, sign_in
from workstation.server.store.database import Database
from workstation.simulator.shop_page import Member, ShopPage

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Locator, Page

SECRET = "a secret of at least thirty-two characters"
ANOUK = Member(ref="K-1001", name="Anouk Bakker", mail="anouk@example.nl")
JEROEN = Member(ref="K-1002", name="Jeroen de Wit", mail="jeroen@example.nl")
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str | None:
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


@pytest.fixture
def chromium() -> "Iterator[Browser]":
    """The system's Chromium, without a window. Begun for each test: while it is steered, this
    thread has an event loop running, and other tests run theirs."""
    path = find_chromium()
    if path is None:
        pytest.skip("no Chromium here: on Debian it is in the package chromium")
    from playwright.sync_api import sync_playwright

    # Where everything runs as root, in a container, the browser's own sandbox cannot.
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    arguments = ["--no-sandbox"] if as_root else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


@dataclass
class LiveChat:
    """An office with the chat, the shop's pages, and who is at work."""

    browser: "Browser"
    server: RunningServer
    shop: ShopPage
    folder: Path
    closing: ExitStack
    errors: list[str] = field(default_factory=list)
    """What went wrong in any page's script."""

    def visit(self, **given: Any) -> "BrowserContext":
        """Somebody's browser: what it remembers is shared by its pages."""
        known = {"locale": "nl-NL", "viewport": {"width": 1100, "height": 780}}
        context = self.browser.new_context(**known | given)
        context.set_default_timeout(15_000)
        self.closing.callback(context.close)
        return context

    def browse(
        self, context: "BrowserContext | None" = None, path: str = "", **given: Any
    ) -> "Page":
        """A page of the shop, with the chat loaded."""
        page = (context or self.visit(**given)).new_page()
        page.on("pageerror", lambda error: self.errors.append(f"{error}\n{error.stack}"))
        page.on("console", lambda told: self._hear(told.type, told.text))
        self.go(page, path)
        return page

    def go(self, page: "Page", path: str = "") -> None:
        page.goto(self.shop.address + (path or self.shop.product()))
        page.locator("workstation-chat").wait_for(state="attached")

    def reload(self, page: "Page") -> None:
        page.reload()
        page.locator("workstation-chat").wait_for(state="attached")

    def desk(self, login: str = "sanne") -> Session:
        """An agent's desk, at work, without its window."""
        session = sign_in(self.server.url, login, PASSWORD, self.folder / login, KEY)
        self.closing.callback(session.replica.close)
        self.closing.callback(session.stop)
        session.start()
        return session

    def _hear(self, kind: str, text: str) -> None:
        if kind == "error" and "Content Security Policy" in text:
            self.errors.append(text)


@pytest.fixture
def chat(chromium: "Browser", sqlite_office: Database, tmp_path: Path) -> "Iterator[LiveChat]":
    """On SQLite: for what is in the browser one kind of database is enough."""
    yield from live_chat(chromium, sqlite_office, tmp_path)


@pytest.fixture
def chat_on_each(chromium: "Browser", database: Database, tmp_path: Path) -> "Iterator[LiveChat]":
    """On each kind of database."""
    yield from live_chat(chromium, database, tmp_path)


def live_chat(
    browser: "Browser", database: Database, folder: Path, more: str = ""
) -> "Iterator[LiveChat]":
    """An office, its shop and a browser. `more` goes into the table of the chat."""
    port = any_free_port()
    shop = ShopPage(f"http://127.0.0.1:{port}", secret=SECRET, members=[ANOUK, JEROEN])
    shop.start()
    file = folder / "channels.toml"
    table = f'[chat]\norigins = ["{shop.address}"]\ntoken_secret = "{SECRET}"\n{more}'
    file.write_text(table, encoding="utf-8")
    settings = settings_for(database, folder, port=port, lease_seconds=1.5, channels=str(file))
    server = RunningServer(settings, database, folder / "server.log")
    with ExitStack() as closing:
        closing.callback(shop.stop)
        closing.callback(server.kill)
        server.start()
        hire(database, "sanne")
        found = LiveChat(browser, server, shop, folder, closing)
        yield found
    assert found.errors == []


def opened(page: "Page") -> "Locator":
    """The chat's panel, opened by whoever uses a mouse."""
    panel = page.get_by_role("dialog")
    if not panel.is_visible():
        page.get_by_role("button", name=re.compile("^(Chat openen|Open chat)")).click()
    return panel


def say(page: "Page", text: str) -> None:
    """Write a message, and send it."""
    box = opened(page).get_by_role("textbox", name=re.compile("bericht|message"))
    box.fill(text)
    box.press("Enter")


def bubbles(page: "Page") -> list[str]:
    """What the conversation says, from the first to the last."""
    return page.locator("workstation-chat .m .b").all_inner_texts()


def sees(page: "Page", *texts: str) -> None:
    """Wait until the conversation is exactly this; it never shows anything twice on the way."""
    until = time.monotonic() + 15
    while (shown := bubbles(page)) != list(texts):
        assert all(shown.count(text) <= max(1, texts.count(text)) for text in shown), shown
        assert time.monotonic() < until, f"{shown} instead of {list(texts)}"
        page.wait_for_timeout(20)


def within(page: "Page", true: Callable[[], bool], seconds: float = 15) -> None:
    """Wait in a way that lets the browser go on."""
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, f"not within {seconds} seconds: {bubbles(page)}"
        page.wait_for_timeout(20)


# -- the agent's side


def contact_of(desk: Session) -> str:
    """The only contact on this desk, as soon as it is there."""
    found: list[str] = []

    def there() -> bool:
        found[:] = _contacts(desk.replica)
        return len(found) == 1

    wait_until(there, 60)
    return found[0]


def _contacts(replica: Replica) -> list[str]:
    numbers = [
        number
        for team in replica.reference().teams
        for number in replica.inbox(View("team", team.team_id)).numbers
    ]
    return sorted({row.contact_id for row in replica.inbox_rows(numbers).values()})


def answer(desk: Session, contact_id: str, text: str, *files: bytes) -> None:
    """Reply, with pictures."""
    brought = tuple(_file(desk.replica, content) for content in files)
    desk.replica.act(
        actions.Reply(contact_id=contact_id, text=text, files=brought, written_at=now_ms())
    )


def _file(replica: Replica, content: bytes) -> File:
    fields = replica.add_file(
        content, media_type="image/png", name="antwoord.png", width=60, height=40
    )
    return File.model_validate(fields)


def transcript(desk: Session, contact_id: str) -> list[tuple[str, str]]:
    """(direction, text) of what was said, from the first to the last."""
    return [
        (message.direction, message.text)
        for message in desk.replica.transcript(contact_id, limit=10_000).messages
        if message.kind == "text"
    ]
