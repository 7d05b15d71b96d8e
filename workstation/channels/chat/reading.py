"""The form in which the chat's routes keep what browsers say, read into plain messages and news."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from workstation.channels.incoming import (
    DeliveryNews,
    Inbound,
    NotUnderstood,
    Parsed,
    RemoteFile,
)
from workstation.channels.json_body import load
from workstation.models.text import storable
from workstation.rules.addresses import canonical

_LATEST = 1 << 45


def _clean(given: Any) -> Any:
    return storable(given) if isinstance(given, str) else given


Line = Annotated[str, Field(max_length=2000), BeforeValidator(_clean)]
Named = Annotated[str, Field(min_length=1, max_length=200), BeforeValidator(_clean)]
Text = Annotated[str, Field(max_length=2_000_000), BeforeValidator(_clean)]
Time = Annotated[int, Field(ge=0, le=_LATEST)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class Page(_Part):
    link: Line = ""
    title: Line = ""


class Photo(_Part):
    """`reference` is the box's name of it (`box.py`)."""

    reference: Named
    media_type: Named
    name: Line = ""


class Written(_Part):
    """A visitor's message. `id` is unique over all visitors; `verified` says that the shop signed
    who they are, `customer_id` whom that makes them here."""

    id: Named
    visitor: Named
    text: Text = ""
    at: Time | None = None
    name: Line = ""
    mail: Line = ""
    language: Line = ""
    product: Line = ""
    page: Page = Page()
    verified: bool = False
    customer_id: Line = ""
    files: Annotated[list[Photo], Field(max_length=30)] = []


class Report(_Part):
    """A browser has, or its person has seen, the message with this id of ours."""

    id: Named
    state: Literal["delivered", "read"]
    at: Time | None = None


class Body(_Part):
    messages: Annotated[list[Written], Field(max_length=100)] = []
    reports: Annotated[list[Report], Field(max_length=1000)] = []


def read(body: bytes) -> Parsed:
    """The messages and news in a body; raises NotUnderstood."""
    try:
        found = Body.model_validate(load(body))
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise NotUnderstood(f"{where}: {error.errors()[0]['type']}"[:500]) from error
    return Parsed(
        messages=tuple(_message(written) for written in found.messages),
        news=tuple(
            DeliveryNews(
                provider_id=report.id, reference=report.id, state=report.state, at=report.at
            )
            for report in found.reports
        ),
    )


def _message(written: Written) -> Inbound:
    page = written.page.model_dump() if written.page.link or written.page.title else None
    return Inbound(
        channel="chat",
        provider_id=written.id,
        thread=written.visitor,
        address=written.visitor,
        name=written.name,
        text=written.text,
        at=written.at,
        language=written.language,
        product_code=written.product,
        remote=tuple(
            RemoteFile(reference=photo.reference, media_type=photo.media_type, name=photo.name)
            for photo in written.files
        ),
        facts={"page": page} if page else {},
        verified=written.verified,
        customer_id=written.customer_id,
        also=(("email", canonical("email", written.mail)),) if written.mail else (),
    )
