"""What the chat says and asks before the first message: opening hours, a name, a mail address."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browsing import LiveChat, contact_of, live_chat, opened, say, sees
from tests.running import wait_until
from workstation.models.office import Visitor
from workstation.server.store.database import Database

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NEVER = 'hours = { mon = [["00:00", "00:01"]] }\n'
ASKING = 'ask = "name_and_mail"\nask_insists = true\n'


@pytest.fixture
def closed(chromium: "Browser", sqlite_office: Database, tmp_path: Path) -> Iterator[LiveChat]:
    yield from live_chat(chromium, sqlite_office, tmp_path, NEVER)


@pytest.fixture
def asking(chromium: "Browser", sqlite_office: Database, tmp_path: Path) -> Iterator[LiveChat]:
    yield from live_chat(chromium, sqlite_office, tmp_path, ASKING)


def _visitor(chat: LiveChat) -> tuple[str, str]:
    """Name and mail address, as soon as there is somebody."""
    found: list[tuple[str, str]] = []

    def there() -> bool:
        with chat.server.database.read() as session:
            found[:] = [(one.name, one.mail) for one in session.query(Visitor)]
        return bool(found)

    wait_until(there, 60)
    return found[0]


def test_outside_of_hours_it_says_when_it_opens_and_takes_a_message(closed: LiveChat) -> None:
    desk = closed.desk()
    page = closed.browse()
    panel = opened(page)
    assert "Nu gesloten. Weer open" in panel.locator("header").inner_text()
    assert panel.get_by_text("Laat een bericht achter").is_visible()
    mail = panel.get_by_label("Je mailadres")
    mail.fill("geen adres")
    say(page, "Belt u mij terug?")
    assert panel.get_by_role("alert").inner_text().startswith("Dit is geen mailadres")
    assert mail.get_attribute("aria-invalid") == "true"
    mail.fill("tom@example.nl")
    panel.get_by_role("button", name="Versturen").click()
    sees(page, "Belt u mij terug?")
    assert _visitor(closed) == ("", "tom@example.nl")
    assert contact_of(desk)
    assert not mail.is_visible()


def test_a_mail_address_may_be_left_out(closed: LiveChat) -> None:
    page = closed.browse()
    say(page, "Het is niet dringend")
    sees(page, "Het is niet dringend")
    assert _visitor(closed) == ("", "")


def test_where_the_shop_insists_nothing_is_sent_without_a_name(asking: LiveChat) -> None:
    desk = asking.desk()
    page = asking.browse()
    panel = opened(page)
    say(page, "Hallo")
    assert panel.get_by_role("alert").inner_text().startswith("Vul dit nog in")
    panel.get_by_label("Je naam").fill("Tom Kramer")
    panel.get_by_label("Je mailadres").fill("tom@example.nl")
    panel.get_by_role("textbox", name="Schrijf een bericht").press("Enter")
    sees(page, "Hallo")
    assert _visitor(asking) == ("Tom Kramer", "tom@example.nl")
    head = desk.replica.contact(contact_of(desk))
    assert head is not None
    assert head.name == "Tom Kramer"
    # It is asked once.
    asking.reload(page)
    assert not opened(page).get_by_label("Je naam").is_visible()


def test_what_cannot_be_sent_is_told_at_once(closed: LiveChat, tmp_path: Path) -> None:
    page = closed.browse()
    panel = opened(page)
    picker = panel.locator("input[type=file]")
    for name, said in (("a.exe", "a.exe kan niet mee"), ("b.png", "b.png kan niet mee")):
        file = tmp_path / name
        file.write_bytes(b"MZ no picture at all")
        picker.set_input_files(file)
        panel.get_by_text(said).wait_for()
    large = tmp_path / "groot.pdf"
    large.write_bytes(b"%PDF-1.7" + b" " * (10 << 20))
    picker.set_input_files(large)
    panel.get_by_text("groot.pdf is te groot. Het maximum is 10 MB.").wait_for()
    say(page, "x" * 4001)
    panel.get_by_text("Een bericht mag 4000 tekens lang zijn.").wait_for()
