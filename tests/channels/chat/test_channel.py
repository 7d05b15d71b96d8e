"""The chat as a channel: what it reads, sends, keeps and fetches."""

import json
import time
from pathlib import Path
from typing import Any

import pytest

from workstation.channels.chat.box import KEPT, MOST, Box, BoxFull
from workstation.channels.chat.channel import LARGEST_FILE, LONGEST_TEXT, Chat
from workstation.channels.chat.settings import read_settings
from workstation.channels.incoming import (
    Inbound,
    RemoteFile,
)
from workstation.channels.outgoing import (
    Outbound,
    OutboundFile,
    Rejected,
)
from workstation.channels.port import (
    Request,
)
from workstation.models import new_id

VISITOR = "01990000-0000-7000-8000-000000000001"


@pytest.fixture
def chat(tmp_path: Path) -> Chat:
    return Chat(read_settings({"origins": ["https://www.example.nl"]}), tmp_path / "chat")


def read(chat: Chat, **given: Any) -> Inbound:
    body = json.dumps({"messages": [{"id": "m-1", "visitor": VISITOR} | given]}).encode()
    (message,) = chat.parse(body).messages
    return message


def outbound(text: str = "Hello", **given: Any) -> Outbound:
    return Outbound(
        reference=new_id(), channel="chat", thread=VISITOR, address=VISITOR, text=text, **given
    )


def test_all_that_a_browser_says_is_read(chat: Chat) -> None:
    page = {"link": "https://www.example.nl/tv", "title": "TV"}
    file = {"reference": "r", "media_type": "image/png", "name": "a.png"}
    message = read(
        chat,
        text="Hoi",
        at=5,
        name="Anouk",
        mail="Anouk@Example.nl",
        language="nl",
        product="LUM-55",
        page=page,
        verified=True,
        customer_id="c",
        files=[file],
        later="what a newer office adds",
    )
    assert (message.thread, message.address, message.at) == (VISITOR, VISITOR, 5)
    assert (message.name, message.language, message.product_code) == ("Anouk", "nl", "LUM-55")
    assert message.also == (("email", "anouk@example.nl"),)
    assert (message.verified, message.customer_id) == (True, "c")
    assert message.facts == {"page": page}
    assert message.remote == (RemoteFile(reference="r", media_type="image/png", name="a.png"),)


def test_what_it_cannot_show_is_refused_with_what_to_do(chat: Chat) -> None:
    with pytest.raises(Rejected, match="in parts"):
        chat.send(outbound("x" * (LONGEST_TEXT + 1)))
    large = OutboundFile(content=b"x" * (LARGEST_FILE + 1), media_type="image/png")
    video = OutboundFile(content=b"x", media_type="video/mp4")
    for file in (large, video):
        with pytest.raises(Rejected, match="by mail"):
            chat.send(outbound(files=(file,)))


def test_sent_again_it_is_the_same_message(chat: Chat) -> None:
    message = outbound()
    assert chat.send(message) == chat.send(message)


def test_nobody_posts_to_it_from_outside(chat: Chat) -> None:

    request = Request(method="POST", url="https://desk.example.nl", query={}, headers={})
    assert not chat.is_genuine(request)
    assert chat.greet(request) is None


def test_a_file_is_fetched_from_the_box(chat: Chat) -> None:
    reference = chat.box.keep(VISITOR, b"a photo")
    found = chat.fetch(RemoteFile(reference=reference, media_type="image/png", name="a.png"))
    assert (found.content, found.media_type, found.name) == (b"a photo", "image/png", "a.png")
    with pytest.raises(Rejected):
        chat.fetch(RemoteFile(reference=f"{VISITOR}/{'0' * 64}"))


@pytest.mark.parametrize("reference", ["", "..", "../../etc/passwd", "a/b", f"{VISITOR}/../x"])
def test_nothing_outside_of_the_box_is_read(chat: Chat, reference: str) -> None:
    assert not chat.box.has(reference)
    assert chat.box.read(reference) is None


def test_the_box_holds_so_much_of_one_visitor(tmp_path: Path) -> None:
    box = Box(tmp_path)
    for number in range(MOST):
        box.keep(VISITOR, str(number).encode())
    assert box.keep(VISITOR, b"0")  # it is in there
    with pytest.raises(BoxFull):
        box.keep(VISITOR, b"one more")
    assert box.keep(new_id(), b"somebody else's")


def test_what_is_old_leaves_the_box(tmp_path: Path) -> None:
    box = Box(tmp_path)
    reference = box.keep(VISITOR, b"a photo")
    box.tidy(time.time() + KEPT - 60)
    assert box.has(reference)
    box.tidy(time.time() + KEPT + 60)
    assert not box.has(reference)
    assert list(tmp_path.iterdir()) == []
