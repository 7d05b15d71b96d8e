"""The pretended Graph API speaks as the real one does, and misbehaves when it is told to."""

import hashlib
import hmac
import json
import threading
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import requests

from workstation.simulator.graph import GraphFake, Refusal

PSID = "6543217890123456"
NUMBER = "15550100002"


@pytest.fixture
def fake() -> Iterator[GraphFake]:
    found = GraphFake()
    found.pace = 0.0
    with found:
        yield found


class Office:
    """Takes webhooks, and can refuse the first ones."""

    def __init__(self, fake: GraphFake, refuses: int = 0) -> None:
        self.bodies: list[dict[str, Any]] = []
        self._fake = fake
        self._refuses = refuses
        self._lock = threading.Lock()

    def __call__(self, body: bytes, headers: Mapping[str, str]) -> int:
        with self._lock:
            digest = hmac.new(self._fake.accounts.app_secret.encode(), body, hashlib.sha256)
            assert headers["X-Hub-Signature-256"] == f"sha256={digest.hexdigest()}"
            if self._refuses:
                self._refuses -= 1
                return 500
            self.bodies.append(json.loads(body))
            return 200


def ask(fake: GraphFake, method: str, path: str, **given: Any) -> requests.Response:
    headers = {"Authorization": f"Bearer {fake.accounts.access_token}"}
    return requests.request(
        method, f"{fake.address}/v23.0/{path}", headers=headers, timeout=10, **given
    )


def say(fake: GraphFake, text: str, to: str = NUMBER, **given: Any) -> requests.Response:
    body = {"messaging_product": "whatsapp", "to": to, "type": "text", "text": {"body": text}}
    return ask(fake, "POST", f"{fake.accounts.phone_number_id}/messages", json=body | given)


def test_a_whatsapp_message_is_taken_and_its_way_told(fake: GraphFake) -> None:
    office = Office(fake)
    fake.call_back("whatsapp", office)
    answer = say(fake, "Hello", biz_opaque_callback_data="r-1").json()
    (taken,) = fake.sent
    assert answer["messages"] == [{"id": taken.id}]
    assert (taken.text, taken.reference, taken.to) == ("Hello", "r-1", NUMBER)
    assert fake.courier.wait()
    statuses = [body["entry"][0]["changes"][0]["value"]["statuses"][0] for body in office.bodies]
    assert [status["status"] for status in statuses] == ["sent", "delivered", "read"]
    assert {status["biz_opaque_callback_data"] for status in statuses} == {"r-1"}


def test_a_customer_writes_and_is_posted_signed(fake: GraphFake) -> None:
    office = Office(fake)
    fake.call_back("whatsapp", office)
    fake.call_back("instagram", office)
    first = fake.customer_writes("whatsapp", NUMBER, "It flickers.")
    second = fake.customer_writes("instagram", PSID, "It flickers.")
    assert fake.courier.wait()
    assert office.bodies[0]["entry"][0]["changes"][0]["value"]["messages"][0]["id"] == first
    assert office.bodies[1]["object"] == "instagram"
    assert office.bodies[1]["entry"][0]["messaging"][0]["message"]["mid"] == second


def test_a_webhook_that_is_not_taken_comes_again(fake: GraphFake) -> None:
    office = Office(fake, refuses=2)
    fake.call_back("messenger", office)
    fake.messenger.write(PSID, "It flickers.")
    assert fake.courier.wait()
    assert len(office.bodies) == 1
    assert fake.courier.refused == [500, 500]


def test_webhooks_can_be_repeated_and_mixed_up(fake: GraphFake) -> None:
    office = Office(fake)
    fake.call_back("messenger", office)
    fake.trouble.repeat = 2
    fake.trouble.shuffle = True
    written = [fake.messenger.write(PSID, str(number)) for number in range(5)]
    assert fake.courier.wait()
    heard = [body["entry"][0]["messaging"][0]["message"]["mid"] for body in office.bodies]
    assert sorted(heard) == sorted(written * 2)
    assert heard != sorted(heard, key=written.index)


def test_a_page_sends_and_hears_its_own_echo(fake: GraphFake) -> None:
    office = Office(fake)
    fake.call_back("messenger", office)
    body = {
        "recipient": {"id": PSID},
        "messaging_type": "RESPONSE",
        "message": {"text": "Another cable?", "metadata": "r-1"},
    }
    answer = ask(fake, "POST", "me/messages", json=body).json()
    assert answer["recipient_id"] == PSID
    assert fake.courier.wait()
    echo, delivery, read = (body["entry"][0]["messaging"][0] for body in office.bodies)
    assert echo["message"]["mid"] == answer["message_id"]
    assert (echo["message"]["is_echo"], echo["message"]["metadata"]) == (True, "r-1")
    assert delivery["delivery"]["mids"] == [answer["message_id"]]
    assert read["read"]["watermark"] > 0


