"""A mail as it came, read into what Workstation knows of it.

Every mail is taken in. What cannot be taken apart is shown as far as it can be, with the mail as it
came beside it; only what names nobody to answer is not understood, and kept for an admin.
"""

import logging
import traceback
from email.message import Message
from typing import Any

from workstation.channels.email.addresses import Person, people
from workstation.channels.email.automatic import is_automatic
from workstation.channels.email.bounces import Report, report_in
from workstation.channels.email.envelope import addressee, language, own_id, writer, written_at
from workstation.channels.email.folding import fold, is_passed_on
from workstation.channels.email.ids import ids_in
from workstation.channels.email.page import harmless
from workstation.channels.email.page_text import points_at_the_page, text_of
from workstation.channels.email.parts import Piece, Taken, take
from workstation.channels.email.reactions import reaction_in
from workstation.channels.email.settings import Settings
from workstation.channels.email.signing import Signer
from workstation.channels.email.tongue import language_of
from workstation.channels.email.tree import header, headers, opened
from workstation.channels.email.trust import is_vouched_for
from workstation.channels.email.words import as_text, decoded
from workstation.channels.incoming import (
    DeliveryNews,
    Inbound,
    InboundFile,
    NotUnderstood,
    Parsed,
    Reacted,
)
from workstation.models.text import storable
from workstation.rules.addresses import canonical
from workstation.rules.failures import coded

log = logging.getLogger(__name__)

FOLDER = b"X-Workstation-Folder: "
"""The line that the listener puts before a mail, to say where it found it."""
SENT = b"sent"
CUT = b"cut"

_SEALED = "-----BEGIN PGP MESSAGE-----"
_LONGEST_TEXT = 2_000_000
_MOST_IDS = 100
_MOST_NAMES = 50


def read(body: bytes, settings: Settings, signer: Signer) -> Parsed:
    """Raises NotUnderstood."""
    marks, raw = _unwrapped(body)
    if not raw.strip():
        raise NotUnderstood(coded("arrival.empty_mail"))
    try:
        mail = opened(raw)
        return _Reading(mail, raw, marks, settings, signer).parsed()
    except NotUnderstood:
        raise
    except Exception as error:  # any fault of ours must still not lose a customer's mail
        log.error("a mail could not be taken apart: %s in %s", type(error).__name__, _where(error))
        return Parsed(messages=(_untaken(raw, settings, signer, error),))


