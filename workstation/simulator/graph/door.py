"""The way in for the sample shop's customers who write over WhatsApp, Messenger or Instagram."""

import queue
from collections.abc import Iterable

from workstation.sample.letters import Answer, Letter
from workstation.simulator.graph.accounts import PRODUCTS, Taken
from workstation.simulator.graph.fake import GraphFake


class GraphDoor:
    """A `sample.letters.Door`. What agents answer is heard from now on."""

    channels: tuple[str, ...] = PRODUCTS
    """Those by which it lets somebody in."""

    def __init__(self, fake: GraphFake) -> None:
        self._fake = fake
        self._heard: queue.SimpleQueue[Taken] = queue.SimpleQueue()
        fake.on_sent(self._heard.put)

    def deliver(self, letter: Letter) -> None:
        if letter.channel == "whatsapp":
            self._over_whatsapp(letter)
        else:
            self._over_social(letter)

    def answers(self) -> Iterable[Answer]:
        found: list[Answer] = []
        while True:
            try:
                taken = self._heard.get_nowait()
            except queue.Empty:
                return found
            thread = f"+{taken.to}" if taken.product == "whatsapp" else taken.to
            found.append(Answer(channel=taken.product, thread=thread, text=taken.text))

    def _over_whatsapp(self, letter: Letter) -> None:
        customers = self._fake.whatsapp
        number = letter.address.removeprefix("+")
        customers.names[number] = letter.name
        customers.write(
            number, letter.text, identifier=f"wamid.{letter.id}", product=letter.product_code
        )
        for place, photo in enumerate(letter.photos):
            customers.send_file(
                number,
                photo.content,
                photo.media_type,
                identifier=f"wamid.{letter.id}.{place}",
            )

    def _over_social(self, letter: Letter) -> None:
        fake = self._fake
        customers = fake.instagram if letter.channel == "instagram" else fake.messenger
        customers.names[letter.address] = letter.name
        referral = {"product": {"id": letter.product_code}} if letter.product_code else None
        customers.write(letter.address, letter.text, identifier=f"m_{letter.id}", referral=referral)
        for place, photo in enumerate(letter.photos):
            customers.send_file(
                letter.address,
                photo.content,
                photo.media_type,
                name=photo.name,
                identifier=f"m_{letter.id}.{place}",
            )
