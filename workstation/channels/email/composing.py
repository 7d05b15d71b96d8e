"""An answer as a mail: text and simple HTML, the signature, what it answers, and files."""

import html
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime
from zoneinfo import ZoneInfo

from workstation.channels.email.envelope import NO_ID
from workstation.channels.email.folding import fold
from workstation.channels.email.settings import Settings
from workstation.channels.email.signing import Signer
from workstation.channels.outgoing import (
    Earlier,
    Outbound,
    OutboundFile,
)

_QUOTED = 8
_QUOTED_LENGTH = 20_000
_MOST_REFERENCES = 20
_ANSWER = re.compile(r"^\s*((re|antw|aw|sv|betr)\s*(\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_LINK = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]']")
_HARMFUL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufdd0\ufdd1]")
_SENDABLE_ID = re.compile(r"[!-;=?-~]{1,200}")
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
_WROTE = {"en": "On {when}, {who} wrote:", "nl": "Op {when} schreef {who}:"}
_CUSTOMER = {"en": "the customer", "nl": "de klant"}
_NO_SUBJECT = {"en": "Your message to {shop}", "nl": "Uw bericht aan {shop}"}


class _Policy(EmailPolicy):
    """As mail servers want it; ids are never encoded, however long they are."""

    def fold(self, name: str, value: str) -> str:
        return self._as_it_is(name, value) or super().fold(name, value)

    def fold_binary(self, name: str, value: str) -> bytes:
        return self._as_it_is(name, value).encode() or super().fold_binary(name, value)

    def _as_it_is(self, name: str, value: str) -> str:
        if name.lower() not in ("references", "in-reply-to", "message-id"):
            return ""
        return f"{name}: " + f"{self.linesep} ".join(value.split()) + self.linesep


# Seven bits, so that it may pass any server as it is.
_POLICY = _Policy(linesep="\r\n", cte_type="7bit", max_line_length=78, utf8=False)
_POLICY_UTF8 = _POLICY.clone(utf8=True)


def compose(message: Outbound, settings: Settings, signer: Signer) -> EmailMessage:
    """ValueError when an address is none."""
    language = message.language[:2] if message.language[:2] in _WROTE else settings.language
    needs_utf8 = not message.address.isascii()
    mail = EmailMessage(policy=_POLICY_UTF8 if needs_utf8 else _POLICY)
    mail["From"] = Address(_flat(settings.name), addr_spec=settings.address)
    mail["To"] = _addressed(message.customer_name, message.address)
    answer_to = signer.reply_address(message.contact_id) if settings.plus_addresses else ""
    if answer_to:
        mail["Reply-To"] = Address(_flat(settings.name), addr_spec=answer_to)
    mail["Subject"] = subject_of(message, settings, language)
    when = datetime.fromtimestamp(message.now / 1000, UTC) if message.now else datetime.now(UTC)
    mail["Date"] = format_datetime(when.astimezone(ZoneInfo(settings.time_zone)))
    mail["Message-ID"] = f"<{signer.message_id(message.reference)}>"
    answered, references = _line_of(message)
    if answered:
        mail["In-Reply-To"] = f"<{answered}>"
    if references:
        mail["References"] = " ".join(f"<{one}>" for one in references)
    # A person wrote it: whoever is away may say so.
    mail["Auto-Submitted"] = "no"
    text = _plain(message.text).strip("\n")
    signature = _signature(message, settings, language)
    quoted = _quotes(message, settings, language)
    mail.set_content(_as_text(text, signature, quoted), cte=None)
    mail.add_alternative(_as_html(text, signature, quoted, language), subtype="html")
    for number, file in enumerate(message.files, start=1):
        _attach(mail, file, number)
    return mail


def _addressed(name: str, address: str) -> Address:
    if address.isascii():
        return Address(_flat(name), addr_spec=address)
    local, _, domain = address.rpartition("@")
    return Address(_flat(name), username=local, domain=domain)


def subject_of(message: Outbound, settings: Settings, language: str) -> str:
    subject = _flat(_ANSWER.sub("", message.subject))[:400]
    if not subject:
        return _NO_SUBJECT[language].format(shop=_flat(settings.name))
    return f"Re: {subject}" if _theirs(message) else subject


def _theirs(message: Outbound) -> bool:
    """Whether a customer wrote before: then this is an answer."""
    return bool(message.reply_to or message.customer_wrote_at) or any(
        not one.ours for one in message.earlier
    )


def _line_of(message: Outbound) -> tuple[str, list[str]]:
    """What this mail answers, and everything before it, the first of the thread first."""
    known = [one.provider_id for one in message.earlier]
    nearest = [message.reply_to, *(one.provider_id for one in message.earlier if not one.ours)]
    answered = next((one for one in [*nearest, *known, message.thread] if _is_id(one)), "")
    before = [message.thread, *reversed(known)]
    if answered:
        before = [one for one in before if one != answered] + [answered]
    found = list(dict.fromkeys(one for one in before if _is_id(one)))
    # The first says which thread it is; what is left out in the middle, nobody misses.
    return answered, found[:1] + found[1:][-_MOST_REFERENCES:]


