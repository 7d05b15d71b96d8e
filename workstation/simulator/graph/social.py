"""Messenger and Instagram as their customers use them: what they do becomes webhooks."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

from workstation.simulator.graph.accounts import Accounts, message_id
from workstation.simulator.graph.media import Media

Social = Literal["messenger", "instagram"]
Post = Callable[[dict[str, Any], float], None]
Lend = Callable[[str], str]
"""The address at which anybody may fetch a file, by its id."""
OTHER_APP = 263902037430900
"""The provider's own inbox, as an application."""


class SocialCustomers:
    """Each method is something a customer does; those that write return the id of the message.
    `at` is in milliseconds, `after` in seconds from now."""

    def __init__(
        self,
        product: Social,
        accounts: Accounts,
        media: Media,
        lend: Lend,
        post: Post,
        now: Callable[[], int],
    ) -> None:
        self.product: Social = product
        self._accounts = accounts
        self._media = media
        self._lend = lend
        self._post = post
        self._now = now
        self.ours = accounts.instagram if product == "instagram" else accounts.page
        self.names: dict[str, str] = {}
        self.wrote_at: dict[str, int] = {}
        """When each customer last wrote: milliseconds."""

    def write(
        self,
        customer: str,
        text: str,
        *,
        reply_to: str = "",
        quick_reply: str = "",
        referral: Mapping[str, Any] | None = None,
        **about: Any,
    ) -> str:
        message: dict[str, Any] = {"text": text}
        if reply_to:
            message["reply_to"] = {"mid": reply_to}
        if quick_reply:
            message["quick_reply"] = {"payload": quick_reply}
        if referral:
            message["referral"] = dict(referral)
        return self.message(customer, message, **about)

    def send_file(
        self,
        customer: str,
        content: bytes,
        media_type: str,
        *,
        kind: str = "image",
        name: str = "",
        text: str = "",
        **about: Any,
    ) -> str:
        address = self.keep(content, media_type, name=name)
        attachment = {"type": kind, "payload": {"url": address}}
        message = {"attachments": [attachment]} | ({"text": text} if text else {})
        return self.message(customer, message, **about)

    def keep(self, content: bytes, media_type: str, *, name: str = "") -> str:
        """Keep a file; its address at the provider."""
        return self._lend(self._media.keep(content, media_type, name=name, is_open=True).id)

    def attach(self, customer: str, attachments: Sequence[Mapping[str, Any]], **about: Any) -> str:
        """Any attachments: a shared link ("fallback"), a "location", a "template" ..."""
        return self.message(customer, {"attachments": list(attachments)}, **about)

    def reply_to_story(
        self, customer: str, text: str, *, content: bytes = b"", **about: Any
    ) -> str:
        story = {"id": "18013209982000000", "url": self.keep(content, "image/jpeg")}
        return self.message(customer, {"text": text, "reply_to": {"story": story}}, **about)

    def mention_in_story(self, customer: str, *, content: bytes = b"", **about: Any) -> str:
        payload = {"url": self.keep(content, "image/jpeg")}
        return self.attach(customer, [{"type": "story_mention", "payload": payload}], **about)

    def press(
        self,
        customer: str,
        title: str,
        payload: str = "",
        *,
        referral: Mapping[str, Any] | None = None,
        at: int | None = None,
        after: float = 0.0,
    ) -> str:
        """Press a button of a message or the menu: a postback."""
        identifier = message_id(self.product)
        postback: dict[str, Any] = {"mid": identifier, "title": title, "payload": payload or title}
        if referral:
            postback["referral"] = dict(referral)
        self._hear(customer, at)
        self.event(customer, {"postback": postback}, at=at, after=after)
        return identifier

    def follow_link(self, customer: str, ref: str, *, after: float = 0.0, **more: Any) -> None:
        """Come by way of a link or an advertisement, in a conversation that exists."""
        referral = {"ref": ref, "source": "SHORTLINK", "type": "OPEN_THREAD"} | more
        self.event(customer, {"referral": referral}, after=after)

    def react(
        self,
        customer: str,
        to: str,
        emoji: str = "❤",
        *,
        reaction: str = "love",
        at: int | None = None,
        after: float = 0.0,
    ) -> None:
        """An empty emoji takes the reaction off."""
        told: dict[str, Any] = {"mid": to, "action": "react" if emoji else "unreact"}
        if emoji:
            told |= {"reaction": reaction, "emoji": emoji}
        self.event(customer, {"reaction": told}, at=at, after=after)

    def unsend(
        self, customer: str, original: str, *, at: int | None = None, after: float = 0.0
    ) -> None:
        event = {"message": {"mid": original, "is_deleted": True}}
        self.event(customer, event, at=at, after=after)

    def edit(
        self,
        customer: str,
        original: str,
        text: str,
        *,
        times: int = 1,
        at: int | None = None,
        after: float = 0.0,
    ) -> None:
        told = {"mid": original, "text": text, "num_edit": times}
        self.event(customer, {"message_edit": told}, at=at, after=after)

    def send_unsupported(self, customer: str, **about: Any) -> str:
        return self.message(customer, {"is_unsupported": True}, **about)

    def get(
        self, customer: str, identifiers: Sequence[str], *, at: int | None = None, after: float = 0
    ) -> None:
        """Messages of ours reached them. Instagram never says so."""
        if self.product == "messenger":
            moment = self._now() if at is None else at
            told = {"mids": list(identifiers), "watermark": moment}
            self.event(customer, {"delivery": told}, at=moment, after=after)

    def read(
        self, customer: str, identifier: str, *, at: int | None = None, after: float = 0.0
    ) -> None:
        """They read everything until now. Instagram names the message, Messenger only the time."""
        moment = self._now() if at is None else at
        if self.product == "messenger":
            self.event(customer, {"read": {"watermark": moment}}, at=moment, after=after)
        else:
            self.event(customer, {"read": {"mid": identifier}}, at=moment, after=after)

    def echo(
        self,
        customer: str,
        identifier: str,
        message: Mapping[str, Any],
        *,
        app: int = OTHER_APP,
        reference: str = "",
        at: int | None = None,
        after: float = 0.0,
    ) -> None:
        """A message of ours, told to every application that asked to hear of them."""
        told: dict[str, Any] = {"mid": identifier, "is_echo": True}
        if self.product == "messenger":
            told["app_id"] = app
            if reference:
                told["metadata"] = reference
        event = {
            "sender": {"id": self.ours},
            "recipient": {"id": customer},
            "timestamp": self._now() if at is None else at,
            "message": told | dict(message),
        }
        self._post(self.envelope(event), after)

    def written_elsewhere(self, customer: str, text: str, **about: Any) -> str:
        """We answered with the provider's own inbox instead."""
        identifier = message_id(self.product)
        self.echo(customer, identifier, {"text": text}, **about)
        return identifier

    def message(
        self,
        customer: str,
        message: Mapping[str, Any],
        *,
        identifier: str = "",
        at: int | None = None,
        after: float = 0.0,
    ) -> str:
        """Any message."""
        identifier = identifier or message_id(self.product)
        self._hear(customer, at)
        self.event(customer, {"message": {"mid": identifier} | dict(message)}, at=at, after=after)
        return identifier

    def event(
        self, customer: str, event: Mapping[str, Any], *, at: int | None = None, after: float = 0.0
    ) -> None:
        """Anything else a customer can do."""
        told = {
            "sender": {"id": customer},
            "recipient": {"id": self.ours},
            "timestamp": self._now() if at is None else at,
        }
        self._post(self.envelope(told | dict(event)), after)

    def envelope(self, *events: Mapping[str, Any], under: str = "messaging") -> dict[str, Any]:
        """Events as they are posted; under "standby" while another application has the word."""
        entry = {"id": self.ours, "time": self._now(), under: list(events)}
        return {
            "object": "instagram" if self.product == "instagram" else "page",
            "entry": [entry],
        }

    def change(self, field: str, value: Mapping[str, Any], *, after: float = 0.0) -> None:
        """Something that happened outside of conversations: "feed", "comments", "mentions"."""
        entry = {
            "id": self.ours,
            "time": self._now() // 1000,
            "changes": [{"field": field, "value": dict(value)}],
        }
        what = "instagram" if self.product == "instagram" else "page"
        self._post({"object": what, "entry": [entry]}, after)

    def _hear(self, customer: str, at: int | None) -> None:
        moment = self._now() if at is None else at
        self.wrote_at[customer] = max(moment, self.wrote_at.get(customer, 0))
