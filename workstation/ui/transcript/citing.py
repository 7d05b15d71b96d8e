"""Messages as text to take elsewhere: who said what, and when."""

from collections.abc import Iterable

from workstation.ui.contact.moments import day_and_clock
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.transcript.line import Line
from workstation.ui.transcript.transcript_words import TranscriptWords
from workstation.ui.words import translate


def cited(lines: Iterable[Line], words: TranscriptWords) -> str:
    """The lines below one another, each message under who wrote it and when. Days are in the
    moments already, and left out."""
    return "\n\n".join(_cited(line, words) for line in lines if line.message is not None)


def _cited(line: Line, words: TranscriptWords) -> str:
    message = line.message
    assert message is not None
    when = day_and_clock(message.at, words.language)
    if line.kind == "events":
        return "\n".join(
            f"[{day_and_clock(one.at, words.language)}] {words.event(one)}" for one in line.parts
        )
    if line.kind == "event":
        return f"[{when}] {words.event(message)}"
    who = words.note_by(message) if line.kind == "note" else words.who(message)
    parts = [words.copied(line)] if message.deleted_at is None else []
    if message.deleted_at is not None:
        parts += [mark.text for mark in words.shown(message).above]
    else:
        files = [words.file_name(file) for file in message.attachments if file.role != "html"]
        if files:
            named = harmless_line(", ".join(files))
            parts.append(translate("transcript", "[Files: {names}]").format(names=named))
    said = "\n".join(part for part in parts if part)
    return f"[{when}] {harmless_line(who)}:\n{said}" if "\n" in said else (
        f"[{when}] {harmless_line(who)}: {said}"
    )  # fmt: skip