def _where(error: BaseException) -> str:
    """The line of ours, or of a library, that failed: the message itself may hold the mail."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{last.name}, {last.filename.rpartition('/')[2]}:{last.lineno}"


def wrapped(raw: bytes, *marks: bytes) -> bytes:
    """What the listener hands over: the mail, and marks of where and how it was found."""
    return FOLDER + b" ".join(marks) + b"\r\n" + raw


def _unwrapped(body: bytes) -> tuple[set[bytes], bytes]:
    if not body.startswith(FOLDER):
        return set(), body
    line, _, raw = body.partition(b"\n")
    return set(line.removeprefix(FOLDER).split()), raw


def _untaken(raw: bytes, settings: Settings, signer: Signer, error: Exception) -> Inbound:
    """A mail that cannot be taken apart, with as much as its first lines say."""
    head = raw[:100_000].replace(b"\r\n", b"\n").partition(b"\n\n")[0] + b"\n\n"
    try:
        mail = opened(head)
        sender = writer(mail, settings)
        provider_id = own_id(mail, raw)
        subject = storable(decoded(header(mail, "Subject")))[:500]
    except Exception:
        raise NotUnderstood(coded("arrival.broken_mail", what=type(error).__name__)) from error
    return Inbound(
        channel="email",
        provider_id=provider_id,
        thread=provider_id,
        address=canonical("email", storable(sender.address)),
        name=storable(sender.name),
        subject=subject,
        contact_id=signer.contact_in(as_text(head)),
        facts={"shape": "unsupported", "what": "mail", "subject": subject},
        files=(_original(raw),),
    )


class _Reading:
    def __init__(
        self,
        mail: "Message[str, str]",
        raw: bytes,
        marks: set[bytes],
        settings: Settings,
        signer: Signer,
    ) -> None:
        self._mail = mail
        self._raw = raw
        self._marks = marks
        self._settings = settings
        self._signer = signer
        self._subject = storable(decoded(header(mail, "Subject")))[:1000]
        self._own_id = own_id(mail, raw)

    def parsed(self) -> Parsed:
        ours = self._about_our_own()
        if ours is not None:
            return ours
        sender = people(headers(self._mail, "From")) or people(headers(self._mail, "Return-Path"))
        report = report_in(
            self._mail,
            self._signer,
            sender=sender[0].address if sender else "",
            subject=self._subject,
        )
        if report.is_ours:
            return Parsed(news=report.news)
        emoji = reaction_in(self._mail)
        if emoji and self._answered():
            return self._reacted(emoji)
        message = self._message(report)
        if message is None:
            return Parsed()
        return Parsed(messages=(message,), news=report.news or self._answered())

    def _about_our_own(self) -> Parsed | None:
        """A mail that we sent ourselves, found again in a folder: it certainly went out."""
        mine = list(self._signer.references_in(self._own_id))
        writers = people(headers(self._mail, "From"))
        if not mine or not writers or not self._settings.is_ours(writers[0].address):
            return None
        identifier, reference = mine[0]
        news = DeliveryNews(provider_id=identifier, state="sent", reference=reference)
        return Parsed(news=(news,))

    def _answered(self) -> tuple[DeliveryNews, ...]:
        """Whoever answers a mail of ours has it, whatever we knew of that."""
        answered = "\n".join(ids_in(headers(self._mail, "In-Reply-To")))
        return tuple(
            DeliveryNews(provider_id=identifier, state="delivered", reference=reference)
            for identifier, reference in list(self._signer.references_in(answered))[:1]
        )

    def _reacted(self, emoji: str) -> Parsed:
        """An emoji on a mail of ours: nobody waits for an answer to it."""
        (answered,) = self._answered()
        reacted = Reacted(
            provider_id=answered.provider_id,
            address=canonical("email", storable(writer(self._mail, self._settings).address)),
            emoji=emoji,
            at=written_at(self._mail) or 1,
        )
        return Parsed(reactions=(reacted,), news=(answered,))

    def _message(self, report: Report) -> Inbound | None:
        """None when it is a mail of ours to ourselves."""
        mail, settings = self._mail, self._settings
        is_echo = SENT in self._marks
        to = people(headers(mail, "To"))
        cc = people(headers(mail, "Cc"))
        person = addressee([*to, *cc], settings) if is_echo else writer(mail, settings)
        if person is None:
            return None
        taken = take(mail)
        text, facts = self._said(taken)
        before = list(reversed(ids_in(headers(mail, "References"))))[:_MOST_IDS]
        answered = ids_in(headers(mail, "In-Reply-To"))[:1]
        continues = tuple(dict.fromkeys(i for i in answered + before if i != self._own_id))
        facts |= self._facts(to, cc, is_echo=is_echo)
        # Strictly the sender's own address counts: of somebody named in Reply-To nobody knows.
        writers = people(headers(mail, "From"))
        address = canonical("email", storable(person.address))
        is_own = len(writers) == 1 and writers[0].address.lower() == address
        single = len(mail.get_all("From", [])) == 1
        # A form on a page writes as "no-reply", for whoever is to be answered.
        automatic = report.is_bounce or is_automatic(
            mail, subject=self._subject, sender=person.address
        )
        if automatic:
            facts["automatic"] = True
        other = [
            person.address.lower() for person in writers if not settings.is_ours(person.address)
        ]
        return Inbound(
            channel="email",
            provider_id=self._own_id,
            thread=self._root(before, continues),
            address=address,
            name=storable(person.name),
            text=text,
            at=written_at(mail),
            subject=self._subject,
            language=language(mail) or language_of(text[: facts.get("folded")]),
            files=self._files(taken),
            facts=facts,
            reply_to=answered[0] if answered else "",
            continues=continues,
            contact_id=self._contact_id() or report.contact_id,
            verified=is_own
            and single
            and not is_echo
            and is_vouched_for(mail, settings.authserv_id, address),
            also=tuple(("email", storable(a)) for a in other[:1] if a != address and not is_echo),
            automatic=automatic,
            echo=is_echo,
        )

    def _root(self, before: list[str], continues: tuple[str, ...]) -> str:
        if before:
            return before[-1]
        return continues[0] if continues else self._own_id

    def _contact_id(self) -> str:
        where = [
            *(headers(self._mail, name) for name in ("To", "Cc", "Delivered-To", "X-Original-To")),
            *(headers(self._mail, name) for name in ("Envelope-To", "X-Delivered-To", "Resent-To")),
        ]
        return self._signer.contact_in("\n".join(value for values in where for value in values))

    def _said(self, taken: Taken) -> tuple[str, dict[str, Any]]:
        facts: dict[str, Any] = {}
        plain = "\n".join(text for text in taken.texts if text.strip())
        if taken.pages and (not plain.strip() or points_at_the_page(plain)):
            plain = "\n\n".join(text_of(page) for page in taken.pages)
        passed_on = is_passed_on(self._subject)
        text, folded = fold(storable(plain)[:_LONGEST_TEXT], passed_on=passed_on)
        if folded is not None:
            facts["folded"] = folded
        if (taken.sealed and not text) or text.startswith(_SEALED):
            facts |= {"shape": "unsupported", "what": "encrypted mail"}
        return text, facts

    def _facts(self, to: list[Person], cc: list[Person], *, is_echo: bool) -> dict[str, Any]:
        facts: dict[str, Any] = {}
        if self._subject:
            facts["subject"] = self._subject
        if to:
            facts["to"] = [storable(person.address) for person in to[:_MOST_NAMES]]
        if cc:
            facts["cc"] = [storable(person.address) for person in cc[:_MOST_NAMES]]
        if is_echo:
            facts["via"] = "mail"
        return facts

    def _files(self, taken: Taken) -> tuple[InboundFile, ...]:
        shown = "\n".join(taken.pages)
        files = [_file(piece, shown) for piece in taken.pieces]
        if shown.strip():
            page = harmless("\n<hr>\n".join(taken.pages))
            page_file = InboundFile(
                content=storable(page).encode(),
                media_type="text/html",
                name="mail.html",
                role="html",
            )
            files.insert(0, page_file)
        if taken.strange or CUT in self._marks:
            files.append(_original(self._raw))
        return tuple(files)


def _file(piece: Piece, html: str) -> InboundFile:
    shown = bool(piece.content_id) and f"cid:{piece.content_id}" in html
    return InboundFile(
        content=piece.content,
        media_type=piece.media_type,
        name=storable(piece.name),
        role="inline" if shown and piece.media_type.startswith("image/") else "",
        content_id=storable(piece.content_id),
    )


def _original(raw: bytes) -> InboundFile:
    return InboundFile(
        content=raw, media_type="message/rfc822", name="original.eml", role="original"
    )