def _is_id(text: str) -> bool:
    return "@" in text and not text.startswith(NO_ID) and _SENDABLE_ID.fullmatch(text) is not None


def _signature(message: Outbound, settings: Settings, language: str) -> str:
    form = settings.signature.nl if language == "nl" else settings.signature.en
    told = form.replace("{agent}", _flat(message.agent_name)).replace("{shop}", settings.name)
    return "\n".join(line.rstrip() for line in told.strip().splitlines() if line.strip())


Quote = tuple[str, str]
"""Who wrote it and when, as a line; and what."""


def _quotes(message: Outbound, settings: Settings, language: str) -> list[Quote]:
    """What was said before, the newest first; each without what it repeats itself."""
    found: list[Quote] = []
    room = _QUOTED_LENGTH
    for one in message.earlier[:_QUOTED]:
        text, start = fold(_plain(one.text))
        new = text[:start].strip()[: min(room, _QUOTED_LENGTH)]
        if not new:
            continue
        room -= len(new)
        when = _when(one.at, settings, language)
        found.append((_WROTE[language].format(when=when, who=_who(one, settings, language)), new))
        if room <= 0:
            break
    return found


def _who(one: Earlier, settings: Settings, language: str) -> str:
    if one.ours:
        return _flat(one.name) or settings.name
    return _flat(one.name) or _CUSTOMER[language]


def _when(at: int, settings: Settings, language: str) -> str:
    moment = datetime.fromtimestamp(at / 1000, ZoneInfo(settings.time_zone))
    month = _MONTHS[language].split()[moment.month - 1]
    return f"{moment.day} {month} {moment.year} {'om' if language == 'nl' else 'at'} {moment:%H:%M}"


def _as_text(text: str, signature: str, quotes: Sequence[Quote]) -> str:
    parts = [text, f"\n-- \n{signature}" if signature else ""]
    before = ""
    for line, said in quotes:
        mark = before + ">"
        lines = [f"{mark} {quoted}".rstrip() for quoted in said.splitlines()]
        parts += ["", f"{before} {line}".strip() if before else line, *lines]
        before = mark
    return "\n".join(parts).rstrip() + "\n"


def _as_html(text: str, signature: str, quotes: Sequence[Quote], language: str) -> str:
    parts = [_paragraphs(text)]
    if signature:
        parts.append(f'<p style="color:#555555">{_lines(signature)}</p>')
    style = "margin:0 0 0 8px;padding-left:10px;border-left:2px solid #cccccc;color:#555555"
    for line, said in quotes:
        parts.append(f'<p>{html.escape(line)}</p>\n<blockquote type="cite" style="{style}">')
        parts.append(_paragraphs(said))
    parts.append("</blockquote>" * len(quotes))
    body = "\n".join(part for part in parts if part)
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"></head>\n'
        '<body style="font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:1.45">\n'
        f"{body}\n</body></html>\n"
    )


def _paragraphs(text: str) -> str:
    blocks = re.split(r"\n[ \t]*\n", text)
    return "\n".join(f"<p>{_lines(block)}</p>" for block in blocks if block.strip())


def _lines(text: str) -> str:
    pieces: list[str] = []
    end = 0
    for match in _LINK.finditer(text):
        target = html.escape(match.group())
        pieces += [html.escape(text[end : match.start()]), f'<a href="{target}">{target}</a>']
        end = match.end()
    pieces.append(html.escape(text[end:]))
    return "".join(pieces).replace("\n", "<br>\n")


def _attach(mail: EmailMessage, file: OutboundFile, number: int) -> None:
    kind, _, subtype = file.media_type.partition(";")[0].strip().lower().partition("/")
    sound = re.fullmatch(r"[a-z0-9.+\-]+", kind) and re.fullmatch(r"[a-z0-9.+\-]+", subtype)
    if not sound or kind in ("message", "multipart"):
        kind, subtype = "application", "octet-stream"
    mail.add_attachment(
        file.content,
        maintype=kind,
        subtype=subtype,
        filename=_flat(file.name) or f"file-{number}",
    )


def _plain(text: str) -> str:
    """What can be written in a mail: no half characters, nothing that a screen does not show."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _HARMFUL.sub("", text.encode("utf-8", "replace").decode())


def _flat(text: str) -> str:
    """Fit for one line of a header. What looks like an encoded word is parted: it would be read
    when it is written, and a line break in it would begin a header of the customer's own making."""
    return " ".join(_plain(text).replace("=?", "= ?").split())
