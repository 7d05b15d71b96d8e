"""Mails from mail servers about a mail of ours: what became of it (RFC 3464, RFC 8098, and notices
in no format at all)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.utils import parsedate_to_datetime

from workstation.channels.email.ids import one_id
from workstation.channels.email.packing import unpacked
from workstation.channels.email.signing import Signer
from workstation.channels.email.tree import header, inside, media_type, own_parts
from workstation.channels.email.words import as_text, flat, raw_text
from workstation.channels.incoming import (
    DeliveryNews,
)
from workstation.models.message import DeliveryState

_DAEMON = re.compile(
    r"(mailer-daemon|postmaster|mail-daemon|mdaemon|mailerdaemon)\b", re.IGNORECASE
)
_SUBJECT = re.compile(
    r"undeliver|delivery (status|failure|has failed|incomplete|delayed|problem)|returned mail"
    r"|failure notice|mail (delivery|system)|non[- ]?remis|onbestelbaar|niet (afgeleverd|bezorgd)"
    r"|bezorging (mislukt|vertraagd)|unzustellbar|delayed mail|warning: could not send"
    r"|warning: message \S{1,80} delayed",
    re.IGNORECASE,
)
_DELAY = re.compile(
    r"delayed|will (keep|continue|be retried|retry)|still (trying|being)|not yet been delivered"
    r"|vertraagd|nog niet (bezorgd|afgeleverd)|warning: (could not|message)|do not need to resend"
    r"|will be tried again",
    re.IGNORECASE,
)
_FINAL = re.compile(
    r"permanent|fatal error|failed permanently|giving up|could not be delivered|definitief"
    r"|\b5\.\d{1,3}\.\d{1,3}\b",
    re.IGNORECASE,
)
_FULL = re.compile(r"mailbox (is )?full|(over|exceed\w*) (its |the )?quota|quota exceeded", re.I)
_STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
_REPLY = re.compile(r"\b([45]\d\d)[ -]")
_STATES: dict[str, DeliveryState] = {
    "failed": "failed",
    "delivered": "delivered",
    "relayed": "sent",
    "expanded": "sent",
    "delayed": "sent",
}
_ACTION = re.compile(r"[^a-z]")
_LONGEST = 200_000


@dataclass(frozen=True, slots=True)
class Report:
    """`is_ours` when our own mark is on the mail it is about: then nobody needs to read it."""

    news: tuple[DeliveryNews, ...] = ()
    is_bounce: bool = False
    is_ours: bool = False
    contact_id: str = ""
    """The contact that our reply address in it names, where nothing names the mail."""


def report_in(mail: "Message[str, str]", signer: Signer, *, sender: str, subject: str) -> Report:
    kind = media_type(mail)
    said = header(mail, "Content-Type").lower()
    is_daemon = bool(_DAEMON.match(sender)) or header(mail, "Return-Path").strip() == "<>"
    # A report in a mail that is attached is what somebody shows us, and no news from a server.
    looked_at = _walk(mail) if is_daemon else own_parts(mail)
    has_status = any(media_type(part) == "message/delivery-status" for part in looked_at)
    if kind == "multipart/report" or "report-type" in said or has_status:
        return _standard(mail, signer)
    if not is_daemon and not header(mail, "X-Failed-Recipients"):
        return Report()
    if not (_SUBJECT.search(subject) or header(mail, "X-Failed-Recipients")):
        return Report()
    return _plain(mail, signer, subject)


def failure_code(status: str) -> str:
    """The name in `rules/failures` of an enhanced status (RFC 3463), or of an SMTP reply."""
    found = _STATUS.search(status)
    if found is None:
        return _SMTP.get(status[:3], "email.refused")
    _, subject, detail = found.groups()
    return _CODES.get(f"{subject}.{detail}") or _SUBJECTS.get(subject, "email.refused")


_CODES = {
    "1.0": "email.unknown_address",
    "1.1": "email.unknown_address",
    "1.2": "email.unknown_domain",
    "1.3": "email.unknown_address",
    "1.6": "email.unknown_address",
    "1.10": "email.unknown_address",
    "2.1": "email.unknown_address",
    "2.2": "email.mailbox_full",
    "2.3": "email.too_large",
    "3.4": "email.too_large",
    "4.1": "email.unreachable",
    "4.4": "email.unknown_domain",
    "4.7": "email.unreachable",
    "5.0": "email.refused",
    "7.1": "email.unwanted",
}
_SUBJECTS = {"1": "email.unknown_address", "2": "email.mailbox_full", "4": "email.unreachable"}
_SUBJECTS |= {"7": "email.unwanted"}
_SMTP = {"550": "email.unknown_address", "551": "email.unknown_address"}
_SMTP |= {"552": "email.mailbox_full", "553": "email.unknown_address", "554": "email.unwanted"}


def _standard(mail: "Message[str, str]", signer: Signer) -> Report:
    state: DeliveryState = ""
    reason, at = "", None
    for part in _walk(mail):
        kind = media_type(part)
        if kind == "message/delivery-status" or _is_status(part):
            for block in _blocks(part):
                found = _STATES.get(_ACTION.split(block.get("action", "").lower())[0])
                if found is None:
                    continue
                if state in ("", "sent") or found == "failed":
                    state = found
                if found == "failed":
                    reason = _reason(block)
                at = _when(block) or at
        elif kind == "message/disposition-notification":
            for block in _blocks(part):
                disposition = block.get("disposition", "").lower()
                if "displayed" in disposition:
                    state = "read"
                elif "dispatched" in disposition or "processed" in disposition:
                    state = "delivered"
    if not state:
        return Report(is_bounce=True, contact_id=signer.contact_in(_all_text(mail)))
    at = at or _date(header(mail, "Date"))
    return _report(mail, signer, state, reason, at)


def _plain(mail: "Message[str, str]", signer: Signer, subject: str) -> Report:
    """A notice that a person is to read. What it is about is found by our own marks in it."""
    text = _all_text(mail)
    beginning = text[:5000]
    is_delay = bool(_DELAY.search(f"{subject}\n{beginning}"))
    if is_delay and not _FINAL.search(f"{subject}\n{beginning}"):
        return _report(mail, signer, "sent", "", None)
    status = _STATUS.search(beginning) or _REPLY.search(beginning)
    reason = failure_code(status.group(0) if status else "")
    if status is None and _FULL.search(beginning):
        reason = "email.mailbox_full"
    return _report(mail, signer, "failed", reason, _date(header(mail, "Date")))


def _report(
    mail: "Message[str, str]", signer: Signer, state: DeliveryState, reason: str, at: int | None
) -> Report:
    originals = _original_ids(mail)
    everything = _all_text(mail)
    # Our mark may be anywhere: in a text, or in what answers what.
    for text in ("\n".join(originals), everything):
        for identifier, reference in signer.references_in(text):
            news = DeliveryNews(
                provider_id=identifier, state=state, at=at, reference=reference, reason=reason
            )
            return Report(news=(news,), is_bounce=True, is_ours=True)
    given = [found for found in map(one_id, originals) if found]
    about = tuple(
        DeliveryNews(provider_id=identifier, state=state, at=at, reason=reason)
        for identifier in given[:1]
    )
    return Report(news=about, is_bounce=True, contact_id=signer.contact_in(everything))


def _original_ids(mail: "Message[str, str]") -> list[str]:
    """The Message-ID of the mail that a report is about."""
    ids: list[str] = []
    for part in _walk(mail):
        if part is mail:
            continue
        kind = media_type(part)
        if kind in ("text/rfc822-headers", "message/rfc822-headers"):
            ids += re.findall(r"(?im)^message-id:\s*(\S+)", _text(part))
        ids += [raw_text(value) for value in part.get_all("Message-ID", [])]
        if kind == "message/disposition-notification":
            ids += [block.get("original-message-id", "") for block in _blocks(part)]
    return ids


def _blocks(part: "Message[str, str]") -> Iterator[dict[str, str]]:
    """The groups of fields in a status part, which `email` reads as mails of headers only."""
    payload = inside(part)
    if isinstance(payload, list):
        for inner in payload:
            fields = {name.lower(): flat(raw_text(value)) for name, value in inner.raw_items()}
            yield fields
            text = inside(inner)
            if isinstance(text, str) and ":" in text:
                yield from _blocks_of(text)
    else:
        yield from _blocks_of(_text(part))


def _blocks_of(text: str) -> Iterator[dict[str, str]]:
    for block in re.split(r"\r?\n[ \t]*\r?\n", text[:_LONGEST]):
        unfolded = re.sub(r"\r?\n[ \t]+", " ", block)
        fields: dict[str, str] = {}
        for line in unfolded.splitlines():
            name, colon, value = line.partition(":")
            if colon:
                fields.setdefault(name.strip().lower(), value.strip())
        if fields:
            yield fields


def _is_status(part: "Message[str, str]") -> bool:
    """A status part whose type was lost on the way."""
    if part.is_multipart() or not media_type(part).startswith(("text/plain", "application/octet")):
        return False
    text = _text(part)[:3000].lower()
    return "reporting-mta:" in text and "final-recipient:" in text and "action:" in text


def _reason(block: dict[str, str]) -> str:
    status = block.get("status", "")
    diagnostic = block.get("diagnostic-code", "")
    found = _STATUS.search(diagnostic)
    # What the other server said is more exact than how ours sums it up ("5.0.0").
    if found and not found.group(0).endswith(".0.0"):
        return failure_code(found.group(0))
    if _STATUS.search(status) and not status.strip().endswith((".0.0", "5.1.0")):
        return failure_code(status)
    reply = _REPLY.search(diagnostic)
    return failure_code(reply.group(1) if reply else status)


def _when(block: dict[str, str]) -> int | None:
    return _date(block.get("last-attempt-date", "")) or _date(block.get("arrival-date", ""))


def _date(text: str) -> int | None:
    try:
        return int(parsedate_to_datetime(text).timestamp() * 1000)
    except (ValueError, TypeError, IndexError, OverflowError, OSError):
        return None


def _walk(mail: "Message[str, str]") -> Iterator["Message[str, str]"]:
    waiting = [mail]
    for _ in range(400):
        if not waiting:
            return
        part = waiting.pop(0)
        yield part
        payload = inside(part)
        if isinstance(payload, list):
            waiting += payload


def _text(part: "Message[str, str]") -> str:
    return as_text(unpacked(part)[0][:_LONGEST])


def _all_text(mail: "Message[str, str]") -> str:
    found: list[str] = []
    for part in _walk(mail):
        for name in ("Message-ID", "In-Reply-To", "References", "To", "Reply-To"):
            found += [flat(raw_text(value)) for value in part.get_all(name, [])]
        if not part.is_multipart() and media_type(part).startswith(("text/", "message/")):
            found.append(_text(part))
    return "\n".join(found)[: _LONGEST * 2]
