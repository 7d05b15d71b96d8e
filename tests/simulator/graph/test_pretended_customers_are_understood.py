"""Whatever a pretended customer does, the channels understand, as they do the real thing."""

import json
from collections.abc import Callable, Iterator

import pytest

from tests.channels.social.captures import instagram, messenger
from workstation.channels.incoming import (
    Inbound,
    Parsed,
)
from workstation.channels.whatsapp.reading import read
from workstation.simulator.graph import GraphFake
from workstation.simulator.graph.social import SocialCustomers
from workstation.simulator.graph.whatsapp import WhatsAppCustomers

ANNA = "6543217890123456"
NUMBER = "15550100002"
ORDER = {"product_retailer_id": "TV-55", "quantity": 1, "item_price": 499, "currency": "EUR"}


def heard(fake: GraphFake, product: str) -> Parsed:
    """What a channel makes of the last webhook."""
    body = fake.courier.bodies[-1]
    if product == "whatsapp":
        return read(body, fake.accounts.phone_number_id)
    told = {"base": fake.address}
    channel = instagram(**told) if product == "instagram" else messenger(**told)
    return channel.parse(body)


def only(fake: GraphFake, product: str) -> Inbound:
    (found,) = heard(fake, product).messages
    return found


@pytest.fixture(scope="module")
def fake() -> Iterator[GraphFake]:
    found = GraphFake()
    found.whatsapp.names[NUMBER] = "Anna Bakker"
    found.start(webhooks=False)
    yield found
    found.stop()


WHATSAPP: dict[str, Callable[[WhatsAppCustomers], str]] = {
    "": lambda anna: anna.write(NUMBER, "It flickers.", reply_to="wamid.1", forwarded=True),
    "location": lambda anna: anna.send_location(NUMBER, 52.09, 5.12, "Home"),
    "contacts": lambda anna: anna.send_contact(NUMBER, "Bram Bakker", "+15550100003"),
    "choice": lambda anna: anna.press(NUMBER, "Yes"),
    "order": lambda anna: anna.order(NUMBER, [ORDER]),
    "unsupported": lambda anna: anna.send_unsupported(NUMBER),
}


@pytest.mark.parametrize("shape", WHATSAPP)
def test_on_whatsapp(fake: GraphFake, shape: str) -> None:
    identifier = WHATSAPP[shape](fake.whatsapp)
    found = only(fake, "whatsapp")
    assert found.provider_id == identifier
    assert (found.address, found.name) == (f"+{NUMBER}", "Anna Bakker")
    assert found.facts.get("shape", "") == shape


def test_on_whatsapp_with_a_list_and_a_template_button(fake: GraphFake) -> None:
    fake.whatsapp.press(NUMBER, "Delivery", of="list_reply")
    assert only(fake, "whatsapp").facts["of"] == "list"
    fake.whatsapp.press_template_button(NUMBER, "Yes, please")
    assert only(fake, "whatsapp").facts["of"] == "template"


@pytest.mark.parametrize("kind", ["image", "audio", "video", "document", "sticker"])
def test_files_on_whatsapp(fake: GraphFake, kind: str) -> None:
    fake.whatsapp.send_file(NUMBER, b"x", "image/png", kind=kind, name="a.png", voice=True)  # type: ignore[arg-type]
    (file,) = only(fake, "whatsapp").remote
    assert file.media_type == "image/png"


def test_changes_on_whatsapp(fake: GraphFake) -> None:
    fake.whatsapp.react(NUMBER, "wamid.1", "👍")
    assert heard(fake, "whatsapp").reactions[0].emoji == "👍"
    fake.whatsapp.edit(NUMBER, "wamid.1", "Two")
    assert heard(fake, "whatsapp").edits[0].text == "Two"
    fake.whatsapp.delete(NUMBER, "wamid.1")
    assert heard(fake, "whatsapp").deletions[0].provider_id == "wamid.1"
    fake.whatsapp.change_number(NUMBER, "15550100009")
    assert heard(fake, "whatsapp").addresses[0].after == "+15550100009"
    fake.whatsapp.written_on_the_phone(NUMBER, "Hello")
    assert only(fake, "whatsapp").echo
    fake.whatsapp.status("wamid.2", "failed", NUMBER, code=131026, title="Undeliverable")
    assert heard(fake, "whatsapp").news[0].reason == "whatsapp.131026"
    event = {"event": "APPROVED", "message_template_name": "go_on"}
    more = {"message_template_language": "nl", "message_template_id": 1, "reason": "NONE"}
    fake.whatsapp.account_news("message_template_status_update", event | more)
    assert heard(fake, "whatsapp").templates[0].status == "approved"


SOCIAL: dict[str, Callable[[SocialCustomers], str]] = {
    "": lambda anna: anna.write(ANNA, "It flickers.", reply_to="m_1"),
    "choice": lambda anna: anna.press(ANNA, "Track my order", referral={"ref": "spring"}),
    "story": lambda anna: anna.mention_in_story(ANNA),
    "unsupported": lambda anna: anna.send_unsupported(ANNA),
}


@pytest.mark.parametrize("product", ["messenger", "instagram"])
@pytest.mark.parametrize("shape", SOCIAL)
def test_on_messenger_and_instagram(fake: GraphFake, product: str, shape: str) -> None:
    customers = fake.instagram if product == "instagram" else fake.messenger
    identifier = SOCIAL[shape](customers)
    found = only(fake, product)
    assert (found.provider_id, found.address) == (identifier, ANNA)
    assert found.facts.get("shape", "") == shape


@pytest.mark.parametrize("product", ["messenger", "instagram"])
def test_changes_on_messenger_and_instagram(fake: GraphFake, product: str) -> None:
    customers = fake.instagram if product == "instagram" else fake.messenger
    customers.send_file(ANNA, b"x", "image/png", name="a.png")
    assert only(fake, product).remote[0].reference.startswith(fake.address)
    customers.reply_to_story(ANNA, "Nice!")
    assert only(fake, product).facts["of"] == "reply"
    customers.react(ANNA, "m_1", "")
    assert heard(fake, product).reactions[0].emoji == ""
    customers.edit(ANNA, "m_1", "Two")
    assert heard(fake, product).edits[0].text == "Two"
    customers.unsend(ANNA, "m_1")
    assert heard(fake, product).deletions[0].provider_id == "m_1"
    customers.read(ANNA, "m_2")
    assert heard(fake, product).reads[0].thread == ANNA
    customers.written_elsewhere(ANNA, "Hello")
    assert only(fake, product).echo
    customers.follow_link(ANNA, "spring")
    assert only(fake, product).facts["referral"]["body"] == "spring"
    customers.change("comments", {"text": "Nice!"})
    assert heard(fake, product) == Parsed()


def test_a_body_is_what_is_posted(fake: GraphFake) -> None:
    fake.whatsapp.write(NUMBER, "Hello")
    posted = json.loads(fake.courier.bodies[-1])
    assert posted["object"] == "whatsapp_business_account"
