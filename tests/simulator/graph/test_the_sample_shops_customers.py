"""The sample shop's customers come in over the pretended providers, and hear what is answered."""

from collections.abc import Iterator

import pytest
import requests

from tests.channels.social.captures import messenger
from workstation.channels.whatsapp.reading import read
from workstation.sample.letters import Answer, Letter
from workstation.sample.pictures import Picture
from workstation.simulator.graph import GraphFake
from workstation.simulator.graph.door import GraphDoor

NUMBER = "+15550100002"
ANNA = "6543217890123456"
PHOTO = Picture("tv.png", "0" * 64, "image/png", 1, 1, b"png")


@pytest.fixture
def fake() -> Iterator[GraphFake]:
    found = GraphFake()
    found.start(webhooks=False)
    yield found
    found.stop()


def letter(channel: str, address: str) -> Letter:
    return Letter(
        id="sample-1",
        after=0,
        channel=channel,
        thread=address,
        address=address,
        name="Anna Bakker",
        text="It flickers.",
        language="en",
        product_code="TV-55",
        photos=(PHOTO,),
    )


def test_over_whatsapp(fake: GraphFake) -> None:
    door = GraphDoor(fake)
    door.deliver(letter("whatsapp", NUMBER))
    written, photo = (
        read(body, fake.accounts.phone_number_id).messages[0] for body in fake.courier.bodies
    )
    assert (written.thread, written.name, written.text) == (NUMBER, "Anna Bakker", "It flickers.")
    assert written.product_code == "TV-55"
    assert len(photo.remote) == 1
    headers = {"Authorization": f"Bearer {fake.accounts.access_token}"}
    said = {"messaging_product": "whatsapp", "to": NUMBER, "text": {"body": "Another cable?"}}
    where = f"{fake.address}/v23.0/{fake.accounts.phone_number_id}/messages"
    assert requests.post(where, json=said, headers=headers, timeout=5).status_code == 200
    assert list(door.answers()) == [Answer("whatsapp", NUMBER, "Another cable?")]
    assert list(door.answers()) == []


def test_over_messenger(fake: GraphFake) -> None:
    door = GraphDoor(fake)
    door.deliver(letter("messenger", ANNA))
    channel = messenger(base=fake.address)
    written, photo = (channel.parse(body).messages[0] for body in fake.courier.bodies)
    assert (written.thread, written.text, written.product_code) == (ANNA, "It flickers.", "TV-55")
    assert channel.fetch(photo.remote[0]).content == b"png"
    assert channel.profile(ANNA) == "Anna Bakker"


def test_a_letter_that_comes_twice_is_one_message(fake: GraphFake) -> None:
    door = GraphDoor(fake)
    for _ in range(2):
        door.deliver(letter("instagram", ANNA))
    ids = [b"sample-1.0" in body for body in fake.courier.bodies]
    assert ids == [False, True, False, True]
