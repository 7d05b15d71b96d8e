"""What the console's customers post, read into plain things. `forms.py` has the form."""

import base64
import binascii
from collections.abc import Iterable

from pydantic import ValidationError

from workstation.channels.console.forms import File, Posted, Remote, Step, Written
from workstation.channels.incoming import (
    AddressNews,
    CallNews,
    Deleted,
    DeliveryNews,
    Edited,
    Inbound,
    InboundFile,
    Notice,
    NotUnderstood,
    Parsed,
    Reacted,
    ReadUpTo,
    RemoteFile,
    TemplateNews,
)
from workstation.channels.json_body import load
from workstation.rules.addresses import canonical


def read(body: bytes) -> Parsed:
    """Everything in a posted body; raises NotUnderstood."""
    try:
        posted = Posted.model_validate(load(body))
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
        reads=tuple(ReadUpTo(**one.model_dump()) for one in posted.reads),
        edits=tuple(
            Edited(provider_id=one.id, text=one.text, at=one.at, echo=one.echo)
            for one in posted.edits
        ),
        deletions=tuple(
            Deleted(provider_id=one.id, at=one.at, echo=one.echo) for one in posted.deletions
        ),
        reactions=tuple(
            Reacted(provider_id=one.id, address=one.address, emoji=one.emoji, at=one.at)
            for one in posted.reactions
        ),
        calls=tuple(_step(step) for step in posted.calls),
        addresses=tuple(
            AddressNews(
                channel=one.channel,
                before=canonical(one.channel, one.before),
                after=canonical(one.channel, one.after),
                at=one.at,
                text=one.text,
            )
            for one in posted.addresses
        ),
        templates=tuple(
            TemplateNews(
                **one.model_dump(exclude={"buttons"}),
                buttons=None if one.buttons is None else tuple(one.buttons),
            )
            for one in posted.templates
        ),
        notices=tuple(Notice(text=one.text, severity=one.severity) for one in posted.notices),
    )


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
        files=tuple(_file(file) for file in written.files),
        remote=_remote(written.remote),
        facts=written.facts,
        reply_to=written.reply_to,
        continues=tuple(written.continues),
        contact_id=written.contact_id,
        customer_id=written.customer_id,
        order_number=written.order_number,
        verified=written.verified,
        also=tuple((channel, canonical(channel, other)) for channel, other in written.also),
        automatic=written.automatic,
        echo=written.echo,
    )


def _step(step: Step) -> CallNews:
    return CallNews(
        **step.model_dump(exclude={"id", "remote"}),
        provider_id=step.id,
        remote=_remote(step.remote),
    )


def _remote(files: Iterable[Remote]) -> tuple[RemoteFile, ...]:
    return tuple(RemoteFile(**file.model_dump()) for file in files)


def _file(file: File) -> InboundFile:
    try:
        content = base64.b64decode(file.base64, validate=True)
    except binascii.Error as error:
        raise NotUnderstood("a file is not base64") from error
    return InboundFile(
        content=content,
        media_type=file.media_type,
        name=file.name,
        role=file.role,
        content_id=file.content_id,
    )
