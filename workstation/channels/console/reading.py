"""The form in which the console's customers post, read into plain messages."""

import base64
import binascii
from typing import Annotated, Any, Literal

import orjson
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from workstation.channels.port import DeliveryNews, Inbound, InboundFile, NotUnderstood, Parsed
from workstation.models.base import Channel as ChannelName
from workstation.models.text import storable
from workstation.rules.addresses import canonical

_LATEST = 1 << 45


def _clean(given: Any) -> Any:
    return storable(given) if isinstance(given, str) else given


Line = Annotated[str, Field(max_length=2000), BeforeValidator(_clean)]
Named = Annotated[str, Field(min_length=1, max_length=2000), BeforeValidator(_clean)]
Text = Annotated[str, Field(max_length=2_000_000), BeforeValidator(_clean)]
Time = Annotated[int, Field(ge=0, le=_LATEST)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class From(_Part):
    address: Named
    name: Line = ""


class File(_Part):
    media_type: Named
    name: Line = ""
    base64: str

    def read(self) -> InboundFile:
        try:
            content = base64.b64decode(self.base64, validate=True)
        except binascii.Error as error:
            raise NotUnderstood("a file is not base64") from error
        return InboundFile(content=content, media_type=self.media_type, name=self.name)


class Written(_Part):
    """A customer's message. `channel` is the one that the console plays for it."""

    id: Named
    thread: Line = ""
    from_: From = Field(alias="from")
    channel: ChannelName = "console"
    text: Text = ""
    at: Time | None = None
    subject: Line = ""
    language: Line = ""
    product_code: Line = ""
    team: Line = ""
    files: Annotated[list[File], Field(max_length=30)] = []


class Status(_Part):
    """What became of a message that was sent: `id` is the console's."""

    id: Named
    state: Literal["sent", "delivered", "read", "failed"]
    at: Time | None = None
    reference: Annotated[str, Field(max_length=36)] | None = None
    reason: Line = ""


class Posted(_Part):
    """The body of `/v1/channels/console/inbound`."""

    messages: Annotated[list[Written], Field(max_length=1000)] = []
    statuses: Annotated[list[Status], Field(max_length=1000)] = []


def read(body: bytes) -> Parsed:
    """The messages and news in a posted body; raises NotUnderstood."""
    try:
        posted = Posted.model_validate(_load(body))
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        what = error.errors()[0]["type"]
        raise NotUnderstood(f"{where}: {what}"[:500]) from error
    return Parsed(
        messages=tuple(_message(written) for written in posted.messages),
        news=tuple(
            DeliveryNews(
                provider_id=status.id,
                state=status.state,
                at=status.at,
                reference=status.reference,
                reason=status.reason,
            )
            for status in posted.statuses
        ),
    )


def _load(body: bytes) -> Any:
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        pass
    # The strict reader refuses lone surrogates; a customer's message with one in it still counts.
    import json

    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise NotUnderstood("not JSON") from error


def _message(written: Written) -> Inbound:
    address = canonical(written.channel, written.from_.address)
    return Inbound(
        channel=written.channel,
        provider_id=written.id,
        thread=written.thread or address,
        address=address,
        name=written.from_.name,
        text=written.text,
        at=written.at,
        subject=written.subject,
        language=written.language,
        product_code=written.product_code,
        team=written.team,
        files=tuple(file.read() for file in written.files),
    )
