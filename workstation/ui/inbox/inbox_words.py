"""What a row of the list says: how long ago, what is promised, and all of it as a sentence."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QDate, QLocale

from workstation.replica.lists import View
from workstation.replica.rows.inbox import InboxRow
from workstation.rules.promise_state import SOON as SOON  # noqa: PLC0414 - words of a promise use it
from workstation.ui.context import DeskContext
from workstation.ui.nobody import called
from workstation.ui.paintable import apart, paintable_line
from workstation.ui.panels.masking import number_masked
from workstation.ui.theme.channel import channel_name
from workstation.ui.theme.pill import Tone
from workstation.ui.transcript.wordless_words import wordless_words
from workstation.ui.words import translate

_BETWEEN: Final = "  ·  "
SAYS: Final = 3
"""Fewer letters of a word than this say nothing."""
SECOND: Final = 1000
MINUTE: Final = 60 * SECOND
HOUR: Final = 60 * MINUTE
DAY: Final = 24 * HOUR

TICKING: Final = 10 * MINUTE
"""Under this, seconds are shown."""


def age(at: int, now: int, language: str) -> str:
    """How long ago, as short as can be: "now", "6 m", "3 h", "2 d", "12 Nov"."""
    gone = max(0, now - at)
    if gone < MINUTE:
        return translate("inbox", "now")
    if gone < HOUR:
        return translate("inbox", "{count} m").format(count=gone // MINUTE)
    if gone < DAY:
        return translate("inbox", "{count} h").format(count=gone // HOUR)
    if gone < 7 * DAY:
        return translate("inbox", "{count} d").format(count=gone // DAY)
    return day_and_month(at, language)


def since(row: InboxRow, now: int, language: str) -> str:
    """How long the customer waits, to the second while that is short; else how old the row is."""
    if row.waiting_since is not None and row.state == "open":
        waits = now - row.waiting_since
        if 0 <= waits < TICKING:
            return length(waits)
        return age(row.waiting_since, now, language)
    return age(row.last_at, now, language)


def day_and_month(at: int, language: str) -> str:
    day = datetime.fromtimestamp(at / 1000)
    words = _locale(language).toString(QDate(day.year, day.month, day.day), "d MMM")
    return words.replace(".", "")


def length(milliseconds: int) -> str:
    """A length of time: "0:48" under ten minutes, "23 min", "2 h 10", "3 d"."""
    if milliseconds < TICKING:
        return f"{milliseconds // MINUTE}:{milliseconds % MINUTE // SECOND:02d}"
    if milliseconds < HOUR:
        return translate("inbox", "{count} min").format(count=milliseconds // MINUTE)
    if milliseconds < DAY:
        minutes = milliseconds % HOUR // MINUTE
        return translate("inbox", "{hours} h {minutes}").format(
            hours=milliseconds // HOUR, minutes=f"{minutes:02d}"
        )
    return translate("inbox", "{count} d").format(count=milliseconds // DAY)


def promise(row: InboxRow, now: int, language: str) -> tuple[str, Tone]:
    """The pill of a row: what is promised, or whose turn it is; ("", "quiet") for nothing."""
    if row.state == "done":
        return translate("inbox", "done"), "quiet"
    if row.state == "snoozed" and row.snoozed_until is not None:
        return until(row.snoozed_until, now, language), "accent"
    return due(row.due_at, row.waiting_since, now)


def due(due_at: int | None, waiting_since: int | None, now: int) -> tuple[str, Tone]:
    """What is promised of an open contact."""
    if due_at is not None:
        left = due_at - now
        if left < 0:
            return translate("inbox", "{time} late").format(time=length(-left)), "bad"
        words = translate("inbox", "{time} left").format(time=length(left))
        return words, "warn" if left < SOON else "quiet"
    if waiting_since is None:
        return translate("inbox", "on customer"), "ok"
    return "", "quiet"


def until(at: int, now: int, language: str) -> str:
    """ "until 17:00" today, else with the day: "until Fri 17:00"."""
    then, today = datetime.fromtimestamp(at / 1000), datetime.fromtimestamp(now / 1000)
    clock = f"{then:%H:%M}"
    if then.date() != today.date():
        if 0 < (then.date() - today.date()).days < 7:
            day = _locale(language).toString(QDate(then.year, then.month, then.day), "ddd")
        else:
            day = day_and_month(at, language)
        clock = f"{day} {clock}"
    return translate("inbox", "until {time}").format(time=clock)


def last_words(context: DeskContext, row: InboxRow) -> str:
    """The last line of the contact, and that it was ours when it was; or that more is coming."""
    if context.typing.customer(row.contact_id):
        return translate("inbox", "typing…")
    text = paintable_line(number_masked(row.last_text)) or paintable_line(row.subject)
    text = text or wordless_words(row.wordless)
    if row.last_side != "agent" or not text:
        return text
    if row.owner_id == context.me.agent_id:
        return translate("inbox", "You: {text}").format(text=apart(text))
    first = context.agent_name(row.owner_id).partition(" ")[0]
    return f"{first}: {apart(text)}" if first else text


def place(context: DeskContext, row: InboxRow) -> str:
    """The channel, and the kind of product or else the team."""
    kind = context.product_type_name(row.product_type_id) or context.team_name(row.team_id)
    return _BETWEEN.join(part for part in (channel_name(row.channel), kind) if part)


def shortened(words: str) -> str:
    """A place that was cut with an ellipsis, without what no longer says anything: "WhatsApp · T…"
    is "WhatsApp"."""
    whole, between, cut = words.rpartition(_BETWEEN.rstrip())
    if between and len(cut.strip(" …")) < SAYS:
        return whole.rstrip()
    return words.removesuffix("…").rstrip() if words.endswith(" …") else words


def looking_words(context: DeskContext, row: InboxRow) -> str:
    """Which colleagues have the contact before them, and who of them types; "" for nobody."""
    here = [one for one in context.typing.looking(row.contact_id) if one != context.me.agent_id]
    writing = set(context.typing.who(row.contact_id))
    parts = []
    for agent_id in here:
        name = paintable_line(context.agent_name(agent_id)).partition(" ")[0] or "?"
        if agent_id in writing:
            parts.append(translate("inbox", "{name} is typing").format(name=name))
        else:
            parts.append(translate("inbox", "{name} is looking").format(name=name))
    return ", ".join(parts)


def owner_told(context: DeskContext, row: InboxRow, view: View | None) -> str:
    """Whose it is: also my own where it could be anybody's, so that what nobody has yet is seen.
    "" for nobody."""
    if row.owner_id is None:
        return ""
    told = view is not None and not view.holds_only_mine
    if row.owner_id == context.me.agent_id and not told:
        return ""
    return context.agent_name(row.owner_id) or "?"


def spoken(
    context: DeskContext, row: InboxRow, *, marked: bool = False, view: View | None = None
) -> str:
    """The whole row as a sentence."""
    now = context.clock()
    words, _ = promise(row, now, context.language)
    parts = [
        translate("inbox", "selected") if marked else "",
        paintable_line(called(row.name, row.channel)),
        translate("inbox", "unread") if row.unread else "",
        last_words(context, row),
        words,
        place(context, row),
        owner_told(context, row, view),
        looking_words(context, row),
        ", ".join(paintable_line(tag) for tag in row.tags),
        translate("inbox", "waiting to be sent") if row.pending else "",
    ]
    return ", ".join(part for part in parts if part)


def _locale(language: str) -> QLocale:
    return QLocale("nl_NL") if language == "nl" else QLocale("en_GB")
