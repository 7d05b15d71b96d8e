"""A customer on the web chat and an agent on the desk exchange text and photos; the browser goes
offline and comes back. A second customer writes at the same time, and neither sees the other."""

import io
from pathlib import Path

from PIL import Image

from tests.browsing import (
    LiveChat,
    answer,
    bubbles,
    contact_of,
    opened,
    say,
    sees,
    transcript,
    within,
)
from tests.running import wait_until
from workstation.models import Message


def _photo(path: Path, size: tuple[int, int]) -> Path:
    Image.effect_noise(size, 60).convert("RGB").save(path, "JPEG", quality=90)
    return path


def _small() -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(content, "PNG")
    return content.getvalue()


def test_text_and_photos_go_both_ways_and_a_lost_line_loses_nothing(
    chat_on_each: LiveChat, tmp_path: Path
) -> None:
    chat = chat_on_each
    desk = chat.desk()
    anouk, tom = chat.visit(), chat.visit(locale="en-GB")
    page = chat.browse(anouk)

    # Text, both ways.
    say(page, "Past hij op mijn kast?")
    contact_id = contact_of(desk)
    sees(page, "Past hij op mijn kast?")
    answer(desk, contact_id, "Dat zoeken we uit.")
    sees(page, "Past hij op mijn kast?", "Dat zoeken we uit.")

    # Photos, both ways; a large one is made smaller on its way.
    large = _photo(tmp_path / "kast.jpg", (4000, 3000))
    opened(page).locator("input[type=file]").set_input_files(large)
    opened(page).get_by_role("button", name="Verwijderen: kast.jpg").wait_for()
    say(page, "Zo ziet hij eruit")
    wait_until(lambda: ("inbound", "Zo ziet hij eruit") in transcript(desk, contact_id), 60)

    def brought() -> list[tuple[int | None, int]]:
        messages = desk.replica.transcript(contact_id).messages
        return [
            (file.width, file.size)
            for message in messages
            for file in message.attachments
            if message.direction == "inbound" and file.sha256
        ]

    wait_until(lambda: len(brought()) == 1, 60)
    ((width, size),) = brought()
    assert width == 2048
    assert size < large.stat().st_size
    answer(desk, contact_id, "Dan past hij", _small())
    sees(page, "Past hij op mijn kast?", "Dat zoeken we uit.", "Zo ziet hij eruit", "Dan past hij")
    pictures = page.locator("workstation-chat .f img")
    within(page, lambda: pictures.count() == 2)
    within(page, lambda: all(one.evaluate("e => e.naturalWidth > 0") for one in pictures.all()))

    # Somebody else, at the same time.
    other = chat.browse(tom)
    say(other, "Is it in stock?")
    sees(other, "Is it in stock?")

    # The line is lost: both sides go on writing.
    anouk.set_offline(True)
    say(page, "Nog een vraag")
    say(page, "En nog een")
    opened(page).get_by_text("Wacht op verbinding").first.wait_for()
    opened(page).get_by_text("Geen verbinding").wait_for()
    answer(desk, contact_id, "Ben je er nog?")
    wait_until(lambda: not desk.replica.waiting()[0], 60)
    anouk.set_offline(False)
    sees(
        page,
        "Past hij op mijn kast?",
        "Dat zoeken we uit.",
        "Zo ziet hij eruit",
        "Dan past hij",
        "Ben je er nog?",
        "Nog een vraag",
        "En nog een",
    )
    assert bubbles(other) == ["Is it in stock?"]

    # The desk has the same, once each, and knows how far its answers got.
    said = [
        ("inbound", "Past hij op mijn kast?"),
        ("outbound", "Dat zoeken we uit."),
        ("inbound", "Zo ziet hij eruit"),
        ("outbound", "Dan past hij"),
        ("outbound", "Ben je er nog?"),
        ("inbound", "Nog een vraag"),
        ("inbound", "En nog een"),
    ]
    wait_until(lambda: len(transcript(desk, contact_id)) == len(said), 60)
    assert transcript(desk, contact_id) == said

    def read() -> bool:
        with chat.server.database.read() as session:
            sent = session.query(Message).filter(Message.direction == "outbound").all()
        return [message.delivery for message in sent] == ["read"] * 3

    wait_until(read, 60, chat.server.read_log)


def test_what_was_written_offline_survives_closing_the_page(chat: LiveChat) -> None:
    desk = chat.desk()
    context = chat.visit()
    page = chat.browse(context)
    say(page, "Eerste")
    contact_id = contact_of(desk)
    sees(page, "Eerste")
    context.set_offline(True)
    say(page, "Offline geschreven")
    opened(page).get_by_text("Wacht op verbinding").wait_for()
    page.close()
    context.set_offline(False)
    again = chat.browse(context)
    opened(again)
    sees(again, "Eerste", "Offline geschreven")
    wait_until(lambda: len(transcript(desk, contact_id)) == 2, 60)
    assert transcript(desk, contact_id) == [
        ("inbound", "Eerste"),
        ("inbound", "Offline geschreven"),
    ]


def test_an_office_that_is_killed_and_comes_back_gets_everything_once(chat: LiveChat) -> None:
    desk = chat.desk()
    page = chat.browse()
    say(page, "Voor de klap")
    contact_id = contact_of(desk)
    sees(page, "Voor de klap")
    chat.server.kill()
    say(page, "Tijdens de klap")
    opened(page).get_by_text("Geen verbinding").wait_for()
    answer(desk, contact_id, "Even geduld")
    chat.server.start()
    desk.sync_now()

    def all_there() -> bool:
        return sorted(bubbles(page)) == ["Even geduld", "Tijdens de klap", "Voor de klap"]

    within(page, all_there, 60)
    wait_until(lambda: len(transcript(desk, contact_id)) == 3, 60)
