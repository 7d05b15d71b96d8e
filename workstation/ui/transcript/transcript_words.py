"""What a transcript says in words: days, who wrote when, and how far it got."""

from collections.abc import Callable
from dataclasses import dataclass

from workstation.replica.rows.contact import AttachmentRow, MessageRow
from workstation.ui.contact.moments import clock, day_words, moment_words, size_words
from workstation.ui.contact.names import Names
from workstation.ui.paintable import from_left
from workstation.ui.transcript.event_words import event_words
from workstation.ui.transcript.file_words import FileWords, InkTone
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.transcript.line import Line
from workstation.ui.transcript.lines import day_of
from workstation.ui.transcript.shapes.call_card import length_words
from workstation.ui.transcript.shapes.card import Shown
from workstation.ui.transcript.shapes.facts import part, text as text_in
from workstation.ui.transcript.shapes.showing import shown
from workstation.ui.words import translate


@dataclass(frozen=True, slots=True)
class Bit:
    """A piece of the small line under a message."""

    text: str
    tone: InkTone = "faint"
    retry: bool = False


class TranscriptWords(FileWords):
    """Says lines in the desk's language. `now` gives milliseconds since the epoch; `customer` is
    who writes the inbound messages."""

    def __init__(self, names: Names | None, language: str, now: Callable[[], int]) -> None:
        self.names = names
        self.language = language
        self.customer = ""
        self.subject = ""
        """The contact's: a mail says its own where it differs."""
        self.leaving: dict[str, int] = {}
        """By message, how much of its files has left, in percent."""
        self._now = now

    def day(self, at: int) -> str:
        return day_words(day_of(at), day_of(self._now()), self.language)

    def new(self) -> str:
        return translate("transcript", "New since you looked")

    def several(self, count: int, *, unfolded: bool) -> str:
        """So many things happened in a row."""
        words = (
            translate("transcript", "{count} events, show fewer")
            if unfolded
            else translate("transcript", "{count} events")
        )
        return words.format(count=count)

    def event(self, message: MessageRow) -> str:
        return event_words(
            message,
            self.names,
            self.who(message),
            self._customer,
            moment=lambda at: moment_words(at, self._now(), self.language),
        )

    def shown(self, message: MessageRow, *, unfolded: bool = False) -> Shown:
        return shown(message, self.names, self.language, self.subject, unfolded=unfolded)

    def note_by(self, message: MessageRow) -> str:
        return translate("transcript", "Note · {name}").format(name=self.who(message))

    def show_all(self, characters: int) -> str:
        return translate("transcript", "Show all ({size})").format(
            size=size_words(characters, self.language)
        )

    def who_and_when(self, message: MessageRow) -> str:
        """ "Anna Bakker · yesterday 14:03"."""
        when = moment_words(message.at, self._now(), self.language)
        return f"{from_left(self.who(message))} · {when}"

    def meta(self, message: MessageRow) -> list[Bit]:
        """ "14:03 · Daan · read", with what went wrong in its own colour."""
        bits = [Bit(clock(message.at))]
        if message.deleted_at is not None:
            return bits
        if message.edited_at is not None:
            bits.append(Bit(" · " + translate("transcript", "edited")))
        if message.kind == "note" or message.direction == "internal":
            bits.append(Bit(" · " + translate("transcript", "only colleagues see this")))
            if message.pending:
                bits.append(self._pending(message))
            return bits
        if message.direction != "outbound" or message.kind == "call":
            return bits
        if message.author_name and self.names and not self.names.is_me(message.author_id):
            bits.append(Bit(" · " + from_left(message.author_name)))
        if message.pending:
            bits.append(self._pending(message))
        elif message.delivery == "failed":
            bits.append(Bit(" · " + translate("transcript", "not delivered"), "bad"))
            bits.append(Bit(" · "))
            bits.append(Bit(translate("transcript", "Try again"), "accent", retry=True))
        elif message.delivery == "uncertain":
            text = translate("transcript", "not known whether it arrived")
            bits.append(Bit(" · " + text, "warn"))
            bits.append(Bit(" · "))
            bits.append(Bit(translate("transcript", "Send again"), "accent", retry=True))
        elif message.delivery == "queued" and self.waits(message):
            left = length_words((message.send_at or 0) - self._now() + 999)
            text = translate("transcript", "goes out in {time}").format(time=left)
            bits.append(Bit(" · " + text, "accent"))
        elif message.delivery:
            bits.append(Bit(" · " + self._delivery(message.delivery)))
        return bits

    def _pending(self, message: MessageRow) -> Bit:
        percent = self.leaving.get(message.message_id)
        if percent is None:
            return Bit(" · " + translate("transcript", "waiting to send"))
        words = translate("transcript", "sending {percent} %").format(percent=percent)
        return Bit(" · " + words, "accent")

    def waits(self, message: MessageRow) -> bool:
        """Whether its turn to be sent is still to come."""
        return (
            message.delivery == "queued"
            and message.send_at is not None
            and message.send_at > self._now()
        )

    def answered(self, message: MessageRow, answers: MessageRow | None) -> tuple[str, str]:
        """Who said what a message answers, and its first line; empty when it answers nothing."""
        if answers is not None:
            return self.who(answers), harmless_line(self.begins(answers))
        quoted = part(message.facts, "quoted") if message.facts else {}
        first = text_in(quoted, "text").strip().partition("\n")[0]
        return harmless_line(text_in(quoted, "name")), harmless_line(first[:200])

    def begins(self, message: MessageRow) -> str:
        """The first line of a message, or what it is when it has no text."""
        return message.text.strip().partition("\n")[0][:200] or self._in_short(message)

    def _in_short(self, message: MessageRow) -> str:
        """What a message without text is, in a word or two."""
        seen = self.shown(message)
        if seen.cards:
            return seen.cards[0].title
        if message.attachments:
            return self.file_name(message.attachments[0])
        return seen.above[0].text if seen.above else ""

    def earlier_mail(self, *, unfolded: bool) -> str:
        if unfolded:
            return translate("transcript", "Hide earlier mail")
        return translate("transcript", "Show earlier mail")

    def as_designed(self) -> str:
        return translate("transcript", "Show as designed")

    def reactions(self, message: MessageRow) -> str:
        given = " ".join(emoji for emoji, _ in self.shown(message).reactions)
        return translate("transcript", "Reaction: {emoji}").format(emoji=given) if given else ""

    def spoken(self, line: Line) -> str:
        """The whole line as a sentence, for a screen reader."""
        message = line.message
        if message is None:
            return self.new() if line.kind == "new" else self.day(line.at)
        if line.kind == "event":
            return self.event(message)
        if line.kind == "events":
            count = self.several(len(line.parts), unfolded=False)
            return ", ".join([count, *(self.event(one) for one in line.parts)])
        seen = self.shown(message)
        name, first = self.answered(message, line.answers)
        parts = [self._role(line, message)]
        if first:
            parts.append(
                translate("transcript", "answers {name}: {text}").format(name=name, text=first)
            )
        parts += [mark.text for mark in seen.above]
        parts.append(harmless_line(seen.text[:2_000]))
        for card in seen.cards:
            parts.append(card.title)
            parts += [harmless_line(f"{row.text} {row.right}".strip()) for row in card.lines]
        if message.deleted_at is None:
            parts += [self._spoken_file(file) for file in message.attachments]
        parts += [mark.text for mark in seen.below]
        parts.append(self.reactions(message))
        parts.append("".join(bit.text for bit in self.meta(message)))
        return ", ".join(part for part in parts if part)

    def _role(self, line: Line, message: MessageRow) -> str:
        """Who it is from, and what they are to us."""
        if line.kind == "note":
            return self.note_by(message)
        who = self.who(message)
        if message.direction == "inbound":
            named = who != translate("transcript", "Customer")
            return translate("transcript", "{name}, customer").format(name=who) if named else who
        if self.names is not None and self.names.is_me(message.author_id):
            return translate("transcript", "{name}, you").format(name=who)
        colleague = translate("transcript", "{name}, colleague").format(name=who)
        return colleague if message.author_name else who

    def copied(self, line: Line) -> str:
        """A line as text to take along: what was written, else what its cards say."""
        if line.kind == "events":
            return "\n".join(self.event(one) for one in line.parts)
        if line.message is None or line.kind == "event":
            return self.spoken(line)
        if line.message.text:
            return line.message.text
        cards = self.shown(line.message).cards
        if line.message.kind == "call":
            return " · ".join([card.title for card in cards] + [
                row.text for card in cards for row in card.lines
            ])  # fmt: skip
        rows = [row for card in cards for row in card.lines]
        return "\n".join(row.copy or row.text for row in rows if not row.link)

    def _spoken_file(self, attachment: AttachmentRow) -> str:
        name = self.file_name(attachment)
        if attachment.state == "ready":
            return name
        return f"{name}: {self.tile(attachment)[0]}"

    @property
    def _customer(self) -> str:
        return harmless_line(self.customer) or translate("transcript", "Customer")

    def who(self, message: MessageRow) -> str:
        if message.direction == "inbound":
            return self._customer
        return message.author_name or translate("transcript", "Workstation")

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
