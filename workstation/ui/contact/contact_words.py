"""What the head of a contact says: where it came from, what is promised, who may write."""

from dataclasses import dataclass

from workstation.replica.rows.contact import ContactHead
from workstation.replica.rows.reference import AgentRow
from workstation.ui.contact.moments import moment_words
from workstation.ui.inbox.inbox_words import SOON, length
from workstation.ui.panels.masking import masked_name
from workstation.ui.theme.channel import channel_name
from workstation.ui.theme.pill import Tone
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate

SEPARATOR = " · "


def under_the_name(head: ContactHead, product_type: str) -> str:
    """The channel, then the order, then what it is about; an address when there is nothing else."""
    order = (
        translate("contact", "order {number}").format(number=harmless_line(head.order_number))
        if head.order_number
        else ""
    )
    about = harmless_line(head.subject) or product_type
    tags = " ".join(f"#{harmless_line(tag)}" for tag in head.tags)
    parts = [channel_name(head.channel), order, about, tags]
    return SEPARATOR.join(part for part in parts if part)


def promise_words(head: ContactHead, now: int, language: str) -> tuple[str, Tone]:
    """The pill of the head."""
    if head.guest:
        return translate("contact", "History"), "quiet"
    if head.state == "done":
        return translate("contact", "Done"), "quiet"
    if head.state == "snoozed" and head.snoozed_until is not None:
        until = moment_words(head.snoozed_until, now, language)
        return translate("contact", "Snoozed until {moment}").format(moment=until), "accent"
    if head.due_at is not None:
        left = head.due_at - now
        if left < 0:
            return translate("contact", "Reply {time} late").format(time=length(-left)), "bad"
        words = translate("contact", "Reply within {time}").format(time=length(left))
        return words, "warn" if left < SOON else "quiet"
    if head.waiting_since is None:
        return translate("contact", "Waiting for the customer"), "ok"
    return "", "quiet"


@dataclass(frozen=True, slots=True)
class MayWrite:
    """Whether this person may reply, or write at all, and what the composer says about it."""

    reply: bool
    note: bool
    hint: str
    placeholder: str


def may_write(
    head: ContactHead, me: AgentRow, *, takes_text: bool = True, is_open: bool = True
) -> MayWrite:
    """What this person may write; `takes_text` is False for a channel that is only spoken over,
    `is_open` for one that the shop has not set up."""
    if head.guest:
        return MayWrite(
            False, False, translate("contact", "From the customer's history: to read only"),
            translate("contact", "This contact is history."),
        )  # fmt: skip
    note = translate("contact", "Write a note; only colleagues see it")
    if head.owner_id is not None and head.owner_id != me.agent_id:
        name = harmless_line(head.owner_name) or "?"
        return MayWrite(
            False, True, translate("contact", "{name} has this contact").format(name=name), note
        )
    if head.state == "done":
        hint = translate("contact", "Wrapped up: reopen it to reply")
        return MayWrite(False, True, hint, note)
    if not is_open:
        hint = translate("contact", "This channel is not set up: answer another way")
        return MayWrite(False, True, hint, note)
    if not takes_text:
        hint = translate("contact", "The telephone takes no text: call, or write a note")
        return MayWrite(False, True, hint, note)
    hint = translate("contact", "Replying takes this contact") if head.owner_id is None else ""
    name = harmless_line(head.name)
    hidden = masked_name(name)  # a number is not called by its first part
    first = hidden if hidden != name else name.partition(" ")[0]
    placeholder = translate("contact", "Reply to {name}").format(name=first or "…")
    return MayWrite(True, True, hint, placeholder)