def test_media_go_both_ways_and_addresses_expire(fake: GraphFake) -> None:
    number = fake.accounts.phone_number_id
    form = {"messaging_product": "whatsapp", "type": "image/png"}
    uploaded = ask(
        fake, "POST", f"{number}/media", data=form, files={"file": ("a.png", b"png", "image/png")}
    ).json()
    found = ask(fake, "GET", uploaded["id"]).json()
    assert found["mime_type"] == "image/png"
    token = {"Authorization": f"Bearer {fake.accounts.access_token}"}
    assert requests.get(found["url"], timeout=5).status_code == 401
    assert requests.get(found["url"], headers=token, timeout=5).content == b"png"
    fake.expire_media()
    assert requests.get(found["url"], headers=token, timeout=5).status_code == 404
    assert ask(fake, "GET", "999").json()["error"]["error_subcode"] == 33


def test_templates_come_in_pages_and_must_be_filled_in(fake: GraphFake) -> None:
    account = fake.accounts.whatsapp_account
    first = ask(fake, "GET", f"{account}/message_templates", params={"limit": 3}).json()
    assert len(first["data"]) == 3
    token = {"Authorization": f"Bearer {fake.accounts.access_token}"}
    second = requests.get(first["paging"]["next"], headers=token, timeout=5).json()
    assert len(second["data"]) == 1
    assert "next" not in second["paging"]
    template = {"name": "go_on", "language": {"code": "nl"}}
    wrong = say(fake, "", type="template", template=template)
    assert wrong.json()["error"]["code"] == 132000
    filled = {"type": "body", "parameters": [{"type": "text", "text": "Anna"}]}
    say(fake, "", type="template", template=template | {"components": [filled]})
    assert fake.sent[-1].text.startswith("Hallo Anna,")


def test_it_refuses_what_the_real_one_refuses(fake: GraphFake) -> None:
    assert requests.get(f"{fake.address}/v23.0/me", timeout=5).json()["error"]["code"] == 190
    assert say(fake, "x" * 4097).json()["error"]["code"] == 100
    fake.messenger.write(PSID, "Hello", at=fake.clock() - 25 * 3_600_000)
    late = {"recipient": {"id": PSID}, "messaging_type": "RESPONSE", "message": {"text": "Hi"}}
    error = ask(fake, "POST", "me/messages", json=late).json()["error"]
    assert (error["code"], error["error_subcode"]) == (10, 2018278)
    tagged = late | {"messaging_type": "MESSAGE_TAG", "tag": "HUMAN_AGENT"}
    assert ask(fake, "POST", "me/messages", json=tagged).status_code == 200


def test_it_fails_as_it_is_told(fake: GraphFake) -> None:
    fake.trouble.fail_next(status=503)
    fake.trouble.limit_next(limit="pair")
    assert say(fake, "one").status_code == 503
    assert say(fake, "two").json()["error"]["code"] == 131056
    fake.trouble.refuse(NUMBER, Refusal(status=400, code=131026, message="(#131026) Undeliverable"))
    assert say(fake, "three").json()["error"]["code"] == 131026
    fake.trouble.forgive()
    assert fake.sent == []
    assert say(fake, "four").status_code == 200


def test_an_answer_can_get_lost(fake: GraphFake) -> None:
    fake.trouble.lose_next()
    with pytest.raises(requests.ConnectionError):
        say(fake, "Hello")
    assert [taken.text for taken in fake.sent] == ["Hello"]


def test_without_a_courier_a_test_delivers_by_itself() -> None:
    fake = GraphFake()
    office = Office(fake)
    fake.call_back("whatsapp", office)
    fake.customer_writes("whatsapp", NUMBER, "One")
    fake.customer_writes("whatsapp", NUMBER, "Two")
    assert len(fake.courier.waiting) == 2
    assert fake.courier.deliver_all() == [200, 200]
    assert fake.courier.waiting == []


def test_what_comes_too_late_on_whatsapp_is_taken_and_fails(fake: GraphFake) -> None:
    office = Office(fake)
    fake.whatsapp.write(NUMBER, "Hello", at=fake.clock() - 25 * 3_600_000)
    fake.call_back("whatsapp", office)
    assert say(fake, "Late").status_code == 200
    assert fake.courier.wait()
    (status,) = (body["entry"][0]["changes"][0]["value"]["statuses"][0] for body in office.bodies)
    assert (status["status"], status["errors"][0]["code"]) == ("failed", 131047)


def test_no_more_than_so_many_a_second(fake: GraphFake) -> None:
    fake.trouble.per_second = 2
    codes = [say(fake, str(number)).json().get("error", {}).get("code") for number in range(4)]
    assert codes == [None, None, 130429, 130429]
