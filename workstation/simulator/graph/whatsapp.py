"""WhatsApp as its customers use it: what they write becomes webhooks, in the provider's form."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

from workstation.simulator.graph.accounts import Accounts, message_id
from workstation.simulator.graph.media import Media

MediaKind = Literal["image", "audio", "video", "document", "sticker"]
State = Literal["sent", "delivered", "read", "played", "failed"]
CATALOGUE = "194836987003835"
Post = Callable[[dict[str, Any], float], None]


class WhatsAppCustomers:
    """Each method is something a customer does, and returns the id of the message. `at` is in
    milliseconds; WhatsApp itself only tells whole seconds."""

    def __init__(
        self,
        accounts: Accounts,
        media: Media,
        post: Post,
        now: Callable[[], int],
    ) -> None:
        self._accounts = accounts
        self._media = media
        self._post = post
        self._now = now
        self.names: dict[str, str] = {}
        self.wrote_at: dict[str, int] = {}
        """When each customer last wrote: milliseconds."""

    def write(self, customer: str, text: str, **about: Any) -> str:
        return self.message(customer, "text", {"body": text}, **about)

    def send_file(
        self,
        customer: str,
        content: bytes,
        media_type: str,
        *,
        kind: MediaKind = "image",
        caption: str = "",
        name: str = "",
        voice: bool = False,
        **about: Any,
    ) -> str:
        kept = self._media.keep(content, media_type, name=name)
        media: dict[str, Any] = {"mime_type": media_type, "sha256": kept.sha256, "id": kept.id}
        if caption:
            media["caption"] = caption
        if kind == "document":
            media["filename"] = name
        if kind == "audio":
            media["voice"] = voice
        if kind == "sticker":
            media["animated"] = False
        return self.message(customer, kind, media, **about)

    def send_location(
        self, customer: str, latitude: float, longitude: float, name: str = "", **about: Any
    ) -> str:
        place: dict[str, Any] = {"latitude": latitude, "longitude": longitude}
        if name:
            place |= {"name": name, "address": "Voorbeeldstraat 1, Utrecht"}
        return self.message(customer, "location", place, **about)

    def send_contact(self, customer: str, name: str, number: str, **about: Any) -> str:
        person = {
            "name": {"formatted_name": name, "first_name": name.split(maxsplit=1)[0]},
            "phones": [{"phone": number, "type": "CELL"}],
        }
        return self.message(customer, "contacts", [person], **about)

    def react(self, customer: str, to: str, emoji: str, **about: Any) -> str:
        """An empty emoji takes the reaction off."""
        reaction = {"message_id": to} | ({"emoji": emoji} if emoji else {})
        return self.message(customer, "reaction", reaction, **about)

    def press(self, customer: str, title: str, *, of: str = "button_reply", **about: Any) -> str:
        """Choose a button, or a line of a list: "list_reply"."""
        choice = {"id": title.lower(), "title": title}
        return self.message(customer, "interactive", {"type": of, of: choice}, **about)

    def press_template_button(self, customer: str, text: str, **about: Any) -> str:
        return self.message(customer, "button", {"payload": text, "text": text}, **about)

    def order(
        self, customer: str, items: Sequence[Mapping[str, Any]], text: str = "", **about: Any
    ) -> str:
        """`items`: product_retailer_id, quantity, item_price (of the whole currency), currency."""
        goods = {"catalog_id": CATALOGUE, "text": text, "product_items": list(items)}
        return self.message(customer, "order", goods, **about)

    def edit(self, customer: str, original: str, text: str, **about: Any) -> str:
        change = {
            "original_message_id": original,
            "message": {"context": {"id": original}, "type": "text", "text": {"body": text}},
        }
        return self.message(customer, "edit", change, **about)

    def delete(self, customer: str, original: str, **about: Any) -> str:
        return self.message(customer, "revoke", {"original_message_id": original}, **about)

    def change_number(self, customer: str, number: str, **about: Any) -> str:
        system = {
            "body": f"{self.names.get(customer, customer)} changed from {customer} to {number}",
            "type": "user_changed_number",
            "wa_id": number,
        }
        return self.message(customer, "system", system, **about)

    def send_unsupported(self, customer: str, **about: Any) -> str:
        errors = [
            {
                "code": 131051,
                "title": "Message type unknown",
                "message": "Message type unknown",
                "error_data": {"details": "Message type is currently not supported."},
            }
        ]
        return self.message(
            customer, "unsupported", {"type": "unknown"}, beside={"errors": errors}, **about
        )

    def message(
        self,
        customer: str,
        kind: str,
        content: Any,
        *,
        reply_to: str = "",
        forwarded: bool = False,
        referral: Mapping[str, str] | None = None,
        user_id: str = "",
        product: str = "",
        beside: Mapping[str, Any] | None = None,
        identifier: str = "",
        at: int | None = None,
        after: float = 0.0,
    ) -> str:
        """Any message. `customer` is a number without plus, empty for one who shows only an id of
        a user; `product` the article from whose page they wrote. `after` is when it is posted,
        seconds from now."""
        identifier = identifier or message_id("whatsapp")
        moment = self._now() if at is None else at
        message: dict[str, Any] = {"id": identifier, "timestamp": str(moment // 1000), "type": kind}
        if customer:
            message["from"] = customer
        if user_id:
            message["from_user_id"] = user_id
        message[kind] = content
        context: dict[str, Any] = {}
        if reply_to:
            context |= {"from": self._accounts.phone_number, "id": reply_to}
        if forwarded:
            context["forwarded"] = True
        if product:
            context |= {
                "from": self._accounts.phone_number,
                "referred_product": {"catalog_id": CATALOGUE, "product_retailer_id": product},
            }
        if context:
            message["context"] = context
        writer = customer or user_id
        self.wrote_at[writer] = max(moment, self.wrote_at.get(writer, 0))
        if referral:
            message["referral"] = dict(referral)
        message |= beside or {}
        contact: dict[str, Any] = {"profile": {"name": self.names.get(customer or user_id, "")}}
        if customer:
            contact["wa_id"] = customer
        if user_id:
            contact["user_id"] = user_id
        self._change({"contacts": [contact], "messages": [message]}, after=after)
        return identifier

    def status(
        self,
        identifier: str,
        state: State,
        customer: str,
        *,
        reference: str = "",
        code: int = 0,
        title: str = "",
        at: int | None = None,
        after: float = 0.0,
    ) -> None:
        """What became of a message of ours."""
        moment = self._now() if at is None else at
        status: dict[str, Any] = {
            "id": identifier,
            "status": state,
            "timestamp": str(moment // 1000),
            "recipient_id": customer,
        }
        if reference:
            status["biz_opaque_callback_data"] = reference
        if code:
            status["errors"] = [
                {
                    "code": code,
                    "title": title,
                    "message": title,
                    "error_data": {"details": f"{title}."},
                    "href": "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/",
                }
            ]
        if state in ("sent", "delivered", "read"):
            status["pricing"] = {"billable": True, "pricing_model": "PMP", "category": "service"}
        self._change({"statuses": [status]}, after=after)

    def written_on_the_phone(self, customer: str, text: str, *, after: float = 0.0) -> str:
        """We answered with the application on a telephone instead."""
        identifier = message_id("whatsapp")
        echo = {
            "from": self._accounts.phone_number,
            "to": customer,
            "id": identifier,
            "timestamp": str(self._now() // 1000),
            "type": "text",
            "text": {"body": text},
        }
        self._change({"message_echoes": [echo]}, field="smb_message_echoes", after=after)
        return identifier

    def account_news(self, field: str, value: Mapping[str, Any], *, after: float = 0.0) -> None:
        """News about the account itself: "message_template_status_update" and the like."""
        change = {"field": field, "value": dict(value)}
        self._post(self._envelope(change), after)

    def _change(
        self, value: dict[str, Any], *, field: str = "messages", after: float = 0.0
    ) -> None:
        known = {
            "messaging_product": "whatsapp",
            "metadata": {
                "display_phone_number": self._accounts.phone_number,
                "phone_number_id": self._accounts.phone_number_id,
            },
        }
        self._post(self._envelope({"value": known | value, "field": field}), after)

    def _envelope(self, change: dict[str, Any]) -> dict[str, Any]:
        return {
            "object": "whatsapp_business_account",
            "entry": [{"id": self._accounts.whatsapp_account, "changes": [change]}],
        }
