"""What a transcript says in words: days, what happened, who wrote when, and how far it got."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from workstation.replica.rows import AttachmentRow, MessageRow
from workstation.ui.contact.moments import clock, day_words, moment_words, size_words
from workstation.ui.contact.names import Names
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.transcript.lines import Line, day_of

translate = QCoreApplication.translate
InkTone = Literal["faint", "warn", "bad", "accent"]


@dataclass(frozen=True, slots=True)
class Bit:
    """A piece of the small line under a message."""

    text: str
    tone: InkTone = "faint"
    retry: bool = False


class TranscriptWords:
    """Says lines in the desk's language. `now` gives milliseconds since the epoch; `customer` is
    who writes the inbound messages."""

    def __init__(self, names: Names | None, language: str, now: Callable[[], int]) -> None:
        self.names = names
        self.language = language
        self.customer = ""
        self._now = now

    def day(self, at: int) -> str:
        return day_words(day_of(at), day_of(self._now()), self.language)

    def event(self, message: MessageRow) -> str:
        """What happened, as a sentence. Its facts are filled in after translating."""
        facts = message.facts
        who = self._who(message)
        names = self.names
        match facts.get("what"):
            case "claimed":
                text = translate("transcript", "{who} took this contact")
            case "released":
                text = translate("transcript", "{who} gave this contact back to the team")
            case "assigned":
                if names and facts.get("agent_id") == message.author_id:
                    text = translate("transcript", "{who} took this contact")
                else:
                    text = translate("transcript", "{who} gave this contact to {name}")
            case "transferred":
                text = translate("transcript", "{who} moved this contact to {team}")
            case "snoozed":
                text = translate("transcript", "{who} snoozed this contact until {moment}")
            case "reopened":
                text = translate("transcript", "{who} reopened this contact")
            case "linked":
                text = translate("transcript", "{who} linked this contact to a customer")
            case "wrapped_up":
                text = translate("transcript", "{who} wrapped up: {reason}")
            case "woke":
                text = translate("transcript", "This contact came back")
            case "call":
                text = translate("transcript", "Telephone call, {length}")
            case "missed":
                text = translate("transcript", "Missed call")
            case _:
                text = translate("transcript", "{who} changed something")
        until = facts.get("until")
        seconds = facts.get("seconds")
        return text.format(
            who=who,
            name=names.agent(facts.get("agent_id")) if names else "?",
            team=names.team(facts.get("team_id")) if names else "?",
            reason=(names.reason_path(facts.get("reason_id")) if names else "") or "…",
            moment=moment_words(until, self._now(), self.language)
            if isinstance(until, int)
            else "?",
            length=f"{seconds // 60}:{seconds % 60:02d}" if isinstance(seconds, int) else "?",
        )

    def note_by(self, message: MessageRow) -> str:
        return translate("transcript", "Note · {name}").format(name=self._who(message))

    def show_all(self, characters: int) -> str:
        return translate("transcript", "Show all ({size})").format(
            size=size_words(characters, self.language)
        )

    def meta(self, message: MessageRow) -> list[Bit]:
        """ "14:03 · Daan · read", with what went wrong in its own colour."""
        bits = [Bit(clock(message.at))]
        if message.kind == "note" or message.direction == "internal":
            bits.append(Bit(" · " + translate("transcript", "only colleagues see this")))
            if message.pending:
                bits.append(Bit(" · " + translate("transcript", "waiting to send")))
            return bits
        if message.direction != "outbound":
            return bits
        if message.author_name and self.names and not self.names.is_me(message.author_id):
            bits.append(Bit(" · " + message.author_name))
        if message.pending:
            bits.append(Bit(" · " + translate("transcript", "waiting to send")))
        elif message.delivery == "failed":
            bits.append(Bit(" · " + self._failed(message), "bad"))
            bits.append(Bit(" · "))
            bits.append(Bit(translate("transcript", "Try again"), "accent", retry=True))
        elif message.delivery == "uncertain":
            text = translate("transcript", "not known whether it arrived")
            bits.append(Bit(" · " + text, "warn"))
            bits.append(Bit(" · "))
            bits.append(Bit(translate("transcript", "Send again"), "accent", retry=True))
        elif message.delivery:
            bits.append(Bit(" · " + self._delivery(message.delivery)))
        return bits

    def cannot_show(self, name: str) -> str:
        return translate("transcript", "This picture cannot be shown now. {name}").format(name=name)

    def to_fetch(self, attachment: AttachmentRow) -> str:
        """Two lines in the place of a picture that comes when a person asks for it."""
        size = size_words(attachment.size, self.language)
        return f"{size}\n" + translate("transcript", "Click to fetch")

    def coming(self, attachment: AttachmentRow) -> str:
        size = size_words(attachment.size, self.language)
        return f"{size}\n" + translate("transcript", "On its way…")

    def document(self, attachment: AttachmentRow) -> str:
        return f"{self.document_kind(attachment)} · {size_words(attachment.size, self.language)}"

    def document_kind(self, attachment: AttachmentRow) -> str:
        """A short word for what a file is: its extension, else the last part of its type."""
        stem, dot, extension = attachment.name.rpartition(".")
        if dot and stem and 1 <= len(extension) <= 5 and extension.isalnum():
            return extension.upper()
        kind = attachment.media_type.rpartition("/")[2]
        return kind.upper()[:8] if kind.isalnum() else translate("transcript", "File")

    def spoken(self, line: Line) -> str:
        """The whole line as a sentence, for a screen reader."""
        if line.message is None:
            return self.day(line.at)
        if line.kind == "event":
            return self.event(line.message)
        who = self.note_by(line.message) if line.kind == "note" else self._who(line.message)
        files = [harmless_line(file.name or "?") for file in line.message.attachments]
        parts = [who, harmless_line(line.message.text[:2_000]), *files]
        parts.append("".join(bit.text for bit in self.meta(line.message)))
        return ", ".join(part for part in parts if part)

    def _who(self, message: MessageRow) -> str:
        if message.direction == "inbound":
            return harmless_line(self.customer) or translate("transcript", "Customer")
        return message.author_name or translate("transcript", "Workstation")

    @staticmethod
    def _failed(message: MessageRow) -> str:
        if message.failure:
            return translate("transcript", "not delivered: {why}").format(
                why=harmless_line(message.failure)
            )
        return translate("transcript", "not delivered")

    @staticmethod
    def _delivery(state: str) -> str:
        match state:
            case "queued":
                return translate("transcript", "on its way")
            case "sent":
                return translate("transcript", "sent")
            case "delivered":
                return translate("transcript", "delivered")
            case "read":
                return translate("transcript", "read")
            case _:
                return state
