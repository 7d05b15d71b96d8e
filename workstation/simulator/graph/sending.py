"""What we ask the pretended provider to send: checked, then taken or refused as it does.

Limits and codes are those of the provider's reference for each product.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from workstation.simulator.graph.accounts import Product, Taken, message_id
from workstation.simulator.graph.media import Media
from workstation.simulator.graph.templates import Templates
from workstation.simulator.graph.trouble import Refusal, RefusedError

DAY = 24 * 3_600_000
_PLACE = re.compile(r"\{\{\w+\}\}")
_WHATSAPP_MEDIA = ("image", "audio", "video", "document", "sticker")
_LONGEST = {"whatsapp": 4096, "messenger": 2000, "instagram": 1000}


def refused(
    code: int, message: str, *, subcode: int | None = None, details: str = "", status: int = 400
) -> RefusedError:
    return RefusedError(
        Refusal(
            status=status,
            code=code,
            subcode=subcode,
            message=f"(#{code}) {message}",
            details=details,
        )
    )


@dataclass(frozen=True, slots=True)
class WhatsAppSending:
    media: Media
    templates: Templates
    now: Callable[[], int]

    def take(self, body: Mapping[str, Any]) -> Taken:
        """Raises RefusedError."""
        if body.get("messaging_product") != "whatsapp":
            raise refused(100, "The parameter messaging_product is required.")
        to = str(body.get("to") or body.get("recipient") or "").removeprefix("+")
        if not to:
            raise refused(100, "The parameter to is required.")
        kind = str(body.get("type") or "text")
        content = body.get(kind)
        if not isinstance(content, dict | list):
            raise refused(
                131008, "Required parameter is missing", details=f"Parameter {kind} is missing."
            )
        text, files = self._content(kind, content)
        context = body.get("context") or {}
        return Taken(
            product="whatsapp",
            id=message_id("whatsapp"),
            to=to,
            kind=kind,
            text=text,
            reference=str(body.get("biz_opaque_callback_data") or ""),
            reply_to=str(context.get("message_id") or ""),
            files=files,
            body=dict(body),
            at=self.now(),
        )

    def _content(self, kind: str, content: Any) -> tuple[str, tuple[tuple[bytes, str, str], ...]]:
        if kind == "text":
            text = str(content.get("body") or "")
            if not text:
                raise refused(100, "The parameter text['body'] is required.")
            if len(text) > _LONGEST["whatsapp"]:
                raise refused(
                    100,
                    "Invalid parameter",
                    details="Param text['body'] must be at most 4096 characters long.",
                )
            return text, ()
        if kind in _WHATSAPP_MEDIA:
            return str(content.get("caption") or ""), (self._file(content),)
        if kind == "template":
            return self._template(content), ()
        if kind == "reaction":
            return str(content.get("emoji") or ""), ()
        if kind in ("interactive", "location", "contacts"):
            return "", ()
        raise refused(131009, "Parameter value is not valid", details=f"Unknown type {kind}.")

    def _file(self, content: Mapping[str, Any]) -> tuple[bytes, str, str]:
        if content.get("link"):
            return b"", "", str(content.get("filename") or "")
        kept = self.media.find(str(content.get("id") or ""))
        if kept is None:
            raise refused(
                131009,
                "Parameter value is not valid",
                details="The media id does not exist, or has expired.",
            )
        return kept.content, kept.media_type, str(content.get("filename") or kept.name)

    def _template(self, content: Mapping[str, Any]) -> str:
        language = str((content.get("language") or {}).get("code") or "")
        body = self.templates.body(str(content.get("name") or ""), language)
        if body is None:
            raise refused(
                132001,
                "Template name does not exist in the translation",
                details=f"template name ({content.get('name')}) does not exist in {language}",
                status=404,
            )
        given = [
            str(parameter.get("text", ""))
            for component in content.get("components") or []
            if component.get("type") == "body"
            for parameter in component.get("parameters") or []
        ]
        places = len(set(_PLACE.findall(body)))
        if len(given) != places:
            raise refused(
                132000,
                "Number of parameters does not match the expected number of params",
                details=f"body: number of localizable_params ({len(given)}) does not match the "
                f"expected number of params ({places})",
            )
        filled = iter(given)
        return _PLACE.sub(lambda _: next(filled, ""), body)


@dataclass(frozen=True, slots=True)
class SocialSending:
    """Messenger and Instagram. `wrote_at` is when each customer last wrote."""

    product: Product
    media: Media
    wrote_at: Mapping[str, int]
    now: Callable[[], int]

    def take(
        self, body: Mapping[str, Any], upload: tuple[bytes, str, str] | None = None
    ) -> tuple[Taken, str]:
        """The message, and the id of its file where that may be used again. Raises RefusedError."""
        to = str((body.get("recipient") or {}).get("id") or "")
        if not to:
            raise refused(100, "The parameter recipient is required")
        message = body.get("message")
        if not isinstance(message, dict):
            raise refused(100, "The parameter message is required")
        self._within_window(to, body)
        text = str(message.get("text") or "")
        attachment = message.get("attachment")
        if not text and not attachment:
            raise refused(100, "Must send a non-empty message")
        length = len(text.encode()) if self.product == "instagram" else len(text)
        longest = _LONGEST[self.product]
        if length > longest:
            raise refused(
                100,
                f"Length of param message[text] must be less than or equal to {longest}",
            )
        files, reusable = self._attachment(attachment, upload)
        reply = message.get("reply_to") or body.get("reply_to") or {}
        taken = Taken(
            product=self.product,
            id=message_id(self.product),
            to=to,
            kind=str((attachment or {}).get("type") or "text"),
            text=text,
            reference=str(message.get("metadata") or ""),
            reply_to=str(reply.get("mid") or ""),
            files=files,
            body=dict(body),
            at=self.now(),
        )
        return taken, reusable

    def _within_window(self, to: str, body: Mapping[str, Any]) -> None:
        wrote_at = self.wrote_at.get(to)
        if wrote_at is None:
            return  # somebody of before this provider was pretended
        ago = self.now() - wrote_at
        kind = body.get("messaging_type", "RESPONSE")
        tagged = kind == "MESSAGE_TAG" and body.get("tag") == "HUMAN_AGENT"
        if kind == "MESSAGE_TAG" and not tagged:
            raise refused(100, "Invalid message tag", subcode=2018199)
        if ago > (7 * DAY if tagged else DAY):
            raise refused(
                10,
                "This message is sent outside of allowed window.",
                subcode=2534022 if self.product == "instagram" else 2018278,
                status=403,
            )

    def _attachment(
        self, attachment: Any, upload: tuple[bytes, str, str] | None
    ) -> tuple[tuple[tuple[bytes, str, str], ...], str]:
        if not isinstance(attachment, dict):
            return (), ""
        payload = attachment.get("payload") or {}
        if upload is not None:
            kept = self.media.keep(upload[0], upload[1], name=upload[2])
            return (upload,), kept.id if payload.get("is_reusable") else ""
        given = payload.get("attachment_id")
        if given is not None:
            found = self.media.find(str(given))
            if found is None:
                raise refused(100, "Attachment ID is invalid", subcode=2018294)
            return ((found.content, found.media_type, found.name),), ""
        if payload.get("url") or attachment.get("type") in ("template", "MEDIA_SHARE"):
            return (), ""
        raise refused(100, "Upload attachment failure.", subcode=2018047)
